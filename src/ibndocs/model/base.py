"""What every model of the description shares: frozen, unknown keys refused, Dutch titles and help for an editor."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from ibndocs.foundation.findings import Text
from ibndocs.foundation.numbers import NumberFault, parse_money, parse_number

MAX_DECIMALS = 2


class Part(BaseModel):
    """One part of the description: immutable, and no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def refuse_number(fault: NumberFault) -> PydanticCustomError:
    """The fault of a number as pydantic carries it; both languages travel in the context."""
    return PydanticCustomError(
        "number",
        "{en}",
        {"nl": fault.text.nl, "en": fault.text.en, "fix_nl": fault.fix.nl, "fix_en": fault.fix.en},
    )


def _read_money(value: object) -> object:
    """Money typed as a number or as Belgians write it; more than two decimals is refused, never rounded.

    A number keeps the decimals it was typed with: `1.250` in YAML may mean 1250 to a Belgian, so it is refused.
    """
    if isinstance(value, Decimal):
        return _check_decimals(value)
    if not isinstance(value, str):
        return value
    try:
        return parse_money(value)
    except NumberFault as fault:
        raise refuse_number(fault) from None


def _check_decimals(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MAX_DECIMALS:
        typed = format(value, "f")
        raise refuse_number(
            NumberFault(
                Text(f"bedrag {typed} heeft meer dan twee decimalen", f"amount {typed} has more than two decimals"),
                Text(
                    "duizendtallen zonder punt (1250), of rond zelf af op de cent (1250.50)",
                    "write thousands without a dot (1250), or round to the cent yourself (1250.50)",
                ),
            )
        )
    return value


def _read_number(value: object) -> object:
    """A number typed as such or as Belgians write it; one that may be misread (`1.000`) is refused."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return value
    try:
        return parse_number(value)
    except NumberFault as fault:
        raise refuse_number(fault) from None


def _spread(value: object) -> object:
    """Year values: one value stands for every year; a mapping `{1: .., 3: ..}` names the years, others are 0.

    A mapping gives at least two years, as a tuple of one would stand for every year.
    """
    if value is None:
        return ()
    if isinstance(value, dict):
        if not all(str(year).isdecimal() and int(year) >= 1 for year in value):
            return value
        years = {int(year): amount for year, amount in value.items()}
        return tuple(years.get(year) or 0 for year in range(1, max([*years, 2]) + 1))
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,)


_MONEY_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[€EUReur\s\d.,'\u00a0]+$"}],
    "description": 'Bedrag in euro, hoogstens twee decimalen; ook zoals in lijsten geschreven: "1.250,50".',
}
_PROSE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"file": {"type": "string", "title": "Bestand", "description": "Pad van een tekstbestand."}},
            "required": ["file"],
            "additionalProperties": False,
        },
    ]
}
_NUMBER_SCHEMA: dict[str, Any] = {"type": "number"}

Money = Annotated[Decimal, BeforeValidator(_read_money), Field(ge=0, max_digits=14), WithJsonSchema(_MONEY_SCHEMA)]
"""An amount in euro, at most two decimals, never negative."""

Quantity = Annotated[
    Decimal, BeforeValidator(_read_number), Field(ge=0), WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0})
]
"""A number of FTE, months or things, never negative."""

Share = Annotated[
    Decimal,
    BeforeValidator(_read_number),
    Field(ge=0, le=1),
    WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0, "maximum": 1}),
]
"""A fraction between 0 and 1."""


def _yearly_schema(item: dict[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in item.items() if key != "description"}
    return {"anyOf": [*(plain.get("anyOf") or [plain]), {"type": "array", "items": plain}, {"type": "object"}]}


YearlyMoney = Annotated[tuple[Money, ...], BeforeValidator(_spread), WithJsonSchema(_yearly_schema(_MONEY_SCHEMA))]
"""Euro per project year; a tuple of one holds for every year."""

YearlyQuantity = Annotated[
    tuple[Quantity, ...],
    BeforeValidator(_spread),
    WithJsonSchema(_yearly_schema({**_NUMBER_SCHEMA, "minimum": 0})),
]
"""FTE, months or counts per project year; a tuple of one holds for every year."""

Line = Annotated[str, StringConstraints(min_length=1)]
"""A short text of one line or so; never empty."""

Prose = Annotated[str, WithJsonSchema(_PROSE_SCHEMA)]
"""Prose in Markdown."""

Key = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
"""An id by which other parts refer to this one."""


def text_field(title: str, description: str, **rest: Any) -> Any:
    """A field with its Dutch title and help text for the JSON Schema."""
    return Field(title=title, description=description, **rest)


def spread_years(values: tuple[Decimal, ...], years: int) -> tuple[Decimal, ...]:
    """The value of each of `years` project years: one value holds for all, missing years are 0."""
    if len(values) == 1:
        return values * years
    return (*values, *([Decimal(0)] * max(0, years - len(values))))[:years]
