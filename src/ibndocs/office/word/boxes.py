"""Finds check boxes: as content controls, as legacy fields and as a character before the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Index, fold, pick
from ibndocs.office.places import CheckBox
from ibndocs.office.word.beside import words_of_cells
from ibndocs.office.word.controls import is_check_box
from ibndocs.office.word.form import Form
from ibndocs.office.word.glyphs import find_glyphs
from ibndocs.office.word.tables import find_table, group_by_table
from ibndocs.office.word.targets import Tick
from ibndocs.office.word.tree import FALLBACK, child, is_a, names, text_of, value_at
from ibndocs.office.word.words import isolate

CHECK_BOX = Text("aankruisvak", "check box")
_MANY = 2
Box = tuple[etree._Element, int]
"""A control, the begin of a field, or a text with the offset of the character in it."""


@dataclass(frozen=True, slots=True, eq=False)
class ListedBox:
    """One check box of a form.

    Attributes:
        number: Which of all check boxes it is, from 1.
        words: The words beside it.
        element: The control, the begin of the field, the text or the symbol.
        offset: Where in a text it stands.
        paragraph: The paragraph it stands in.
        order: Which of the check boxes of that paragraph it is, from 0.
    """

    number: int
    words: str
    element: etree._Element
    offset: int
    paragraph: etree._Element
    order: int


class Boxes:
    """Check boxes by number, by name and by label."""

    def __init__(self, listed: Sequence[ListedBox]) -> None:
        self.listed = listed
        self.named: dict[str, list[ListedBox]] = {}
        for box in listed:
            for name in dict.fromkeys(names_of(box.element)):
                self.named.setdefault(name, []).append(box)
        self._labels = Index((fold(box.words), box) for box in listed)
        self._in_tables: dict[etree._Element, Boxes] = {}

    @classmethod
    def of(cls, form: Form) -> Boxes:
        """Those of a form."""
        return cls(list_check_boxes(form))

    def find(self, name: str) -> list[ListedBox]:
        """The boxes with this tag or name, else those beside these words."""
        return self.named.get(name) or self._labels.match(name)

    def within(self, table: etree._Element) -> Boxes:
        """Those in a table."""
        if not self._in_tables:
            self._in_tables = {around: Boxes(boxes) for around, boxes in group_by_table(self.listed).items()}
        return self._in_tables.get(table) or Boxes(())


def find_check_box(form: Form, place: CheckBox) -> Tick:
    """The box of this number, else with this tag or name, else the one beside these words."""
    wanted = place.checkbox
    boxes = form.once(Boxes.of)
    if place.table is not None:
        boxes = boxes.within(find_table(form, place.table).table)
    if isinstance(wanted, int):
        found, known = boxes.listed[wanted - 1 : wanted], iter((f"1 .. {len(boxes.listed)}",))
    else:
        found, known = boxes.find(wanted), (box.words for box in boxes.listed)
    listed = pick(found, place.nth, CHECK_BOX, wanted, known)
    # Its offset is only known now: another box of the same text may have been cut out before.
    box, offset = _boxes_in(listed.paragraph)[listed.order]
    if is_a(box, "t"):
        isolate(box, offset, offset + 1)
    return Tick(box)


def list_check_boxes(form: Form) -> list[ListedBox]:
    """Every check box, in the order that a number counts them."""
    found: list[ListedBox] = []
    for paragraph in form.every("p"):
        for order, (words, (element, offset)) in enumerate(_label_boxes(form, paragraph)):
            found.append(ListedBox(len(found) + 1, words, element, offset, paragraph, order))
    return found


def _boxes_in(paragraph: etree._Element) -> list[Box]:
    return [piece for piece in _split(paragraph) if not isinstance(piece, str)]


def names_of(box: etree._Element) -> tuple[str, ...]:
    """The tag and title of a control, the name of a field; a character has none."""
    steps = (("sdtPr", "tag"), ("sdtPr", "alias")) if is_a(box, "sdt") else (("ffData", "name"),)
    return tuple(name for step in steps if (name := value_at(box, *step)))


def _label_boxes(form: Form, paragraph: etree._Element) -> Iterator[tuple[str, Box]]:
    """The boxes of a paragraph with the words after them, else before them, else in a cell beside.

    Where words come first and a box comes last (`ja ☐ nee ☐`), each box belongs to the words before it.
    """
    pieces = list(_split(paragraph))
    ends_on_box = bool(_words(pieces)) and not _words(pieces[::-1])
    for index, piece in enumerate(pieces):
        if not isinstance(piece, str):
            after = _words(pieces[index + 1 :])
            before = _words(pieces[:index][::-1], backwards=True)
            own = before or after if ends_on_box else after or before
            yield own or _words_across(form, paragraph) or words_of_cells(form, paragraph, left_first=False), piece


def _words_across(form: Form, paragraph: etree._Element) -> str:
    """For one of the boxes below each other in a cell, the line of the cell beside it that it stands for."""
    tc = paragraph.getparent()
    boxes = form.once(_stack_boxes).get(tc, []) if tc is not None else []
    if tc not in form.cells or len(boxes) < _MANY:
        return ""
    _, row, cell = form.cells[tc]
    for beside in (row.at(cell.start + cell.span), row.at(cell.start - 1)):
        lines = (text_of(line).split() for line in (beside.tc.iterchildren(*names("p")) if beside is not None else ()))
        said = [" ".join(line) for line in lines if line]
        if len(said) >= len(boxes):
            return said[boxes.index(paragraph)]
    return ""


def _stack_boxes(form: Form) -> dict[etree._Element, list[etree._Element]]:
    """By cell, the paragraphs that hold a box and no words."""
    stacks: dict[etree._Element, list[etree._Element]] = {}
    for paragraph in form.every("p"):
        tc = paragraph.getparent()
        if tc in form.cells and len(_boxes_in(paragraph)) == 1 and not _words(list(_split(paragraph))[::-1]):
            stacks.setdefault(tc, []).append(paragraph)
    return stacks


def _words(pieces: list[str | Box], *, backwards: bool = False) -> str:
    words = [piece for piece in takewhile(lambda piece: isinstance(piece, str), pieces) if isinstance(piece, str)]
    return " ".join("".join(reversed(words) if backwards else words).split())


def _split(parent: etree._Element) -> Iterator[str | Box]:
    """Text and boxes in reading order."""
    for element in parent:
        if is_a(element, "sdt") and is_check_box(element):
            yield element, 0
        elif is_a(element, "fldChar"):
            if child(element, "ffData", "checkBox") is not None:
                yield element, 0
        elif is_a(element, "t", "sym"):
            yield from _split_text(element)
        elif is_a(element, "tab", "br"):
            yield " "
        elif not is_a(element, "p", "txbxContent", "pPr", "rPr", "sdtPr", "del") and element.tag != FALLBACK:
            yield from _split(element)


def _split_text(element: etree._Element) -> Iterator[str | Box]:
    text = element.text or ""
    around = next(element.iterancestors(*names("sdt")), None)
    control = around if around is not None and is_check_box(around) else None
    start = 0
    for offset in find_glyphs(element):
        yield text[start:offset]
        # Around a paragraph or a cell a check box shows its mark as a character of the text.
        yield (control, 0) if control is not None else (element, offset)
        start = offset + 1
    yield text[start:]
