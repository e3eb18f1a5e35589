"""The filters of expressions: numbers, days and lists as Belgians write them.

They give the values of `foundation.values`, so that Word prints `€ 216.000` and a workbook receives 216000.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from ibndocs.foundation.days import parse_day
from ibndocs.foundation.findings import Text
from ibndocs.foundation.numbers import NumberFault, format_enterprise_number, parse_money, parse_number
from ibndocs.foundation.values import Day, Euro, Number, Percent, format_date
from ibndocs.office.faults import ExpressionFault, shorten
from ibndocs.office.printing import print_value

MAX_DECIMALS = 10


def as_euro(value: object, decimals: int | None = None) -> Euro:
    """An amount: `216000|euro` prints `€ 216.000`; a whole amount has no decimals unless they are asked.

    Text is read as Belgians type it: `"1.250,50"|euro`; what may mean two amounts (`"1,250"`) is refused.
    """
    number = _number(value, parse_money)
    if decimals is None:
        whole = number == number.to_integral_value()
        decimals = value.decimals if isinstance(value, Euro) else (0 if whole else 2)
    return Euro(number, _decimals(decimals))


def as_percent(value: object, decimals: int = 1) -> Percent:
    """A fraction of 1 as a share: `0.7|procent` prints `70,0 %`."""
    return Percent(_number(value), _decimals(decimals))


def as_number(value: object, decimals: int = 2) -> Number:
    """A number with at most `decimals` decimals: `1234.5|getal` prints `1.234,5`."""
    return Number(_number(value), _decimals(decimals))


def as_date(value: object, pattern: str | None = None) -> Day | str:
    """A day (also as text): `"2027-01-01"|datum` and `"1/1/2027"|datum` print `1 januari 2027`.

    `pattern` is as in Unicode TR 35.
    """
    day = value.value if isinstance(value, Day) else value
    if isinstance(day, datetime):
        day = day.date()
    if isinstance(day, str):
        day = parse_day(day)
    if not isinstance(day, date):
        raise _refuse(value, Text(nl="geen datum", en="no date"))
    return Day(day) if pattern is None else format_date(day, pattern)


def as_list(value: Iterable[object], last: str = "en") -> str:
    """An enumeration: `["a", "b", "c"]|lijst` prints `a, b en c`."""
    items = [print_value(item) for item in value]
    return ", ".join(items[:-1]) + f" {last} {items[-1]}" if len(items) > 1 else "".join(items)


def as_lines(value: object) -> list[str]:
    """The lines of a text or of prose without its formatting, empty ones left out: one row of a sheet for each."""
    return [line for line in print_value(value).split("\n") if line.strip()]


def as_enterprise_number(value: object) -> str:
    """An enterprise number: `"BE0123456749"|ondernemingsnummer` prints `0123.456.749`."""
    try:
        return format_enterprise_number(value if isinstance(value, int | Decimal) else str(value))
    except NumberFault as fault:
        raise ExpressionFault("TPL09", fault.text, fault.fix) from fault


def _number(value: object, parse: Callable[[str], Decimal] = parse_number) -> Decimal:
    if isinstance(value, Euro | Percent | Number):
        return value.value
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str):
        try:
            return parse(value)
        except NumberFault as fault:
            raise ExpressionFault("TPL09", fault.text, fault.fix) from fault
    raise _refuse(value, Text(nl="geen getal", en="no number"))


def _decimals(asked: object) -> int:
    if isinstance(asked, int) and 0 <= asked <= MAX_DECIMALS:
        return asked
    raise _refuse(
        asked,
        Text(
            nl=f"geen aantal decimalen van 0 tot {MAX_DECIMALS}", en=f"no number of decimals from 0 to {MAX_DECIMALS}"
        ),
    )


def _refuse(value: object, wanted: Text) -> ExpressionFault:
    shown = shorten(str(value))  # of an unknown name, this says that it is unknown
    return ExpressionFault("TPL09", Text(nl=f"“{shown}” is {wanted.nl}", en=f"“{shown}” is {wanted.en}"))


FILTERS: Mapping[str, Callable[..., object]] = {
    "euro": as_euro,
    "procent": as_percent,
    "getal": as_number,
    "datum": as_date,
    "lijst": as_list,
    "regels": as_lines,
    "ondernemingsnummer": as_enterprise_number,
}
