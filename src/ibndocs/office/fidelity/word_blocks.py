"""A Word part as the blocks that are compared: paragraphs and tables, whatever controls or revisions they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from ibndocs.office.fidelity.word_text import FLAT, HOLE, PICTURE, Places, is_answer_control, open_end, read_text
from ibndocs.office.word.outline import Outline
from ibndocs.office.word.tree import COMPATIBILITY, attribute, child, is_a, is_fallback, names, value_at

_COMPUTED = re.compile(r"⟦\w+⟧")
_HOLDERS = names("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_CHOICES = (f"{COMPATIBILITY}AlternateContent", f"{COMPATIBILITY}Choice")


@dataclass(eq=False)
class Paragraph:
    """A paragraph with text.

    Attributes:
        text: Its text, with `HOLE` where answers may come.
        element: It.
        style: The name of its style and its list level, if it is in a list.
        level: Its outline level, if it is a heading.
        free: It may be left out.
        flat: Its text as it stands there, blanks and all; kept where answers may come.
        blanks: How many dots, lines, brackets, fields and controls in it wait for an answer.
    """

    text: str
    element: etree._Element
    style: tuple[str, str | None]
    level: int | None
    free: bool = False
    flat: str = ""
    blanks: int = 0

    @property
    def key(self) -> object:
        """What it is known by; nothing else is equal to a paragraph in which answers may stand."""
        return self.text if HOLE not in self.text else self

    @property
    def shown(self) -> str:
        """Its text as one reads it, with a sign for each picture and for what Word computes."""
        text = _COMPUTED.sub("…", self.text.strip(f" {HOLE}").replace(HOLE, "…").replace(PICTURE, "▣"))
        return " ".join(text.split())


@dataclass(eq=False)
class Cell:
    """A cell: what stands in it, how many columns it covers and whether it goes on from the cell above."""

    element: etree._Element
    story: Story
    shape: tuple[str, str]

    @property
    def shown(self) -> str:
        """Its text."""
        return self.story.shown


@dataclass(eq=False)
class Row:
    """A row of a table."""

    element: etree._Element
    cells: list[Cell]
    repeats: bool

    @cached_property
    def shape(self) -> tuple[tuple[str, str], ...]:
        """The shapes of its cells."""
        return tuple(cell.shape for cell in self.cells)

    @cached_property
    def is_fixed(self) -> bool:
        """Whether the form says something in it."""
        return any(cell.story.fixed for cell in self.cells)

    @property
    def is_open(self) -> bool:
        """Whether an answer may come in it."""
        return any(any(cell.story.open) for cell in self.cells)

    @property
    def shown(self) -> str:
        """Its texts."""
        return " | ".join(cell.shown for cell in self.cells).strip(" |")


@dataclass(eq=False)
class Table:
    """A table."""

    element: etree._Element
    rows: list[Row]
    free: bool = False

    @cached_property
    def key(self) -> object:
        """What it is known by: the texts of its first row; a table that has none there is equal to no other."""
        first = tuple(cell.shown for cell in self.rows[0].cells) if self.rows else ()
        return ("table", first) if any(first) and HOLE not in self._first_raw else self

    @property
    def _first_raw(self) -> str:
        return "".join(block.text for cell in self.rows[0].cells for block in cell.story.paragraphs)

    @cached_property
    def words(self) -> set[str]:
        """The texts that the form says in it."""
        return {block.text for row in self.rows for cell in row.cells for block in cell.story.paragraphs}

    @property
    def width(self) -> int:
        """How many columns each of its rows covers; 0 when they differ."""
        found = {sum(int(cell.shape[0]) for cell in row.cells) for row in self.rows}
        return found.pop() if len(found) == 1 else 0

    @property
    def lasting_words(self) -> set[str]:
        """Those of the rows that do not repeat, without what an answer changes."""
        rows = (row for row in self.rows if not row.repeats)
        texts = (block.text for row in rows for cell in row.cells for block in cell.story.paragraphs)
        return {text for text in texts if HOLE not in text}

    @property
    def shown(self) -> str:
        """Its first row with text."""
        return next((row.shown for row in self.rows if row.is_fixed), "")


Block = Paragraph | Table


@dataclass(eq=False)
class Story:
    """The blocks of a part, a cell or a text box.

    Attributes:
        fixed: What the form says there: paragraphs with text, and tables.
        open: For each gap before, between and after them, whether an answer may come there.
        blank: For each gap, how many places wait in it in so many words: empty lines, controls.
        alone: For each gap, how many controls and fields stand in it on lines of their own.
        initial: What stands in those places before anything is filled in.
    """

    fixed: list[Block] = field(default_factory=list)
    open: list[bool] = field(default_factory=lambda: [False])
    blank: list[int] = field(default_factory=lambda: [0])
    alone: list[int] = field(default_factory=lambda: [0])
    initial: set[str] = field(default_factory=set)

    def add(self, block: Block, *, opens: bool) -> None:
        """Add what the form says; `opens` tells whether an answer may come right after it."""
        self.fixed.append(block)
        self.open.append(opens)
        self.blank.append(0)
        self.alone.append(0)

    def open_here(self, *, alone: bool = False) -> None:
        """Note that an answer may come at the end of what there is; `alone` for a control or field that waits there."""
        self.open[-1] = True
        self.blank[-1] += 1
        self.alone[-1] += alone

    @property
    def asks(self) -> bool:
        """Whether the form says something and leaves room for an answer beside it."""
        return bool(self.fixed) and (any(self.blank) or any(HOLE in block.text for block in self.paragraphs))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs."""
        return (block for block in self.fixed if isinstance(block, Paragraph))

    @property
    def shown(self) -> str:
        """The texts."""
        return " / ".join(block.shown for block in self.fixed)


