"""A Word table as the grid a reader sees: merged cells are one cell that covers several columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from ibndocs.office.labels import Index, fold, match
from ibndocs.office.word.tree import attribute, child, is_a, text_of, through, value_at


@dataclass(frozen=True, eq=False)
class Cell:
    """One `w:tc` of a row.

    Attributes:
        tc: The element.
        start: The grid column it starts at, from 0.
        span: How many grid columns it covers.
        origin: The cell in which a vertical merge started; the cell itself when it is not merged upwards.
    """

    tc: etree._Element
    start: int
    span: int
    origin: etree._Element

    @property
    def merged_up(self) -> bool:
        """Whether the cell is the lower part of a vertical merge."""
        return self.origin is not self.tc

    @cached_property
    def text(self) -> str:
        """What a reader sees in it, on one line; nothing for the lower part of a merge."""
        return "" if self.merged_up else " ".join(text_of(self.tc).split())

    @cached_property
    def label(self) -> str:
        """The folded text."""
        return fold(self.text)

    def covers(self, column: int) -> bool:
        """Whether the cell covers a grid column."""
        return self.start <= column < self.start + self.span


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One `w:tr` with its cells from left to right."""

    tr: etree._Element
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell | None:
        """The cell that covers a grid column, from 0."""
        return next((cell for cell in self.cells if cell.covers(column)), None)


class Grid:
    """A table as rows and columns."""

    def __init__(self, table: etree._Element) -> None:
        self.table = table

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        rows: list[Row] = []
        above: dict[int, Cell] = {}
        for tr in through(self.table, "tr"):
            row = Row(tr, tuple(_read_cells(tr, above)))
            above = {cell.start: cell for cell in row.cells}
            rows.append(row)
        return tuple(rows)

    def above(self, row: Row) -> Row | None:
        """The row over a row of this grid, or None for the first."""
        number = self.number(row)
        return self.rows[number - 1] if number else None

    def number(self, row: Row) -> int:
        """Which of the rows it is, from 0."""
        return self._numbers[row]

    @cached_property
    def _numbers(self) -> dict[Row, int]:
        return {row: number for number, row in enumerate(self.rows)}

    @property
    def width(self) -> int:
        """The number of grid columns that the rows use."""
        return max((cell.start + cell.span for row in self.rows for cell in row.cells), default=0)

    @cached_property
    def _cells(self) -> Index[tuple[int, Cell]]:
        return Index((cell.label, (index, cell)) for index, row in enumerate(self.rows) for cell in row.cells)

    @cached_property
    def _first_cells(self) -> Index[tuple[int, Cell]]:
        first = ((index, row.cells[0]) for index, row in enumerate(self.rows) if row.cells)
        return Index((cell.label, (index, cell)) for index, cell in first)

    def labelled_rows(self, label: str) -> list[tuple[int, Cell]]:
        """The rows, from 0, with the cell that says `label`; first cells go before others."""
        return self._first_cells.match(label) or self._cells.match(label)

    def headers(self, label: str, above: int) -> list[Cell]:
        """The cells that say `label` in the highest row that has one, over row `above` (from 0)."""
        highest = min((index for index, _ in self._cells.match_any(label)), default=above)
        return match(label, [(cell.label, cell) for cell in self.rows[highest].cells]) if highest < above else []


def _read_cells(tr: etree._Element, above: dict[int, Cell]) -> Iterator[Cell]:
    start = _number(value_at(tr, "trPr", "gridBefore"), 0)
    for tc in through(tr, "tc"):
        span = _number(value_at(tc, "tcPr", "gridSpan"), 1)
        upper = above.get(start)
        origin = upper.origin if upper is not None and _continues(tc, "vMerge") else tc
        yield Cell(tc, start, span, origin)
        start += span


def _continues(tc: etree._Element, name: str) -> bool:
    merge = child(tc, "tcPr", name)
    return merge is not None and (attribute(merge, "val") or "continue") == "continue"


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else default


def is_nested(table: etree._Element) -> bool:
    """Whether a table stands in a cell of another."""
    return any(is_a(above, "tbl") for above in table.iterancestors())
