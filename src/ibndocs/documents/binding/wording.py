"""How alike two Dutch labels are: by their words, rare ones more than common ones, with synonyms of the call pack."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

_STOP = frozenset(
    word
    for line in (
        "de het een en of van voor in op te met uw u onze ons hun deze dit dat die is zijn was wordt worden welke welk",
        "wat wie hoe waar waarom er aan bij tot door om als per naar over uit onder tussen binnen ook nog niet geen al",
        "ja nee gelieve beschrijf beschrijft geef geeft licht toe verduidelijk motiveer vermeld vul omschrijf leg kort",
        "korte bondig max maximum maximaal blz bladzijde bladzijden pagina tekens woorden regels indien eventueel hier",
        "kan kunnen moet zal heeft hebben uitleg antwoord cijfer cijfers the of and",
    )
    for word in line.split()
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUMBER = re.compile(r"^\s*(?:\(?(?:(?:[a-zA-Z]\.?)?\d+(?:\.\d+)*[a-z]?|[a-zA-Z])[.)]?\s+)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ENDINGS = ("en", "s", "e", "n", "'s")
_SHORTEST_STEM = 4
_SAME_WORD = 86
_LONG_WORD = 5
_PART = 0.6
_CONTAINED = 0.92
Words = tuple[str, ...]


class Wording:
    """Compares labels; knows which words mean the same and which are common."""

    def __init__(self, groups: Iterable[Sequence[str]], labels: Iterable[str] = ()) -> None:
        self._canonical = {_stem(word): _stem(group[0]) for group in groups for word in group}
        labels = list(labels)
        self._known = {_stem(word) for label in labels for word in _WORD.findall(label)} | self._canonical.keys()
        counted = Counter(word for label in labels for word in set(self.words(label)))
        self._weights = {word: 1 / (1 + math.log(count)) for word, count in counted.items()}

    @lru_cache(maxsize=20_000)  # noqa: B019 - one for each draft, and labels come back again and again
    def words(self, label: str) -> Words:
        """The words of a label that say something, in their canonical form; without number and bracketed remarks."""
        bare = _BRACKETS.sub(" ", _NUMBER.sub("", label)) or label
        found = [part for word in _WORD.findall(bare) for part in self._split(word.casefold().replace("’", "'"))]
        kept = [word for word in found if word not in _STOP] or found
        return tuple(self._canonical.get(stem, stem) for word in kept if (stem := _stem(word)))

    def _split(self, word: str) -> list[str]:
        """A word with a hyphen as one when it is known so (`start-ups`), else as its parts."""
        first, hyphen, rest = word.partition("-")
        return [word] if not hyphen or _stem(word) in self._known else [first, *self._split(rest)]

    def says_more(self, label: str, than: str) -> bool:
        """Whether a label says anything beside the words of `than`."""
        return bool(set(self.words(label)) - set(self.words(than)))

    def compare(self, label: str, other: str) -> float:
        """How alike two labels are, from 0 to 100."""
        return self.compare_words(self.words(label), self.words(other))

    def compare_words(self, asked: Words, offered: Words) -> float:
        """How alike the words of a place and those of an offer are, from 0 to 100.

        An offer whose words all stand in a longer question is nearly as good as the same label.
        """
        if not asked or not offered:
            return 0.0
        return self._compare(asked, offered)

    @lru_cache(maxsize=200_000)  # noqa: B019 - as above
    def _compare(self, asked: Words, offered: Words) -> float:
        if set(asked) == set(offered):
            return 100.0
        matched_offered = sum(self._weight(word) * _best(word, asked) for word in offered)
        if not matched_offered:
            return 0.0
        matched_asked = sum(self._weight(word) * _best(word, offered) for word in asked)
        total_offered, total_asked = (sum(map(self._weight, words)) for words in (offered, asked))
        dice = (matched_offered + matched_asked) / (total_offered + total_asked)
        contained = matched_offered / total_offered
        specific = min(1.0, total_offered)
        return 100 * max(dice, _CONTAINED * contained * contained * specific * (0.75 + 0.25 * dice))

    def _weight(self, word: str) -> float:
        return self._weights.get(word, 1.0)


def _best(word: str, others: Words) -> float:
    return max((_same(word, other) for other in others), default=0.0)


def is_alike(word: str, other: str) -> bool:
    """Whether two words have anything to do with each other."""
    return _same(word, other) > 0


@lru_cache(maxsize=200_000)
def _same(word: str, other: str) -> float:
    """From 0 to 1: the same word, one with a slip of the pen, or part of a compound."""
    if word == other:
        return 1.0
    if min(len(word), len(other)) < _LONG_WORD:
        return 0.0
    alike = ratio(word, other)
    if alike >= _SAME_WORD:
        return alike / 100
    return _PART if word in other or other in word else 0.0


def _stem(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded.removesuffix(ending)
    return folded
