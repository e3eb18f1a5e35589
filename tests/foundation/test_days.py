"""Days: as Belgians write them, day before month, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.foundation.days import parse_day


@pytest.mark.parametrize(
    "text", ["6/1/2026", "06-01-2026", " 6.1.2026 ", "2026-01-06", "6 januari 2026", "6 Jan. 2026"]
)
def test_a_day_is_read_day_before_month(text: str) -> None:
    assert parse_day(text) == date(2026, 1, 6)


@pytest.mark.parametrize("text", ["", "31/2/2026", "1/13/2026", "6/1/26", "6 foo 2026", "2026", "morgen"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_comes_back(day: date) -> None:
    assert parse_day(f"{day.day}/{day.month}/{day.year}") == parse_day(day.isoformat()) == day


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    parse_day(text)
