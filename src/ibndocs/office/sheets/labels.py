"""Cells found by the words printed at them: right of or below a label, where a row and a column cross, below a header.

Words are compared as in Word forms: white space, capitals and a closing colon make no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import quote, suggest_name
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.labels import fold, match
from ibndocs.office.places import Label
from ibndocs.office.sheets.references import Address, column_letters
from ibndocs.office.sheets.survey import Survey

_FAR = 12
"""So many columns right of a label its cell is looked for, and so many rows up the headers of a row."""
_MOST_HINTS = 6
CHOOSE = Text("kies met nth: 1, 2, …", "choose with nth: 1, 2, …")
"""What to do about several places with the same words."""


class Labels:
    """The labels of one sheet; `sheet` is its name as messages give it."""

    def __init__(self, survey: Survey, sheet: str) -> None:
        self.survey = survey
        self.sheet = sheet

    @cached_property
    def _texts(self) -> dict[Address, str]:
        return dict(self.survey.labels)

    @cached_property
    def _folded(self) -> dict[str, list[Address]]:
        """The cells with the same words, by those words as they are compared."""
        folded: dict[str, list[Address]] = {}
        for address, text in self.survey.labels:
            folded.setdefault(fold(text), []).append(address)
        return folded

    def _spots(self, label: Label, *, above: int | None = None) -> list[Address]:
        """The cells that bear a label, of those above a row when one is given."""
        same = self._folded.get(fold(str(label)), [])
        spots = [at for at in same if above is None or at.row < above]
        if spots:
            return spots
        known = ((text, at) for text, cells in self._folded.items() for at in cells if above is None or at.row < above)
        return match(str(label), known)

    def find(
        self, label: Label, column: Label | None = None, nth: int | None = None, *, computed: bool = False
    ) -> Address:
        """The one cell that belongs to a label, or that lies where its row crosses a column.

        Args:
            label: As it is printed in the form.
            column: The header of the column; without it the cell right of the label, else the one below.
            nth: Which of several cells with that label, from 1.
            computed: Looks for a cell that the form fills itself rather than for one to be filled.

        Raises:
            ExpressionFault: `SLT21` when it is not there, `SLT27` when there are several.
        """
        found = self.list_cells(label, column, computed=computed)
        if nth is not None and nth <= len(found):
            return found[nth - 1]
        if nth is not None and found:
            count = len(found)
            text = Text(f"er is geen nummer {nth}: er zijn er {count}", f"there is no number {nth}, only {count}")
            raise ExpressionFault("SLT21", text)
        if not found:
            raise self._unanswered(str(label), column)
        if len(found) > 1:
            raise self._ambiguous(found, str(label) if column is None else f"{label} × {column}")
        return found[0]

    def list_cells(
        self, label: Label, column: Label | None = None, *, computed: bool = False, most: int | None = None
    ) -> list[Address]:
        """All cells that a label (and a column) can stand for, in reading order; none when it stands too often."""
        found: dict[Address, None] = {}
        spots = self._spots(label)
        for spot in spots if most is None or len(spots) <= most else ():
            if column is not None:
                found |= dict.fromkeys(self._crossings(spot, column, computed=computed))
            elif (cell := self.answer(spot, computed=computed)) is not None:
                found[cell] = None
        return list(found)

    def answer(self, spot: Address, *, computed: bool = False) -> Address | None:
        """The cell that belongs to the label at `spot`."""
        end = self.survey.span(spot)
        for column in range(end.column + 1, end.column + 1 + _FAR):
            address = Address(column, spot.row)
            if self._fits(address, computed=computed, beside=spot):
                return address
            if self._ends(address):
                break
        below = Address(spot.column, end.row + 1)
        return below if self._fits(below, computed=computed) else None

    def _fits(self, address: Address, *, computed: bool, beside: Address | None = None) -> bool:
        """Whether a cell can be meant: one to be filled, or one that is `computed`."""
        survey = self.survey
        seen = survey.cells.get(address)
        if address in survey.covered:
            return False
        is_formula = seen is not None and seen.is_formula
        if computed and seen is not None and (is_formula or (seen.content.kind == "n" and not seen.is_label)):
            return True
        if survey.says_inputs or is_formula or survey.is_input(address):
            return survey.is_input(address)
        return beside is not None and not survey.is_locked(address) and self._is_plain_answer(address, beside)

    def _is_plain_answer(self, address: Address, label: Address) -> bool:
        """On a sheet that marks no cells: whether a cell right of a label holds its value rather than a label."""
        seen = self.survey.cells.get(address)
        if seen is None or not seen.text:
            return address.column == self.survey.span(label).column + 1
        return not seen.is_label or self.survey.cells[label].text.endswith(":")

    def _ends(self, address: Address) -> bool:
        """Whether nothing right of this cell can belong to a label left of it."""
        seen = self.survey.cells.get(address)
        return seen is not None and address not in self.survey.covered and bool(seen.text or seen.is_formula)

    def _crossings(self, spot: Address, column: Label, *, computed: bool) -> Iterator[Address]:
        found = self._spots(column, above=spot.row)
        nearest = max((at.row for at in found), default=0)
        for header in found:
            if header.row == nearest:
                span = range(header.column, self.survey.span(header).column + 1)
                cells = (Address(one, spot.row) for one in span)
                fitting = (cell for cell in cells if cell != spot and self._fits(cell, computed=computed, beside=None))
                cell = next(fitting, None) or self._plain_crossing(header, spot)
                if cell is not None:
                    yield cell

    def _plain_crossing(self, header: Address, spot: Address) -> Address | None:
        """On a sheet that marks no cells: the crossing itself, when it is no label and no formula."""
        address = Address(header.column, spot.row)
        seen = self.survey.cells.get(address)
        taken = seen is not None and (seen.is_formula or seen.is_label)
        return (
            None if self.survey.says_inputs or taken or address in self.survey.covered or address == spot else address
        )

    def headers(self, row: int) -> Mapping[int, tuple[tuple[Address, str], ...]]:
        """The headers above a row by column, the outermost first; a merged one counts for all its columns."""
        stacks: dict[int, list[tuple[Address, str]]] = {}
        named = self._texts
        for above in range(row - 1, max(row - 1 - _FAR, 0), -1):
            cells = self.survey.rows.get(above, [])
            texts = [(at, named[at]) for at in cells if at in named]
            if stacks and (not texts or any(self.survey.is_input(at) for at in cells)):
                break
            for at, text in texts:
                for column in range(at.column, min(self.survey.span(at).column, self.survey.last_column) + 1):
                    stacks.setdefault(column, []).insert(0, (at, text))
        return {column: tuple(stack) for column, stack in sorted(stacks.items())}

    def find_column(self, header: str, row: int) -> int:
        """The column of the cells below a header, for a row that repeats; `Lonen Jaar 1` names both of two lines.

        Raises:
            ExpressionFault: `SLT21` when it is not there, `SLT27` when there are several.
        """
        columns = self._columns(header, row)
        if not columns:
            raise self._missing(header, (" ".join(text for _, text in stack) for stack in self.headers(row).values()))
        if len(columns) > 1:
            listed = ", ".join(column_letters(column) for column in columns)
            text = Text(f"“{header}” staat boven kolommen {listed}", f"“{header}” stands above columns {listed}")
            raise ExpressionFault("SLT27", text, Text("schrijf de letter van de kolom", "write the column's letter"))
        return columns[0]

    def finds_column(self, header: str, row: int, column: int) -> bool:
        """Whether a header stands for that column alone."""
        return self._columns(header, row) == [column]

    def _columns(self, header: str, row: int) -> list[int]:
        names = [
            (fold(" ".join(text for _, text in stack[start:])), stack[-1][0].column)
            for stack in self.headers(row).values()
            for start in range(len(stack))
        ]
        return sorted(set(match(header, names)))

    def _missing(self, label: str, known: Iterable[str]) -> ExpressionFault:
        text = Text(f"“{label}” staat niet op blad {self.sheet}", f"“{label}” is not on sheet {self.sheet}")
        return ExpressionFault("SLT21", text, suggest_name(label, dict.fromkeys(known), quote))

    def _unanswered(self, label: str, column: Label | None) -> ExpressionFault:
        for words in (label, *(() if column is None else (str(column),))):
            if not self._spots(words):
                return self._missing(words, (text for _, text in self.survey.labels))
        spot = self._spots(label)[0]
        text = Text(
            f"bij “{label}” ({self.sheet}!{spot}) staat geen cel om in te vullen",
            f"“{label}” ({self.sheet}!{spot}) has no cell to be filled",
        )
        fix = Text("noem de cel zelf: cell: Blad1!C4", "name the cell itself: cell: Sheet1!C4")
        return ExpressionFault("SLT21", text, fix)

    def _ambiguous(self, found: list[Address], label: str) -> ExpressionFault:
        listed = ", ".join(str(address) for address in found[:_MOST_HINTS]) + (" …" if len(found) > _MOST_HINTS else "")
        text = Text(f"“{label}” wijst meer cellen aan: {listed}", f"“{label}” stands for several cells: {listed}")
        return ExpressionFault("SLT27", text, CHOOSE)
