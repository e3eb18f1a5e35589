"""Letters of one template joined as the sections of one Word document, each counting its pages and lists from one.

A bookmark at the beginning of each letter says in the PDF where it begins; one at its end has, because the pages are
counted anew, the number of its pages as its page: by that "page x of y" is right in each. Nearly always: LibreOffice
may ask for that page before it has laid out the last of them. What it wrote stands in the PDF, so that can be seen, and
such a letter is joined again with the number that it is now known to have.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from hashlib import sha256

from lxml import etree

from ibndocs.office.package import CONTENT_TYPES, Relationship, relationships_part
from ibndocs.office.pdf.fields import find_fields
from ibndocs.office.pdf.joinable import Letter
from ibndocs.office.pdf.lists import ListCopies
from ibndocs.office.relations import add_types
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import child, make, names, set_attribute
from ibndocs.office.xmltext import escape

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OWN = ("header", "footer", "image", "hyperlink")


def name_beginning(letter: int) -> str:
    """The bookmark at the beginning of a letter."""
    return f"ibnBegin{letter}"


def name_end(letter: int) -> str:
    """The bookmark in the last paragraph of a letter."""
    return f"ibnEnd{letter}"


def join_letters(letters: Sequence[Letter], counts: Sequence[int] = ()) -> bytes:
    """One document with a section, or more, for each of `letters`.

    Args:
        letters: Letters of one likeness; they are taken apart.
        counts: The number of pages of each, when that is known.
    """
    return _Joining(letters[0], counts).join(letters)


class _Joining:
    """A joined document in the making; shared parts come from its first letter."""

    def __init__(self, first: Letter, counts: Sequence[int]) -> None:
        self._counts = counts
        self._package = first.package
        self._main = first.package.main_part
        self._root = first.root
        self._folder = posixpath.dirname(self._main)
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: list[str] = []
        self._copies = ListCopies()

    def join(self, letters: Sequence[Letter]) -> bytes:
        contents = [self._take(number, letter) for number, letter in enumerate(letters)]
        body = letters[0].body
        body.extend(block for blocks in contents for block in blocks)
        last = child(body[-1], "pPr", "sectPr")
        assert last is not None, "every letter ends in a section"
        body.append(last)
        self._parts[self._main] = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._add_lists()
        self._relate_shared()
        self._parts[relationships_part(self._main)] = _write_relations(self._relations)
        self._parts[CONTENT_TYPES] = add_types(self._package, (), self._types)
        return self._package.write(self._parts)

    def _take(self, number: int, letter: Letter) -> list[etree._Element]:
        """The blocks of a letter, made ready to follow others."""
        parts = [letter.root, *letter.stories.values()]
        self._copies.add(letter.lists, parts, letter=number)
        self._point_at_copies(letter, number)
        body = letter.body
        section = body[-1]
        body.remove(section)
        blocks = list(body)
        _open_section(_first_section(blocks, section))
        _mark(blocks, number)
        _close_section(blocks[-1], section)
        for block in blocks:
            body.remove(block)
        return blocks

    def _point_at_copies(self, letter: Letter, number: int) -> None:
        """Take along what the letter relates to, under ids of its own."""
        renamed: dict[str, str] = {}
        for item in letter.package.relationships(self._main):
            kind = item.type.rpartition("/")[2]
            if kind not in _OWN:
                continue
            renamed[item.id] = f"ibn{number}-{len(renamed)}"
            self._relations.append(self._take_relation(letter, self._main, item, renamed[item.id], number))
        for element in letter.root.iter("*"):
            for key, value in element.items():
                if "/relationships}" in str(key) and value in renamed:
                    element.set(key, renamed[str(value)])

    def _take_relation(self, letter: Letter, part: str, item: Relationship, identifier: str, number: int) -> str:
        if item.external:
            return _write_relation(identifier, item.type, item.target, external=True)
        source = letter.package.resolve(part, item.target)
        if source in letter.stories:
            target = self._take_story(letter, source, number)
        else:
            target = self._take_picture(letter, source)
        return _write_relation(identifier, item.type, f"/{target}")

    def _take_story(self, letter: Letter, source: str, number: int) -> str:
        root = letter.stories[source]
        for field in find_fields(root):
            if field.name == "NUMPAGES" and self._counts:
                field.become_text(str(self._counts[number]))
            elif field.name == "NUMPAGES":
                field.ask_page_of(name_end(number))
        relations = [
            self._take_relation(letter, source, item, item.id, number) for item in letter.package.relationships(source)
        ]
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        digest = sha256(data + "".join(relations).encode()).hexdigest()[:16]
        target = posixpath.join(self._folder, f"story-{digest}.xml")
        self._parts[target] = data
        self._types[target] = letter.package.content_type(source)
        if relations:
            self._parts[relationships_part(target)] = _write_relations(relations)
        return target

    def _take_picture(self, letter: Letter, source: str) -> str:
        data = letter.package.part(source)
        extension = posixpath.splitext(source)[1]
        target = posixpath.join(self._folder, "media", f"joined-{sha256(data).hexdigest()[:16]}{extension}")
        self._parts[target] = data
        self._types[target] = letter.package.content_type(source)
        return target

    def _relate_shared(self) -> None:
        for item in self._package.relationships(self._main):
            if item.type.rpartition("/")[2] not in _OWN:
                self._relations.append(_write_relation(item.id, item.type, item.target, external=item.external))

    def _add_lists(self) -> None:
        numbering, styles = related_part(self._package, "numbering"), related_part(self._package, "styles")
        if numbering and self._copies.definitions:
            root = self._package.xml(numbering)
            first = next(root.iterchildren(*names("num")))
            for definition in self._copies.definitions:
                first.addprevious(definition)
            last = list(root.iterchildren(*names("num")))[-1]
            for instance in reversed(self._copies.instances):
                last.addnext(instance)
            self._parts[numbering] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if styles and self._copies.styles:
            root = self._package.xml(styles)
            root.extend(self._copies.styles)
            self._parts[styles] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _first_section(blocks: Iterable[etree._Element], last: etree._Element) -> etree._Element:
    found = (section for block in blocks for section in block.iter(*names("sectPr")))
    return next(found, last)


def _open_section(section: etree._Element) -> None:
    """Let a section begin on a new page with number 1."""
    kind = child(section, "type")
    if kind is None:
        kind = make(section, "type")
        _insert(section, kind, after=names("headerReference", "footerReference", "footnotePr", "endnotePr"))
    set_attribute(kind, "val", "nextPage")
    number = child(section, "pgNumType")
    if number is None:
        number = make(section, "pgNumType")
        _insert(
            section,
            number,
            after=names(
                *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
                *("paperSrc", "pgBorders", "lnNumType"),
            ),
        )
    set_attribute(number, "start", "1")


def _insert(section: etree._Element, element: etree._Element, *, after: Sequence[str]) -> None:
    """Put `element` behind the last child that is one of `after` (the order of CT_SectPr)."""
    before = [item for item in section if item.tag in after]
    section.insert(section.index(before[-1]) + 1 if before else 0, element)


def _mark(blocks: Sequence[etree._Element], number: int) -> None:
    first = next(paragraph for block in blocks for paragraph in block.iter(*names("p")))
    for paragraph, name, identifier in (
        (first, name_beginning(number), 2 * number),
        (blocks[-1], name_end(number), 2 * number + 1),
    ):
        start = make(paragraph, "bookmarkStart", id=str(identifier), name=name)
        end = make(paragraph, "bookmarkEnd", id=str(identifier))
        properties = child(paragraph, "pPr")
        at = 0 if properties is None else paragraph.index(properties) + 1
        paragraph[at:at] = [start, end]


def _close_section(paragraph: etree._Element, section: etree._Element) -> None:
    """Let the letter's last section end in its last paragraph."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = make(paragraph, "pPr")
        paragraph.insert(0, properties)
    change = child(properties, "pPrChange")
    if change is None:
        properties.append(section)
    else:
        change.addprevious(section)


def _write_relation(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{escape(identifier)}" Type="{escape(kind)}" Target="{escape(target)}"{mode}/>'


def _write_relations(relations: Sequence[str]) -> bytes:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(relations)}</Relationships>'.encode()
