"""Finds check boxes: as content controls, as legacy fields and as a character before the words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.places import CheckBox
from ibndocs.office.word.beside import words_of_cells
from ibndocs.office.word.controls import is_check_box
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import fold, match, pick
from ibndocs.office.word.targets import Tick
from ibndocs.office.word.tree import child, is_a, value_at
from ibndocs.office.word.words import isolate

CHECK_BOX = Text("aankruisvak", "check box")
CHARACTERS = "☐☑☒□"
Box = tuple[etree._Element, int]
"""A control, the begin of a field, or a text with the offset of the character in it."""


def find_check_box(form: Form, place: CheckBox) -> Tick:
    """The box of this number, else with this tag or name, else the one beside these words."""
    boxes = list_check_boxes(form)
    wanted = place.checkbox
    if isinstance(wanted, int):
        box, offset = pick([box for _, box in boxes][wanted - 1 : wanted], place.nth, CHECK_BOX, wanted, ())
    else:
        named = [box for _, box in boxes if wanted in _names_of(box[0])]
        found = named or match(wanted, [(fold(words), box) for words, box in boxes])
        box, offset = pick(found, place.nth, CHECK_BOX, wanted, (words for words, _ in boxes))
    if is_a(box, "t"):
        isolate(box, offset, offset + 1)
    return Tick(box)


def list_check_boxes(form: Form) -> list[tuple[str, Box]]:
    """Every check box with the words beside it, in the order that a number counts them."""
    return [box for paragraph in form.every("p") for box in _label_boxes(form, paragraph)]


def _names_of(box: etree._Element) -> set[str | None]:
    if is_a(box, "sdt"):
        return {value_at(box, "sdtPr", "tag"), value_at(box, "sdtPr", "alias")}
    return {value_at(box, "ffData", "name")}


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
            yield own or words_of_cells(form, paragraph, left_first=False), piece


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
