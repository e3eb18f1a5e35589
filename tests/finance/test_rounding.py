"""Rounding: half up to the cent, and shares that make exactly 1 as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.finance.rounding import ZERO, round_to_cent, share, spread_shares

amounts = st.decimals(min_value=0, max_value=10_000_000, places=2)


@pytest.mark.parametrize(
    ("exact", "rounded"), [("0.005", "0.01"), ("2.675", "2.68"), ("1.004999", "1.00"), ("7", "7.00")]
)
def test_a_half_cent_is_rounded_up(exact: str, rounded: str) -> None:
    assert round_to_cent(Decimal(exact)) == Decimal(rounded)


@given(st.lists(amounts, min_size=1, max_size=12))
def test_shares_make_one_and_stay_within_a_unit_of_the_exact_share(parts: list[Decimal]) -> None:
    shares = spread_shares(parts)
    whole = sum(parts, ZERO)
    if not whole:
        assert set(shares) == {ZERO}
        return
    assert sum(shares) == 1
    for part, shown in zip(parts, shares, strict=True):
        assert abs(shown - part / whole) < Decimal("0.001")
        assert shown.as_tuple().exponent == -3


def test_three_equal_parts_print_as_a_hundred_percent() -> None:
    assert spread_shares([Decimal(1)] * 3) == (Decimal("0.334"), Decimal("0.333"), Decimal("0.333"))


def test_a_share_of_nothing_is_nothing() -> None:
    assert share(ZERO, ZERO) == 0
