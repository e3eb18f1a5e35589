"""What a person may have meant by a name that is not there: the nearest of those that are, as a fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from ibndocs.foundation.findings import Text

_MOST_LISTED = 24


def quote(name: str) -> str:
    """A name between the quotes of messages."""
    return f"“{name}”"


def ask_meant(*names: str) -> Text:
    """“Did you mean”, with the names as they are to be shown."""
    return Text(f"bedoelde u {' of '.join(names)}?", f"did you mean {' or '.join(names)}?")


def suggest_name(
    name: str, known: Iterable[str], write: Callable[[str], str] = str, *, likeness: float = 0.6
) -> Text | None:
    """The one of `known` that looks most like `name`, when one does; `write` shows it.

    Args:
        name: What was typed.
        known: The names that there are.
        write: How a name is shown; a text of several words is quoted.
        likeness: From 0 to 1, how much alike they are at least.
    """
    close = get_close_matches(name, list(known), n=1, cutoff=likeness)
    return ask_meant(write(close[0])) if close else None


def suggest_or_list(name: str, known: Iterable[str], *, likeness: float = 0.5) -> Text | None:
    """The name that may be meant, else the names that there are; None when there are none."""
    known = list(known)
    listed = ", ".join(known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
    choose = Text(f"mogelijk: {listed}", f"possible: {listed}") if known else None
    return suggest_name(name, known, quote, likeness=likeness) or choose
