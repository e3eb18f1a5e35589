"""The slots of a form evaluated: which value goes to which cell, and how many lines each repeating row becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibndocs.foundation.findings import FaultyInput, Finding
from ibndocs.office.faults import ExpressionFault, TemplateFault, locate_fault
from ibndocs.office.labels import fold
from ibndocs.office.sheets.cells import Content, encode
from ibndocs.office.sheets.compiled import CellFill, CompiledSlots, ControlFill, RowsFill, Values
from ibndocs.office.sheets.controls import FormControl
from ibndocs.office.sheets.demands import FREE, Demands
from ibndocs.office.sheets.moves import Moves, RowMoves
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.reports import report_no_entry
from ibndocs.office.sheets.workbook import Sheet
from ibndocs.office.slots import Expression


@dataclass(frozen=True, slots=True)
class Write:
    """One value on its way to a cell; the address is that in the filled workbook."""

    sheet: Sheet
    address: Address
    content: Content
    typed: Expression
    demands: Demands = FREE


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form control is set to: 1 or 0 for a box, the number of an entry for a list."""

    control: FormControl
    state: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All writes, the moves they count on, what controls are set to, and what does not fit the form."""

    writes: Sequence[Write]
    moves: Moves
    settings: Sequence[Setting] = ()
    findings: Sequence[Finding] = ()


Scopes = Sequence[Values]


def evaluate(slots: CompiledSlots, values: Values, *, date1904: bool) -> Evaluation:
    """What the slots come to.

    Raises:
        FaultyInput: With every expression that fails and every value that no cell can hold.
    """
    faults: list[Finding] = []
    blocks: list[tuple[RowsFill, Scopes]] = []
    for rows in slots.rows:
        try:
            blocks.append((rows, rows.list_scopes(values)))
        except TemplateFault as fault:
            faults += fault.findings
    moves = _plan_moves(blocks)
    writes: list[Write] = []
    for fill, scope, address in _list_fills(slots.cells, blocks, values, moves):
        try:
            content = encode(None if scope is None else fill.run(scope), date1904=date1904)
            content = fill.demands.fitted(content)
            writes.append(Write(fill.target.sheet, address, content, fill.typed, fill.demands))
        except TemplateFault as fault:
            faults += fault.findings
        except ExpressionFault as fault:
            faults.append(locate_fault(fault, fill.typed.spot, fill.typed.source))
    settings: list[Setting] = []
    findings: list[Finding] = []
    for control in slots.controls:
        try:
            state = _state(control, values, findings)
        except TemplateFault as fault:
            faults += fault.findings
            continue
        if state is not None:
            settings.append(Setting(control.control, state))
            writes += _write_linked(control, state, moves)
    if faults:
        raise FaultyInput(faults)
    return Evaluation([*writes, *_say_empty(blocks, moves)], moves, settings, findings)


def _state(fill: ControlFill, values: Values, findings: list[Finding]) -> int | None:
    """What a control is set to; None leaves it as the form has it, with a finding when the value is no entry."""
    value = fill.run(values)
    if fill.control.kind == "Checkbox":
        return 1 if value else 0
    text = encode(value).text
    if not text:
        return 0
    numbers = [number for number, choice in enumerate(fill.choices, start=1) if fold(choice) == fold(text)]
    if len(numbers) == 1:
        return numbers[0]
    findings.append(report_no_entry(fill.typed, fill.control.caption or fill.control.name, text, fill.choices))
    return None


def _write_linked(fill: ControlFill, state: int, moves: Moves) -> Iterator[Write]:
    if fill.linked is not None:
        content = Content("b", str(state)) if fill.control.kind == "Checkbox" else Content("n", str(state))
        row = moves.on(fill.linked.sheet.name).place(fill.linked.address.row)
        yield Write(fill.linked.sheet, Address(fill.linked.address.column, row), content, fill.typed)


def plan_moves(slots: CompiledSlots, values: Values) -> Moves:
    """Where the rows of the form go for `values`.

    Raises:
        FaultyInput: What a row repeats for cannot be read.
    """
    return _plan_moves([(rows, rows.list_scopes(values)) for rows in slots.rows])


def _plan_moves(blocks: Sequence[tuple[RowsFill, Scopes]]) -> Moves:
    added: dict[str, dict[int, int]] = {}
    for rows, scopes in blocks:
        # An empty list leaves the row of the form, so that its formulas and the areas around it stay sound.
        added.setdefault(rows.sheet.name.casefold(), {})[rows.last] = max(len(scopes) - rows.count, 0)
    return Moves({sheet: RowMoves(lines) for sheet, lines in added.items()})


def _list_fills(
    cells: Sequence[CellFill], blocks: Sequence[tuple[RowsFill, Scopes]], values: Values, moves: Moves
) -> Iterator[tuple[CellFill, Values | None, Address]]:
    """Every fill with the names it sees (None: it is to be emptied) and the cell it goes to."""
    for fill in cells:
        yield fill, values, place_of(fill, moves)
    for rows, scopes in blocks:
        unused = [None] * (rows.count - len(scopes))
        for line, scope in enumerate([*scopes, *unused]):
            for fill in rows.cells:
                yield fill, scope, place_of(fill, moves, line)


def _say_empty(blocks: Sequence[tuple[RowsFill, Scopes]], moves: Moves) -> Iterator[Write]:
    for rows, scopes in blocks:
        if not scopes and rows.empty and rows.cells:
            first = min(rows.cells, key=lambda fill: fill.target.address.column)
            yield Write(rows.sheet, place_of(first, moves), encode(rows.empty), first.typed)


def place_of(fill: CellFill, moves: Moves, line: int = 0) -> Address:
    """Where a cell of the form stands now; in a repeating row, that of `line`."""
    address = fill.target.address
    return Address(address.column, moves.on(fill.target.sheet.name).place(address.row) + line)
