"""Typed values in and out of cells.

Text is always text: a value that begins with `=` is written as an inline string, never as a formula. ECMA-376 part 1,
18.3.1.4 (c), 18.18.11 (cell types), 22.9.2.19 (ST_Xstring: `_x000B_` stands for a character).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day, Euro, Number, Percent
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.xmltext import clean

if TYPE_CHECKING:
    from lxml import etree

MAX_TEXT = 32_767
"""Characters Excel takes in one cell, counted as UTF-16 units."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTENT = ("f", "v", "is")
_STATE = ("t", "cm", "vm")


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell holds: its type (`n`, `b`, `text`, `str`, `e`; "" for nothing) and its text in the file."""

    kind: str
    text: str
    is_day: bool = False


EMPTY = Content("", "")


class ErrorValue(str):
    """An error a formula gave, such as `#DIV/0!`; text that reads the same is a plain `str`."""

    __slots__ = ()


CellValue = str | bool | Decimal | date | datetime


def encode(value: object, *, date1904: bool = False) -> Content:
    """What a cell must hold for `value`; None empties it.

    Raises:
        ExpressionFault: `SLT24` when no cell can hold it.
    """
    raw = value.value if isinstance(value, Euro | Percent | Number | Day) else value
    if raw is None:
        return EMPTY
    if isinstance(raw, bool):
        return Content("b", "1" if raw else "0")
    if isinstance(raw, int | float | Decimal):
        return Content("n", write_number(raw))
    if isinstance(raw, date):
        return Content("n", write_number(day_number(raw, date1904=date1904)), is_day=True)
    return _encode_text(raw)


def write_number(value: float | Decimal) -> str:
    """A number as a cell holds it, digit for digit.

    Raises:
        ExpressionFault: `SLT24` for an infinity or what is no number.
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        raise _refuse(f"{value} is geen getal", f"{value} is no number")
    if not number:
        return "0"
    text = f"{number:f}"
    if len(text) > 30:
        text = str(number)
    return text.rstrip("0").rstrip(".") if "." in text and "E" not in text else text


def day_number(day: date, *, date1904: bool = False) -> Decimal:
    """The serial number of a day, with its time as a fraction.

    Raises:
        ExpressionFault: `SLT24` for a day before the calendar of the workbook begins.
    """
    start = date(1904, 1, 1) if date1904 else date(1899, 12, 30)
    bare = day.date() if isinstance(day, datetime) else day
    number = Decimal((bare - start).days)
    if not date1904 and number < 61:
        # Excel counts a 29 February 1900 that never was; days before it come one earlier.
        number -= 1
    if number < (0 if date1904 else 1):
        raise _refuse(f"{day} ligt voor het begin van de kalender van Excel", f"{day} lies before Excel's calendar")
    if isinstance(day, datetime):
        seconds = timedelta(hours=day.hour, minutes=day.minute, seconds=day.second).total_seconds()
        number += (Decimal(int(seconds)) / 86_400).quantize(Decimal("1e-10"))
    return number


def read_day(number: Decimal, *, date1904: bool = False) -> date | datetime | None:
    """The day (and time, when it has one) of a serial number; None when it stands for no day."""
    start = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)
    if not date1904 and number < 61:
        number += 1
    try:
        moment = start + timedelta(seconds=round(float(number) * 86_400))
    except OverflowError:
        return None
    return moment if number % 1 else moment.date()


def _encode_text(value: object) -> Content:
    from ibndocs.office.printing import print_value

    unescape = getattr(value, "unescape", None)
    # Jinja's own text type is escaped for XML already; here the tree escapes.
    text = str(unescape()) if callable(unescape) else print_value(value)
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    length = len(text.encode("utf-16-le")) // 2
    if length > MAX_TEXT:
        raise _refuse(
            f"telt {length} tekens; een cel van Excel houdt er hoogstens {MAX_TEXT}",
            f"counts {length} characters; a cell of Excel holds at most {MAX_TEXT}",
        )
    return Content("text", text) if text else EMPTY


def _refuse(nl: str, en: str) -> ExpressionFault:
    return ExpressionFault("SLT24", Text(nl=nl, en=en))


def write_cell(cell: etree._Element, content: Content) -> None:
    """Put `content` in the place of all a cell holds; its style stays."""
    from lxml import etree

    namespace = etree.QName(cell).namespace
    for name in _CONTENT:
        for child in cell.findall(f"{{{namespace}}}{name}"):
            cell.remove(child)
    for name in _STATE:
        cell.attrib.pop(name, "")
    if content.kind == "text":
        cell.set("t", "inlineStr")
        text = etree.Element(f"{{{namespace}}}t")
        text.set(_SPACE, "preserve")
        text.text = escape_text(content.text)
        etree.SubElement(cell, f"{{{namespace}}}is").append(text)
    elif content.kind:
        write_result(cell, content)


def write_result(cell: etree._Element, content: Content) -> None:
    """Put the cached result of a formula into its cell, beside the formula."""
    from lxml import etree

    namespace = etree.QName(cell).namespace
    value = cell.find(f"{{{namespace}}}v")
    if not content.kind:
        cell.attrib.pop("t", "")
        if value is not None:
            cell.remove(value)
        return
    if value is None:
        value = etree.Element(f"{{{namespace}}}v")
        formula = cell.find(f"{{{namespace}}}f")
        cell.insert(0 if formula is None else cell.index(formula) + 1, value)
    value.text = escape_text(content.text) if content.kind == "str" else content.text
    if content.kind == "n":
        cell.attrib.pop("t", "")
    else:
        cell.set("t", content.kind)


def escape_text(text: str) -> str:
    """Text as a cell holds it: what reads like an escape of Excel (`_x000B_`) is escaped itself."""
    return _ESCAPE.sub("_x005F_", text)


def unescape_text(text: str) -> str:
    """The text a cell means."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
