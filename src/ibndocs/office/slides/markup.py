"""The names of PresentationML and DrawingML (ECMA-376 part 1, Transitional) and the few steps every module takes."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PREFIXES = {"a": _A, "c": _C, "p": _P, "r": _R, "s": _S}

NAMESPACES = {prefix: space[1:-1] for prefix, space in _PREFIXES.items()}
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def q(name: str) -> str:
    """`a:p` in the notation of lxml."""
    prefix, local = name.split(":")
    return _PREFIXES[prefix] + local


def path(*names: str) -> str:
    """`("p:nvPr", "p:ph")` as a path for `find`."""
    return "/".join(q(name) for name in names)


def place_child(parent: etree._Element, child: etree._Element, before: Iterable[str]) -> None:
    """Put `child` in front of the first child named in `before`, else at the end: schemas fix the order."""
    wanted = {q(name) for name in before}
    for index, sibling in enumerate(parent):
        if sibling.tag in wanted:
            parent.insert(index, child)
            return
    parent.append(child)


def drop_attributes(element: etree._Element, *names: str) -> None:
    """Take attributes away, when they are there."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def whole_number(text: str | None, default: int = 0) -> int:
    """The number an attribute holds, `default` when it is absent or no number."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def to_bytes(root: etree._Element) -> bytes:
    """`root` as a part of a package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
