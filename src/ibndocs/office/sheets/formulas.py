"""Formulas cut into tokens, and rewritten reference by reference.

A formula is never evaluated here. The tokens of a formula joined are the formula itself, whatever it holds; only
references are ever changed, so strings, structured references (`Tabel1[bedrag]`), names, errors and functions that
look like cells (`LOG10(`) come out as they went in. ECMA-376 part 1, 18.17.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from ibndocs.office.sheets.references import Corner, Reference


class Kind(Enum):
    """What a token is."""

    REFERENCE = "reference"
    FUNCTION = "function"
    NAME = "name"
    STRUCTURED = "structured"
    TEXT = "text"
    ERROR = "error"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a formula; `reference` is there for a reference only."""

    kind: Kind
    text: str
    reference: Reference | None = None


_SHEET = r"(?:'(?:[^']|'')+'|(?:\[\d+\])?(?:[^\W\d][\w.]*(?::[\w.]+)?)?)!"
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_NO_NAME = r"(?![\w.(\[!?\\$])"
_BRACKETS = r"\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"

_TOKEN = re.compile(
    rf"""
      (?P<text>"(?:[^"]|"")*")
    | (?P<reference>(?P<prefix>{_SHEET}|\#REF!)?
        (?: (?P<cell>{_CELL})(?:(?P<joint>:(?:{_SHEET})?)(?P<end>{_CELL}))?
          | (?P<from>\$?[A-Za-z]{{1,3}}):(?P<to>\$?[A-Za-z]{{1,3}})
          | (?P<top>\$?[1-9][0-9]{{0,6}}):(?P<bottom>\$?[1-9][0-9]{{0,6}})
        ){_NO_NAME})
    | (?P<error>(?:{_SHEET})?\#[A-Z]+(?:/[A0]!?|[_A-Z]*)[!?]?)
    | (?P<function>(?:{_SHEET})?[^\W\d][\w.]*(?=\())
    | (?P<name>(?:{_SHEET})?[^\W\d][\w.?\\]*|(?:{_SHEET})?\\[\w.?\\]*)(?P<columns>{_BRACKETS})?
    | (?P<structured>{_BRACKETS})
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=16_384)
def tokenize(formula: str) -> tuple[Token, ...]:
    """The tokens of a formula (without its `=`), in order; joined they give the formula."""
    return tuple(_make_token(found) for found in _TOKEN.finditer(formula))


def _make_token(found: re.Match[str]) -> Token:
    group = found.lastgroup or ""
    if found["reference"] is not None:
        reference = _make_reference(found)
        # What reads like a cell but lies beyond column XFD is a name: `ZZZ1`.
        return Token(Kind.REFERENCE if reference else Kind.NAME, found[0], reference)
    if group == "columns":
        return Token(Kind.STRUCTURED, found[0])
    return Token(Kind(group), found[0])


def _make_reference(found: re.Match[str]) -> Reference | None:
    groups = found.groupdict()
    start = groups["cell"] or groups["from"] or groups["top"]
    end = groups["end"] or groups["to"] or groups["bottom"]
    first, last = Corner.read(start), Corner.read(end) if end else None
    if first is None or (end and last is None):
        return None
    return Reference(groups["prefix"] or "", first, last, groups["joint"] or ":")


def rewrite(formula: str, change: Callable[[Reference], Reference | None]) -> str:
    """The formula with every reference changed; None stands for a reference that is lost (`#REF!`)."""
    pieces: list[str] = []
    changed = False
    for token in tokenize(formula):
        text = token.text
        if token.reference is not None:
            reference = change(token.reference)
            if reference != token.reference:
                text = "#REF!" if reference is None else str(reference)
                changed = True
        pieces.append(text)
    return "".join(pieces) if changed else formula


def copy_formula(formula: str, *, down: int = 0, right: int = 0) -> str:
    """The formula as it reads after copying its cell: what is not fixed by a `$` goes along."""

    def change(reference: Reference) -> Reference | None:
        first = _move(reference.first, down, right)
        last = _move(reference.last, down, right) if reference.last else None
        if not first.on_sheet or (last and not last.on_sheet):
            return None
        return replace(reference, first=first, last=last)

    return rewrite(formula, change) if down or right else formula


def _move(corner: Corner, down: int, right: int) -> Corner:
    column = corner.column if corner.column is None or corner.column_fixed else corner.column + right
    row = corner.row if corner.row is None or corner.row_fixed else corner.row + down
    return replace(corner, column=column, row=row)


def functions_in(formula: str) -> frozenset[str]:
    """The names of the functions a formula calls, in capitals, without the `_xlfn.` of newer ones."""
    names = (token.text.upper() for token in tokenize(formula) if token.kind is Kind.FUNCTION)
    return frozenset(name.removeprefix("_XLFN.").removeprefix("_XLWS.") for name in names)


def points_elsewhere(formula: str) -> bool:
    """Whether a formula asks for a value out of another workbook."""
    return any(
        "[" in token.text.partition("!")[0]
        for token in tokenize(formula)
        if "!" in token.text and token.kind in (Kind.REFERENCE, Kind.NAME, Kind.FUNCTION, Kind.ERROR)
    )
