"""An Office file as a package of parts (ECMA-376 part 2): read once, shared freely, written the same always.

`.docx`, `.dotx`, `.docm`, `.pptx`, `.potx`, `.xlsx`, `.xltx` and their Strict forms alike: this module looks
at parts, content types and relationships only.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.container import SMALL, Base, Entry, Limits, join_base, join_entries, make_entry, read_entries
from ibndocs.office.faults import refuse_file, refuse_unread

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["CONTENT_TYPES", "Limits", "Package", "Relationship", "relationships_part"]

CONTENT_TYPES = "[Content_Types].xml"
_FIRST = ("mimetype", CONTENT_TYPES, "_rels/.rels")
_XML_NAMES = (".xml", ".rels", ".vml")
_PROLOG_DOCTYPE = re.compile(r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
"""Beside UTF-16: others can hide what a part says from whoever looks for it (ECMA-376 part 2 wants UTF-8 or 16)."""
_EBCDIC = "<?xm".encode("cp037")
_MAX_NODES = 3_000_000
"""Tags or attributes of one part: a tree of so many takes about 400 MB."""
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
                data = _read_bytes(source, file, limits)
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
            if package._is_xml(entry.name):
                _check_xml(entry, file)
        return package

    def _is_xml(self, part: str) -> bool:
        """Whether Office reads a part as XML; a picture is one even when it is drawn in XML."""
        if part.lower().endswith(_XML_NAMES):
            return True
        kind = self.content_type(part).lower()
        return kind.endswith("xml") and not kind.startswith("image/")

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

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts that `part` relates to by a type that ends in `kind`, such as `styles`, and that are there."""
        for relationship in self.relationships(part):
            if relationship.type.endswith(f"/{kind}") and not relationship.external:
                target = self.resolve(part, relationship.target)
                if target in self:
                    yield target

    @property
    def main_part(self) -> str:
        """The document, presentation or workbook, found by its relationship (Transitional or Strict).

        Raises:
            FaultyInput: `OFF06` when there is none.
        """
        found = next(self.related("", "officeDocument"), None)
        if found is not None:
            return found
        raise refuse_file("OFF06", self.name, "het hoofddocument ontbreekt", "the main part is missing")

    def with_parts(self, changes: Mapping[str, bytes | None]) -> Package:
        """This package with parts changed, added, or removed (None)."""
        return Package(self._changed_entries(changes), self.name)

    def write(self, changes: Mapping[str, bytes | None] = _NOTHING, *, effort: tuple[int, int] = SMALL) -> bytes:
        """The file, with parts changed, added, or removed (None); the same input gives the same bytes.

        Parts that do not change are copied as the compressed bytes they came in. New parts follow, sorted. `effort` is
        how hard the others are deflated.
        """
        return join_entries(self._changed_entries(changes, effort))

    def join_without(self, names: Collection[str]) -> Base:
        """The parts but `names`, joined once for the many files in which only those differ."""
        return join_base(entry for name, entry in self._entries.items() if name not in names)

    def _changed_entries(self, changes: Mapping[str, bytes | None], effort: tuple[int, int] = SMALL) -> list[Entry]:
        entries: list[Entry] = []
        for name, entry in self._entries.items():
            data = changes.get(name, entry.data)
            if data == entry.data:
                entries.append(entry)
            elif data is not None:
                entries.append(make_entry(name, data, effort))
        for name in sorted(changes.keys() - self._entries.keys()):
            data = changes[name]
            if data is not None:
                entries.append(make_entry(name, data, effort))
        return entries


def _read_bytes(source: Path, file: str, limits: Limits) -> bytes:
    """The bytes of a file; of a pipe or a device there might be no end."""
    if source.exists() and not source.is_dir() and not source.is_file():
        raise refuse_file("OFF07", file, "is geen gewoon bestand", "is no ordinary file")
    if source.is_file() and source.stat().st_size > limits.max_total_bytes:
        raise refuse_file("OFF02", file, "is te groot", "is too large")
    return source.read_bytes()


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The parts a reader needs first come first; the others keep their order."""
    return sorted(entries, key=lambda entry: _FIRST.index(entry.name) if entry.name in _FIRST else len(_FIRST))


def _check_xml(entry: Entry, file: str) -> None:
    """Refuse a part with a DTD, in an encoding that could hide one, or with more in it than memory should hold."""
    encoding = _utf_16_of(entry.data[:4])
    if encoding is None:
        start = entry.data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
        declared = _DECLARED.match(start)
        hidden = b"\0" in start[:4] or start.startswith(_EBCDIC)
        if hidden or (declared and declared[1].lower() not in _ENCODINGS):
            raise refuse_file(
                "OFF06",
                file,
                f"onderdeel {entry.name} is geen XML in UTF-8 of UTF-16",
                f"part {entry.name} is no XML in UTF-8 or UTF-16",
            )
    for sign in (b"<", b"="):
        if len(entry.data) > _MAX_NODES and entry.data.count(sign) > _MAX_NODES:
            raise refuse_file(
                "OFF02",
                file,
                f"onderdeel {entry.name} bevat te veel elementen",
                f"part {entry.name} holds too many elements",
            )
    if (encoding or b"<!DOCTYPE" in entry.data) and _PROLOG_DOCTYPE.match(
        entry.data.decode(encoding or "utf-8", "replace")
    ):
        raise _refuse_dtd(entry.name, file)


def _utf_16_of(head: bytes) -> str | None:
    """The kind of UTF-16 in which a part begins; UTF-32, which begins likewise, is none."""
    if head[2:] == b"\0\0":
        return None
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(head[:2])


def _refuse_dtd(part: str, file: str) -> FaultyInput:
    return refuse_file(
        "OFF06",
        file,
        f"onderdeel {part} bevat een DTD, wat in Office-bestanden niet mag",
        f"part {part} holds a DTD, which Office files must not",
    )
