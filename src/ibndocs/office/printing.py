"""How any value is printed where text is asked: in nl-BE, and never as something only a programmer reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day, Markdown, format_date
from ibndocs.office.faults import ExpressionFault


def print_value(value: object) -> str:
    """The text of `value` as a reader should see it; Markdown gives its plain text.

    Raises:
        ExpressionFault: `TPL06`: it has no text of its own, such as None, a list or a table of values.
    """
    printer = _PRINTERS.get(type(value))
    if printer is not None:
        return printer(value)
    own: object = type(value).__str__
    for kind, inherited in _PRINTERS.items():
        if isinstance(value, kind) and own is kind.__str__:
            return inherited(value)
    if own is object.__str__ or isinstance(value, bytes):
        raise _refuse(value)
    return str(value)


def _refuse(value: object) -> ExpressionFault:
    if value is None:
        return ExpressionFault(
            "TPL06",
            Text(nl="heeft geen waarde", en="has no value"),
            Text(nl='schrijf … or "" als het leeg mag blijven', en='write … or "" where it may stay empty'),
        )
    kind = _KINDS.get(type(value), Text(nl="geen tekst", en="no text"))
    said = Text(nl=f"is {kind.nl} en kan niet gedrukt worden", en=f"is {kind.en} and cannot be printed")
    as_list = Text(nl="schrijf …|lijst of gebruik een lus", en="write …|lijst or use a loop")
    return ExpressionFault("TPL06", said, as_list if isinstance(value, list | tuple) else None)


def _print_fraction(value: Decimal | float) -> str:
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    return f"{number:f}".replace(".", ",") if number.is_finite() else str(value)


def _print_markdown(value: Markdown) -> str:
    from ibndocs.foundation.prose import plain_text

    return plain_text(value.text)


_KINDS: dict[type, Text] = {
    list: Text(nl="een lijst", en="a list"),
    tuple: Text(nl="een lijst", en="a list"),
    dict: Text(nl="een groep van waarden", en="a group of values"),
}
_PRINTERS: dict[type, Callable[..., str]] = {
    str: str,
    int: str,
    bool: lambda value: "ja" if value else "nee",
    float: _print_fraction,
    Decimal: _print_fraction,
    datetime: format_date,
    date: format_date,
    Day: str,
    Markdown: _print_markdown,
}
