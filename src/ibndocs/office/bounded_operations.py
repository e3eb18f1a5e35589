"""The operators, calls and filters of a template that make much of little: looked at before they begin.

See `budget` for what there is to spend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Macro

from ibndocs.office.budget import (
    LISTS,
    MAX_TEXT,
    BoundedContext,
    length,
    limit_items,
    limit_text,
    refuse,
    weigh,
)

MAX_WIDTH: Final = 1_000
"""To which a text can be filled out."""
MAX_BITS: Final = 10_000
"""Of a whole number."""
CALL: Final = 1_000
"""What a call costs, of a macro or of a method."""
ITEM: Final = 50
"""What a filter costs for each item of a list."""

OPERATORS: Final = frozenset({"+", "-", "*", "/", "//", "%", "**"})
"""The operators that reckon; `check_operation` must see those that make much."""

_WIDE: Final = re.compile(r"\d{4,}|%[^a-zA-Z%]*\*|\{[^{}]*\{")
"""In a format: a width of four digits, or one that a value gives."""
_FREE: Final = frozenset({"default", "d", "first", "last", "length", "count", "abs", "round", "int", "float", "attr"})
"""Filters that look at next to nothing."""


def check_operation(context: BoundedContext, sign: str, left: Any, right: Any) -> None:
    """Refuse `left sign right` when it would make too much."""
    context.spend(length(left) + length(right))
    if isinstance(left, int) and isinstance(right, int):
        _check_whole_numbers(sign, left, right)
    elif sign == "%" and isinstance(left, str | bytes):
        check_format(left, right)
    elif sign == "*":
        times, value = (left, right) if isinstance(left, int) else (right, left)
        if isinstance(times, int) and isinstance(value, str | bytes):
            limit_text(len(value) * times)
        elif isinstance(times, int) and isinstance(value, LISTS):
            limit_items(weigh(value) * times)
    elif sign == "+" and isinstance(left, str | bytes):
        limit_text(len(left) + length(right))
    elif sign == "+" and isinstance(left, LISTS):
        limit_items(weigh(left) + weigh(right))


def _check_whole_numbers(sign: str, left: int, right: int) -> None:
    bits = 0
    if sign == "*":
        bits = left.bit_length() + right.bit_length()
    elif sign == "**":
        bits = left.bit_length() * max(right, 0)
    if bits > MAX_BITS:
        raise refuse("maakt een te groot getal", "makes too large a number")


def check_format(text: object, *values: object, **named: object) -> None:
    """Refuse a format that fills out a value to a great width, or prints values that are immense."""
    if _WIDE.search(str(text)):
        raise refuse("vult een tekst te breed op", "fills a text out too wide")
    places = max(str(text).count("%"), str(text).count("{"), 1)
    limit_text(sum(weigh(value, MAX_TEXT) for value in (*values, *named.values())) * places)


def check_call(context: BoundedContext, function: object, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    """Refuse a call that would make much of little; every call costs something."""
    method = getattr(function, "__wrapped__", function)  # the sandbox wraps `format`
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    context.spend(length(owner) + CALL)
    if isinstance(function, Macro | type):
        limit_items(sum(weigh(value) for value in (*args, *kwargs.values()) if not isinstance(value, str)))
    elif name == "strftime":
        check_format(*args, *kwargs.values())
    elif isinstance(owner, str | bytes):
        check = _METHODS.get(name)
        if check is not None:
            check(owner, *args, **kwargs)


def bind_filters(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The filters of Jinja such that each spends what it looks at, and is refused when it would make too much."""
    return {name: made if name in _FREE else _bind(name, made) for name, made in filters.items()}


def _bind(name: str, made: Callable[..., Any]) -> Callable[..., Any]:
    check = _FILTERS.get(name)
    wanted = getattr(made, "jinja_pass_arg", None)
    kind = wanted.name if wanted is not None else ""

    @pass_context
    def bounded(context: BoundedContext, value: Any, *args: Any, **kwargs: Any) -> Any:
        if check is not None:
            if name == "join" and not isinstance(value, str | Mapping):
                value = list(value)  # what a filter before it gives can be gone through only once
            check(value, *args, **kwargs)
        context.spend(length(value) * (1 if isinstance(value, str) else ITEM))
        given = {"context": (context,), "eval_context": (context.eval_ctx,), "environment": (context.environment,)}
        return made(*given.get(kind, ()), value, *args, **kwargs)

    return bounded


def _limit_width(_value: object, width: object = 0, *_: object, **named: object) -> None:
    for asked in (width, *named.values()):
        if (asked if isinstance(asked, int) else length(asked)) > MAX_WIDTH:
            raise refuse("vult een tekst te breed op", "fills a text out too wide")


def _limit_replaced(text: object, old: object = "", new: object = "", *_: object) -> None:
    limit_text(len(str(text)) + str(text).count(str(old)) * len(str(new)))


def _limit_joined(items: Iterable[object], d: object = "", attribute: object = None) -> None:
    del attribute
    items = items if isinstance(items, str | Mapping) else list(items)
    limit_text(weigh(items, MAX_TEXT) + len(items) * len(str(d)))


def _limit_pieces(_value: object, linecount: object = 0, fill_with: object = None, **named: object) -> None:
    _limit_width(_value, linecount, **named)
    if isinstance(fill_with, LISTS):
        raise refuse("vult op met een lijst", "fills up with a list")


def _limit_sum(_value: object, attribute: object = None, start: object = 0) -> None:
    del attribute
    if isinstance(start, LISTS):
        raise refuse("telt lijsten op", "adds up lists")


def _limit_indent(text: object, width: object = 4, *_: object, **__: object) -> None:
    _limit_width(text, width)
    limit_text(len(str(text)) + str(text).count("\n") * (width if isinstance(width, int) else length(width)))


def _limit_wrapped(text: object, width: object = 79, *args: object, **kwargs: object) -> None:
    longest = max(map(len, str(text).split()), default=0)
    if longest > MAX_WIDTH and isinstance(width, int) and longest > MAX_WIDTH * width:
        raise refuse("breekt een te lang woord af", "breaks too long a word")  # each line copies what is left of it
    marks = [value for value in (*args, *kwargs.values()) if isinstance(value, str)]
    limit_text(len(str(text)) * (1 + max(map(len, marks), default=0)))


def _limit_printed(value: object) -> None:
    limit_text(weigh(value, MAX_TEXT))


def _refuse_method(*_: object, **__: object) -> None:
    raise refuse("mag niet in een sjabloon", "is not allowed in a template")


_FILTERS: Final[Mapping[str, Callable[..., None]]] = {
    "batch": _limit_pieces,
    "center": _limit_width,
    "format": check_format,
    "indent": _limit_indent,
    "join": _limit_joined,
    "replace": _limit_replaced,
    "slice": _limit_pieces,
    "string": _limit_printed,
    "sum": _limit_sum,
    "urlencode": _limit_printed,
    "wordwrap": _limit_wrapped,
}
_METHODS: Final[Mapping[str, Callable[..., None]]] = {
    **dict.fromkeys(("ljust", "rjust", "center", "zfill", "expandtabs"), _limit_width),
    **dict.fromkeys(("translate", "maketrans"), _refuse_method),
    **dict.fromkeys(("format", "format_map"), check_format),
    "replace": _limit_replaced,
    "join": lambda text, items: _limit_joined(items, text),
}
