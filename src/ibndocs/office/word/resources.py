"""What markup needs beside its own XML: links, pictures, lists and ids, collected while a document is rendered.

`Ground` is what a template has of them, found once and only when asked; `Additions` is what one document adds;
`Resources` is one part's window on it. Ids count up in the order of asking, so the same document gets the same ids.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from hashlib import sha256

from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part
from ibndocs.office.relations import add_relationships, add_types
from ibndocs.office.word.numbering import NUMBERING_TYPE, List, Numbering
from ibndocs.office.word.styles import Styles

_IDS = re.compile(rb"<wp:docPr\b[^>]*?\sid=\"(\d+)\"|<w:bookmarkStart\b[^>]*?\sw:id=\"(\d+)\"|<w:id w:val=\"(-?\d+)\"")
_HIGH = 1 << 30
"""Ids above are drawn by Word itself, for content controls."""


class Ground:
    """What the template has already; shared by all its documents. `folder` is where pictures of data are looked up."""

    def __init__(self, package: Package, parts: tuple[str, ...], folder: str | None = None) -> None:
        self.package = package
        self.folder = folder
        self._parts = parts

    @cached_property
    def styles(self) -> Styles:
        """The styles of the document."""
        return Styles(self.package)

    @cached_property
    def numbering(self) -> Numbering:
        """The numbering of the document."""
        return Numbering.of(self.package)

    @cached_property
    def used_ids(self) -> frozenset[int]:
        """The ids of drawings, bookmarks and content controls."""
        return frozenset(
            int(next(filter(None, found))) for part in self._parts for found in _IDS.findall(self.package.part(part))
        )

    @cached_property
    def kind_prefix(self) -> str:
        """How relationship types begin: differs between Transitional and Strict."""
        types = (item.type for item in self.package.relationships())
        office = next((kind for kind in types if kind.endswith("/officeDocument")), "")
        return office.removesuffix("officeDocument")


class Additions:
    """What one document adds to its template."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._resources: dict[str, Resources] = {}
        self._pictures: dict[str, bytes] = {}
        self._lists: list[List] = []
        self._last_id = 0
        self._bookmarks: set[str] = set()

    def of(self, part: str) -> Resources:
        """The resources of `part`."""
        if part not in self._resources:
            self._resources[part] = Resources(part, self)
        return self._resources[part]

    def next_id(self) -> int:
        """An id that no drawing, bookmark or content control of this document has."""
        used = self.ground.used_ids
        if not self._last_id:
            self._last_id = max((number for number in used if number < _HIGH), default=0)
        self._last_id += 1
        while self._last_id in used:
            self._last_id += 1
        return self._last_id

    def name_bookmark(self, name: str) -> str:
        """`name` the first time, and then `name` with a number: a bookmark counts once in a document."""
        unique, count = name, 1
        while unique.casefold() in self._bookmarks:
            count += 1
            unique = f"{name[:34]}_{count}"
        self._bookmarks.add(unique.casefold())
        return unique

    def add_picture(self, data: bytes, extension: str) -> str:
        """The name of the part that holds a picture; the same picture is kept once."""
        folder = posixpath.dirname(self.ground.package.main_part)
        part = posixpath.join(folder, "media", f"ibn-{sha256(data).hexdigest()[:16]}.{extension.lower()}")
        self._pictures[part] = data
        return part

    def add_list(self, *, ordered: bool, start: int) -> int:
        """The number of a new list; bulleted lists need no more than one."""
        numbering = self.ground.numbering
        if not ordered:
            found = next((item.number for item in self._lists if not item.ordered), None)
            if found is not None:
                return found
        number = numbering.free_list + len(self._lists)
        self._lists.append(List(number, ordered, start))
        return number

    def changes(self) -> dict[str, bytes]:
        """The parts that the additions change or add."""
        changes = dict(self._pictures)
        types: dict[str, str] = {}
        package = self.ground.package
        if self._lists:
            numbering = self.ground.numbering
            changes[numbering.part] = numbering.write(self._lists)
            if numbering.is_new:
                types[numbering.part] = NUMBERING_TYPE
                self.of(package.main_part).relate("numbering", numbering.part)
        for part, resources in self._resources.items():
            if resources.relationships:
                changes[relationships_part(part)] = add_relationships(package, part, resources.relationships)
        if self._pictures or types:
            changes[CONTENT_TYPES] = add_types(package, self._pictures, types)
        return changes


class Resources:
    """What the markup of one part of one document asks for."""

    def __init__(self, part: str, additions: Additions) -> None:
        self._part = part
        self._additions = additions
        self._ids: dict[tuple[str, str], str] = {}
        self.relationships: list[dict[str, str]] = []

    @property
    def styles(self) -> Styles:
        """The styles of the document."""
        return self._additions.ground.styles

    def hyperlink(self, url: str) -> str:
        """The id of the relationship to an address outside the document."""
        return self._relate("hyperlink", url, external=True)

    def picture(self, data: bytes, extension: str) -> str:
        """The id of the relationship to a picture; `extension` is that of its kind, such as `png`."""
        return self.relate("image", self._additions.add_picture(data, extension))

    def numbering(self, *, ordered: bool, start: int = 1) -> int:
        """The id of a list of nine levels (0 to 8); an ordered list counts from `start` on every level."""
        return self._additions.add_list(ordered=ordered, start=start)

    def next_id(self) -> int:
        """A number that no drawing, bookmark or content control in the document has."""
        return self._additions.next_id()

    def relate(self, kind: str, target: str) -> str:
        """The id of the relationship to another part."""
        return self._relate(kind, posixpath.relpath(target, posixpath.dirname(self._part) or "."), external=False)

    def _relate(self, kind: str, target: str, *, external: bool) -> str:
        if (kind, target) not in self._ids:
            ground = self._additions.ground
            taken = {item.id for item in ground.package.relationships(self._part)}
            taken.update(item["Id"] for item in self.relationships)
            mode = {"TargetMode": "External"} if external else {}
            number = len(taken) + 1
            while f"rId{number}" in taken:
                number += 1
            self._ids[kind, target] = f"rId{number}"
            self.relationships.append(
                {"Id": f"rId{number}", "Type": ground.kind_prefix + kind, "Target": target, **mode}
            )
        return self._ids[kind, target]
