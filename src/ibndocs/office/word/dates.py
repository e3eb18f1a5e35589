"""Days as a form writes them: a picture of letters (`d MMMM yyyy`) in a language.

Source: ECMA-376 part 1, 17.16.4.1 (date and time formatting).
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from ibndocs.foundation.values import Day

if TYPE_CHECKING:
    from babel.core import Locale

_TOKEN = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|y{1,4})|([hHms]{1,2}|[aA][mM]/[pP][mM])|(.)", re.DOTALL)
_PATTERNS = {"ddd": "EEE", "dddd": "EEEE", "y": "yy", "yyy": "yyyy"}
_WRITTEN = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_IN_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})")
DUTCH = "nl-BE"


def format_day(day: date, picture: str, language: str) -> str:
    """A day as the picture writes it; hours and minutes are those of midnight."""
    from babel.dates import format_date

    locale = _find_locale(language)
    written = ""
    for quoted, token, clock, other in _TOKEN.findall(picture or "d/MM/yyyy"):
        if token:
            written += format_date(day, _PATTERNS.get(token, token), locale).removesuffix(".")
        elif clock:
            written += "00"[: len(clock)] if "/" not in clock else "AM"
        else:
            written += quoted or other
    return written


@lru_cache(maxsize=32)
def _find_locale(language: str) -> Locale:
    from babel.core import Locale, UnknownLocaleError

    for name in (language, language.partition("-")[0], DUTCH):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(name, sep="-")
    raise AssertionError(DUTCH)


def read_day(value: object) -> date | None:
    """The day that a value is or says: `2027-01-01`, `1/1/2027` (day first), `1 januari 2027`."""
    if isinstance(value, Day):
        return value.value
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    with suppress(ValueError):
        return _read_text(str(value).strip())
    return None


def _read_text(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = _WRITTEN.fullmatch(text) or _IN_WORDS.fullmatch(text)
    if found is None:
        return None
    month = int(found[2]) if found[2].isdigit() else _months().get(found[2].casefold(), 0)
    return date(int(found[3]), month, int(found[1]))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The names of months in Dutch, French, German and English, in full and short."""
    names: dict[str, int] = {}
    for language in ("nl-BE", "fr-BE", "de-BE", "en-GB"):
        for width in ("wide", "abbreviated"):
            for number, name in _find_locale(language).months["format"][width].items():
                names.setdefault(name.casefold().removesuffix("."), number)
    return names
