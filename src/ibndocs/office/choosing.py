"""Which entry of a list a value means: the same words, or the same thing by its abbreviation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ibndocs.office.labels import fold

_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")


def find_entry(value: str, entries: Sequence[str]) -> int | None:
    """The index of the entry that says the same but for capitals and spaces.

    Else the only one that says the same by an abbreviation that either of them has in brackets: `vzw` for
    `vereniging zonder winstoogmerk (vzw)`. None when no entry does, or more than one.
    """
    wanted = fold(value)
    same = next((index for index, entry in enumerate(entries) if fold(entry) == wanted), None)
    if same is not None:
        return same
    meant = [index for index, entry in enumerate(entries) if _names_of(value) & _names_of(entry)]
    return meant[0] if len(meant) == 1 else None


def _names_of(text: str) -> set[str]:
    """A text, and its two parts when one is in brackets and one abbreviates the other."""
    found = _BRACKETED.fullmatch(fold(text))
    if found is None or not (_abbreviates(found[2], found[1]) or _abbreviates(found[1], found[2])):
        return {fold(text)} - {""}
    return {fold(text), found[1], found[2]}


def _abbreviates(short: str, words: str) -> bool:
    """Whether a text holds the first letters of the words."""
    parts = words.split()
    return len(parts) > 1 and short.replace(".", "") == "".join(part[0] for part in parts)
