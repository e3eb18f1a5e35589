"""What a cell of a workbook says: strings, numbers from their own digits, dates by number format, faults.

Reads what SpreadsheetML stores (ECMA-376 part 1, 18.3 and 18.8): a formula gives the value Excel last computed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Spot, Text
from ibndocs.source.grid import Broken, Cell, CellValue, Row

if TYPE_CHECKING:
    from lxml import etree

_EXCEL_DIGITS = Context(prec=15)
_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_FORMAT_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_SIGNS = re.compile(r"[dyhs]|mm", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

_NOT_COMPUTED = Broken(
    Text(nl="de formule in deze cel heeft geen berekende waarde", en="the formula in this cell has no computed value"),
    Text(
        nl="open de werkmap in Excel en bewaar ze, of plak de waarde",
        en="open the workbook in Excel and save it, or paste the value",
    ),
)


class CellReader:
    """Reads the rows of the sheets of one workbook.

    Args:
        strings: The shared strings, by index.
        date_styles: Indexes of the cell formats that show a date.
        since_1904: Whether days are counted from 1904.
        file: What messages call the workbook.
    """

    def __init__(
        self, strings: Sequence[str], date_styles: frozenset[int], file: str, *, since_1904: bool = False
    ) -> None:
        self._strings = strings
        self._date_styles = date_styles
        self._file = file
        self._since_1904 = since_1904

    def read_row(self, element: etree._Element, sheet: str, before: int) -> tuple[int, Row]:
        """The number of a row and its filled cells; `before` is the number of the row above it."""
        number = read_integer(element.get("r"), before + 1)
        row: Row = {}
        column = 0
        for cell in element.iterfind("{*}c"):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column_number(found[1]) if found else column + 1
            value = self._value(cell)
            if value is not None and not (isinstance(value, str) and not value.strip()):
                place = f"{_column_letters(column)}{number}"
                row[column] = Cell(value, Spot(self._file, sheet=sheet, cell=place))
        return number, row

    def _value(self, cell: etree._Element) -> CellValue | None:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find("{*}is")
            return None if inline is None else text_of(inline)
        text = cell.findtext("{*}v")
        value: CellValue | None = None
        if not text:
            value = _NOT_COMPUTED if cell.find("{*}f") is not None and kind != "str" else None
        elif kind == "s":
            value = self._strings[int(text)] if text.isdecimal() and int(text) < len(self._strings) else None
        elif kind == "b":
            value = text.strip() == "1"
        elif kind == "e":
            value = _broken_by(text)
        else:
            value = self._number(text, cell) if kind == "n" else _unescape(text)
        return value

    def _number(self, text: str, cell: etree._Element) -> CellValue | None:
        try:
            number = _EXCEL_DIGITS.create_decimal(text.strip())
        except InvalidOperation:
            return text
        if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
            return text
        if read_integer(cell.get("s")) in self._date_styles and 1 <= number < 2_958_466:
            return _day(int(number), since_1904=self._since_1904)
        return int(number) if number == int(number) else number.normalize()


def find_date_styles(styles: etree._Element) -> frozenset[int]:
    """Indexes of the cell formats that show a date, by the styles of a workbook."""
    codes = {read_integer(one.get("numFmtId")): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    formats = [read_integer(one.get("numFmtId")) for one in styles.iterfind("{*}cellXfs/{*}xf")]
    return frozenset(index for index, number in enumerate(formats) if _is_date_format(number, codes.get(number)))


def counts_from_1904(workbook: etree._Element) -> bool:
    """Whether the days of a workbook are counted from 1904."""
    return any(one.get("date1904") in ("1", "true") for one in workbook.iter("{*}workbookPr"))


def _broken_by(code: str) -> Broken:
    return Broken(
        Text(nl=f"deze cel bevat de fout {code}", en=f"this cell holds the error {code}"),
        Text(nl="herstel de formule of plak de waarde", en="mend the formula or paste the value"),
    )


def read_integer(text: str | None, default: int = 0) -> int:
    """The number that an attribute says; `default` when it says none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else default


def text_of(element: etree._Element) -> str:
    """The text of a string item, its runs joined; phonetic readings are left out."""
    runs = [element, *element.iterfind("{*}r")]
    return _unescape("".join(text.text or "" for run in runs for text in run.iterfind("{*}t")))


def _unescape(text: str) -> str:
    """Text with `_x000A_` and the like as the characters they stand for (22.9.2.19, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _is_date_format(number: int, code: str | None) -> bool:
    if code is None:
        return number in _BUILT_IN_DATES
    return bool(_DATE_SIGNS.search(_FORMAT_LITERALS.sub("", code.split(";")[0])))


def _day(serial: int, *, since_1904: bool) -> date:
    """The day of a serial number; Excel counts 29 February 1900, which did not exist, as day 60."""
    if since_1904:
        return date(1904, 1, 1) + timedelta(days=serial)
    return date(1899, 12, 31 if serial < 60 else 30) + timedelta(days=serial)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
