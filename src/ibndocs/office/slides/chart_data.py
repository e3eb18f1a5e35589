"""The numbers of a chart: categories and series, as a chart part and its workbook both hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN_SHEET = re.compile("[A-Za-z]{4,}[0-9]*")  # three letters and a number would read as a cell
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


@dataclass(frozen=True, slots=True)
class Series:
    """One series; None in `values` is a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows; every series has one value a category."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Where the data stand in the workbook: a header row, categories in a column, one column a series to its right.

    Rows and columns count from 1.
    """

    sheet: str
    row: int = 1
    column: int = 1

    def names_at(self, series: int) -> str:
        """The reference to the name of a series (from 0)."""
        return self._reference(self.column + 1 + series, self.row, self.row)

    def categories_at(self, count: int) -> str:
        """The reference to the categories."""
        return self._reference(self.column, self.row + 1, self.row + max(count, 1))

    def values_at(self, series: int, count: int) -> str:
        """The reference to the values of a series (from 0)."""
        return self._reference(self.column + 1 + series, self.row + 1, self.row + max(count, 1))

    def area(self, data: ChartData) -> Area:
        """The area that `data` take, header row and category column with them."""
        right, bottom = self.column + len(data.series), self.row + max(len(data.categories), 1)
        return Area(self.sheet, self.column, self.row, right, bottom)

    def _reference(self, column: int, first: int, last: int) -> str:
        quoted = self.sheet.replace("'", "''")
        sheet = self.sheet if _PLAIN_SHEET.fullmatch(self.sheet) else f"'{quoted}'"
        letters = column_letters(column)
        end = "" if first == last else f":${letters}${last}"
        return f"{sheet}!${letters}${first}{end}"


@dataclass(frozen=True, slots=True)
class Area:
    """A reference such as `Sheet1!$B$2:$B$5`."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def read(cls, reference: str) -> Area | None:
        """The area that `reference` names; None when it is a name, a union or no reference."""
        found = _REFERENCE.fullmatch(reference.strip())
        if found is None:
            return None
        quoted, plain, left, top, right, bottom = found.groups()
        sheet = quoted.replace("''", "'") if quoted else plain
        return cls(sheet, column_number(left), int(top), column_number(right or left), int(bottom or top))

    @property
    def cells(self) -> str:
        """The reference without its sheet: `B2:B5`."""
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    def meets(self, other: Area) -> bool:
        """Whether the two have a cell in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom


def column_number(letters: str) -> int:
    """`AB` gives 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(column: int) -> str:
    """`28` gives `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_number(value: Decimal) -> str:
    """A number as XML has it: no thousands, no exponent, no idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
