"""Rows that repeat: the rows of a sheet moved down, the repeating ones copied, their formulas with them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from ibndocs.office.sheets.cells import EMPTY, Content, write_cell
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.markup import set_attribute, set_text
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.references import Address, Corner, column_letters
from ibndocs.office.sheets.shared import expand_shared

if TYPE_CHECKING:
    from lxml import etree

_INPUTS_OF_DATA_TABLE = ("r1", "r2")


def move_rows(grid: Grid, sheet: str, moves: Moves) -> bool:
    """Let the rows and formulas of a sheet follow `moves`; tells whether anything changed.

    Shared formulas (one text for many cells) are written out first where they would change.
    """
    own = moves.on(sheet)
    formulas = [(cell, formula) for cell in grid.all_cells() if (formula := grid.formula_of(cell)) is not None]
    if not own and not any(moves.may_touch(formula.text or "", sheet) for _, formula in formulas):
        return False
    expand_shared(formulas)
    if not own:
        changed = [_follow(formula, sheet, moves, _row_of(cell), 0) for cell, formula in formulas]
        return any(changed)
    for number, row in grid.rows():
        lines = own.lines(number)
        hidden = _hidden_columns(grid, number) if len(lines) > 1 else frozenset()
        counted = dict(_find_counters(grid, number)) if len(lines) > 1 else {}
        copies = [row, *(deepcopy(row) for _ in lines[1:])]
        for line, (target, copy) in enumerate(zip(lines, copies, strict=True)):
            for cell in grid.cells(copy):
                formula = grid.formula_of(cell)
                if formula is not None:
                    _follow(formula, sheet, moves, number, line)
                address = Address.read(cell.get("r", ""))
                if address is not None:
                    cell.set("r", f"{column_letters(address.column)}{target}")
                    if line and address.column in hidden:
                        write_cell(cell, EMPTY)
                    elif line and address.column in counted:
                        write_cell(cell, Content("n", str(counted[address.column] + line)))
            copy.set("r", str(target))
        for before, copy in pairwise(copies):
            before.addnext(copy)
    return True


def _hidden_columns(grid: Grid, row: int) -> frozenset[int]:
    """The columns in which the lines after the first lie below a merged cell that spans several rows."""
    hidden: set[int] = set()
    for merge in grid.root.iter(grid.tag("mergeCell")):
        start, _, end = merge.get("ref", "").partition(":")
        first, last = Address.read(start), Address.read(end)
        if first and last and first.row < last.row and first.row <= row <= last.row:
            hidden.update(range(first.column, last.column + 1))
    return frozenset(hidden)


def _find_counters(grid: Grid, row: int) -> Iterator[tuple[int, int]]:
    """The columns that number the rows (`1`, `2`, `3`), with the number in this row: the lines after it count on."""
    element, above = grid.row(row), grid.row(row - 1)
    if element is None or above is None:
        return
    before = {address.column: number for address, number in _whole_numbers(grid, above)}
    for address, number in _whole_numbers(grid, element):
        if before.get(address.column) == number - 1:
            yield address.column, number


def _whole_numbers(grid: Grid, row: etree._Element) -> Iterator[tuple[Address, int]]:
    for cell in grid.cells(row):
        address, value = Address.read(cell.get("r", "")), cell.findtext(grid.tag("v")) or ""
        if address is not None and cell.get("t", "n") == "n" and grid.formula_of(cell) is None and value.isdigit():
            yield address, int(value)


def _row_of(cell: etree._Element) -> int | None:
    address = Address.read(cell.get("r", ""))
    return address.row if address else None


def _follow(formula: etree._Element, sheet: str, moves: Moves, row: int | None, line: int) -> bool:
    changed = set_text(formula, moves.follow(formula.text or "", sheet, row=row, line=line))
    if area := formula.get("ref"):
        changed = set_attribute(formula, "ref", _follow_own_area(area, sheet, moves, row, line)) or changed
    for name in _INPUTS_OF_DATA_TABLE:
        if cell := formula.get(name):
            changed = set_attribute(formula, name, moves.follow_cell(cell, sheet)) or changed
    return changed


def _follow_own_area(area: str, sheet: str, moves: Moves, row: int | None, line: int) -> str:
    """The cells an array formula fills: those in its own row go along from line to line."""
    corners = [Corner.read(text) for text in area.split(":")]
    if all(corner is not None and corner.row == row for corner in corners):
        target = moves.on(sheet).place(row or 0) + line
        return ":".join(str(corner.with_row(target)) for corner in corners if corner is not None)
    return moves.follow_area(area, sheet)


def arrays_hit(grid: Grid, rows: frozenset[int]) -> Iterator[str]:
    """The areas of array formulas of several rows that a repeating row would tear apart."""
    for cell in grid.all_cells():
        formula = grid.formula_of(cell)
        if formula is None or formula.get("t") not in ("array", "dataTable"):
            continue
        start, _, end = formula.get("ref", "").partition(":")
        first, last = Address.read(start), Address.read(end or start)
        if first and last and first.row != last.row and any(first.row <= row <= last.row for row in rows):
            yield formula.get("ref", "")
