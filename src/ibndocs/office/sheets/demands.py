"""What a cell asks of the value that goes into it: to be one of a list, within bounds; not to be locked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ibndocs.foundation.findings import Finding, Severity, Text
from ibndocs.office.choosing import find_entry
from ibndocs.office.sheets.cells import Content
from ibndocs.office.sheets.validations import Validation
from ibndocs.office.slots import Expression

_MOST_CHOICES = 12
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Demands:
    """Of one cell of the form.

    Attributes:
        is_locked: Its sheet is protected and leaves nobody type in it.
        validation: What keeps values out.
        choices: The entries of its list; None when it has none, or none that can be known.
    """

    is_locked: bool = False
    validation: Validation | None = None
    choices: tuple[str, ...] | None = None

    def fitted(self, content: Content) -> Content:
        """The content as the list of the cell spells it, when it means one of its entries (`find_entry`)."""
        if content.kind != "text" or self.choices is None or content.text in self.choices:
            return content
        found = find_entry(content.text, self.choices)
        return content if found is None else Content("text", self.choices[found])

    def find_fault(self, content: Content, typed: Expression, target: str) -> Finding | None:
        """`SLT28`: a value that the validation of the cell does not let in."""
        validation = self.validation
        if validation is None or not validation.enforced or not content.kind or self._lets_in(content, validation):
            return None
        shown = content.text if len(content.text) <= _LONGEST else content.text[:_LONGEST] + "…"
        nl, en = f"{target} laat “{shown}” niet toe", f"{target} does not take “{shown}”"
        if validation.error:
            nl, en = f"{nl} ({validation.error})", f"{en} ({validation.error})"
        severity = Severity.ERROR if validation.stops else Severity.WARNING
        return Finding("SLT28", severity, Text(nl, en), typed.spot, typed.source, self._fix(validation))

    def _lets_in(self, content: Content, validation: Validation) -> bool:
        number = _read_number(content)
        match validation.kind:
            case "list":
                return self.choices is None or any(_same(choice, content, number) for choice in self.choices)
            case "whole" | "decimal" | "date" | "time":
                return number is not None and validation.allows(number)
            case "textLength":
                return validation.allows(Decimal(len(content.text)))
            case _:
                return True

    def _fix(self, validation: Validation) -> Text | None:
        if self.choices is None:
            asked = validation.description
            return asked and Text(f"mogelijk: {asked.nl}", f"possible: {asked.en}")
        listed = "; ".join(self.choices[:_MOST_CHOICES]) + ("; …" if len(self.choices) > _MOST_CHOICES else "")
        return Text(f"mogelijk: {listed}", f"possible: {listed}")


FREE = Demands()


def _read_number(content: Content) -> Decimal | None:
    try:
        return Decimal(content.text) if content.kind == "n" else None
    except InvalidOperation:
        return None


def _same(choice: str, content: Content, number: Decimal | None) -> bool:
    if number is None:
        return _fold(choice) == _fold(content.text)
    try:
        return Decimal(choice) == number
    except InvalidOperation:
        return False


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
