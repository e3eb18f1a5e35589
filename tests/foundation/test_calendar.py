"""Easter and working days, held against known dates."""

from __future__ import annotations

from datetime import date

import pytest

from ibndocs.foundation.calendar import add_working_days, find_easter, find_holidays

EASTERS = [
    date(1818, 3, 22),  # the earliest Easter of the century
    date(2000, 4, 23),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
    date(2030, 4, 21),
    date(2038, 4, 25),  # the latest Easter there can be
]
FIXED = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
FROM_EASTER = [1, 39, 50]


@pytest.mark.parametrize("easter", EASTERS)
def test_easter_falls_on_the_known_day(easter: date) -> None:
    assert find_easter(easter.year) == easter


def test_holidays_that_go_with_easter_are_found() -> None:
    holidays = find_holidays(2026, FIXED, FROM_EASTER)
    assert {date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)} <= holidays
    assert len(holidays) == 10


def test_weekends_and_holidays_do_not_count() -> None:
    # 14 May is Ascension Day, 25 May Whit Monday.
    assert add_working_days(date(2026, 5, 12), 1, FIXED, FROM_EASTER) == date(2026, 5, 13)
    assert add_working_days(date(2026, 5, 13), 1, FIXED, FROM_EASTER) == date(2026, 5, 15)
    assert add_working_days(date(2026, 5, 12), 12, FIXED, FROM_EASTER) == date(2026, 6, 1)


def test_counting_goes_on_into_the_next_year() -> None:
    assert add_working_days(date(2026, 12, 31), 1, FIXED, FROM_EASTER) == date(2027, 1, 4)
