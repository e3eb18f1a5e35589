"""The data validations of a sheet: which cells take which values, and which entries a list offers.

ECMA-376 part 1, 18.3.1.32 (dataValidation); lists that point to another sheet stand in an extension of Excel 2010
(`x14:dataValidation`), in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Text
from ibndocs.office.printing import print_value
from ibndocs.office.sheets.cells import read_day
from ibndocs.office.sheets.references import Address, Corner, Reference

if TYPE_CHECKING:
    from lxml import etree

_ANY_KINDS = ("", "none")
_WIDEST = 512
_OPERATORS: Mapping[str, Text] = {
    "between": Text("van {0} tot {1}", "from {0} to {1}"),
    "notBetween": Text("niet van {0} tot {1}", "not from {0} to {1}"),
    "equal": Text("gelijk aan {0}", "equal to {0}"),
    "notEqual": Text("niet gelijk aan {0}", "not equal to {0}"),
    "greaterThan": Text("meer dan {0}", "more than {0}"),
    "greaterThanOrEqual": Text("minstens {0}", "at least {0}"),
    "lessThan": Text("minder dan {0}", "less than {0}"),
    "lessThanOrEqual": Text("hoogstens {0}", "at most {0}"),
}
_SIGNS = {
    "between": "{0} … {1}",
    "notBetween": "≠ {0} … {1}",
    "equal": "= {0}",
    "notEqual": "≠ {0}",
    "greaterThan": "> {0}",
    "greaterThanOrEqual": "≥ {0}",
    "lessThan": "< {0}",
    "lessThanOrEqual": "≤ {0}",
}
_KINDS: Mapping[str, Text] = {
    "whole": Text("een geheel getal", "a whole number"),
    "decimal": Text("een getal", "a number"),
    "date": Text("een datum", "a date"),
    "time": Text("een tijd", "a time"),
    "textLength": Text("een tekst met een aantal tekens", "a text with a number of characters"),
}


@dataclass(frozen=True, slots=True)
class Validation:
    """What the cells of some areas take.

    Attributes:
        kind: `list`, `whole`, `decimal`, `date`, `time`, `textLength`, `custom`; "" for a mere message.
        formulas: Both operands, as the first of the cells reads them; "" for none.
        enforced: Whether Excel says anything about another value.
        stops: Whether it refuses it, rather than warning.
        prompt: What is shown when the cell is chosen.
        error: What is shown when the value is refused.
    """

    kind: str
    operator: str
    formulas: tuple[str, str]
    areas: tuple[Reference, ...]
    enforced: bool = True
    stops: bool = True
    prompt: str = ""
    error: str = ""

    @property
    def limits(self) -> bool:
        """Whether it keeps any value out."""
        return self.kind not in _ANY_KINDS

    @property
    def summary(self) -> str:
        """What it asks, short and in no language: `whole 1 … 40`; the formula of one that a formula decides."""
        sign = _SIGNS.get(self.operator, "{0}") if self.kind in _KINDS else "{0}"
        return f"{self.kind} {sign.format(*self._operands)}".strip()

    @property
    def description(self) -> Text | None:
        """What it asks, in words; None for a list, for what a formula decides and for a mere message."""
        kind, operator = _KINDS.get(self.kind), _OPERATORS.get(self.operator)
        if kind is None or operator is None:
            return None
        nl, en = operator.nl.format(*self._operands), operator.en.format(*self._operands)
        return Text(f"{kind.nl} {nl}", f"{kind.en} {en}")

    @property
    def _operands(self) -> tuple[str, ...]:
        """The operands as a person reads them: a date as a date."""
        numbers = [_read_number(formula) if self.kind == "date" else None for formula in self.formulas]
        days = [None if number is None else read_day(number) for number in numbers]
        return tuple(
            formula if day is None else print_value(day) for formula, day in zip(self.formulas, days, strict=True)
        )

    def allows(self, number: Decimal) -> bool:
        """Whether it takes a number, or a text of so many characters; also when its operands are formulas."""
        if self.kind == "whole" and number % 1:
            return False
        first, second = (_read_number(formula) for formula in self.formulas)
        if first is None or (second is None and self.operator in ("between", "notBetween")):
            return True
        within = second is not None and first <= number <= second
        return {
            "between": within,
            "notBetween": not within,
            "equal": number == first,
            "notEqual": number != first,
            "greaterThan": number > first,
            "greaterThanOrEqual": number >= first,
            "lessThan": number < first,
            "lessThanOrEqual": number <= first,
        }.get(self.operator, True)


def _read_number(formula: str) -> Decimal | None:
    try:
        return Decimal(formula)
    except InvalidOperation:
        return None


def read_areas(text: str) -> tuple[Reference, ...]:
    """A list of areas (`sqref`): cells, ranges, whole columns and rows."""
    found = []
    for area in text.split():
        start, _, end = area.partition(":")
        first, last = Corner.read(start), Corner.read(end or start)
        if first is not None and last is not None:
            found.append(Reference("", first, last))
    return tuple(found)


def read_validations(root: etree._Element) -> Iterator[Validation]:
    """The validations of a sheet, those of the extension last."""
    for element in root.iter("{*}dataValidation"):
        below = element.find("{*}sqref")
        areas = element.get("sqref") or (below.text if below is not None else "") or ""
        operands = [_read_operand(element.find(f"{{*}}formula{number}")) for number in (1, 2)]
        yield Validation(
            kind=element.get("type", ""),
            operator=element.get("operator", "between"),
            formulas=(operands[0], operands[1]),
            areas=read_areas(areas),
            enforced=element.get("showErrorMessage") in ("1", "true"),
            stops=element.get("errorStyle", "stop") == "stop",
            prompt=_join(element, "promptTitle", "prompt"),
            error=_join(element, "errorTitle", "error"),
        )


def _read_operand(element: etree._Element | None) -> str:
    # The extension puts an `xm:f` around the formula.
    return "" if element is None else "".join(str(text) for text in element.itertext()).strip()


def _join(element: etree._Element, *names: str) -> str:
    return ": ".join(text for name in names if (text := " ".join(element.get(name, "").split())))


class Validations:
    """The validations of one sheet, found by cell."""

    def __init__(self, validations: Iterable[Validation]) -> None:
        self.all = tuple(validations)
        self._by_column: dict[int, list[tuple[Reference, Validation]]] = {}
        self._wide: list[tuple[Reference, Validation]] = []
        for validation in self.all:
            for area in validation.areas:
                self._keep(area, validation)

    def _keep(self, area: Reference, validation: Validation) -> None:
        last = area.last or area.first
        first_column, last_column = area.first.column, last.column
        if first_column is None or last_column is None or last_column - first_column > _WIDEST:
            self._wide.append((area, validation))
            return
        for column in range(first_column, last_column + 1):
            self._by_column.setdefault(column, []).append((area, validation))

    def at(self, address: Address) -> Validation | None:
        """The validation of a cell; of several, one that keeps values out."""
        places = (*self._by_column.get(address.column, ()), *self._wide)
        found = [validation for area, validation in places if area.covers(address)]
        return min(found, key=lambda one: not one.limits, default=None)
