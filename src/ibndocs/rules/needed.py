"""Whether a plan only closes with money that does not count as cofinancing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ibndocs.finance import Plan


def years_in_need(plan: Plan, amounts: Sequence[Decimal]) -> tuple[int, ...]:
    """The years (from 1) with a gap in the cofinancing in which `amounts` would have come in."""
    return tuple(
        year
        for year, (balance, amount) in enumerate(zip(plan.balance, amounts, strict=True), 1)
        if amount and balance < 0
    )


def name_years(years: Sequence[int]) -> str:
    """The years as a message of either language names them: `1, 3`."""
    return ", ".join(str(year) for year in years)
