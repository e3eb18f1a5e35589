"""Which rows came into a sheet while it was filled in, found from the rows in which the form says something."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ibndocs.office.fidelity.sheet_cells import Cell, SheetCells
from ibndocs.office.sheets.moves import RowMoves
from ibndocs.office.sheets.references import Address


@dataclass(frozen=True, slots=True)
class Inserted(RowMoves):
    """Rows inserted in Excel: an area that ends right above them does not stretch."""

    def end(self, row: int) -> int:
        """Where an area that ends at this row ends now."""
        return self.place(row)


def find_moves(
    form: SheetCells, filled: SheetCells, cells: Collection[Address], repeats: Collection[int], *, exact: bool
) -> RowMoves:
    """Below which rows of the form how many rows were inserted.

    Args:
        form: The sheet of the form.
        filled: The same sheet of the filled workbook.
        cells: The cells that the slots fill.
        repeats: The rows that the slots repeat.
        exact: Whether rows come nowhere else.
    """
    room = max(filled.rows, default=0) - max(form.rows, default=0)
    if exact and not repeats:
        return RowMoves({})
    added: dict[int, int] = {}
    shift, before = 0, 0
    for row in sorted(form.rows):
        said = form.says(row, cells, exact=exact)
        if not said:
            continue
        step = next(
            (more for more in range(max(room - shift, 0) + 1) if _fits(said, filled.rows.get(row + shift + more, {}))),
            0,
        )
        if step:
            added[_choose_row(before, row, repeats)] = step
            shift += step
        before = row
    if repeats:
        below = [row for row in repeats if row >= before]
        if below and room > shift:
            added[max(below)] = room - shift
    return RowMoves(added)


def _choose_row(before: int, row: int, repeats: Collection[int]) -> int:
    """The row below which lines came between two rows in which the form says something."""
    listed = [repeating for repeating in repeats if before <= repeating < row]
    return listed[-1] if listed else row - 1


def _fits(said: Mapping[int, Cell], cells: Mapping[int, Cell]) -> bool:
    return all(column in cells and _is_same(cell, cells[column]) for column, cell in said.items())


def _is_same(cell: Cell, other: Cell) -> bool:
    return cell.shape == other.shape if cell.formula is not None else cell.text == other.text
