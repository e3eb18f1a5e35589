"""Look for words of a list of the call pack in a text; a `*` in a word stands for letters."""

from __future__ import annotations

import re
from functools import lru_cache


def find_word(text: str, words: tuple[str, ...]) -> str | None:
    """The first word or phrase of `text` that is in `words`, as it stands in the text; None when there is none."""
    found = _compile(words).search(text)
    return found[0] if found else None


@lru_cache(maxsize=64)
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for the whole list; a word is never found inside a longer one unless a `*` allows it."""
    parts = (r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
