"""Values that know how they are printed in nl-BE and still give their raw number to a spreadsheet.

A view hands out these instead of text, so that Word prints `€ 216.000` while Excel receives 216000 from the very
same value. `str()` prints; `.value` is the raw number or date. They compare and test as their raw value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

NBSP = "\u00a0"


@lru_cache(maxsize=1)
def _belgian() -> Locale:
    from babel.core import Locale

    return Locale.parse("nl_BE")


@lru_cache(maxsize=4096)
def format_decimal(value: Decimal, decimals: int) -> str:
    """`1234.5` with two decimals gives `1.234,50` (Babel, nl-BE)."""
    from babel.numbers import format_decimal as babel_format

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return babel_format(value, format=pattern, locale=_belgian())


@lru_cache(maxsize=512)
def format_date(value: date, pattern: str = "d MMMM yyyy") -> str:
    """`2027-01-01` gives `1 januari 2027` (Babel, nl-BE)."""
    from babel.dates import format_date as babel_format

    return babel_format(value, format=pattern, locale=_belgian())


class Figure:
    """What a template may reckon with: compared as its raw value, and reckoned with it gives a plain number."""

    __slots__ = ()

    value: Decimal
    decimals: int

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Figure):
            return type(self) is type(other) and (self.value, self.decimals) == (other.value, other.decimals)
        raw = _raw(other)
        return raw is not None and self.value == raw

    def __hash__(self) -> int:
        return hash(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __lt__(self, other: object) -> bool:
        return NotImplemented if (raw := _raw(other)) is None else self.value < raw

    def __le__(self, other: object) -> bool:
        return NotImplemented if (raw := _raw(other)) is None else self.value <= raw

    def __gt__(self, other: object) -> bool:
        return NotImplemented if (raw := _raw(other)) is None else self.value > raw

    def __ge__(self, other: object) -> bool:
        return NotImplemented if (raw := _raw(other)) is None else self.value >= raw

    def __neg__(self) -> Decimal:
        return -self.value

    def __add__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else self.value + raw

    __radd__ = __add__

    def __sub__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else self.value - raw

    def __rsub__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else raw - self.value

    def __mul__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else self.value * raw

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else self.value / raw

    def __rtruediv__(self, other: object) -> Decimal:
        return NotImplemented if (raw := _raw(other)) is None else raw / self.value


def _raw(value: object) -> Decimal | None:
    """The number in `value`; None when it is none."""
    if isinstance(value, Figure):
        return value.value
    if isinstance(value, float):
        return Decimal(repr(value))
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True, eq=False)
class Euro(Figure):
    """An amount in euro. `decimals` is what the dossier prints (0 when every amount in it is a whole euro)."""

    value: Decimal
    decimals: int = 2

    def __str__(self) -> str:
        sign = "-" if self.value < 0 else ""
        return f"{sign}€{NBSP}{format_decimal(abs(self.value), self.decimals)}"


@dataclass(frozen=True, slots=True, eq=False)
class Percent(Figure):
    """A share as a fraction of 1 (`Decimal("0.7")`), printed as `70,0 %`."""

    value: Decimal
    decimals: int = 1

    def __str__(self) -> str:
        return f"{format_decimal(self.value * 100, self.decimals)}{NBSP}%"


@dataclass(frozen=True, slots=True, eq=False)
class Number(Figure):
    """A number of things, FTE or months, printed with at most `decimals` decimals and no idle zeros."""

    value: Decimal
    decimals: int = 2

    def __str__(self) -> str:
        exponent = self.value.normalize().as_tuple().exponent
        needed = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return format_decimal(self.value, min(needed, self.decimals))


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A calendar day, printed as `1 januari 2027`."""

    value: date

    def __str__(self) -> str:
        return format_date(self.value)


@dataclass(frozen=True, slots=True)
class Markdown:
    """Prose of the description, in Markdown, on its way to a document.

    Attributes:
        text: The Markdown source.
        folder: Absolute folder in which its pictures are looked up; None refuses pictures.
        path: Its place in the description (`narrative.visie`), by which an edit in Word is read back.
    """

    text: str
    folder: str | None = None
    path: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text.strip())
