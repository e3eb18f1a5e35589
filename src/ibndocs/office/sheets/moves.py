"""Where things stand after rows were inserted below repeating rows, and what formulas must then say.

Three laws, the first two those of Excel when one inserts rows: what stands below an insertion moves down; an area
that spans it stretches. The third is ours, as a repeating row is one line of a block: an area that ends at the
repeating row ends at the last line of its block. Copies of the row read as Excel's fill-down writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ibndocs.office.sheets.formulas import rewrite
from ibndocs.office.sheets.references import MAX_ROW, Corner, Reference


@dataclass(frozen=True, slots=True)
class RowMoves:
    """What happens to the rows of one sheet: below each row of `added` so many rows are inserted.

    `added` counts rows as the form has them.
    """

    added: Mapping[int, int]

    def place(self, row: int) -> int:
        """Where a row of the form stands now; of a repeating row, its first line."""
        return row + sum(count for repeating, count in self.added.items() if repeating < row)

    def end(self, row: int) -> int:
        """Where an area that ends at this row ends now."""
        # Whole columns are at times written as A1:A1048576; no row stands beyond the last.
        return min(self.place(row) + self.added.get(row, 0), MAX_ROW)

    def lines(self, row: int) -> range:
        """The rows that stand for a row of the form now; more than one for a repeating row."""
        return range(self.place(row), self.place(row) + self.added.get(row, 0) + 1)

    def __bool__(self) -> bool:
        return any(self.added.values())


STILL = RowMoves({})


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves in a whole workbook, by sheet name in lower case (Excel's names have no case)."""

    sheets: Mapping[str, RowMoves]

    def on(self, sheet: str | None) -> RowMoves:
        """The moves on one sheet."""
        return self.sheets.get((sheet or "").casefold(), STILL)

    def may_touch(self, formula: str, host: str) -> bool:
        """Whether a formula on sheet `host` can point to anything that moves: a quick look, never wrongly no."""
        if self.on(host):
            return True
        text = formula.casefold().replace("''", "'")
        return any(moves and name in text for name, moves in self.sheets.items())

    def follow(self, formula: str, host: str, *, row: int | None = None, line: int = 0) -> str:
        """The formula as it must read now.

        Args:
            formula: As the form has it, without its `=`.
            host: The sheet it stands on ("" when it stands on none, as in a chart).
            row: The row it stands in, in the form; None when it stands in none.
            line: In a repeating row: which line of the block it goes to, from 0.
        """
        if not line and not self.may_touch(formula, host):
            return formula
        own = row if row is not None and self.on(host).added.get(row) is not None else None
        return rewrite(formula, lambda reference: self._follow(reference, host, own, line))

    def _follow(self, reference: Reference, host: str, own: int | None, line: int) -> Reference | None:
        if reference.elsewhere:
            return reference
        sheet = reference.sheet
        moves = self.on(host if sheet is None else sheet)
        at_home = sheet is None or sheet.casefold() == host.casefold()
        first, last = reference.first, reference.last
        if moves and first.row is not None:
            first = first.with_row(moves.place(first.row))
            if last is not None and last.row is not None:
                # An area within the repeating row itself (SUM(C8:D8)) goes along from line to line; it is no block.
                along = own is not None and not last.row_fixed and (last.row == own or not at_home)
                last = last.with_row(moves.place(last.row) if along else moves.end(last.row))
        first, last = _down(first, line), _down(last, line) if last else None
        if not first.on_sheet or (last is not None and not last.on_sheet):
            return None
        return reference if (first, last) == (reference.first, reference.last) else _with(reference, first, last)

    def follow_area(self, area: str, sheet: str) -> str:
        """An area such as `A8:F9` or a single cell, as an area: `E8` of a repeating row becomes `E8:E10`."""
        moves = self.on(sheet)
        start, colon, end = area.partition(":")
        first, last = Corner.read(start), Corner.read(end if colon else start)
        if not moves or first is None or last is None or first.row is None or last.row is None:
            return area
        first, last = first.with_row(moves.place(first.row)), last.with_row(moves.end(last.row))
        return f"{first}:{last}" if colon or first != last else str(first)

    def follow_cell(self, cell: str, sheet: str) -> str:
        """A single cell such as `E9`, which stays one."""
        corner = Corner.read(cell)
        if corner is None or corner.row is None:
            return cell
        return str(corner.with_row(self.on(sheet).place(corner.row)))


def _down(corner: Corner, lines: int) -> Corner:
    if not lines or corner.row is None or corner.row_fixed:
        return corner
    return replace(corner, row=corner.row + lines)


def _with(reference: Reference, first: Corner, last: Corner | None) -> Reference:
    return replace(reference, first=first, last=last)
