"""Whether a Word document can be one of the sections of a joined document without a reader seeing it.

Only what is known to survive is let through: a document with anything that counts over the whole document (notes,
captions, references, the title as a field), that is bound to data, or that is drawn by another program, is converted
by itself. Two documents belong together when all that they share is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part
from ibndocs.office.pdf.fields import find_fields
from ibndocs.office.pdf.lists import Lists, find_numbered_styles
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import attribute, child, is_a, names

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHARED = {
    *("styles", "settings", "fontTable", "theme", "webSettings", "stylesWithEffects", "customXml", "glossaryDocument"),
    *("footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
}
"""Parts that joined letters have in common; a reference to a note or a comment in them is refused."""
_OWN = {"header", "footer", "image", "hyperlink", "numbering"}
_REFUSED = names(
    *("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart", "ins", "del", "moveFrom"),
    *("moveTo", "altChunk", "object", "control", "dataBinding", "subDoc", "lnNumType", "printerSettings"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """A document that may be joined with others of the same `likeness`.

    Attributes:
        package: The file.
        root: Its main part, without bookmarks; the joining changes it.
        stories: Its headers and footers by part name; the joining changes them.
        lists: Its lists and numbered styles.
        counts_pages: Whether it says how many pages it has.
        likeness: The same for documents that differ in nothing but their own content.
    """

    package: Package
    root: etree._Element
    stories: Mapping[str, etree._Element]
    lists: Lists
    counts_pages: bool
    likeness: bytes

    @property
    def body(self) -> etree._Element:
        """The body; it ends in a paragraph and the properties of the last section."""
        body = child(self.root, "body")
        assert body is not None, "a document without a body is no letter"
        return body


def read_letter(package: Package) -> Letter | None:
    """The document in `package` as one that may be joined, or None when it must be converted by itself.

    Raises:
        FaultyInput: A part is missing or not well-formed.
    """
    main = package.main_part
    if package.content_type(main) != _MAIN_TYPE or not _relates_safely(package, main):
        return None
    root = package.xml(main)
    stories: dict[str, etree._Element] = {}
    for relationship in package.relationships(main):
        if relationship.type.endswith(("/header", "/footer")):
            part = package.resolve(main, relationship.target)
            if any(item.type.rpartition("/")[2] not in _OWN for item in package.relationships(part)):
                return None
            stories[part] = package.xml(part)
    for tree in (root, *stories.values()):
        _drop_bookmarks(tree)
    if root.tag != names("document")[0] or not _ends_well(root) or not _sections_stand_alone(root):
        return None
    if not all(_is_safe(part, body=part is root) for part in (root, *stories.values())):
        return None
    lists = _read_lists(package, [root, *stories.values()])
    if lists is None:
        return None
    counts = any(field.name == "NUMPAGES" for story in stories.values() for field in find_fields(story))
    return Letter(package, root, stories, lists, counts, _find_likeness(package, root, stories))


def _relates_safely(package: Package, main: str) -> bool:
    for relationship in package.relationships(main):
        kind = relationship.type.rpartition("/")[2]
        if kind not in _SHARED | _OWN or (relationship.external and kind != "hyperlink"):
            return False
    return True


def _drop_bookmarks(part: etree._Element) -> None:
    """Take away the bookmarks: nothing within a letter refers to them, and Word leaves one at the very end."""
    for bookmark in list(part.iter(*names("bookmarkStart", "bookmarkEnd"))):
        parent = bookmark.getparent()
        if parent is not None:
            parent.remove(bookmark)


def _ends_well(root: etree._Element) -> bool:
    body = child(root, "body")
    if body is None or len(body) < 2:
        return False
    return is_a(body[-1], "sectPr") and is_a(body[-2], "p") and child(body[-2], "pPr", "sectPr") is None


def _sections_stand_alone(root: etree._Element) -> bool:
    """Whether no section takes its header, footer or page number from before the document."""
    sections = list(root.iter(*names("sectPr")))
    kinds = [_header_kinds(section) for section in sections]
    numbers = [child(section, "pgNumType") for section in sections]
    counted = [number for number in numbers if number is not None]
    return all(kind <= kinds[0] for kind in kinds) and not any(
        attribute(number, "start") is not None or attribute(number, "fmt") not in (None, "decimal")
        for number in counted
    )


def _header_kinds(section: etree._Element) -> set[tuple[object, str | None]]:
    return {
        (item.tag, attribute(item, "type"))
        for item in section.iterchildren(*names("headerReference", "footerReference"))
    }


def _is_safe(part: etree._Element, *, body: bool) -> bool:
    if next(part.iter(*_REFUSED), None) is not None:
        return False
    if any(attribute(link, "anchor") is not None for link in part.iter(*names("hyperlink"))):
        return False
    return all(
        (field.is_plain_count and not body)
        or field.name in ("PAGE", "DATE")
        or (field.name == "HYPERLINK" and "\\l" not in field.instruction)
        for field in find_fields(part)
    )


def _read_lists(package: Package, parts: list[etree._Element]) -> Lists | None:
    numbering, styles = related_part(package, "numbering"), related_part(package, "styles")
    if styles is None:
        return None
    numbered = find_numbered_styles(package.part(styles))
    return Lists.read(package.xml(numbering) if numbering else None, numbered, parts)


def _find_likeness(package: Package, root: etree._Element, stories: Mapping[str, etree._Element]) -> bytes:
    """A digest of all that must be the same: shared parts, and the frame around the body."""
    main = package.main_part
    own = {CONTENT_TYPES, main, *stories, *(relationships_part(part) for part in ("", main, *stories))}
    for part in (main, *stories):
        for item in package.relationships(part):
            if item.type.rpartition("/")[2] in ("image", "numbering") and not item.external:
                own.add(package.resolve(part, item.target))
    digest = sha256()
    for name in sorted(package.parts):
        if name not in own and not name.startswith(("docProps/", "customXml/")):
            digest.update(name.encode() + b"\0" + sha256(package.part(name)).digest())
    frame = [root.attrib.items(), sorted((str(key), value) for key, value in root.nsmap.items())]
    frame += [etree.tostring(item) for item in root if not is_a(item, "body")]
    first = next(root.iter(*names("sectPr")))
    frame.append(sorted(map(str, _header_kinds(first))))
    digest.update(repr(frame).encode())
    return digest.digest()
