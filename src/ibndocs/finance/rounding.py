"""Rounding: to the cent, half up; and shares that add up as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


def round_to_cent(amount: Decimal) -> Decimal:
    """`amount` in euro rounded half up to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def sum_years(rows: Sequence[Sequence[Decimal]], years: int) -> tuple[Decimal, ...]:
    """Column totals of `rows`, one amount per project year."""
    return tuple(sum((row[year] for row in rows), ZERO) for year in range(years))


def share(part: Decimal, whole: Decimal) -> Decimal:
    """`part / whole` as a fraction, exact; 0 when there is nothing to divide."""
    return part / whole if whole else ZERO


def spread_shares(parts: Sequence[Decimal], decimals: int = 3) -> tuple[Decimal, ...]:
    """The shares of `parts` in their sum, as fractions of `decimals` decimals that add up to exactly 1.

    The method of the largest remainder: each share is rounded down and the units left go to the largest remainders,
    so that printed percentages always make 100. All zero when there is nothing to divide.
    """
    whole = sum(parts, ZERO)
    if not whole:
        return (ZERO,) * len(parts)
    unit = Decimal(1).scaleb(-decimals)
    exact = [part / whole for part in parts]
    floors = [value.quantize(unit, ROUND_FLOOR) for value in exact]
    left = int(((Decimal(1) - sum(floors, ZERO)) / unit).to_integral_value(ROUND_HALF_UP))
    by_remainder = sorted(range(len(parts)), key=lambda i: (floors[i] - exact[i], i))
    for index in by_remainder[:left]:
        floors[index] += unit
    return tuple(floors)
