"""Finds blanks: dots, a line or brackets after the words they belong to; a tab that draws a line; an open cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Index, fold, is_filler, pick
from ibndocs.office.places import Blank
from ibndocs.office.word.beside import words_near
from ibndocs.office.word.form import Form
from ibndocs.office.word.rooms import is_empty
from ibndocs.office.word.tables import find_table, group_by_table
from ibndocs.office.word.targets import Stretch
from ibndocs.office.word.tree import is_a, names
from ibndocs.office.word.words import cut_open, cut_out, plain_text

BLANK = Text("invulplaats", "blank")
_BLANK = re.compile(
    r"[.…·_]{4,}"  # dots or a line
    r"|(?<![\w.…])(?:\.{3}|…)(?![\w.…])"  # three dots that end no word
    r"|…{2,}|_{3,}|(?:[.…·_]\s){3,}[.…·_]?"  # spaced dots
    r"|\[(?!\s?\]|[xXvV]\])[^\[\]]{1,80}\]"  # words or room in brackets; `[ ]` and `[x]` are check boxes
)
_BETWEEN = re.compile(r"\w")
_OTHERS = ("fldChar", "fldSimple", "sdt", "sym", "drawing", "pict", "object")


@dataclass(frozen=True, slots=True, eq=False)
class ListedBlank:
    """One blank of a form.

    Attributes:
        number: Which of all blanks it is, from 1.
        words: The words it belongs to.
        paragraph: The paragraph it stands in.
        start: Where in the text of that it begins.
        content: What it says: dots, a line, brackets; nothing where a line is merely open.
    """

    number: int
    words: str
    paragraph: etree._Element
    start: int
    content: str

    @property
    def end(self) -> int:
        """Where in the text of its paragraph it ends."""
        return self.start + len(self.content)


class Blanks:
    """Blanks by number, by the words before them and by what they say."""

    def __init__(self, listed: Sequence[ListedBlank]) -> None:
        self.listed = listed
        self._labels = Index((fold(blank.words), blank) for blank in listed)
        self._contents = Index((fold(blank.content.strip("[] ")), blank) for blank in listed)
        self._in_tables: dict[etree._Element, Blanks] = {}

    @classmethod
    def of(cls, form: Form) -> Blanks:
        """Those of a form, in the order that a number counts them."""
        listed: list[ListedBlank] = []
        for paragraph in form.every("p"):
            if not form.outline.is_contents(paragraph):
                for words, start, content in _read_blanks(form, paragraph):
                    listed.append(ListedBlank(len(listed) + 1, words, paragraph, start, content))
        return cls(listed)

    def find(self, name: str) -> list[ListedBlank]:
        """The blanks after these words, else the brackets with these words in them."""
        return self._labels.match(name) or self._contents.match(name.strip("[] "))

    def within(self, table: etree._Element) -> Blanks:
        """Those in a table."""
        if not self._in_tables:
            self._in_tables = {around: Blanks(blanks) for around, blanks in group_by_table(self.listed).items()}
        return self._in_tables.get(table) or Blanks(())


def find_blank(form: Form, place: Blank) -> Stretch:
    """The blank after these words, else the brackets with these words in them, else that of this number.

    Raises:
        Unresolved: There is none, or there are several and `nth` does not say which.
    """
    wanted = place.blank
    blanks = form.once(Blanks.of)
    if place.table is not None:
        blanks = blanks.within(find_table(form, place.table).table)
    found = blanks.listed[wanted - 1 : wanted] if isinstance(wanted, int) else blanks.find(wanted)
    blank = pick(found, place.nth, BLANK, wanted, (blank.words for blank in blanks.listed))
    if blank.content:
        return cut_out(blank.paragraph, blank.start, blank.content)
    return cut_open(blank.paragraph, blank.start)


def _read_blanks(form: Form, paragraph: etree._Element) -> Iterator[tuple[str, int, str]]:
    """The words of each blank of a paragraph, where it begins, and what it says."""
    text = plain_text(paragraph)
    before, words = 0, ""
    found = [(one.start(), one.end()) for one in _BLANK.finditer(text)]
    for start, end in sorted([*found, *((offset, offset) for offset in _find_openings(form, paragraph, text))]):
        own = text[before:start]
        if not is_filler(own) and _BETWEEN.search(own):
            words = " ".join(own.split())
        elif not words:
            words = words_near(form, paragraph)
        yield words, start, text[start:end]
        before = end


def _find_openings(form: Form, paragraph: etree._Element, text: str) -> Iterator[int]:
    """Where a line is open though no character says so: before a tab that draws a line, after a colon in a cell."""
    if not _BETWEEN.search(text) or next(paragraph.iter(*names(*_OTHERS)), None) is not None:
        return
    if form.outline.has_leader(paragraph):
        offsets = list(_find_tabs(paragraph))
        for offset, after in zip(offsets, [*offsets[1:], len(text)], strict=True):
            own = text[offset:after].strip()
            if offset and not own.isdigit():  # a number at the end is that of a page
                yield offset
    elif text.rstrip().endswith(":") and _ends_open_cell(form, paragraph):
        yield len(text)


def _find_tabs(paragraph: etree._Element) -> Iterator[int]:
    """The offsets in the text of a paragraph at which words stand before a tab."""
    offset = 0
    words = False
    for element in paragraph.iter(*names("t", "tab")):
        if is_a(element, "t"):
            offset += len(element.text or "")
            words = words or bool((element.text or "").strip())
        elif words and is_a(element.getparent(), "r"):  # type: ignore[arg-type]
            yield offset
            words = False


def _ends_open_cell(form: Form, paragraph: etree._Element) -> bool:
    """Whether a paragraph ends a cell that has no empty cell beside or below it to answer in."""
    tc = paragraph.getparent()
    if tc not in form.cells or next(paragraph.itersiblings(*names("p", "tbl", "sdt")), None) is not None:
        return False
    grid, row, cell = form.cells[tc]
    right = row.at(cell.start + cell.span)
    number = grid.number(row) + 1
    below = grid.rows[number].at(cell.start) if number < len(grid.rows) else None
    if any(beside is not None and is_empty(beside.tc) for beside in (right, below)):
        return False
    return right is None or right.text.endswith(":")
