"""No limit or date of the call stands in code: numbers come from `call.toml`, in what is computed and in what is said.

Every number in the rooms that decide is looked at. Left alone are 0 and 1, the twelve months of a year and what stands
in `KNOWN` with its reason; in texts, places of the guideline (`4.2.4`), articles of the law and examples.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

import ibndocs

HOUSE = Path(ibndocs.__file__).parent
ROOMS = ("rules", "finance", "views", "model", "dossier.py")
TALKING = ("rules", "finance", "views", "dossier.py")
"""Rooms whose texts are read too; those of the model show how a value is spelled."""
KNOWN: dict[str, set[float]] = {
    "rules/likeness.py": {8, 65536},  # hashes of a sketch, size of a cache
    "rules/patterns.py": {64, 256},  # sizes of caches
    "rules/unknown_names.py": {16384},  # size of a cache
    "rules/letter_worth.py": {16384},  # size of a cache
    "rules/content/comment_left.py": {60},  # characters of a comment that are shown
    "rules/content/not_in_dutch.py": {3, 6},  # letters of a short word, words of a paragraph that are shown
    "rules/cofinancing/benefits_unclear.py": {2},  # one word is no benefit
    "rules/kpis/reach_too_narrow.py": {100},  # a percentage
    "finance/rounding.py": {0.01},  # a cent
    "views/pitch.py": {24, 30},  # characters that fit
    "model/base.py": {14, 40},  # digits of an amount, characters of an id
    "model/parties.py": {1000, 9999},  # four digits
    "model/project.py": {30},  # characters of an acronym
}
SMALL = 5
"""From this number on a number is looked at wherever it stands; below it, only where something is compared with it."""
FREE = {0, 1, 12}

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_UNITS = (
    "%|VTE|FTE|euro|€|bedrij|onderneming|compan|enterprise|brie|letter|jaar|year|maand|month"
    "|werkdag|working|blz|bladzij|page"
)
_LIMIT = re.compile(rf"\d{{2,}}|\d\s?(?:{_UNITS})|\d\s(?:{_MONTHS})", re.IGNORECASE)
_NO_LIMIT = re.compile(
    r"`[^`]*`"  # code and examples
    r"|\b\d(?:\.\d{1,2})+\b(?!\.\d)"  # a place in the guideline
    r"|art\. \d+|(?:mod|modulo) 97|97 (?:min|less)"  # the law, arithmetic
    r"|percentages always make 100|documents\", 1997|2003/361/E[GC]"  # literature
    r"|\b[A-Z]{3,}-?\d+\b"  # COF11, SHA-256, KPI1
    r"|(?:Wrong|Right): .*?(?=(?:Wrong|Right): |\n\n|\Z)"  # the example of a docstring
    r"|(?:phase|fase) \d\b",
    re.DOTALL,
)


def find_limits(source: str, known: Collection[float] = (), *, texts: bool = True) -> Iterator[tuple[int, str]]:
    """Line and text of every number of `source`, in texts too, that looks like a limit or a date."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    docs = {id(text) for node in nodes if (text := _docstring_of(node)) is not None}
    examples = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.keyword) and node.arg in {"wrong", "right"}
        for inner in ast.walk(node)
    }
    compared = {id(inner) for node in nodes if _is_limit_test(node) for inner in ast.walk(node)}
    for node in nodes:
        if not isinstance(node, ast.Constant) or id(node) in examples:
            continue
        value = node.value
        if isinstance(value, str):
            rest = _NO_LIMIT.sub("", value)
            shown = _LIMIT.search(rest) if texts else None
            if shown and (id(node) in docs or not _is_pattern(value)):
                yield node.lineno, rest[max(0, shown.start() - 30) : shown.end() + 30]
            if (number := _as_number(value)) is not None and _is_limit(float(number), known, 2):
                yield node.lineno, value
        elif (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and _is_limit(value, known, 2 if id(node) in compared else SMALL)
        ):
            yield node.lineno, str(value)


def _docstring_of(node: ast.AST) -> ast.Constant | None:
    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    value = first.value if isinstance(first, ast.Expr) else None
    return value if isinstance(value, ast.Constant) else None


def _is_limit_test(node: ast.AST) -> bool:
    """Whether something is compared by size; `phase == 2` is no such thing."""
    return isinstance(node, ast.Compare) and any(
        isinstance(sign, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for sign in node.ops
    )


def _is_limit(value: float, known: Collection[float], least: float) -> bool:
    return value not in FREE and value not in known and (abs(value) >= least or value != int(value))


def _as_number(text: str) -> Decimal | None:
    """What `Decimal("0.7")` holds."""
    try:
        return Decimal(text) if re.fullmatch(r"[\d.]+", text) else None
    except InvalidOperation:
        return None


def _is_pattern(text: str) -> bool:
    """Whether it is a regular expression, a format or a colour, which nobody reads as a limit."""
    return bool(re.search(r"\\[sd]|\{\d|^\[|^[.0-9]+[df%]$|^[0-9A-F]{6}$", text))


@pytest.mark.parametrize(
    "path",
    [
        path
        for room in ROOMS
        for path in ([HOUSE / room] if room.endswith(".py") else sorted((HOUSE / room).rglob("*.py")))
    ],
    ids=lambda path: path.relative_to(HOUSE).as_posix(),
)
def test_no_limit_or_date_stands_in_code(path: Path) -> None:
    name = path.relative_to(HOUSE).as_posix()
    found = list(find_limits(path.read_text("utf-8"), KNOWN.get(name, set()), texts=name.startswith(TALKING)))
    assert found == []


def test_every_known_number_is_still_there() -> None:
    for name, numbers in KNOWN.items():
        found = {shown for _, shown in find_limits((HOUSE / name).read_text("utf-8"))}
        assert {str(number) for number in numbers} <= found, name


@pytest.mark.parametrize(
    "code",
    [
        "if total > 450000: pass",
        "if total > 450_000: pass",
        "CAP = Decimal('675000')",
        "if share < 0.7: pass",
        "share = Decimal('0.3')",
        "if len(letters) < 10: pass",
        "if companies < 30: pass",
        "if fte < 2: pass",
        "if months != 36: pass",
        "DEADLINE = date(2026, 1, 23)",
        "DEADLINE = '2026-01-23'",
        "Text('de oproep vraagt 70 %', 'the call asks 70 %')",
        "Text('minstens 30 bedrijven', 'at least 30 companies')",
        "Text('hoogstens 5 bladzijden', '')",
        "Text('minstens 2 VTE', '')",
        "text = f'niet meer dan 225.000 euro voor {name}'",
        "text = 'voor 3 mei'",
        "def ask():\n    '''At most 450 000 euro a year.'''",
    ],
)
def test_a_limit_in_code_is_found(code: str) -> None:
    assert list(find_limits(code))


@pytest.mark.parametrize(
    "code",
    [
        "if phase == 2: pass",
        "years = months // 12",
        "ABOUT = About(clause='COF11', wrong='fee: 450000', right='fee: 500')",
        "'''Only for so much (4.2.4, 5.3.2). Wrong: 460 000 euro in year 2. Right: at most the cap.'''",
        "Text('valt onder artikel (art. 25)', 'KPI1 en NET16')",
        "first = rows[0] + rows[1:3]",
        "f'{number:03d}'",
    ],
)
def test_what_is_no_limit_is_left_alone(code: str) -> None:
    assert list(find_limits(code)) == []
