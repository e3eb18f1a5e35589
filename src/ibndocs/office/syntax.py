"""What Jinja says of a tag that it cannot read, in two languages and with a cure where people often err."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault

_END: Final = Text(nl="het einde van de tag", en="the end of the tag")
_TOKENS: Final[Mapping[str, Text]] = dict.fromkeys(
    ("end of print statement", "end of statement block", "end of template"), _END
)
_FIXES: Final[Mapping[str, Text]] = {
    "=": Text(nl="schrijf == om te vergelijken", en="write == to compare"),
    "&": Text(nl="schrijf and", en="write and"),
    "!": Text(nl="schrijf not", en="write not"),
    "?": Text(nl="schrijf … if … else …", en="write … if … else …"),
}
_UNCLOSED: Final = Text(nl="een haakje wordt niet gesloten", en="a bracket is not closed")
_QUOTE: Final = Text(nl="een aanhalingsteken wordt niet gesloten", en="a quotation mark is not closed")


def explain_syntax(message: str) -> ExpressionFault:
    """The fault (`TPL02`) of an expression of which Jinja says `message`."""
    for pattern, tell in _SAYINGS:
        if found := pattern.match(message):
            text = tell(*(_name(word) for word in found.groups()))
            fix = _FIXES.get(found.groups()[-1]) if found.groups() else None
            break
    else:
        text, fix = Text(nl=message, en=message), None
    return ExpressionFault("TPL02", Text(nl=f"is niet te lezen: {text.nl}", en=f"cannot be read: {text.en}"), fix)


def _name(word: str) -> Text:
    """A word of a template between quotes, or what Jinja calls the end of a tag."""
    return _TOKENS.get(word, Text(nl=f"“{word}”", en=f"“{word}”"))


def _tell_char(char: Text) -> Text:
    if char.en in ('“"”', "“'”"):
        return _QUOTE
    if char.en.startswith("“\\x"):  # what stands for the end of the tag, which is not one inside a bracket
        return _UNCLOSED
    return _tell_unexpected(char)


def _tell_unexpected(word: Text) -> Text:
    return Text(nl=f"{word.nl} kan hier niet staan", en=f"{word.en} cannot stand here")


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Callable[..., Text]], ...]] = (
    (
        re.compile(r"Expected an expression, got '(.*)'$"),
        lambda word: Text(nl=f"voor {word.nl} ontbreekt een waarde", en=f"a value is missing before {word.en}"),
    ),
    (
        re.compile(r"expected token '(.*)', got '(.*)'$"),
        lambda asked, word: Text(
            nl=f"hier hoort {asked.nl} te staan, niet {word.nl}", en=f"{asked.en} belongs here, not {word.en}"
        ),
    ),
    (re.compile(r"unexpected char ['\"](.*)['\"] at \d+$"), _tell_char),
    (
        re.compile(r"expected name or number$"),
        lambda: Text(nl="achter de punt ontbreekt een naam", en="a name is missing behind the point"),
    ),
    (re.compile(r"unexpected '(.*?)'(?:, expected '.*')?$"), _tell_unexpected),
)
