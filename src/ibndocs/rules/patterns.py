"""Look for words of a list of the call pack in a text, where `*` stands for letters, and for addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")


def is_email(text: str) -> bool:
    """Whether `text` has the form of an e-mail address; whether it exists is another matter."""
    return _EMAIL.fullmatch(text) is not None


def match_word(text: str, words: tuple[str, ...]) -> str | None:
    """The first word or phrase of `text` that fits one of `words`, as it stands in the text; None when none does.

    A word is never found inside a longer one unless a `*` allows it: `*machine*` fits `testmachines`, `stad` does not
    fit `stadswerf`. Where letters differ in size they are the same.
    """
    found = _compile(words).search(text)
    return found[0] if found else None


def find_places(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where in `text` something fits one of `words`, and what stands there.

    Only words of which a plain piece is there are looked for in earnest: the pattern costs a hundred times as much.
    """
    likely = keep_likely(text, words)
    if likely:
        for found in _compile(likely).finditer(text):
            yield found.start(), found[0]


def keep_likely(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `words` of which a plain piece stands in `text`; for many short texts, ask it of all of them at once."""
    folded = " ".join(text.split()).casefold()
    return tuple(word for word, stem in zip(words, _read_stems(words), strict=True) if stem in folded)


@lru_cache(maxsize=64)
def _read_stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """The longest plain piece of each word."""
    return tuple(max(" ".join(word.split()).casefold().split("*"), key=len) for word in words)


@lru_cache(maxsize=256)
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for the whole list."""
    parts = (r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