class StoryReader:
    """Reads the stories of one file."""

    def __init__(self, outline: Outline, places: Places) -> None:
        self._outline = outline
        self._places = places

    def read(self, parent: etree._Element) -> Story:
        """What stands in a body, a cell, a header, a note or a text box."""
        story = Story()
        if not self._places.known and is_a(parent, "tc"):
            story.open[0] = True
        self._add_all(story, parent, free=False)
        return story

    def _add_all(self, story: Story, parent: etree._Element, *, free: bool) -> None:
        for item in parent:
            loose = free or item in self._places.free
            if item in self._places.replaced:
                story.open_here()
            elif is_a(item, "p"):
                self._add_paragraph(story, item, free=loose)
            elif is_a(item, "tbl"):
                story.add(self._read_table(item, free=loose), opens=False)
            elif is_a(item, "sdt") and not self._places.known and is_answer_control(item):
                story.open_here(alone=True)
                story.initial.update(read_text(paragraph, FLAT) for paragraph in item.iter(*names("p")))
            elif item.tag in _HOLDERS or item.tag in _CHOICES:
                self._add_all(story, item, free=loose)
            if item in self._places.after:
                story.open_here()

    def _add_paragraph(self, story: Story, element: etree._Element, *, free: bool) -> None:
        if self._outline.is_contents(element):
            return
        text = read_text(element, self._places)
        if not text.replace(HOLE, "").strip():
            if HOLE in text or not self._places.known:
                story.open_here(alone=HOLE in text)
                story.initial.add(read_text(element, FLAT))
            return
        listed = value_at(element, "pPr", "numPr", "ilvl")
        style = (self._outline.style_name(element).casefold() or "normal", listed)
        blanks = text.count(HOLE)
        text = text if self._places.known else open_end(text)
        flat = read_text(element, FLAT) if HOLE in text else text
        block = Paragraph(text, element, style, self._outline.level(element), free, flat, blanks)
        story.add(block, opens=not self._places.known)

    def _read_table(self, element: etree._Element, *, free: bool) -> Table:
        rows = [
            Row(row, [self._read_cell(cell) for cell in _through(row, "tc")], row in self._places.rows)
            for row in _through(element, "tr")
        ]
        return Table(element, rows, free)

    def _read_cell(self, element: etree._Element) -> Cell:
        merge = child(element, "tcPr", "vMerge")
        up = "" if merge is None else attribute(merge, "val") or "continue"
        return Cell(element, self.read(element), (value_at(element, "tcPr", "gridSpan") or "1", up))

    def boxes(self, root: etree._Element, *, twins: bool = False) -> list[Story]:
        """The text boxes of a part, each once; with `twins` the old-fashioned copies that Word keeps of them."""
        found = root.iter(*names("txbxContent"))
        return [self.read(box) for box in found if is_fallback(box) == twins]


def _through(parent: etree._Element, local: str) -> Iterator[etree._Element]:
    for item in parent:
        if is_a(item, local):
            yield item
        elif item.tag in _HOLDERS:
            yield from _through(item, local)


def show(blocks: Sequence[Block]) -> str:
    """The texts of blocks."""
    return " / ".join(block.shown for block in blocks)
