"""How a label typed in a slots file is compared with what is printed in a form, and what is said when it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ibndocs.foundation.findings import Text

T = TypeVar("T")
_END = re.compile(r"[\s:*]+$")
_NUMBER = re.compile(r"^(?:\(?(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+)")
_FILLER = re.compile(r"[\s.…_·\u2002\u2003]*")
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "\u00ad": "", "\u200b": ""})
_SHORTEST_PREFIX = 4
_MOST_HINTS = 4


def fold(text: str) -> str:
    """A label as it is compared: white space, capitals, curly quotes and a closing colon make no difference."""
    return _END.sub("", " ".join(text.translate(_TYPOGRAPHY).casefold().split()))


def _without_number(folded: str) -> str:
    """Without `2.1`, `3)` or `a.` in front: Word often counts by itself, and then it is not in the text."""
    return _NUMBER.sub("", folded) or folded


def is_filler(text: str) -> bool:
    """Whether a text is no text: blank, dots or a line to write on."""
    return _FILLER.fullmatch(text) is not None


def match(label: str, texts: Iterable[tuple[str, T]]) -> list[T]:
    """What bears the label: the same words; else the same but for a number in front; else starting with it.

    Args:
        label: As typed in the slots file.
        texts: Folded texts with what they stand for.
    """
    wanted = fold(label)
    bare = _without_number(wanted)
    listed = [(text, item) for text, item in texts if text]
    ways: Sequence[Callable[[str], bool]] = (
        lambda text: text == wanted,
        lambda text: _without_number(text) == bare,
        lambda text: len(bare) >= _SHORTEST_PREFIX and _begins(_without_number(text), bare),
    )
    for way in ways:
        if found := [item for text, item in listed if way(text)]:
            return found
    return []


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
