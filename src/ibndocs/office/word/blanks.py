"""Finds blanks: dots or a line to write on, or brackets, as they stand after the words they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.places import Blank
from ibndocs.office.word.beside import words_near
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import Index, fold, is_filler, pick
from ibndocs.office.word.targets import Stretch
from ibndocs.office.word.words import cut_out, plain_text

BLANK = Text("invulplaats", "blank")
_BLANK = re.compile(
    r"[.…·_]{4,}"  # dots or a line
    r"|(?<![\w.…])(?:\.{3}|…)(?![\w.…])"  # three dots that end no word
    r"|…{2,}|_{3,}|(?:[.…·_]\s){3,}[.…·_]?"  # spaced dots
    r"|\[(?!\s?\]|[xXvV]\])[^\[\]]{1,80}\]"  # words or room in brackets; `[ ]` and `[x]` are check boxes
)
_BETWEEN = re.compile(r"\w")
Found = tuple[str, etree._Element, int, int]
"""The words a blank belongs to, its paragraph, and where in the text of that it begins and ends."""


def find_blank(form: Form, place: Blank) -> Stretch:
    """The blank after these words, else the brackets with these words in them, else that of this number.

    Raises:
        Unresolved: There is none, or there are several and `nth` does not say which.
    """
    wanted = place.blank
    blanks = form.once(list_blanks)
    if isinstance(wanted, int):
        found = pick(blanks[wanted - 1 : wanted], place.nth, BLANK, wanted, (f"1 .. {len(blanks)}",))
    else:
        labelled = form.once(_index_words).match(wanted) or form.once(_index_brackets).match(wanted.strip("[] "))
        found = pick(labelled, place.nth, BLANK, wanted, (words for words, *_ in blanks))
    _, paragraph, start, end = found
    return cut_out(paragraph, start, plain_text(paragraph)[start:end])


def _index_words(form: Form) -> Index[Found]:
    return Index((fold(one[0]), one) for one in form.once(list_blanks))


def _index_brackets(form: Form) -> Index[Found]:
    return Index((fold(_text(one).strip("[] ")), one) for one in form.once(list_blanks))


def _text(blank: Found) -> str:
    _, paragraph, start, end = blank
    return plain_text(paragraph)[start:end]


def list_blanks(form: Form) -> list[Found]:
    """Every blank in the order that a number counts them: its words, its paragraph, and where it begins and ends."""
    return [
        (words, paragraph, start, end)
        for paragraph in form.every("p")
        if not form.outline.is_contents(paragraph)
        for words, start, end in _read_blanks(form, paragraph)
    ]


def _read_blanks(form: Form, paragraph: etree._Element) -> Iterator[tuple[str, int, int]]:
    text = plain_text(paragraph)
    before, words = 0, ""
    for found in _BLANK.finditer(text):
        own = text[before : found.start()]
        if not is_filler(own) and _BETWEEN.search(own):
            words = " ".join(own.split())
        elif not words:
            words = words_near(form, paragraph)
        yield words, found.start(), found.end()
        before = found.end()
