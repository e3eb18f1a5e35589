"""A deck while it is being filled: trees parsed when first asked for, and only what changed is written.

It knows slides, parts, relationships and content types; what stands on a slide is for `shapes` and its neighbours.
"""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from ibndocs.office.faults import refuse_file
from ibndocs.office.package import CONTENT_TYPES, Package, Relationship, relationships_part
from ibndocs.office.slides.markup import PACKAGE_RELATIONSHIPS, RELATIONSHIPS, path, q, to_bytes

_RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>'
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Deck:
    """One rendering of a presentation package; slides are counted from 1 in the order they are shown."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.presentation = package.main_part
        self._trees: dict[str, etree._Element] = {}
        self._changed: set[str] = set()
        self._added: dict[str, bytes] = {}
        self._removed: set[str] = set()
        self.slides = self._list_slides()

    def _list_slides(self) -> tuple[str, ...]:
        targets = {rel.id: self.resolve(self.presentation, rel) for rel in self.relationships(self.presentation)}
        ids = self.tree(self.presentation).iterfind(path("p:sldIdLst", "p:sldId"))
        found = tuple(targets.get(element.get(q("r:id"), ""), "") for element in ids)
        if any(part not in self for part in found):
            raise refuse_file("OFF06", self.package.name, "een dia ontbreekt", "a slide is missing")
        return found

    def tree(self, part: str) -> etree._Element:
        """The tree of a part, to read; the same one every time."""
        if part not in self._trees:
            self._trees[part] = self.package.xml(part)
        return self._trees[part]

    def change(self, part: str) -> etree._Element:
        """The tree of a part, to change: it will be written."""
        self._changed.add(part)
        return self.tree(part)

    def data(self, part: str) -> bytes:
        """The bytes of a part as it came, or as it was put here."""
        return self._added[part] if part in self._added else self.package.part(part)

    def __contains__(self, part: object) -> bool:
        if part in self._removed:
            return False
        return part in self._added or part in self._trees or part in self.package

    def add(self, part: str, content: bytes | etree._Element, content_type: str) -> None:
        """Put a part into the deck, or another in its place."""
        if isinstance(content, bytes):
            self._added[part] = content
        else:
            self._trees[part] = content
            self._changed.add(part)
        self._removed.discard(part)
        if self.package.content_type(part) != content_type:
            self._declare(part, content_type)

    def replace(self, part: str, data: bytes) -> None:
        """Give a part other bytes; its content type stays."""
        self._added[part] = data

    def remove(self, part: str) -> None:
        """Take a part out, with its relationships and its content type."""
        for name in (part, relationships_part(part)):
            self._trees.pop(name, None)
            self._added.pop(name, None)
            self._changed.discard(name)
            self._removed.add(name)
        for override in self._overrides(part):
            self.change(CONTENT_TYPES).remove(override)

    def _overrides(self, part: str) -> list[etree._Element]:
        wanted = f"/{part}".casefold()
        overrides = self.tree(CONTENT_TYPES).iterfind(f"{_TYPES}Override")
        return [element for element in overrides if element.get("PartName", "").casefold() == wanted]

    def _declare(self, part: str, content_type: str) -> None:
        types = self.change(CONTENT_TYPES)
        for override in self._overrides(part):
            types.remove(override)
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=content_type)

    def free_name(self, pattern: str) -> str:
        """The first part name such as `ppt/notesSlides/notesSlide{}.xml` that is not taken."""
        number = 1
        while pattern.format(number) in self or pattern.format(number) in self._removed:
            number += 1
        return pattern.format(number)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of `part` as they are now ("" stands for the package)."""
        rels = relationships_part(part)
        if rels not in self:
            return ()
        return tuple(
            Relationship(
                id=element.get("Id", ""),
                type=element.get("Type", ""),
                target=element.get("Target", ""),
                external=element.get("TargetMode") == "External",
            )
            for element in self.tree(rels).iterfind(_RELATIONSHIP)
        )

    def resolve(self, part: str, relationship: Relationship) -> str:
        """The name of the part a relationship of `part` points to; "" when it leads outside."""
        return "" if relationship.external else self.package.resolve(part, relationship.target)

    def related(self, part: str, kind: str) -> str | None:
        """The first part that `part` relates to by a type that ends in `kind`, such as `notesSlide`."""
        for relationship in self.relationships(part):
            if relationship.type.endswith(f"/{kind}") and not relationship.external:
                target = self.resolve(part, relationship)
                return target if target in self else None
        return None

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relationship from `part` to `target`; its id. `kind` is a whole type or the end of an Office one."""
        rels = relationships_part(part)
        if rels not in self:
            self.add(rels, etree.fromstring(_NO_RELATIONSHIPS), _RELS_TYPE)
        root = self.change(rels)
        numbers = [re.fullmatch(r"rId(\d+)", element.get("Id", "")) for element in root]
        identifier = f"rId{max((int(found[1]) for found in numbers if found), default=0) + 1}"
        folder = posixpath.dirname(part)
        etree.SubElement(
            root,
            _RELATIONSHIP,
            Id=identifier,
            Type=kind if "/" in kind else f"{RELATIONSHIPS}/{kind}",
            Target=posixpath.relpath(target, folder or "."),
        )
        return identifier

    def unrelate(self, part: str, identifier: str) -> None:
        """Take a relationship of `part` away."""
        root = self.change(relationships_part(part))
        for element in list(root):
            if element.get("Id") == identifier:
                root.remove(element)

    def become_presentation(self) -> None:
        """Make a template (.potx) or a slide show (.ppsx) a presentation, as which it is handed in."""
        kind = self.package.content_type(self.presentation)
        settled = kind.replace(".template.", ".presentation.").replace(".slideshow.", ".presentation.")
        if settled != kind:
            self._declare(self.presentation, settled)

    def write(self) -> bytes:
        """The file."""
        removed = self._removed.intersection(self.package.parts)
        written = {part: to_bytes(self._trees[part]) for part in self._changed}
        return self.package.write({**dict.fromkeys(removed), **self._added, **written})
