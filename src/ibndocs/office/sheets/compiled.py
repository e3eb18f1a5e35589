"""The slots of a workbook form, their places found and their expressions compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ibndocs.foundation.findings import FaultyInput, Finding, Text
from ibndocs.office.expressions import compile_expression
from ibndocs.office.faults import ExpressionFault, TemplateFault, locate_fault
from ibndocs.office.loops import compile_loop
from ibndocs.office.places import SheetRows
from ibndocs.office.sheets.anchors import Anchors, Target
from ibndocs.office.sheets.references import Address, column_number
from ibndocs.office.sheets.workbook import Sheet
from ibndocs.office.slots import ColumnsSlot, ExpectSlot, Expression, Slot, ValueSlot

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CellFill:
    """A cell of the form and the expression that fills it."""

    target: Target
    typed: Expression
    run: Callable[[Values], object]


@dataclass(frozen=True, slots=True)
class RowsFill:
    """A row of the form that repeats; `cells` are those of the row itself."""

    sheet: Sheet
    row: int
    list_scopes: Callable[[Values], list[Values]]
    cells: tuple[CellFill, ...]
    empty: str | None


@dataclass(frozen=True, slots=True)
class CompiledSlots:
    """All slots of a form; `expected` are cells that the form calculates, with what must come out."""

    cells: tuple[CellFill, ...]
    rows: tuple[RowsFill, ...]
    expected: tuple[CellFill, ...] = ()


def compile_slots(anchors: Anchors, slots: Sequence[Slot]) -> CompiledSlots:
    """Find every place and compile every expression.

    Raises:
        FaultyInput: With all faults.
    """
    compiler = _Compiler(anchors)
    for slot in slots:
        compiler.take(slot)
    if compiler.findings:
        raise FaultyInput(compiler.findings)
    return CompiledSlots(tuple(compiler.cells), tuple(compiler.rows), tuple(compiler.expected))


class _Compiler:
    """Takes the slots one by one, so that all faults are told at once."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._taken: set[tuple[str, Address | int]] = set()
        self.cells: list[CellFill] = []
        self.rows: list[RowsFill] = []
        self.expected: list[CellFill] = []
        self.findings: list[Finding] = []

    def take(self, slot: Slot) -> None:
        """Compile one slot, or note why not."""
        try:
            match slot:
                case ValueSlot(at=place):
                    target = self._anchors.find_cell(place)
                    self._claim((target.sheet.part, target.address), str(target))
                    self.cells.append(_compile_cell(target, slot.value))
                case ExpectSlot(at=place):
                    self.expected.append(_compile_cell(self._anchors.locate_cell(place), slot.expect))
                case ColumnsSlot(at=SheetRows() as place):
                    self._take_rows(slot, place)
                case _:
                    text = Text("is geen plaats in een werkmap", "is no place in a workbook")
                    raise ExpressionFault("SLT21", text)
        except ExpressionFault as fault:
            self.findings.append(locate_fault(fault, slot.spot, _describe(slot)))
        except TemplateFault as fault:
            self.findings += fault.findings

    def _take_rows(self, slot: ColumnsSlot, place: SheetRows) -> None:
        sheet, row = self._anchors.find_row(place)
        self._claim((sheet.part, row), place.rows)
        cells: list[CellFill] = []
        for column, fill in slot.cells.items():
            if fill.value is None:
                continue
            target = Target(sheet, Address(column_number(column), row))
            try:
                self._anchors.refuse_unfit(target, repeats=True)
                self._claim((sheet.part, target.address), str(target))
                cells.append(_compile_cell(target, fill.value))
            except ExpressionFault as fault:
                self.findings.append(locate_fault(fault, fill.value.spot, f"{place.rows} {column}:"))
            except TemplateFault as fault:
                self.findings += fault.findings
        self.rows.append(RowsFill(sheet, row, compile_loop(slot.each), tuple(cells), slot.empty))

    def _claim(self, place: tuple[str, Address | int], label: str) -> None:
        if place in self._taken:
            text = Text(f"{label} wordt al door een ander slot gevuld", f"{label} is filled by another slot already")
            raise ExpressionFault("SLT26", text)
        self._taken.add(place)


def _compile_cell(target: Target, typed: Expression) -> CellFill:
    return CellFill(target, typed, compile_expression(typed.source, typed.spot))


def _describe(slot: Slot) -> str:
    at = slot.at
    return " ".join(f"{name}: {getattr(at, name)}:" for name in at.__slots__)
