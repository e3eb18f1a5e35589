"""Read short texts and prose: is a name known, is a word there, how many words are there."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from ibndocs.call.pack import Call

_WORD = re.compile(r"\S*\w\S*")


def is_unknown(text: str, call: Call) -> bool:
    """Whether a name is no name: empty, without a letter, in square brackets, or a word for "to be decided"."""
    return _is_unknown(text, call.words.get("unknown_names", ()))


@lru_cache(maxsize=16384)
def _is_unknown(text: str, words: tuple[str, ...]) -> bool:
    bare = text.strip().rstrip(".:…").strip().casefold()
    if not any(letter.isalpha() for letter in bare) or bare.startswith(("[", "<")):
        return True
    return bare in words or bare.startswith(tuple(word for word in words if " " in word))


def find_word(text: str, words: Collection[str]) -> str:
    """The first of `words` that stands in `text` as a whole word or group of words; "" when none does."""
    folded = text.casefold()
    for word in words:
        if word in folded and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded):
            return word
    return ""


def count_words(text: str) -> int:
    """Number of words; marks that stand alone (a dash, a bullet) are none."""
    return len(_WORD.findall(text))
