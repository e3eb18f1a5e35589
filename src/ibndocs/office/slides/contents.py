"""What slots put into a deck: expressions evaluated, their values turned into paragraphs, cells and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Markdown, Number, Percent
from ibndocs.office.expressions import compile_expression
from ibndocs.office.faults import ExpressionFault, TemplateFault
from ibndocs.office.printing import print_value
from ibndocs.office.slides.markdown import read_markdown
from ibndocs.office.slides.tables import CellContent, read_colour
from ibndocs.office.slides.text import Paragraph, Run, split_paragraphs
from ibndocs.office.slot_values import TO_FILL_IN
from ibndocs.office.slots import Expression, Fill, Markup

T = TypeVar("T")
Values = Mapping[str, object]
Paragraphs = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression that can be evaluated, and how it was typed."""

    typed: Expression
    run: Callable[[Values], object]

    @classmethod
    def of(cls, typed: Expression) -> Compiled:
        """Compile `typed`; raises `TemplateFault` when it is no expression."""
        return cls(typed, compile_expression(typed.source, typed.spot))

    def give(self, values: Values, read: Callable[[object], T]) -> T:
        """What `read` makes of the value; faults of either carry the place."""
        value = self.run(values)
        try:
            return read(value)
        except ExpressionFault as fault:
            raise TemplateFault(fault, self.typed.spot, self.typed.source) from fault


def read_paragraphs(value: object, markup: Markup, *, optional: bool = False) -> Paragraphs:
    """A value as paragraphs; a missing one is marked as such, unless it is optional, and never leaves a blank.

    Raises:
        ExpressionFault: `TPL06` when it has no text, `TPL09` when bullets are asked and it is no list.
    """
    if _is_missing(value):
        return () if optional else (Paragraph((Run(TO_FILL_IN, highlighted=True),)),)
    if markup == "bullets":
        return tuple(_read_bullets(value))
    if markup == "markdown":
        return read_markdown(value.text if isinstance(value, Markdown) else print_value(value))
    return split_paragraphs(print_value(value))


def _is_missing(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, Markdown | list | tuple) and not value)


def _read_bullets(value: object) -> Iterable[Paragraph]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise ExpressionFault(
            "TPL09",
            Text(nl="geeft geen lijst voor 'as: bullets'", en="gives no list for 'as: bullets'"),
            Text(nl="geef een lijst, of gebruik 'as: markdown'", en="give a list, or use 'as: markdown'"),
        )
    for item in value:
        match item:
            case [text, int(level)] if not isinstance(item, str):
                yield Paragraph((Run(print_value(text)),), level=level)
            case _:
                yield Paragraph((Run(print_value(item)),))


def read_text(value: object) -> str:
    """A value as text, "" for None."""
    return "" if value is None else print_value(value)


def read_texts(value: object) -> tuple[str, ...]:
    """A list as texts: the categories of a chart.

    Raises:
        ExpressionFault: `TPL09` when it is no list.
    """
    return tuple(read_text(item) for item in _items(value))


def read_numbers(value: object) -> tuple[Decimal | None, ...]:
    """A list as numbers: the values of a series; None is a gap.

    Raises:
        ExpressionFault: `TPL09` when it is no list of finite numbers.
    """
    return tuple(_number(item) for item in _items(value))


def _items(value: object) -> Iterable[object]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise ExpressionFault("TPL09", Text(nl="geeft geen lijst", en="gives no list"))
    return value


def _number(value: object) -> Decimal | None:
    raw = value.value if isinstance(value, Euro | Percent | Number) else value
    if raw is None:
        return None
    try:
        number = Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)  # type: ignore[arg-type]
    except (InvalidOperation, TypeError, ValueError):
        number = Decimal("NaN")
    if isinstance(raw, bool | str) or not number.is_finite():
        text = Text(nl=f"geeft {raw!r}, wat geen getal is", en=f"gives {raw!r}, which is no number")
        raise ExpressionFault("TPL09", text)
    return number


@dataclass(frozen=True, slots=True)
class CellFill:
    """What goes into one cell, compiled."""

    value: Compiled | None
    colour: Compiled | None
    markup: Markup
    optional: bool

    @classmethod
    def of(cls, fill: Fill) -> CellFill:
        """Compile `fill`; raises `TemplateFault`."""
        value = None if fill.value is None else Compiled.of(fill.value)
        colour = None if fill.colour is None else Compiled.of(fill.colour)
        return cls(value, colour, fill.markup, fill.optional)

    def give(self, values: Values) -> CellContent:
        """The content for these values."""
        paragraphs: Paragraphs | None = None
        if self.value is not None:
            paragraphs = give_paragraphs(self.value, values, self.markup, optional=self.optional)
        return CellContent(paragraphs, None if self.colour is None else self.colour.give(values, _read_fill))


def give_paragraphs(compiled: Compiled, values: Values, markup: Markup, *, optional: bool = False) -> Paragraphs:
    """The paragraphs an expression gives; faults carry its place."""
    return compiled.give(values, lambda value: read_paragraphs(value, markup, optional=optional))


def _read_fill(value: object) -> str | None:
    text = read_text(value)
    if not text:
        return None
    colour = read_colour(text)
    if colour is None:
        raise ExpressionFault(
            "TPL09",
            Text(nl=f"geeft {text!r}, wat geen kleur is", en=f"gives {text!r}, which is no colour"),
            Text(
                nl="schrijf zes hexadecimale cijfers, zoals 1F7A4D", en="write six hexadecimal digits, such as 1F7A4D"
            ),
        )
    return colour
