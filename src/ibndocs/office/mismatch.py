"""What it means when Python says that two values do not go together, in words for who typed the template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault

_SAID: Final = re.compile(r"'([\w.]+)' and '([\w.]+)'|concatenate (\w+) \(not \"([\w.]+)\"\)")
_TEXT: Final = Text(nl="tekst", en="text")
_NUMBER: Final = Text(nl="een getal", en="a number")
_DAY: Final = Text(nl="een datum", en="a date")
_LIST: Final = Text(nl="een lijst", en="a list")
_KINDS: Final[Mapping[str, Text]] = {
    **dict.fromkeys(("str", "Markup", "Markdown"), _TEXT),
    **dict.fromkeys(("int", "float", "Decimal", "Euro", "Percent", "Number"), _NUMBER),
    **dict.fromkeys(("date", "datetime", "Day"), _DAY),
    **dict.fromkeys(("list", "tuple"), _LIST),
    "dict": Text(nl="een groep van waarden", en="a group of values"),
    "bool": Text(nl="ja of nee", en="yes or no"),
    "NoneType": Text(nl="niets", en="nothing"),
}
_FIXES: Final[Mapping[frozenset[str], Text]] = {
    frozenset((_TEXT.en, _NUMBER.en)): Text(
        nl="schrijf …|getal achter de tekst die een getal is", en="write …|getal behind the text that is a number"
    ),
    frozenset((_TEXT.en, _DAY.en)): Text(
        nl="schrijf …|datum achter wat een datum is, aan beide kanten",
        en="write …|datum behind what is a date, on both sides",
    ),
}


def explain_mismatch(error: Exception) -> ExpressionFault | None:
    """The fault of an expression that reckons with, or compares, two kinds of values; None when it is another one."""
    found = _SAID.search(str(error)) if isinstance(error, TypeError) else None
    if found is None:
        return None
    one, other = (_KINDS.get(kind.rpartition(".")[2]) for kind in found.groups() if kind)
    if one is None or other is None:
        return None
    text = Text(
        nl=f"rekent met of vergelijkt {one.nl} en {other.nl}, en dat kan niet",
        en=f"reckons with or compares {one.en} and {other.en}, which cannot be done",
    )
    return ExpressionFault("TPL09", text, _FIXES.get(frozenset((one.en, other.en))))
