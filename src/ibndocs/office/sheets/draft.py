"""One document in the making: the parts of a form that are being changed, as trees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ibndocs.office.package import Package

if TYPE_CHECKING:
    from lxml import etree


class Draft:
    """The trees of the parts looked at so far; only those touched are written."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, etree._Element] = {}
        self._touched: set[str] = set()
        self._parts: dict[str, bytes | None] = {}

    def tree(self, part: str) -> etree._Element:
        """The one tree of a part in this draft."""
        if part not in self._trees:
            self._trees[part] = self.package.xml(part)
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Have the tree of `part` written."""
        self._touched.add(part)

    def is_touched(self, part: str) -> bool:
        """Whether the tree of `part` will be written."""
        return part in self._touched

    def touch_all(self, parts: Iterable[str]) -> None:
        """Have the trees of all these parts written."""
        self._touched.update(parts)

    def put(self, part: str, data: bytes | None) -> None:
        """Replace a part by other bytes, or remove it (None)."""
        self._parts[part] = data

    def changes(self, *, also: Iterable[str] = ()) -> dict[str, bytes | None]:
        """The parts that differ from the form; those of `also` as they stand now, whether touched or not."""
        written = sorted(self._touched.union(also))
        trees = {part: write_tree(self._trees[part]) for part in written}
        return {**trees, **self._parts}


def write_tree(root: etree._Element) -> bytes:
    """A tree as the bytes of a part."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
