"""Values that a description could spell better, mended where they stand; every other byte of the file stays.

A fix is certain or is not made: the program reads the old spelling and the new one as the same value. Only the
description itself is mended, never the files it points to.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ibndocs.foundation.findings import Spot, Text
from ibndocs.foundation.numbers import (
    NumberFault,
    format_enterprise_number,
    parse_money,
    parse_number,
    parse_postal_code,
)
from ibndocs.source.characters import decode_utf8
from ibndocs.source.faults import Path
from ibndocs.source.kinds import Kind, kind_at
from ibndocs.source.literals import Literal, read_toml_literal, read_yaml_literal, toml_literals, yaml_literals
from ibndocs.source.scalars import Scalar
from ibndocs.source.source import Source, parse_description

_SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BEFORE, _AFTER = frozenset(" \t\r\n[{,="), frozenset([*" \t\r\n]},", ""])
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")

_AS_NUMBER = Text(nl="een getal in plaats van tekst", en="a number instead of text")
_WHY = {
    Kind.MONEY: _AS_NUMBER,
    Kind.NUMBER: _AS_NUMBER,
    Kind.WHOLE: _AS_NUMBER,
    Kind.POSTAL_CODE: Text(nl="een postcode is vier cijfers", en="a postal code is four digits"),
    Kind.ENTERPRISE_NUMBER: Text(nl="ondernemingsnummer zoals gedrukt", en="enterprise number as printed"),
    Kind.TEXT: Text(nl="spaties rond de tekst", en="spaces around the text"),
}


@dataclass(frozen=True)
class Fix:
    """One value spelled better.

    Attributes:
        path: Where it stands in the description.
        spot: Where it stands in the file.
        old: What is typed there now, quotes included.
        new: What belongs there.
        why: What was wrong with it.
        start: Its first character in the text of the file, from 0, a byte order mark not counted.
        value: What the new spelling means.
    """

    path: Path
    spot: Spot
    old: str
    new: str
    why: Text
    start: int
    value: Scalar


class MeaningChanged(RuntimeError):  # noqa: N818 - named for what it says
    """Fixes together would give the description another meaning, or it changed meanwhile: nothing may be written."""


def find_fixes(source: Source) -> list[Fix]:
    """Every certain fix of the description, in the order of the file."""
    text = decode_utf8(source.path.read_bytes(), source.path.name)
    is_toml = source.path.suffix.lower() == ".toml"
    literals = toml_literals(text) if is_toml else yaml_literals(text)
    return [fix for literal in literals if (fix := _find_fix(literal, source, text, is_toml=is_toml))]


def apply_fixes(source: Source, data: bytes, fixes: Iterable[Fix]) -> bytes:
    """The description with `fixes` made; `data` is its bytes as they are now.

    Raises:
        MeaningChanged: The text is not what the fixes were found in, or would mean something else than before.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    before = data[len(mark) :].decode("utf-8")
    pieces, at = [], 0
    made = sorted(fixes, key=lambda fix: fix.start)
    for fix in made:
        if not before.startswith(fix.old, fix.start):
            raise MeaningChanged(f"{fix.spot}: {fix.old} is no longer there")
        pieces += [before[at : fix.start], fix.new]
        at = fix.start + len(fix.old)
    after = "".join([*pieces, before[at:]])
    _check_meaning(source, before, after, made)
    return mark + after.encode("utf-8")


def _check_meaning(source: Source, before: str, after: str, fixes: Iterable[Fix]) -> None:
    """Read both texts: they have to differ in the mended values and in nothing else."""
    expected, _ = parse_description(source.path, before)
    found, _ = parse_description(source.path, after)
    for fix in fixes:
        expected.put(fix.path, fix.value)
    if expected.data != found.data or expected.pointers != found.pointers:
        raise MeaningChanged(f"{source.path.name}: mending would change more than it should")


def _find_fix(literal: Literal, source: Source, text: str, *, is_toml: bool) -> Fix | None:
    kind = kind_at(literal.path)
    wanted = _wanted(kind, literal.value) if kind else None
    if kind is None or wanted is None:
        return None
    if isinstance(wanted, str):
        inner = literal.raw[1:-1] if literal.quote else literal.raw
        spelled = inner.strip(_SPACES) if kind is Kind.TEXT else wanted
        new = f"{literal.quote}{spelled}{literal.quote}"
    elif _stands_free(literal, text):
        new = format(Decimal(wanted), "f")
    else:
        return None  # `{"fee":"5"}`: without its quotes the value would run into its neighbour
    meant = read_toml_literal(new) if is_toml else read_yaml_literal(new)
    if new.count("\n") != literal.raw.count("\n"):
        return None  # a number that runs over two lines: mending it would move all lines below
    if meant != wanted or isinstance(meant, str) is not isinstance(wanted, str):
        return None
    return Fix(literal.path, source.spot_of(literal.path), literal.raw, new, _WHY[kind], literal.start, wanted)


def _stands_free(literal: Literal, text: str) -> bool:
    """Whether blanks or the marks of a list stand around a value, so that it needs no quotes of its own."""
    return text[literal.start - 1 : literal.start] in _BEFORE and text[literal.end : literal.end + 1] in _AFTER


def _wanted(kind: Kind, value: Scalar) -> str | int | Decimal | None:
    """The value as it should be typed; None when it is typed so, or when what is meant is not certain."""
    if isinstance(value, str) or (kind is Kind.ENTERPRISE_NUMBER and isinstance(value, int)):
        try:
            wanted = _READERS[kind](str(value))
        except NumberFault:
            return None
        return None if wanted == value else wanted
    return None


def _read_number(typed: str) -> Decimal:
    """Read twice: a number that is certain as text must not be doubtful once it stands there without quotes."""
    return parse_number(parse_number(typed))


def _read_whole(typed: str) -> int | None:
    """Only digits are certain here; `1.000` and `036` are left to their writer."""
    return int(typed.strip(_SPACES)) if _WHOLE.fullmatch(typed.strip(_SPACES)) else None


_READERS: Mapping[Kind, Callable[[str], str | int | Decimal | None]] = {
    Kind.MONEY: parse_money,
    Kind.NUMBER: _read_number,
    Kind.WHOLE: _read_whole,
    Kind.POSTAL_CODE: lambda typed: int(parse_postal_code(typed)),
    Kind.ENTERPRISE_NUMBER: format_enterprise_number,
    Kind.TEXT: lambda typed: typed.strip(_SPACES),
}
