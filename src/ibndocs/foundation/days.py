"""Days as Belgians write them: `6/1/2026`, `6 januari 2026`, `2026-01-06`; day before month, year in four digits."""

from __future__ import annotations

import re
from datetime import date

_NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ][\d:.]+)?", re.ASCII)
_WRITTEN_DATE = re.compile(r"(?P<day>\d{1,2}) (?P<name>[a-z]+)\.? (?P<year>\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH_MONTHS = {"mrt": "maa", "mar": "maa", "may": "mei", "oct": "okt"}


def parse_day(text: str) -> date | None:
    """The day that `text` names; None when it names none, such as `31/2/2026`."""
    for pattern in (_NUMERIC_DATE, _ISO_DATE, _WRITTEN_DATE):
        if found := pattern.fullmatch(text.strip().casefold()):
            groups = found.groupdict()
            month = int(groups["month"]) if "month" in groups else _month(groups["name"])
            try:
                return date(int(groups["year"]), month, int(groups["day"]))
            except ValueError:
                return None
    return None


def _month(name: str) -> int:
    """The number of a month by the first three letters of its name in Dutch or English; 0 when it is none."""
    short = _ENGLISH_MONTHS.get(name[:3], name[:3])
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
