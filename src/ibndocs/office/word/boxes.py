"""Finds check boxes: as content controls, as legacy fields and as a character before the words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.places import CheckBox
from ibndocs.office.word.controls import is_check_box
from ibndocs.office.word.form import Form
from ibndocs.office.word.grid import Grid
from ibndocs.office.word.labels import fold, match, pick
from ibndocs.office.word.targets import Tick
from ibndocs.office.word.tree import child, is_a, is_fallback, names, text_of, value_at
from ibndocs.office.word.words import isolate

CHECK_BOX = Text("aankruisvak", "check box")
CHARACTERS = "☐☑☒□"
Box = tuple[etree._Element, int]
"""A control, the begin of a field, or a text with the offset of the character in it."""


def find_check_box(form: Form, place: CheckBox) -> Tick:
    """The box with this tag or name, else the one beside these words."""
    boxes = [box for paragraph in form.every("p") if not is_fallback(paragraph) for box in _label_boxes(paragraph)]
    named = [box for _, box in boxes if place.checkbox in _names_of(box[0])]
    labelled = [(fold(words), box) for words, box in boxes]
    found = named or match(place.checkbox, labelled)
    box, offset = pick(found, place.nth, CHECK_BOX, place.checkbox, (words for words, _ in boxes))
    if is_a(box, "t"):
        isolate(box, offset, offset + 1)
    return Tick(box)


def _names_of(box: etree._Element) -> set[str | None]:
    if is_a(box, "sdt"):
        return {value_at(box, "sdtPr", "tag"), value_at(box, "sdtPr", "alias")}
    return {value_at(box, "ffData", "name")}


def _label_boxes(paragraph: etree._Element) -> Iterator[tuple[str, Box]]:
    """The boxes of a paragraph with the words after them, else before them, else in the next cell."""
    pieces = list(_split(paragraph))
    for index, piece in enumerate(pieces):
        if not isinstance(piece, str):
            after = _words(pieces[index + 1 :])
            before = _words(pieces[:index][::-1], backwards=True)
            yield after or before or _words_of_neighbour(paragraph), piece


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
        elif is_a(element, "t"):
            yield from _split_text(element)
        elif is_a(element, "tab", "br"):
            yield " "
        elif not is_a(element, "p", "txbxContent", "pPr", "rPr", "sdtPr", "del"):
            yield from _split(element)


def _split_text(element: etree._Element) -> Iterator[str | Box]:
    text = element.text or ""
    start = 0
    for offset, character in enumerate(text):
        if character in CHARACTERS:
            yield text[start:offset]
            yield element, offset
            start = offset + 1
    yield text[start:]


def _words_of_neighbour(paragraph: etree._Element) -> str:
    tc = next(paragraph.iterancestors(*names("tc")), None)
    table = next(paragraph.iterancestors(*names("tbl")), None)
    if tc is None or table is None:
        return ""
    for row in Grid(table).rows:
        for cell in row.cells:
            if cell.tc is tc:
                beside = [one for one in (row.at(cell.start + cell.span), row.at(cell.start - 1)) if one is not None]
                return next((text for one in beside if (text := text_of(one.tc).strip())), "")
    return ""
