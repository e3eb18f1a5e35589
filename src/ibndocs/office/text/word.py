"""A Word document as text: the story, then notes, comments, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.text.lines import flatten, format_row, format_section
from ibndocs.office.text.tree import Links, attribute, chosen, each, every, first, local, relation
from ibndocs.office.text.word_runs import Runs
from ibndocs.office.text.word_styles import ParagraphKinds

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom", "smartTag"}
_EDGES = {"headerReference": "koptekst", "footerReference": "voettekst"}
_PAGES = {"first": " (eerste pagina)", "even": " (even pagina's)"}


def read_document(package: Package) -> list[str]:
    """The lines of a Word document."""
    main = package.main_part
    links = Links(package, main)
    kinds = ParagraphKinds(links)
    root = package.xml(main)
    body = first(root, "body")
    lines = _Story(package, main, kinds).read(body) if body is not None else []
    for kind, tag, title, letter in (
        ("footnotes", "footnote", "voetnoten", ""),
        ("endnotes", "endnote", "eindnoten", "e"),
        ("comments", "comment", "opmerkingen", "o"),
    ):
        for part in links.parts(kind)[:1]:
            lines += format_section(title, _read_notes(package, part, tag, letter, kinds))
    seen = set()
    for reference in (item for section in every(root, "sectPr") for item in section):
        part_name = links.target(relation(reference))
        if local(reference) in _EDGES and part_name and part_name not in seen:
            seen.add(part_name)
            title = _EDGES[local(reference)] + _PAGES.get(attribute(reference, "type"), "")
            story = _Story(package, part_name, kinds).read(package.xml(part_name))
            lines += format_section(title, story)
    return lines


def _read_notes(package: Package, part: str, tag: str, letter: str, kinds: ParagraphKinds) -> list[str]:
    story = _Story(package, part, kinds)
    lines = []
    for note in each(package.xml(part), tag):
        # Separators between the text and its notes are kept as notes with a type of their own.
        if attribute(note, "type", "normal") == "normal":
            author = attribute(note, "author")
            words = flatten(story.read(note))
            lines.append(f"[^{letter}{attribute(note, 'id')}] {author + ': ' if author else ''}{words}")
    return lines


class _Story:
    """Reads one part: its paragraphs and tables, in order."""

    def __init__(self, package: Package, part: str, kinds: ParagraphKinds) -> None:
        self._kinds = kinds
        self._links = Links(package, part)
        self._runs = Runs(self._links, self.read)
        self._in_row = False

    def read(self, parent: _Element) -> list[str]:
        """The lines of the paragraphs and tables within `parent`."""
        lines: list[str] = []
        for child in chosen(parent):
            kind = local(child)
            if kind == "p":
                lines += self._read_paragraph(child)
            elif kind == "tbl":
                lines += ["", *self._read_table(child), ""]
            elif kind in _WRAPPERS:
                lines += self.read(child)
            elif kind == "altChunk":
                target = self._links.target(relation(child)) or "?"
                lines.append(f"[ingevoegd bestand: {target.rpartition('/')[2]}]")
        return lines

    def _read_paragraph(self, paragraph: _Element) -> list[str]:
        properties = first(paragraph, "pPr")
        outer, self._runs.anchored = self._runs.anchored, []
        text = self._runs.read(paragraph)
        anchored, self._runs.anchored = self._runs.anchored, outer
        text += _mark_paragraph_change(first(properties, "rPr"))
        if not text.strip():
            return anchored
        mark = self._kinds.mark(properties)
        text = text.strip("\n")
        if mark.startswith("#"):
            return [text, *anchored] if self._in_row else ["", mark + text, *anchored]
        return [mark + text, *anchored]

    def _read_table(self, table: _Element) -> Iterator[str]:
        caption = attribute(first(table, "tblPr", "tblCaption"), "val")
        if caption:
            yield f"[tabel: {caption}]"
        for row in _inside(table, "tr"):
            cells = list(_inside(row, "tc"))
            outer, self._in_row = self._in_row, self._in_row or len(cells) > 1
            texts = [self._read_cell(cell) for cell in cells]
            self._in_row = outer
            # A table within a row that is one line itself cannot be rows of pipes again.
            line = "; ".join(filter(None, map(flatten, texts))) if outer else format_row(texts)
            if first(row, "trPr", "ins") is not None:
                line = f"{{+{line}+}}"
            elif first(row, "trPr", "del") is not None:
                line = f"{{-{line}-}}"
            yield line

    def _read_cell(self, cell: _Element) -> list[str]:
        merge = first(cell, "tcPr", "vMerge")
        if merge is not None and attribute(merge, "val", "continue") == "continue":
            return []
        return self.read(cell)


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for child in chosen(parent):
        if local(child) == name:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _inside(child, name)


def _mark_paragraph_change(mark: _Element | None) -> str:
    """A sign that the end of the paragraph itself was inserted or deleted."""
    if first(mark, "ins") is not None:
        return "{+¶+}"
    return "{-¶-}" if first(mark, "del") is not None else ""
