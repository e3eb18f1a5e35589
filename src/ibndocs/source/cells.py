"""What the cells of a recognised column say, by the kind of the column.

A cell that cannot be understood is handed on as its text: the model judges it, and its message names the cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from ibndocs.foundation.days import parse_day
from ibndocs.foundation.numbers import (
    NumberFault,
    format_enterprise_number,
    format_establishment_number,
    parse_postal_code,
)
from ibndocs.source.columns import squeeze, words
from ibndocs.source.grid import Value

_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_PLACE = re.compile(r"(?:BE?[ -]+)?(?P<code>[1-9]\d{3})[ ,]+(?P<town>\D.*)", re.IGNORECASE | re.ASCII)
_WHOLE_ADDRESS = re.compile(r"(?P<street>.*\S)\s*[,;\n]\s*(?P<place>(?:BE?[ -]+)?[1-9]\d{3}[ ,]+\D.*)", re.DOTALL)
_YEAR = re.compile(r"(?:project)?(?:jaar|year|j|y)?\s*([1-9])", re.IGNORECASE)


def read_cell(kind: str, value: Value) -> object | None:
    """The value of a cell in a column of this kind; None when it says nothing."""
    if kind.startswith("choice:"):
        return _choice(kind.removeprefix("choice:"), value)
    if isinstance(value, str) and not value.strip():
        return None
    return _READERS[kind](value)


def split_place(text: str) -> dict[str, object] | None:
    """`9000 Gent` as its postal code and municipality."""
    found = _PLACE.fullmatch(_line(text))
    return {"postal_code": found["code"], "municipality": found["town"]} if found else None


def split_address(text: str) -> dict[str, object] | None:
    """`Kerkstraat 1, 9000 Gent` as street, postal code and municipality."""
    found = _WHOLE_ADDRESS.fullmatch(text.strip())
    place = split_place(found["place"]) if found else None
    return {"street": _line(found["street"]), **place} if found and place else None


def _line(value: Value) -> str:
    """A value as one line of text."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return _SPACES.sub(" ", str(value)).strip()


def _prose(value: Value) -> str:
    """A value as text that keeps its lines."""
    if not isinstance(value, str):
        return _line(value)
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _money(value: Value) -> object | None:
    """Amounts stay as typed for the model to parse; a lone dash is how accountants leave a cell empty."""
    if not isinstance(value, str):
        return value
    text = _line(value)
    return None if re.fullmatch(r"[€ ]*[-–—]+[€ ]*", text) else text


def _enterprise_number(value: Value) -> object:
    return _formatted(value, format_enterprise_number)


def _establishment_number(value: Value) -> object:
    return _formatted(value, format_establishment_number)


def _postal_code(value: Value) -> object:
    return _formatted(value, parse_postal_code)


def _formatted(value: Value, form: Callable[[str | int | Decimal], str]) -> object:
    if isinstance(value, bool | date):
        return _line(value)
    try:
        return form(value)
    except NumberFault:
        return _line(value)


def _phone(value: Value) -> str:
    """A telephone number; one that a spreadsheet keeps as a number has lost its zero or plus sign."""
    text = _line(value)
    if isinstance(value, str) or not text.isdecimal():
        return text
    return f"+{text}" if text.startswith("32") and len(text) >= 10 else f"0{text}"


def _email(value: Value) -> str:
    return re.sub(r"^mailto:", "", _line(value), flags=re.IGNORECASE)


def _date(value: Value) -> object:
    if not isinstance(value, str):
        return value
    text = _line(value)
    return parse_day(text) or text


def _project_year(value: Value) -> object:
    found = _YEAR.fullmatch(_line(value))
    return int(found[1]) if found else value


def _choice(name: str, value: Value) -> object | None:
    text = _line(value)
    if name == "growth" and words().choices["yes_no"].get(squeeze(text) or text) == "no":
        return None
    return (words().choices[name].get(squeeze(text) or text, text)) if text else None


def _yes_no(value: Value) -> object:
    if isinstance(value, bool):
        return value
    text = _line(value)
    meant = words().choices["yes_no"].get(squeeze(text) or text)
    return text if meant is None else meant == "yes"


_READERS: dict[str, Callable[[Value], object | None]] = {
    "text": _line,
    "prose": _prose,
    "address": _prose,
    "place": _line,
    "money": _money,
    "enterprise_number": _enterprise_number,
    "establishment_number": _establishment_number,
    "postal_code": _postal_code,
    "phone": _phone,
    "email": _email,
    "date": _date,
    "project_year": _project_year,
    "yes_no": _yes_no,
}
