"""The text of one Word paragraph with its answer places, as it is compared.

Whatever Word writes anew when a person saves a file (how runs are split, revision numbers, proofing marks, page breaks
of the last lay-out, results of page and date fields) makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ibndocs.office.word.tree import COMPATIBILITY, W14, attribute, child, names

HOLE = "\ue000"
"""Stands in the text of a form for a place where an answer may come."""
BOX = "☐"
PICTURE = "\ue001"
"""Stands in a text for a picture, a shape or an embedded object."""
CHARACTERS = str.maketrans(dict.fromkeys("☑☒□■◻◼▢", BOX) | {"\u00ad": "", "\u200b": "", "\u00a0": " "})
"""A ticked box as an empty one; soft hyphens and hard spaces as nothing and as spaces."""
_BLANK = re.compile(r"_{3,}|[.…]{4,}|…{2,}|\[(?!\d*\])[^\[\]]{1,120}\]")
_OPEN_END = re.compile(r"(?<=[:?])$")
_VOLATILE = (
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "TOC",
    "DATE",
    "TIME",
    "SAVEDATE",
    "PRINTDATE",
    "REF",
    "PAGEREF",
    "SEQ",
)
_TEXTS, _SPACES = frozenset(names("t")), frozenset(names("tab", "br", "cr", "ptab"))
_HYPHENS, _FIELD_ENDS = frozenset(names("noBreakHyphen")), frozenset(names("fldChar"))
_FIELD_CODES, _SIMPLE_FIELDS = frozenset(names("instrText")), frozenset(names("fldSimple"))
_SHAPES = frozenset((*names("drawing", "pict", "object"), f"{COMPATIBILITY}AlternateContent"))
_CONTROLS, _SYMBOLS = frozenset(names("sdt")), frozenset(names("sym"))
_NOTES = frozenset(names("footnoteReference", "endnoteReference"))
_UNSEEN = frozenset(names("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText"))
_NO_ANSWER = ("docPartObj", "docPartList", "group", "citation", "bibliography", "equation")


@dataclass(frozen=True, slots=True)
class Places:
    """Where answers may come in a form.

    Attributes:
        known: Whether they are known from slots; otherwise they are guessed: blanks, controls, fields, empty cells.
        replaced: Elements that make way for an answer.
        after: Elements after which an answer comes.
        ticks: Check boxes that are ticked.
        rows: Table rows that repeat.
        free: Blocks that may be left out or repeated.
    """

    known: bool = False
    replaced: Collection[etree._Element] = field(default_factory=frozenset)
    after: Collection[etree._Element] = field(default_factory=frozenset)
    ticks: Collection[etree._Element] = field(default_factory=frozenset)
    rows: Collection[etree._Element] = field(default_factory=frozenset)
    free: Collection[etree._Element] = field(default_factory=frozenset)


FLAT = Places(known=True)
"""No places at all: how the filled file is read."""
GUESSED = Places()


def read_text(paragraph: etree._Element, places: Places) -> str:
    """The text of a paragraph, white space made one, with `HOLE` where the form has a place for an answer."""
    text = "".join(_Reader(places).read(paragraph)).translate(CHARACTERS)
    return " ".join(text.split()) if places.known else _mark_blanks(text)


def open_end(text: str) -> str:
    """The text with a `HOLE` after a colon or question mark at its end: one may go on there."""
    return _OPEN_END.sub(HOLE, text)


def mark_blanks(text: str) -> str:
    """The text with `HOLE` for dots, lines and brackets to fill in, and after a colon or question mark at its end."""
    return open_end(_mark_blanks(text))


def _mark_blanks(text: str) -> str:
    return " ".join(_BLANK.sub(HOLE, " ".join(text.split())).split())


def is_answer_control(sdt: etree._Element) -> bool:
    """Whether a content control is there to be filled in, rather than to hold a part of the form together."""
    properties = child(sdt, "sdtPr")
    if properties is None or any(child(properties, kind) is not None for kind in _NO_ANSWER):
        return False
    if "contentLocked" in (attribute(lock, "val") or "" for lock in properties.iterchildren(*names("lock"))):
        return False
    if any(etree.QName(item).localname.startswith("repeatingSection") for item in properties.iterchildren("{*}*")):
        return False
    if child(sdt, "sdtPr", "showingPlcHdr") is not None:
        return True
    return next(sdt.iterdescendants(*names("sdt", "tbl", "tr", "tc")), None) is None


class _Reader:
    """Reads one paragraph; a field may run over many of its runs."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._fields: list[list[str]] = []

    @property
    def _hidden(self) -> bool:
        """Whether what is read now is the code of a field, or a result that Word makes anew."""
        return any(stage != "result" for _, stage, _ in self._fields)

    def read(self, parent: etree._Element) -> Iterator[str]:
        """The pieces of text within `parent`."""
        for item in parent:
            if item in self._places.replaced:
                yield HOLE
            else:
                yield from self._read_item(item)
            if item in self._places.after:
                yield HOLE

    def _read_item(self, item: etree._Element) -> Iterator[str]:  # noqa: PLR0912 - a table of elements
        tag = item.tag
        if tag in _FIELD_ENDS:
            yield from self._step(item)
        elif tag in _FIELD_CODES:
            if self._fields:
                self._fields[-1][0] += item.text or ""
        elif self._hidden or tag in _UNSEEN or not isinstance(tag, str):
            if tag not in _UNSEEN and isinstance(tag, str):
                yield from self.read(item)
        elif tag in _TEXTS:
            yield item.text or ""
        elif tag in _SPACES:
            yield " "
        elif tag in _HYPHENS:
            yield "-"
        elif tag in _SHAPES:
            yield PICTURE
        elif tag in _SYMBOLS:
            yield BOX if (attribute(item, "font") or "").startswith("Wingdings") else "·"
        elif tag in _NOTES:
            yield "†"
        elif tag in _CONTROLS:
            yield from self._read_control(item)
        elif tag in _SIMPLE_FIELDS:
            code = (attribute(item, "instr") or "").split()
            yield from (f"⟦{code[0]}⟧",) if code and code[0].upper() in _VOLATILE else self.read(item)
        else:
            yield from self.read(item)

    def _read_control(self, sdt: etree._Element) -> Iterator[str]:
        properties = child(sdt, "sdtPr")
        if properties is not None and properties.find(f"{W14}checkbox") is not None:
            yield BOX
        elif not self._places.known and is_answer_control(sdt):
            yield HOLE
        else:
            content = child(sdt, "sdtContent")
            yield from self.read(content) if content is not None else ()

    def _step(self, mark: etree._Element) -> Iterator[str]:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            shown = not self._hidden
            data = child(mark, "ffData")
            if data is not None and shown:
                if child(data, "checkBox") is not None or child(data, "ddList") is not None:
                    yield BOX if child(data, "checkBox") is not None else "▾"
                elif not self._places.known:
                    yield HOLE
            asks = data is not None and not (self._places.known and child(data, "textInput") is not None)
            self._fields.append(["", "code", "asks" if asks else ""])
        elif kind == "separate" and self._fields:
            self._separate()
            if self._fields[-1][1] == "volatile" and sum(stage != "result" for _, stage, _ in self._fields) == 1:
                yield f"⟦{self._fields[-1][0].split()[0].upper()}⟧"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _separate(self) -> None:
        current = self._fields[-1]
        code = current[0].split()
        if current[2]:
            current[1] = "answer"
        else:
            current[1] = "volatile" if code and code[0].upper() in _VOLATILE else "result"


def find_answers(form: str, filled: str) -> list[str] | None:
    """What stands in the holes of a form's text; None when the filled text is not the form's with answers in it."""
    pieces = [piece.strip() for piece in form.split(HOLE)]
    if len(pieces) == 1:
        return [] if form == filled else None
    text, last = filled, pieces[-1]
    if not text.startswith(pieces[0]):
        return None
    end = len(text) - len(last)
    if last and not text.endswith(last):
        return None
    at, answers = len(pieces[0]), []
    for piece in pieces[1:-1]:
        found = text.find(piece, at)
        if found < 0 or found + len(piece) > end:
            return None
        answers.append(text[at:found].strip())
        at = found + len(piece)
    if at > end:
        return None
    return [*answers, text[at:end].strip()]
