"""The values of Excel cells as text: numbers as they are kept, dates as ISO, text that looks like a number marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ibndocs.office.text.lines import format_number
from ibndocs.office.text.tree import Links, attribute, each, first, local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

# ECMA-376 part 1, 18.8.30: the built-in formats that show a date or a time, those of East Asia among them.
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE_CODE = re.compile(r"[dmyhs]", re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_TYPED = re.compile(r"[=']|[-+]?[\d.,]+%?$|\d{4}-\d\d-\d\d|(TRUE|FALSE)$|#[A-Z/0!?]+$")
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


class CellValues:
    """Reads cell values with the shared strings and the number formats of one workbook."""

    def __init__(self, links: Links, *, from_1904: bool) -> None:
        self._strings = [read_string(item) for item in each(links.tree("sharedStrings"), "si")]
        self._dates = _read_date_styles(links.tree("styles"))
        self._epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)

    def read(self, cell: _Element) -> str:
        """The value of a cell (`c`), "" when it has none."""
        kind = attribute(cell, "t", "n")
        if kind == "inlineStr":
            return _mark_text(read_string(first(cell, "is")))
        value = first(cell, "v")
        raw = (value.text or "") if value is not None else ""
        if kind == "s":
            index = whole(raw, -1)
            return _mark_text(self._strings[index]) if 0 <= index < len(self._strings) else "[tekst ontbreekt]"
        if kind == "str":
            return _mark_text(_decode(raw))
        if kind == "b":
            return _BOOLEANS.get(raw, raw)
        if kind == "n" and raw:
            return self._read_number(raw, whole(attribute(cell, "s")))
        return raw

    def _read_number(self, raw: str, style: int) -> str:
        if style in self._dates:
            try:
                return _format_moment(self._epoch, float(raw))
            except (OverflowError, ValueError):
                return raw
        return format_number(raw)


def read_string(item: _Element | None) -> str:
    """A shared or inline string: its text and that of its runs, without the phonetic guide."""
    return "".join(_decode(text) for text in _string_parts(item))


def _string_parts(item: _Element | None) -> Iterator[str]:
    for child in item if item is not None else ():
        if local(child) == "t":
            yield child.text or ""
        elif local(child) == "r":
            yield from (text.text or "" for text in each(child, "t"))


def _decode(text: str) -> str:
    """Undo `_x000D_`, by which Excel writes what XML cannot hold; control characters are dropped."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return "" if code < 0x20 and code not in (9, 10) else chr(code)

    return _ESCAPE.sub(character, text) if "_x" in text else text


def _mark_text(text: str) -> str:
    """Text that reads as a number, date or formula begins with an apostrophe, as one types it in Excel."""
    return f"'{text}" if _LOOKS_TYPED.match(text) else text


def _read_date_styles(styles: _Element | None) -> set[int]:
    """The indexes of the cell formats that show a date or a time."""
    dates = set(_DATE_FORMATS)
    for item in each(first(styles, "numFmts"), "numFmt"):
        if _DATE_CODE.search(_LITERAL.sub("", attribute(item, "formatCode"))):
            dates.add(whole(attribute(item, "numFmtId")))
    formats = each(first(styles, "cellXfs"), "xf")
    return {index for index, item in enumerate(formats) if whole(attribute(item, "numFmtId")) in dates}


def _format_moment(epoch: datetime, number: float) -> str:
    moment = epoch + timedelta(seconds=round(number * 86400))
    if number == int(number):
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%H:%M:%S}" if 0 <= number < 1 else f"{moment:%Y-%m-%d %H:%M:%S}"
