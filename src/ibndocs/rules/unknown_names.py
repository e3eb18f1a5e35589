"""Whether a name is known: a form is full of names that are still to be decided."""

from __future__ import annotations

from functools import lru_cache

from ibndocs.call.pack import Call


def is_unknown(text: str, call: Call) -> bool:
    """Whether a name is no name: empty, without a letter, in square brackets, or a word for "to be decided"."""
    return _is_unknown(text, call.words["unknown_names"])


@lru_cache(maxsize=16384)
def _is_unknown(text: str, words: tuple[str, ...]) -> bool:
    bare = text.strip().rstrip(".:…").strip().casefold()
    if not any(letter.isalpha() for letter in bare) or bare.startswith(("[", "<")):
        return True
    return bare in words or bare.startswith(tuple(word for word in words if " " in word))
