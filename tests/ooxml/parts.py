"""The package: zip, content types, relationships, and well-formed XML with sound references."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_REFERENCE = re.compile(r"\{http://(schemas\.openxmlformats|purl\.oclc)\.org/.*/relationships\}")
_W3CDTF = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@dataclass
class Parts:
    """A file taken apart; XML that does not parse is reported and left out."""

    names: list[str]
    trees: dict[str, _Element]
    broken: list[str]
    content_types: dict[str, str]
    links: dict[str, dict[str, tuple[str, str | None]]] = field(default_factory=dict)
    main: str | None = None

    @classmethod
    def read(cls, data: bytes) -> tuple[Parts | None, str]:
        """Take `data` apart, or say why that cannot be done."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = [item.filename for item in archive.infolist() if not item.is_dir()]
                content = {name: archive.read(name) for name in names}
        except (zipfile.BadZipFile, EOFError, ValueError) as error:
            return None, f"no sound zip: {error}"
        if _TYPES not in content:
            return None, f"{_TYPES} is missing"
        trees: dict[str, _Element] = {}
        broken = []
        for name, part in content.items():
            if name.endswith((".xml", ".rels")):
                try:
                    trees[name] = etree.fromstring(part)
                except etree.XMLSyntaxError as error:
                    broken.append(f"{name}: XML does not parse: {error}")
        parts = cls(names, trees, broken, _read_types(names, trees.get(_TYPES)))
        for name in ["", *names]:
            parts.links[name] = dict(_read_links(parts, name))
        targets = parts.targets("", "officeDocument")
        parts.main = targets[0] if targets else None
        return parts, ""

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts that `part` points to with relationships of one kind."""
        return [target for type_, target in self.links.get(part, {}).values() if type_ == kind and target]

    def tree(self, part: str, kind: str) -> _Element | None:
        """The XML of the first part that `part` points to with one kind of relationship."""
        return next((self.trees[target] for target in self.targets(part, kind) if target in self.trees), None)


def local(element: _Element | None) -> str:
    """The name of an element without its namespace; "" for a comment and for none."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element along `path`."""
    for name in path:
        element = next((c for c in element if local(c) == name), None) if element is not None else None
    return element


def attr(element: _Element | None, name: str, default: str = "") -> str:
    """An attribute by its local name."""
    items = element.items() if element is not None else ()
    return next((str(v) for k, v in items if str(k).rpartition("}")[2] == name), default)


def visible(root: _Element, *names: str) -> Iterator[_Element]:
    """The descendants with these names, outside `mc:Fallback`, which repeats the identifiers of its Choice."""
    for element in root.iter(*(f"{{*}}{name}" for name in names)):
        if not any(local(parent) == "Fallback" for parent in element.iterancestors()):
            yield element


def repeated(values: Iterable[str]) -> list[str]:
    """The values that occur more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def check_order(part: str, root: _Element, parent: str, order: str, namespace: str) -> Iterator[str]:
    """Whether the children of every `parent` in `namespace` come in the order of the schema.

    `order` names them in that order; names joined by `/` may come mixed.
    """
    places = {name: index for index, group in enumerate(order.split()) for name in group.split("/")}
    for element in root.iter(f"{{*}}{parent}"):
        if etree.QName(element).namespace != namespace:
            continue
        names = [local(item) for item in element if etree.QName(item).namespace == namespace]
        for name in names:
            if name not in places:
                yield f"{part}: {parent} cannot hold {name}"
        known = [places[name] for name in names if name in places]
        if known != sorted(known):
            yield f"{part}: children of {parent} out of order: {' '.join(names)}"


def check_package(parts: Parts) -> Iterator[str]:
    """Check what holds for every Office file."""
    yield from parts.broken
    for name in repeated(name.casefold() for name in parts.names):
        yield f"{name}: twice in the zip"
    yield from _check_types(parts)
    if parts.main is None or parts.main not in parts.trees:
        yield "no main part"
    for name in parts.names:
        if name.endswith(".rels"):
            yield from _check_links(parts, name)
    for name, root in parts.trees.items():
        yield from _check_references(parts, name, root)
    yield from _check_properties(parts)


def _read_types(names: list[str], root: _Element | None) -> dict[str, str]:
    defaults, overrides = {}, {}
    for item in root if root is not None else ():
        if local(item) == "Default":
            defaults[attr(item, "Extension").casefold()] = attr(item, "ContentType")
        else:
            overrides[attr(item, "PartName").lstrip("/").casefold()] = attr(item, "ContentType")
    found = {}
    for name in names:
        extension = name.rpartition("/")[2].rpartition(".")[2].casefold()
        found[name] = overrides.get(name.casefold()) or defaults.get(extension, "")
    return found


def _check_types(parts: Parts) -> Iterator[str]:
    for name, kind in parts.content_types.items():
        if not kind and name != _TYPES:
            yield f"{name}: no content type"
    known = {name.casefold() for name in parts.names}
    root = parts.trees.get(_TYPES)
    overrides = [attr(item, "PartName") for item in (root if root is not None else ()) if local(item) == "Override"]
    for name in overrides:
        if name.lstrip("/").casefold() not in known:
            yield f"{_TYPES}: {name} does not exist"
    for name in repeated(name.casefold() for name in overrides):
        yield f"{_TYPES}: {name} twice"


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_links(parts: Parts, part: str) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """The relationships of a part by id: the kind and the target, None when that is outside the file."""
    root = parts.trees.get(_rels(part))
    for item in root if root is not None else ():
        target: str | None = attr(item, "Target")
        if attr(item, "TargetMode") == "External":
            target = None
        elif target is not None:
            path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target.partition("#")[0]))
            target = path.lstrip("/") if path.lstrip("/") in parts.names else unquote(path.lstrip("/"))
        yield attr(item, "Id"), (attr(item, "Type").rpartition("/")[2], target)


def _check_links(parts: Parts, name: str) -> Iterator[str]:
    folder, file = posixpath.split(name)
    part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    if part and part not in parts.names:
        yield f"{name}: {part} does not exist"
    root = parts.trees.get(name)
    for identifier in repeated(attr(item, "Id") for item in (root if root is not None else ())):
        yield f"{name}: {identifier} twice"
    for identifier, (kind, target) in parts.links.get(part, {}).items():
        # PowerPoint and Excel themselves write NULL for a picture that was lost.
        lost = target is not None and target not in parts.names and not target.endswith("NULL")
        if lost and target != posixpath.dirname(part):
            yield f"{name}: {identifier} ({kind}) points to {target}, which does not exist"


def _check_references(parts: Parts, name: str, root: _Element) -> Iterator[str]:
    known = parts.links.get(name, {})
    for element in root.iter("*"):
        for key, value in element.items():
            if _REFERENCE.match(str(key)) and value and value not in known:
                yield f"{name}: {local(element)} refers to {value!s}, which is no relationship"
        for prefix in attr(element, "Ignorable").split():
            if prefix not in element.nsmap:
                yield f"{name}: mc:Ignorable names {prefix}, which is not declared"


def _check_properties(parts: Parts) -> Iterator[str]:
    core = parts.tree("", "core-properties")
    if core is not None:
        for name in repeated(local(item) for item in core):
            yield f"core properties: {name} twice"
        for item in core:
            if local(item) in ("created", "modified") and not _W3CDTF.fullmatch(item.text or ""):
                yield f"core properties: {local(item)} is {item.text!r}"
