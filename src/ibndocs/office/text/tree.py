"""Small questions to the XML of any Office part, asked by local name so that Strict and Transitional are one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ibndocs.office.package import Package, Relationship

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: _Element) -> str:
    """The name of an element without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def first(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant along `path`, one name for each level down."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local(child) == name), None)
    return element


def each(element: _Element | None, name: str) -> Iterator[_Element]:
    """The children called `name`."""
    return (child for child in (element if element is not None else ()) if local(child) == name)


def every(element: _Element | None, name: str) -> Iterator[_Element]:
    """The descendants called `name`, in document order."""
    return element.iter(f"{{*}}{name}") if element is not None else iter(())


def attribute(element: _Element | None, name: str, default: str = "") -> str:
    """An attribute by its local name, whatever its namespace."""
    if element is None:
        return default
    value = element.get(name)
    if value is None:
        value = next((str(v) for k, v in element.items() if str(k).endswith(f"}}{name}")), default)
    return value


def relation(element: _Element | None, name: str = "id") -> str:
    """The relationship id in an attribute such as `r:id` or `r:embed`; an `id` without namespace is not one."""
    if element is None:
        return ""
    return next(
        (
            str(value)
            for key, value in element.items()
            if str(key).endswith(f"}}{name}") and "relationships" in str(key)
        ),
        "",
    )


def whole(text: str, default: int = 0) -> int:
    """`text` as a whole number; `default` when it is none."""
    try:
        return int(text)
    except ValueError:
        return default


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as `<w:checked/>` is there and not off."""
    return element is not None and attribute(element, "val", "1") not in ("0", "false", "off")


def chosen(element: _Element) -> Iterator[_Element]:
    """The children, with `mc:AlternateContent` replaced by its first alternative."""
    for child in element:
        if local(child) == "AlternateContent":
            alternative = next(iter(child), None)
            yield from chosen(alternative) if alternative is not None else ()
        else:
            yield child


class Links:
    """The relationships of one part, by id and by kind; a missing part or id gives nothing, never an error."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part
        self._by_id = {link.id: link for link in package.relationships(part)}

    def address(self, identifier: str) -> str:
        """The address an external relationship points to, "" when there is none."""
        link = self._by_id.get(identifier)
        return link.target if link and link.external else ""

    def target(self, identifier: str) -> str | None:
        """The name of the part a relationship points to, when it is there."""
        link = self._by_id.get(identifier)
        return self._existing(link) if link else None

    def parts(self, kind: str) -> list[str]:
        """The parts of one kind, named by the last word of the relationship's type, such as `comments`."""
        found = (self._existing(link) for link in self._by_id.values() if link.type.endswith(f"/{kind}"))
        return [part for part in found if part is not None]

    def tree(self, kind: str) -> _Element | None:
        """The XML of the first part of one kind."""
        parts = self.parts(kind)
        return self.package.xml(parts[0]) if parts else None

    def _existing(self, link: Relationship) -> str | None:
        target = None if link.external else self.package.resolve(self.part, link.target)
        return target if target in self.package else None
