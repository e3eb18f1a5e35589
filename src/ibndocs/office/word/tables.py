"""Finds tables, their cells and their rows by what a reader sees in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Unresolved, ambiguous, not_found, pick
from ibndocs.office.places import Label, TableCell, TableRows
from ibndocs.office.slots import Fill
from ibndocs.office.word.form import Form, Table
from ibndocs.office.word.grid import Cell, Grid, Row
from ibndocs.office.word.rooms import open_cell, open_repeated_cell
from ibndocs.office.word.spare import find_counters, find_merges, find_spare
from ibndocs.office.word.targets import Repeat, Single, Target
from ibndocs.office.word.tree import names

TABLE = Text("tabel", "table")
ROW = Text("rij", "row")
COLUMN = Text("kolom", "column")
_BY_NUMBER = Text("gebruik het nummer van de tabel", "use the number of the table")


def find_table(form: Form, label: Label) -> Grid:
    """The table of this number (from 1) or name: the surest kind of name that any table bears decides."""
    if isinstance(label, int):
        tables = form.numbered_tables
        if label > len(tables):
            raise not_found(TABLE, label, (f"1 .. {len(tables)}",) if tables else ())
        return tables[label - 1].grid
    found = list_tables(form, label)
    if len(found) > 1:
        raise ambiguous(TABLE, label, len(found), _BY_NUMBER)
    if not found:
        raise not_found(TABLE, label, [name for table in form.tables for names in table.names for name in names])
    return found[0].grid


def list_tables(form: Form, name: str) -> list[Table]:
    """The tables of this name: those by the surest kind of name that any table bears."""
    for named in form.table_names:
        if found := dict.fromkeys(named.match(name)):
            return list(found)
    return []


class InParagraph(Protocol):
    """Something that stands in a paragraph."""

    @property
    def paragraph(self) -> etree._Element:
        """The paragraph."""


P = TypeVar("P", bound=InParagraph)


def group_by_table(listed: Iterable[P]) -> dict[etree._Element, list[P]]:
    """What stands in each table, also deeper: in a table in one of its cells."""
    inside: dict[etree._Element, list[P]] = {}
    for one in listed:
        for table in one.paragraph.iterancestors(*names("tbl")):
            inside.setdefault(table, []).append(one)
    return inside


def find_row(grid: Grid, label: Label, nth: int | None = None) -> tuple[int, Cell | None]:
    """The index (from 0) of a row, with the cell that bears its label; `nth` of those with the same label."""
    if isinstance(label, int):
        if label > len(grid.rows):
            raise not_found(ROW, label, (f"1 .. {len(grid.rows)}",))
        return label - 1, None
    found = grid.labelled_rows(label)
    if nth is not None and found:
        return pick(found, nth, ROW, label, ())
    if len(found) > 1:
        numbers = ", ".join(str(index + 1) for index, _ in found)
        fix = Text(
            f"zeg welke met 'nth: 1', of gebruik het nummer van de rij: {numbers}",
            f"say which with 'nth: 1', or use the number of the row: {numbers}",
        )
        raise ambiguous(ROW, label, len(found), fix)
    if not found:
        raise not_found(ROW, label, [cell.label for row in grid.rows for cell in row.cells])
    return found[0]


def find_cell(form: Form, place: TableCell, *, replace: bool) -> Target:
    """The cell at a row and a column."""
    return open_cell(locate_cell(find_table(form, place.table), place).origin, replace=replace)


def locate_cell(grid: Grid, place: TableCell) -> Cell:
    """The cell of a table at a row and a column."""
    index, label_cell = find_row(grid, place.row, place.nth)
    return _find_column(grid, index, place.column, label_cell)


def _find_column(grid: Grid, index: int, column: Label | None, label_cell: Cell | None) -> Cell:
    row = grid.rows[index]
    if isinstance(column, str):
        return _find_under_header(grid, index, column)
    if isinstance(column, int):
        number = column - 1
    elif label_cell is not None:
        number = label_cell.start + label_cell.span
    else:
        number = row.cells[0].start if len(row.cells) == 1 else -1
    cell = row.at(number)
    columns = [f"{one.start + 1}" for one in row.cells]
    if cell is None and column is None:
        listed = ", ".join(columns)
        raise Unresolved(
            "SLT10",
            Text(
                f"rij {index + 1} zegt niet welke cel bedoeld is", f"row {index + 1} does not tell which cell is meant"
            ),
            Text(f"zeg welke met 'column': {listed}", f"say which with 'column': {listed}"),
        )
    if cell is None:
        raise not_found(COLUMN, column or "", columns)
    return cell


def _find_under_header(grid: Grid, index: int, column: str) -> Cell:
    headers = grid.headers(column, above=index)
    if not headers:
        raise not_found(COLUMN, column, [cell.label for row in grid.rows[:index] for cell in row.cells])
    row = grid.rows[index]
    under = [cell for header in headers for cell in row.cells if header.covers(cell.start)]
    if not under:
        under = [cell for header in headers if (cell := row.at(header.start)) is not None]
    if len(under) != 1:
        numbers = ", ".join(str(cell.start + 1) for cell in under)
        fix = Text(f"gebruik het nummer van de kolom: {numbers}", f"use the number of the column: {numbers}")
        raise ambiguous(COLUMN, column, len(under), fix)
    return under[0]


def find_rows(form: Form, place: TableRows, cells: Sequence[Sequence[Fill | None]], *, lasting: bool) -> Repeat:
    """The rows that repeat together, with the places in them.

    Args:
        form: The form.
        place: The table and the first row of the group.
        cells: What the slot fills in each row of the group.
        lasting: Whether a row comes in their place when there is nothing to repeat.
    """
    grid = find_table(form, place.rows)
    start, _ = find_row(grid, place.row, place.nth)
    rows = grid.rows[start : start + len(cells)]
    if len(rows) < len(cells):
        raise not_found(ROW, start + len(cells), (f"1 .. {len(grid.rows)}",))
    spare = find_spare(grid, start, cells)
    if len(rows) == len(grid.rows) and not lasting:
        raise Unresolved(
            "SLT16",
            Text("zonder deze rijen blijft er een tabel zonder rijen over", "without these rows the table has none"),
            Text("geef met 'empty' wat er dan staat", "say with 'empty' what it says then"),
        )
    places = tuple(_open_cells(grid, row, fills) for row, fills in zip(rows, cells, strict=True))
    counters, merges = find_counters(rows, spare, cells), find_merges(rows, grid, cells)
    return Repeat(rows, places, spare, tuple(counters), tuple(merges))


def _open_cells(grid: Grid, row: Row, fills: Sequence[Fill | None]) -> tuple[Single | None, ...]:
    number = grid.number(row) + 1
    if len(row.cells) != len(fills):
        printed = ", ".join(f"'{cell.label}'" for cell in row.cells)
        raise Unresolved(
            "SLT15",
            Text(
                f"rij {number} telt {len(row.cells)} cellen, het slot geeft er {len(fills)}",
                f"row {number} has {len(row.cells)} cells, the slot gives {len(fills)}",
            ),
            Text(f"de cellen zijn: {printed}", f"the cells are: {printed}"),
        )
    targets: list[Single | None] = []
    for cell, fill in zip(row.cells, fills, strict=True):
        if fill is not None and cell.merged_up:
            raise Unresolved(
                "SLT15",
                Text(
                    f"cel {len(targets) + 1} van rij {number} hoort bij de cel erboven",
                    f"cell {len(targets) + 1} of row {number} is one with the cell above it",
                ),
                Text("geef daar null", "give null there"),
            )
        targets.append(None if fill is None or fill.value is None else open_repeated_cell(cell.tc, fill.markup))
    return tuple(targets)
