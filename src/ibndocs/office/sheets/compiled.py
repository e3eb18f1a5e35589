"""The slots of a workbook form, their places found and their expressions compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ibndocs.foundation.findings import FaultyInput, Finding, Text
from ibndocs.office.expressions import compile_expression
from ibndocs.office.faults import ExpressionFault, TemplateFault, locate_fault
from ibndocs.office.loops import compile_loop
from ibndocs.office.places import SheetCheckBox, SheetDropDown, SheetRows, SheetTable
from ibndocs.office.sheets.anchors import Anchors, Lines, Target
from ibndocs.office.sheets.control_anchors import ControlAnchors
from ibndocs.office.sheets.controls import FormControl
from ibndocs.office.sheets.demands import FREE, Demands
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet
from ibndocs.office.slots import ColumnsSlot, ExpectSlot, Expression, Slot, ValueSlot

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CellFill:
    """A cell of the form, the expression that fills it, and what the form asks of the value."""

    target: Target
    typed: Expression
    run: Callable[[Values], object]
    demands: Demands = FREE


@dataclass(frozen=True, slots=True)
class RowsFill:
    """A row of the form that repeats, after `count` rows that stand ready; `cells` are those of the first."""

    sheet: Sheet
    row: int
    list_scopes: Callable[[Values], list[Values]]
    cells: tuple[CellFill, ...]
    empty: str | None
    count: int = 1

    @property
    def last(self) -> int:
        """The row that is copied when more are needed."""
        return self.row + self.count - 1


@dataclass(frozen=True, slots=True)
class ControlFill:
    """A check box or a list, its linked cell, and what decides on it; `choices` are the entries of a list."""

    control: FormControl
    linked: Target | None
    typed: Expression
    run: Callable[[Values], object]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledSlots:
    """All slots of a form; `expected` are cells that the form calculates, with what must come out."""

    cells: tuple[CellFill, ...]
    rows: tuple[RowsFill, ...]
    expected: tuple[CellFill, ...] = ()
    controls: tuple[ControlFill, ...] = ()


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
    return CompiledSlots(
        tuple(compiler.cells), tuple(compiler.rows), tuple(compiler.expected), tuple(compiler.controls)
    )


class _Compiler:
    """Takes the slots one by one, so that all faults are told at once."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._controls = ControlAnchors(anchors)
        self._taken: set[tuple[str, Address | int | str]] = set()
        self.cells: list[CellFill] = []
        self.rows: list[RowsFill] = []
        self.expected: list[CellFill] = []
        self.controls: list[ControlFill] = []
        self.findings: list[Finding] = []

    def take(self, slot: Slot) -> None:
        """Compile one slot, or note why not."""
        try:
            match slot:
                case ValueSlot(at=SheetCheckBox() | SheetDropDown() as place):
                    self._take_control(slot, place)
                case ValueSlot(at=place):
                    target = self._anchors.find_cell(place)
                    self._claim((target.sheet.part, target.address), str(target))
                    self.cells.append(self._compile_cell(target, slot.value))
                case ExpectSlot(at=place):
                    target = self._anchors.locate_cell(place, computed=True)
                    self.expected.append(self._compile_cell(target, slot.expect))
                case ColumnsSlot(at=SheetRows() | SheetTable() as place):
                    self._take_rows(slot, place)
                case _:
                    text = Text("is geen plaats in een werkmap", "is no place in a workbook")
                    raise ExpressionFault("SLT21", text)
        except ExpressionFault as fault:
            self.findings.append(locate_fault(fault, slot.spot, _describe(slot)))
        except TemplateFault as fault:
            self.findings += fault.findings

    def _take_rows(self, slot: ColumnsSlot, place: SheetRows | SheetTable) -> None:
        lines = self._anchors.find_lines(place)
        label = place.rows if isinstance(place, SheetRows) else place.table
        for row in range(lines.row, lines.row + lines.count):
            self._claim((lines.sheet.part, row), label)
        cells: list[CellFill] = []
        for name, fill in slot.cells.items():
            if fill.value is None:
                continue
            try:
                cells.append(self._take_column(place, lines, name, fill.value))
            except ExpressionFault as fault:
                self.findings.append(locate_fault(fault, fill.value.spot, f"{label} {name}:"))
            except TemplateFault as fault:
                self.findings += fault.findings
        each = compile_loop(slot.each)
        self.rows.append(RowsFill(lines.sheet, lines.row, each, tuple(cells), slot.empty, lines.count))

    def _take_column(self, place: SheetRows | SheetTable, lines: Lines, name: str, typed: Expression) -> CellFill:
        column = self._anchors.find_column(place, lines, name)
        first = Target(lines.sheet, Address(column, lines.row))
        for row in range(lines.row, lines.row + lines.count):
            target = Target(lines.sheet, Address(column, row))
            self._anchors.refuse_unfit(target, repeats=True)
            self._claim((lines.sheet.part, target.address), str(target))
        return self._compile_cell(first, typed)

    def _take_control(self, slot: ValueSlot, place: SheetCheckBox | SheetDropDown) -> None:
        control = self._controls.find(place)
        linked = self._controls.linked_cell(control)
        self._claim((control.sheet.part, control.shape), control.name)
        if linked is not None:
            self._anchors.refuse_unfit(linked)
            self._claim((linked.sheet.part, linked.address), str(linked))
        choices = self._anchors.choices.at(control.entries, control.sheet) if control.entries else None
        run = compile_expression(slot.value.source, slot.value.spot)
        self.controls.append(ControlFill(control, linked, slot.value, run, choices or ()))

    def _compile_cell(self, target: Target, typed: Expression) -> CellFill:
        run = compile_expression(typed.source, typed.spot)
        return CellFill(target, typed, run, self._anchors.demands(target))

    def _claim(self, place: tuple[str, Address | int | str], label: str) -> None:
        if place in self._taken:
            text = Text(f"{label} wordt al door een ander slot gevuld", f"{label} is filled by another slot already")
            raise ExpressionFault("SLT26", text)
        self._taken.add(place)


def _describe(slot: Slot) -> str:
    at = slot.at
    return " ".join(f"{name}: {value}:" for name in at.__slots__ if (value := getattr(at, name)) is not None)
