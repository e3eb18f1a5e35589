"""References as formulas write them: cells, areas, whole columns and whole rows, with or without a sheet.

ECMA-376 part 1, 18.17.2.3. A reference prints exactly as it was read unless it is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})?(\$?)([1-9][0-9]{0,6})?")
_PLAIN_SHEET = re.compile(r"(?![A-Za-z]{1,3}[0-9]+$|[Rr][0-9]*(?:[Cc][0-9]*)?$|[Cc][0-9]*$)[^\W\d][\w.]*")


@lru_cache(maxsize=2048)
def column_number(letters: str) -> int:
    """`A` gives 1, `AA` gives 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=2048)
def column_letters(number: int) -> str:
    """1 gives `A`, 27 gives `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference; a whole row has no column, a whole column no row. A `$` makes an end fixed."""

    column: int | None
    row: int | None
    column_fixed: bool = False
    row_fixed: bool = False

    @classmethod
    def read(cls, text: str) -> Corner | None:
        """The corner `$B7`, `B`, `$7`; None when it is none, or lies outside any sheet."""
        found = _CORNER.fullmatch(text)
        if not found or not text:
            return None
        first, letters, second, digits = found.groups()
        column = column_number(letters) if letters else None
        row = int(digits) if digits else None
        if (column or 1) > MAX_COLUMN or (row or 1) > MAX_ROW or (letters is None and first and second):
            return None
        fixed_row = bool(second) if letters else bool(first or second)
        return cls(column, row, bool(first and letters), fixed_row)

    def __str__(self) -> str:
        column = ("$" if self.column_fixed else "") + column_letters(self.column) if self.column else ""
        row = ("$" if self.row_fixed else "") + str(self.row) if self.row else ""
        return column + row

    def with_row(self, row: int) -> Corner:
        """This corner in another row."""
        return self if row == self.row else replace(self, row=row)

    @property
    def on_sheet(self) -> bool:
        """Whether any sheet reaches so far."""
        return (self.column is None or 1 <= self.column <= MAX_COLUMN) and (
            self.row is None or 1 <= self.row <= MAX_ROW
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or an area in a formula.

    Attributes:
        prefix: The sheet as typed, with its `!`: `'Blad 1'!`; empty when the formula's own sheet is meant.
        last: The other end of an area; None for a single cell.
        joint: What stands between the ends: a colon, and rarely a sheet again.
    """

    prefix: str
    first: Corner
    last: Corner | None = None
    joint: str = ":"

    def __str__(self) -> str:
        return f"{self.prefix}{self.first}" + (f"{self.joint}{self.last}" if self.last else "")

    @property
    def sheet(self) -> str | None:
        """The name of the sheet; None when the formula's own sheet is meant."""
        return unquote_sheet(self.prefix.removesuffix("!")) if self.prefix else None

    @property
    def elsewhere(self) -> bool:
        """Whether it points into another workbook, or through several sheets at once."""
        return "[" in self.prefix or (":" in self.prefix and not self.prefix.startswith("#"))

    def among(self, addresses: Set[Address]) -> Iterator[Address]:
        """Those of `addresses` that are among its cells."""
        first, last = self.first, self.last or self.first
        if first.row and last.row and first.column and last.column:
            width, height = last.column - first.column + 1, last.row - first.row + 1
            if width * height <= len(addresses):
                every = (Address(first.column + x, first.row + y) for y in range(height) for x in range(width))
                return (address for address in every if address in addresses)
        return (address for address in addresses if self.covers(address))

    def covers(self, address: Address) -> bool:
        """Whether the cell at `address` is among its cells."""
        first, last = self.first, self.last or self.first
        in_rows = (first.row or 1) <= address.row <= (last.row or MAX_ROW)
        return in_rows and (first.column or 1) <= address.column <= (last.column or MAX_COLUMN)


@dataclass(frozen=True, slots=True)
class Address:
    """One cell on some sheet; counts from 1."""

    column: int
    row: int

    @classmethod
    def read(cls, text: str) -> Address | None:
        """The address `C4` (or `$C$4`)."""
        corner = Corner.read(text)
        return cls(corner.column, corner.row) if corner and corner.column and corner.row else None

    def __str__(self) -> str:
        return f"{column_letters(self.column)}{self.row}"


def unquote_sheet(text: str) -> str:
    """`'Blad ''1'''` gives `Blad '1'`."""
    quoted = len(text) > 1 and text[0] == text[-1] == "'"
    return text[1:-1].replace("''", "'") if quoted else text


def quote_sheet(name: str) -> str:
    """The name of a sheet as a formula must write it."""
    return name if _PLAIN_SHEET.fullmatch(name) else "'" + name.replace("'", "''") + "'"
