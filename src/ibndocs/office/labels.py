"""How a label typed in a slots file is compared with what is printed in a form, and what is said when it fails."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Generic, TypeVar

from ibndocs.foundation.findings import Text

T = TypeVar("T")
_END = re.compile(r"[\s:*]+$")
_NUMBER = re.compile(r"^(?:\(?(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+)")
_FILLER = re.compile(r"[\s.…_·\u2002\u2003]*")
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "\u00ad": "", "\u200b": ""})
_SHORTEST_PREFIX = 4
_MOST_HINTS = 4


def trim(text: str) -> str:
    """A label as a person types it: on one line, without a closing colon or asterisk."""
    return _END.sub("", " ".join(text.split()))


def fold(text: str) -> str:
    """A label as it is compared: white space, capitals, curly quotes and a closing colon make no difference."""
    return _END.sub("", " ".join(text.translate(_TYPOGRAPHY).casefold().split()))


def _without_number(folded: str) -> str:
    """Without `2.1`, `3)` or `a.` in front: Word often counts by itself, and then it is not in the text."""
    return _NUMBER.sub("", folded) or folded


def is_filler(text: str) -> bool:
    """Whether a text is no text: blank, dots or a line to write on."""
    return _FILLER.fullmatch(text) is not None


class Index(Generic[T]):
    """Texts with what they stand for, laid out once for many look-ups."""

    def __init__(self, texts: Iterable[tuple[str, T]]) -> None:
        """Take folded texts; those that say nothing are left out."""
        self._listed = [(text, item) for text, item in texts if text]
        self._same: dict[str, list[T]] = {}
        for text, item in self._listed:
            self._same.setdefault(text, []).append(item)

    @cached_property
    def _bare(self) -> list[tuple[str, int, T]]:
        """Sorted, without numbers in front."""
        bare = [(_without_number(text), order, item) for order, (text, item) in enumerate(self._listed)]
        return sorted(bare, key=lambda entry: entry[:2])

    def match(self, label: str) -> list[T]:
        """What bears the label: the same words; else the same but for a number in front; else starting with it."""
        return next((found for way in (self._match_words, self._match_bare) if (found := way(label))), [])

    def match_any(self, label: str) -> list[T]:
        """What bears the label in one way or another."""
        return self._match_words(label) + self._match_bare(label) + self._match_start(label)

    def _match_words(self, label: str) -> list[T]:
        return self._same.get(fold(label), [])

    def _match_bare(self, label: str) -> list[T]:
        bare = _without_number(fold(label))
        same = takewhile(lambda entry: entry[0] == bare, self._from(bare))
        return [item for _, _, item in same] or self._match_start(label)

    def _match_start(self, label: str) -> list[T]:
        bare = _without_number(fold(label))
        if len(bare) < _SHORTEST_PREFIX:
            return []
        begun = takewhile(lambda entry: entry[0].startswith(bare), self._from(bare))
        found = [(order, item) for text, order, item in begun if _begins(text, bare)]
        return [item for _, item in sorted(found, key=lambda entry: entry[0])]

    def _from(self, bare: str) -> Iterator[tuple[str, int, T]]:
        start = bisect_left(self._bare, bare, key=lambda entry: entry[0])
        return (self._bare[at] for at in range(start, len(self._bare)))


def match(label: str, texts: Iterable[tuple[str, T]]) -> list[T]:
    """What bears the label among folded texts with what they stand for; see `Index.match`."""
    return Index(texts).match(label)


def _begins(text: str, start: str) -> bool:
    return text.startswith(start) and not text[len(start) : len(start) + 1].isalnum()


class Unresolved(Exception):  # noqa: N818 - named for what it says of a place
    """A place that cannot be found, is not the only one, or cannot take the value."""

    def __init__(self, code: str, message: Text, fix: Text | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.fix = fix


def not_found(what: Text, label: str | int, candidates: Iterable[str]) -> Unresolved:
    """The place is not in the form; the nearest candidates are the hint."""
    near = _nearest(str(label), candidates)
    fix = Text(f"wel in het formulier: {near}", f"in the form: {near}") if near else None
    message = Text(f"{what.nl} '{label}' staat niet in het formulier", f"{what.en} '{label}' is not in the form")
    return Unresolved("SLT10", message, fix)


def ambiguous(what: Text, label: str | int, count: int, fix: Text) -> Unresolved:
    """The label stands for more than one place."""
    message = Text(
        f"{what.nl} '{label}' staat {count} keer in het formulier", f"{what.en} '{label}' is {count} times in the form"
    )
    return Unresolved("SLT11", message, fix)


def unfit(nl: str, en: str, fix: Text | None = None) -> Unresolved:
    """The place is there but cannot take the value."""
    return Unresolved("SLT12", Text(nl, en), fix)


def _nearest(label: str, candidates: Iterable[str]) -> str:
    from difflib import get_close_matches

    printed = {fold(text): " ".join(text.split()) for text in candidates if text.strip()}
    near = get_close_matches(fold(label), list(printed), n=_MOST_HINTS, cutoff=0.45) or list(printed)[:_MOST_HINTS]
    return ", ".join(f"'{_shorten(printed[text])}'" for text in near)


def _shorten(text: str, length: int = 60) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def pick(found: Sequence[T], nth: int | None, what: Text, label: str | int, candidates: Iterable[str]) -> T:
    """The only one that was found, or the `nth`.

    Raises:
        Unresolved: There is none, there are several, or there are fewer than `nth`.
    """
    if not found:
        raise not_found(what, label, candidates)
    if nth is None and len(found) == 1:
        return found[0]
    if nth is None:
        raise ambiguous(what, label, len(found), Text("zeg welke met 'nth: 1'", "say which with 'nth: 1'"))
    if nth > len(found):
        fix = Text(f"nth is ten hoogste {len(found)}", f"nth is at most {len(found)}")
        raise ambiguous(what, label, len(found), fix)
    return found[nth - 1]
