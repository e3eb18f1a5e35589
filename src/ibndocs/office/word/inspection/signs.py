"""What the paragraphs of a text, a cell or a box are: headings, questions, instructions, or just text.

A question ends in a question mark, or is a bold, numbered or open line (`Naam:`) with room to answer below it. One
empty paragraph before further text is spacing, not room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from lxml import etree

from ibndocs.office.labels import is_filler
from ibndocs.office.word.answers import is_blank
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection.looks import Looks
from ibndocs.office.word.inspection.numbers import Numbers
from ibndocs.office.word.tree import child, is_a, text_of

_MARK = re.compile(r"\?\s*(?:\([^()]*\)|\[[^\[\]]*\]|\*)?\s*$")
_NUMBERED = re.compile(r"(?:vraag|question)\s+\d|\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+\D|[a-z][.)]\s+\w", re.IGNORECASE)
_ASKING = re.compile(
    r"(?:geef|beschrijf|omschrijf|vermeld|vul|licht|voeg|gebruik|noteer|duid|kruis|schrijf|verwijs|toon|maak|leg|som|"
    r"verduidelijk|motiveer|lijst|please|describe|provide|fill|explain|list|give|indicate|enter|use|state|tick)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:max(?:\.|imum|imaal)?|ten hoogste|at most|no more than|up to)\s*\d", re.IGNORECASE)
_PLACES = re.compile(r"[.…_]{4,}|…{2,}|_{3,}|[□☐◻▢]")
_LONGEST_QUESTION = 300
_LONGEST_LINE = 160


class Sign(Enum):
    """What a block is by itself, and after `read_signs` by what stands around it."""

    HEADING = auto()
    QUESTION = auto()
    LINE = auto()
    """A line that would be a question if room followed."""
    PLACES = auto()
    """A text with blanks or boxes to fill in."""
    INSTRUCTION = auto()
    TEXT = auto()
    BLANK = auto()
    TABLE = auto()
    CONTROL = auto()
    OTHER = auto()


def read_signs(
    form: Form, looks: Looks, numbers: Numbers, blocks: Sequence[etree._Element], *, in_cell: bool
) -> list[Sign]:
    """What each block is; a `LINE` that is left has no room below it."""
    signs = [_read_sign(form, looks, numbers, block, in_cell=in_cell) for block in blocks]
    for index, sign in enumerate(signs):
        if sign is Sign.LINE and has_room(blocks, signs, index):
            signs[index] = Sign.QUESTION
    return signs


def _read_sign(form: Form, looks: Looks, numbers: Numbers, block: etree._Element, *, in_cell: bool) -> Sign:
    if not is_a(block, "p"):
        return Sign.TABLE if is_a(block, "tbl") else Sign.CONTROL if is_a(block, "sdt") else Sign.OTHER
    text = " ".join(text_of(block).split())
    if is_filler(text):
        return Sign.BLANK if is_blank(block) else Sign.OTHER
    if form.outline.level(block) is not None:
        return Sign.HEADING
    return Sign.OTHER if form.outline.is_contents(block) else _read_line(looks, numbers, block, text, in_cell=in_cell)


def _read_line(looks: Looks, numbers: Numbers, block: etree._Element, text: str, *, in_cell: bool) -> Sign:
    look = looks.of(block)
    asks = bool(_MARK.search(text)) and len(text) <= _LONGEST_QUESTION
    # In tables all words are small and labels may be grey.
    modest = look.italic or (look.muted and not in_cell)
    if look.advice or (modest and not look.bold and not asks):
        return Sign.INSTRUCTION
    if asks:
        return Sign.QUESTION
    leads = look.bold or text.endswith(":") or bool(_NUMBERED.match(text) or numbers.of(block))
    if leads and len(text) <= _LONGEST_LINE:
        return Sign.LINE
    if _ASKING.match(text) or (_LIMIT.search(text) and len(text) <= _LONGEST_LINE):
        return Sign.INSTRUCTION
    return Sign.PLACES if _PLACES.search(text) else Sign.TEXT


def has_room(blocks: Sequence[etree._Element], signs: Sequence[Sign], index: int) -> bool:
    """Whether there is room to answer below the block at `index`: empty lines, a frame or a control."""
    after = index + 1
    while after < len(signs) and signs[after] is Sign.INSTRUCTION:
        after += 1
    if after == len(signs):
        return False
    if signs[after] is Sign.CONTROL:
        return child(blocks[after], "sdtPr", "showingPlcHdr") is not None or is_filler(text_of(blocks[after]))
    if signs[after] is Sign.TABLE:
        return is_filler(text_of(blocks[after]))
    start = after
    while after < len(signs) and signs[after] is Sign.BLANK:
        after += 1
    lines = after - start
    written = any(text_of(block).strip() for block in blocks[start:after])
    return lines > 1 or written or (lines == 1 and not _is_spacing(blocks, signs, index, after))


def _is_spacing(blocks: Sequence[etree._Element], signs: Sequence[Sign], index: int, after: int) -> bool:
    """Whether one empty line between two blocks only parts them: text follows, or a title follows another."""
    if after == len(signs) or signs[after] is not Sign.LINE:
        return after < len(signs) and signs[after] is Sign.TEXT
    is_numbered = child(blocks[index], "pPr", "numPr") is not None or _NUMBERED.match(text_of(blocks[index]).strip())
    return not is_numbered


def ends_here(signs: Sequence[Sign], index: int) -> bool:
    """Whether nothing but instructions follows the block at `index` before the next heading, question or the end."""
    after = index + 1
    while after < len(signs) and signs[after] in {Sign.INSTRUCTION, Sign.BLANK}:
        after += 1
    return after == len(signs) or signs[after] in {Sign.HEADING, Sign.QUESTION}
