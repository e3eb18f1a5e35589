"""The slots of a form evaluated: which value goes to which cell, and how many lines each repeating row becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibndocs.foundation.findings import FaultyInput, Finding
from ibndocs.office.faults import ExpressionFault, TemplateFault, locate_fault
from ibndocs.office.sheets.cells import Content, encode
from ibndocs.office.sheets.compiled import CellFill, CompiledSlots, RowsFill, Values
from ibndocs.office.sheets.moves import Moves, RowMoves
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet
from ibndocs.office.slots import Expression


@dataclass(frozen=True, slots=True)
class Write:
    """One value on its way to a cell; the address is that in the filled workbook."""

    sheet: Sheet
    address: Address
    content: Content
    typed: Expression


Scopes = Sequence[Values]


def evaluate(slots: CompiledSlots, values: Values, *, date1904: bool) -> tuple[list[Write], Moves]:
    """All writes, and the moves they count on.

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
            writes.append(Write(fill.target.sheet, address, content, fill.typed))
        except TemplateFault as fault:
            faults += fault.findings
        except ExpressionFault as fault:
            faults.append(locate_fault(fault, fill.typed.spot, fill.typed.source))
    if faults:
        raise FaultyInput(faults)
    return [*writes, *_say_empty(blocks, moves)], moves


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
        added.setdefault(rows.sheet.name.casefold(), {})[rows.row] = max(len(scopes) - 1, 0)
    return Moves({sheet: RowMoves(lines) for sheet, lines in added.items()})


def _list_fills(
    cells: Sequence[CellFill], blocks: Sequence[tuple[RowsFill, Scopes]], values: Values, moves: Moves
) -> Iterator[tuple[CellFill, Values | None, Address]]:
    """Every fill with the names it sees (None: it is to be emptied) and the cell it goes to."""
    for fill in cells:
        yield fill, values, place_of(fill, moves)
    for rows, scopes in blocks:
        for line, scope in enumerate(scopes or [None]):
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
