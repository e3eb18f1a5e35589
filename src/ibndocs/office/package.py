"""An Office file as a package of parts (ECMA-376 part 2): read once, shared freely, written the same always.

`.docx`, `.dotx`, `.docm`, `.pptx`, `.potx`, `.xlsx`, `.xltx` and their Strict forms alike: this module looks
at parts, content types and relationships only.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.container import Entry, Limits, join_entries, make_entry, read_entries
from ibndocs.office.faults import refuse_file, refuse_unread

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["CONTENT_TYPES", "Limits", "Package", "Relationship", "relationships_part"]

CONTENT_TYPES = "[Content_Types].xml"
_FIRST = ("mimetype", CONTENT_TYPES, "_rels/.rels")
_XML_NAMES = (".xml", ".rels", ".vml")
_PROLOG_DOCTYPE = re.compile(r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_SANE = Limits()
_NOTHING: Mapping[str, bytes | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a `.rels` part; `target` stands as written (see `Package.resolve`)."""

    id: str
    type: str
    target: str
    external: bool


def relationships_part(part: str) -> str:
    """The name of the part that holds the relationships of `part` ("" stands for the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Package:
    """An immutable set of named parts; names are zip names, without a leading slash."""

    def __init__(self, entries: Iterable[Entry], name: str) -> None:
        self.name = name
        self._entries = {entry.name: entry for entry in _in_order(entries)}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    @classmethod
    def read(cls, source: Path | bytes, *, name: str | None = None, limits: Limits = _SANE) -> Package:
        """The package in the file or bytes `source`; `name` is what messages call it.

        Raises:
            FaultyInput: It is no sound and safe Office file (`OFF01`..`OFF06`) or cannot be read (`OFF07`).
        """
        if isinstance(source, bytes):
            data, file = source, name or "<bytes>"
        else:
            file = name or source.name
            try:
                data = source.read_bytes()
            except OSError as error:
                raise refuse_unread(file, error) from error
        package = cls(read_entries(data, file, limits), file)
        if CONTENT_TYPES not in package:
            raise refuse_file(
                "OFF01",
                file,
                f"is geen Office-bestand: {CONTENT_TYPES} ontbreekt",
                f"is not an Office file: {CONTENT_TYPES} is missing",
            )
        for entry in package._entries.values():
            if entry.name.lower().endswith(_XML_NAMES):
                _refuse_doctype(entry, file)
        return package

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts, in the order they are written."""
        return tuple(self._entries)

    def __contains__(self, part: object) -> bool:
        return part in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            FaultyInput: `OFF06` when there is no such part.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise refuse_file("OFF06", self.name, f"onderdeel {name} ontbreekt", f"part {name} is missing")
        return entry.data

    def xml(self, name: str) -> etree._Element:
        """A fresh tree of an XML part: no entities, no DTD, no network.

        Raises:
            FaultyInput: `OFF06` when the part is missing or not well-formed.
        """
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.part(name), parser)
        except etree.XMLSyntaxError as error:
            raise refuse_file(
                "OFF06",
                self.name,
                f"onderdeel {name} is geen geldige XML: {error.msg}",
                f"part {name} is not well-formed XML: {error.msg}",
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise _refuse_dtd(name, self.name)
        return root

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for element in self.xml(CONTENT_TYPES).iter("{*}Default", "{*}Override"):
            content_type = element.get("ContentType", "")
            if element.tag.endswith("}Default"):
                defaults[element.get("Extension", "").casefold()] = content_type
            else:
                overrides[element.get("PartName", "").lstrip("/").casefold()] = content_type
        return defaults, overrides

    def content_type(self, part: str) -> str:
        """The content type of `part`, "" when none is declared."""
        defaults, overrides = self._content_types
        extension = posixpath.splitext(part)[1].lstrip(".").casefold()
        return overrides.get(part.casefold()) or defaults.get(extension, "")

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """The relationships of `part`, of the package itself for ""; none when it has none."""
        if part not in self._relationships:
            self._relationships[part] = tuple(self._read_relationships(relationships_part(part)))
        return self._relationships[part]

    def _read_relationships(self, rels: str) -> Iterable[Relationship]:
        if rels in self:
            for element in self.xml(rels).iter("{*}Relationship"):
                yield Relationship(
                    id=element.get("Id", ""),
                    type=element.get("Type", ""),
                    target=element.get("Target", ""),
                    external=element.get("TargetMode") == "External",
                )

    def resolve(self, part: str, target: str) -> str:
        """The name of the part that `target`, written in a relationship of `part`, points to."""
        path = target.partition("#")[0]
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), path)).lstrip("/")
        return joined if joined in self else unquote(joined)

    @property
    def main_part(self) -> str:
        """The document, presentation or workbook, found by its relationship (Transitional or Strict).

        Raises:
            FaultyInput: `OFF06` when there is none.
        """
        for relationship in self.relationships():
            if relationship.type.endswith("/officeDocument") and not relationship.external:
                target = self.resolve("", relationship.target)
                if target in self:
                    return target
        raise refuse_file("OFF06", self.name, "het hoofddocument ontbreekt", "the main part is missing")

    def with_parts(self, changes: Mapping[str, bytes | None]) -> Package:
        """This package with parts changed, added, or removed (None)."""
        return Package(self._changed_entries(changes), self.name)

    def write(self, changes: Mapping[str, bytes | None] = _NOTHING) -> bytes:
        """The file, with parts changed, added, or removed (None); the same input gives the same bytes.

        Parts that do not change are copied as the compressed bytes they came in. New parts follow, sorted.
        """
        return join_entries(self._changed_entries(changes))

    def _changed_entries(self, changes: Mapping[str, bytes | None]) -> list[Entry]:
        entries: list[Entry] = []
        for name, entry in self._entries.items():
            data = changes.get(name, entry.data)
            if data == entry.data:
                entries.append(entry)
            elif data is not None:
                entries.append(make_entry(name, data))
        for name in sorted(changes.keys() - self._entries.keys()):
            data = changes[name]
            if data is not None:
                entries.append(make_entry(name, data))
        return entries


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The parts a reader needs first come first; the others keep their order."""
    return sorted(entries, key=lambda entry: _FIRST.index(entry.name) if entry.name in _FIRST else len(_FIRST))


def _refuse_doctype(entry: Entry, file: str) -> None:
    head = entry.data[:2]
    encoding = "utf-16" if head in (b"\xff\xfe", b"\xfe\xff") else {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(head)
    if encoding is None and b"<!DOCTYPE" not in entry.data:
        return
    if _PROLOG_DOCTYPE.match(entry.data.decode(encoding or "utf-8", "replace")):
        raise _refuse_dtd(entry.name, file)


def _refuse_dtd(part: str, file: str) -> FaultyInput:
    return refuse_file(
        "OFF06",
        file,
        f"onderdeel {part} bevat een DTD, wat in Office-bestanden niet mag",
        f"part {part} holds a DTD, which Office files must not",
    )
