"""Plain YAML scalars by the core schema of YAML 1.2 (section 10.3.2), as people in Belgium mean them.

Narrower than the core schema where it would lose what was typed: a number with a leading zero or a plus sign is text
(postal codes, telephone and enterprise numbers), and so are `.inf` and `.nan`. `no`, `on` and dates are text too.
A decimal fraction becomes a `Decimal` of its own digits, never a binary float.
"""

from __future__ import annotations

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,29})")
_FRACTION = re.compile(r"-?(?:(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,2})?")
_BASED = {"0o": (re.compile(r"0o[0-7]{1,20}"), 8), "0x": (re.compile(r"0x[0-9a-fA-F]{1,16}"), 16)}
_FIRST = frozenset("0123456789-.")


def resolve_plain(text: str) -> Scalar:
    """The value of a scalar that stands without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FRACTION.fullmatch(text):
        return Decimal(text)
    pattern, base = _BASED.get(text[:2], (None, 10))
    return int(text[2:], base) if pattern and pattern.fullmatch(text) else text
