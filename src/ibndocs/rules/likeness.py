"""Find texts that are nearly the same among thousands, without comparing each with each.

Two texts are alike by the share of groups of three words that they have in common (Jaccard index). Only texts that
share one of their lowest hashes are compared (bottom-k sketch, A. Broder, "On the resemblance and containment of
documents", 1997): texts half alike or more miss each other so in fewer than one case in two hundred.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

GROUP = 3
"""Words of a group."""
SKETCH = 8
"""Hashes kept of each text."""
COMPARED = 4
"""Earlier texts with the same hash that are compared."""
_WORD = re.compile(r"\w+")


def find_twins(texts: Mapping[int, tuple[str, str]], least: float) -> dict[int, tuple[int, float]]:
    """For each text that is at least `least` alike to an earlier one: which one, and how much (0 to 1).

    Args:
        texts: By key, a text and a name that does not count as part of it.
        least: From which likeness on.
    """
    groups: dict[int, frozenset[int]] = {}
    seen: dict[int, list[int]] = {}
    twins = {}
    for key, (text, name) in texts.items():
        own = hash_groups(text, name)
        sketch = sorted(own)[:SKETCH]
        near = {earlier for part in sketch for earlier in seen.get(part, ())[:COMPARED]}
        likeness, earlier = max(((measure(own, groups[at]), -at) for at in near), default=(0.0, 0))
        if likeness >= least:
            twins[key] = (-earlier, likeness)
        groups[key] = own
        for part in sketch:
            seen.setdefault(part, []).append(key)
    return twins


def hash_groups(text: str, name: str = "") -> frozenset[int]:
    """Hashes of the groups of words of `text` without the words of `name`."""
    own = set(_WORD.findall(name.casefold()))
    words = [_hash_word(word) for word in _WORD.findall(text.casefold()) if word not in own]
    if len(words) < GROUP:
        return frozenset([hash(tuple(words))]) if words else frozenset()
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


@lru_cache(maxsize=65536)
def _hash_word(word: str) -> int:
    """A number for a word; Python's own hash of text differs from run to run, that of tuples of numbers does not."""
    return crc32(word.encode())


def measure(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the groups of both that they have in common."""
    return len(one & other) / len(one | other) if one and other else 0.0
