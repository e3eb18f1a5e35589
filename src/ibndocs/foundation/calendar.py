"""Working days of a country whose holidays are given: which days they are, and counting from a day.

It knows no holidays of its own: a caller brings the fixed days and the days that go with Easter.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5
"""`date.weekday()` of the first day of the weekend."""


@lru_cache(maxsize=64)
def find_easter(year: int) -> date:
    """Easter Sunday of `year` in the Gregorian calendar.

    Source: the anonymous Gregorian computus, as in J. Meeus, Astronomical Algorithms (1991), chapter 8. Its letters
    are kept, so that it can be held against the book.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letter of the source
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def find_holidays(year: int, fixed: Collection[tuple[int, int]], from_easter: Collection[int]) -> frozenset[date]:
    """The holidays of `year`.

    Args:
        year: The year.
        fixed: Month and day of those that fall on the same day each year.
        from_easter: Distance in days to Easter Sunday of the others; Easter Monday is 1.
    """
    easter = find_easter(year)
    return frozenset(
        [date(year, month, day) for month, day in fixed] + [easter + timedelta(days) for days in from_easter]
    )


def add_working_days(start: date, count: int, fixed: Collection[tuple[int, int]], from_easter: Collection[int]) -> date:
    """The day on which `count` working days after `start` have passed; `start` itself is not counted."""
    day, left = start, count
    while left:
        day += timedelta(1)
        if day.weekday() < SATURDAY and day not in find_holidays(day.year, fixed, from_easter):
            left -= 1
    return day
