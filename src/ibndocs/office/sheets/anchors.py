"""The places of a slots file found in a workbook; what is not there, or must not be filled, is told with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_or_list
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.labels import fold, match
from ibndocs.office.places import (
    Place,
    SheetCell,
    SheetLabel,
    SheetName,
    SheetRows,
    SheetTable,
)
from ibndocs.office.sheets.choices import Choices
from ibndocs.office.sheets.demands import FREE, Demands
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.labels import Labels
from ibndocs.office.sheets.reader import read_shared_strings
from ibndocs.office.sheets.references import Address, Corner, column_number, quote_sheet, unquote_sheet
from ibndocs.office.sheets.styles import Styles
from ibndocs.office.sheets.survey import Survey
from ibndocs.office.sheets.tables import ListTable, read_tables
from ibndocs.office.sheets.workbook import Sheet, Workbook

_CONSTANTS = ("TRUE()", "FALSE()")
_COLUMN = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Target:
    """A cell of the form."""

    sheet: Sheet
    address: Address

    def __str__(self) -> str:
        return f"{quote_sheet(self.sheet.name)}!{self.address}"


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows of the form that a list fills: from `row` on `count` of them stand ready, below the last more are made."""

    sheet: Sheet
    row: int
    count: int


class Anchors:
    """Finds places in one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.styles = Styles.read(workbook)
        self.strings = read_shared_strings(workbook)
        self._grids: dict[str, Grid] = {}
        self._surveys: dict[str, Survey] = {}
        self._labels: dict[str, Labels] = {}
        self._merges: dict[str, tuple[tuple[Address, Address], ...]] = {}

    def grid(self, sheet: Sheet) -> Grid:
        """The cells of a sheet as the form has them."""
        if sheet.part not in self._grids:
            self._grids[sheet.part] = Grid(self.workbook.package.xml(sheet.part))
        return self._grids[sheet.part]

    def survey(self, sheet: Sheet) -> Survey:
        """A sheet as a person sees it."""
        if sheet.part not in self._surveys:
            self._surveys[sheet.part] = Survey(self.grid(sheet), self.styles, self.strings)
        return self._surveys[sheet.part]

    def labels(self, sheet: Sheet) -> Labels:
        """The labels of a sheet."""
        if sheet.part not in self._labels:
            self._labels[sheet.part] = Labels(self.survey(sheet), sheet.name)
        return self._labels[sheet.part]

    @cached_property
    def tables(self) -> tuple[ListTable, ...]:
        """Excel's own tables."""
        return tuple(read_tables(self.workbook))

    @cached_property
    def choices(self) -> Choices:
        """The entries of lists."""
        return Choices(self.workbook, self.survey, lambda: self.tables)

    def demands(self, target: Target) -> Demands:
        """What the form asks of a value for a cell."""
        survey, at = self.survey(target.sheet), target.address
        validation, is_locked = survey.validation_at(at), survey.is_locked(at)
        if validation is None or not validation.limits:
            return Demands(is_locked) if is_locked else FREE
        return Demands(is_locked, validation, self.choices.of(validation, target.sheet, at))

    def find_cell(self, place: Place) -> Target:
        """The cell of a `cell`, `name` or `label` place, to be filled.

        Raises:
            ExpressionFault: `SLT21` not there, `SLT22` a formula, `SLT23` hidden below a merge, `SLT27` not the
                only one.
        """
        target = self.locate_cell(place)
        self.refuse_unfit(target)
        return target

    def locate_cell(self, place: Place, *, computed: bool = False) -> Target:
        """The cell of a place, whatever it holds; by its label, one that is `computed` or one to be filled.

        Raises:
            ExpressionFault: `SLT21` when it is not there, `SLT27` when it is not the only one.
        """
        match place:
            case SheetCell(cell):
                sheet, text = self._split(cell)
                address = Address.read(text)
                if address is None:
                    raise _missing(f"“{text}” is geen cel", f"“{text}” is no cell")
                return Target(sheet, address)
            case SheetName(name):
                return self._find_name(name)
            case SheetLabel(name, label, column, nth):
                sheet = self.sheet(name)
                return Target(sheet, self.labels(sheet).find(label, column, nth, computed=computed))
            case _:
                raise _missing("is geen plaats in een werkmap", "is no place in a workbook")

    def find_lines(self, place: SheetRows | SheetTable) -> Lines:
        """The rows of a `rows` or `table` place.

        Raises:
            ExpressionFault: `SLT21` when they are not there.
        """
        if isinstance(place, SheetTable):
            table = self._table(place.table)
            return Lines(table.sheet, table.first.row, max(table.last.row - table.first.row + 1, 1))
        sheet, text = self._split(place.rows)
        first, _, last = text.partition(":")
        start, end = _read_row(first), _read_row(last or first)
        if start is None or end is None or end < start:
            raise _missing(f"“{text}” is geen rijnummer", f"“{text}” is no row number")
        below = max((number for number, _ in self.grid(sheet).rows()), default=0)
        if end > below and end > (below := max(self.survey(sheet).rows, default=0)):
            raise _missing(f"{sheet.name} heeft maar {below} rijen", f"{sheet.name} has only {below} rows")
        return Lines(sheet, start, end - start + 1)

    def find_column(self, place: SheetRows | SheetTable, lines: Lines, name: str) -> int:
        """The column of a row that repeats, by its letter or by the header above it.

        Raises:
            ExpressionFault: `SLT21` when it is not there, `SLT27` when several have that header.
        """
        is_letter = _COLUMN.fullmatch(name) is not None
        # `BTW` and `VTE` are columns too, but far beyond what any form uses.
        if is_letter and (len(name) == 1 or column_number(name) <= self.survey(lines.sheet).last_column):
            return column_number(name)
        if isinstance(place, SheetTable):
            table = self._table(place.table)
            found = match(name, ((fold(column), index) for index, column in enumerate(table.columns)))
            if len(found) == 1:
                return table.first.column + found[0]
        return self.labels(lines.sheet).find_column(name, lines.row)

    def _table(self, name: str) -> ListTable:
        for table in self.tables:
            if table.name.casefold() == name.casefold():
                return table
        known = [table.name for table in self.tables]
        raise _missing(f"er is geen tabel “{name}”", f"there is no table “{name}”", suggest_or_list(name, known))

    def sheet(self, wanted: str) -> Sheet:
        """The sheet of that name; raises `ExpressionFault` (`SLT21`)."""
        sheet = self.workbook.sheet(wanted)
        if sheet is None:
            known = [sheet.name for sheet in self.workbook.sheets]
            raise _missing(
                f"er is geen blad “{wanted}”", f"there is no sheet “{wanted}”", suggest_or_list(wanted, known)
            )
        return sheet

    def _split(self, text: str) -> tuple[Sheet, str]:
        name, mark, rest = text.strip().rpartition("!")
        if not mark:
            raise _missing("schrijf het blad erbij: Blad1!C4", "say which sheet: Sheet1!C4")
        return self.sheet(unquote_sheet(name)), rest

    def _find_name(self, name: str) -> Target:
        found = self.workbook.find_name(name)
        if found is None:
            known = [known.name for known in self.workbook.names]
            raise _missing(f"er is geen naam “{name}”", f"there is no name “{name}”", suggest_or_list(name, known))
        located = self.workbook.locate(found)
        first = located[1].first if located else None
        if located is None or first is None or first.column is None or first.row is None:
            raise _missing(f"“{name}” staat niet voor een cel", f"“{name}” stands for no cell")
        sheet, reference = located
        start, last = Address(first.column, first.row), reference.last or first
        end = Address(last.column or first.column, last.row or first.row)
        if start != end and (start, end) not in self._merged(sheet):
            raise _missing(f"“{name}” staat voor meer dan één cel", f"“{name}” stands for more than one cell")
        return Target(sheet, start)

    def refuse_unfit(self, target: Target, *, repeats: bool = False) -> None:
        """Refuse a cell that must not be filled; one in a row that `repeats` must not be merged with rows below.

        Raises:
            ExpressionFault: `SLT22` for a formula, `SLT23` for a cell that a merge hides.
        """
        grid, at = self.grid(target.sheet), target.address
        cell = grid.cell(at)
        formula = None if cell is None else grid.formula_of(cell)
        # LibreOffice writes a plain TRUE or FALSE as a formula.
        if formula is not None and (formula.text or "").upper() not in _CONSTANTS:
            raise ExpressionFault(
                "SLT22",
                Text(
                    f"{target} bevat een formule, die verloren zou gaan",
                    f"{target} holds a formula, which would be lost",
                ),
                Text("vul de cellen waar de formule op rekent", "fill the cells the formula counts on"),
            )
        for start, end in self._merged(target.sheet):
            if start.column <= at.column <= end.column and start.row <= at.row <= end.row and start != at:
                raise ExpressionFault(
                    "SLT23",
                    Text(
                        f"{target} ligt onder de samengevoegde cel {start}",
                        f"{target} lies below the merged cell {start}",
                    ),
                    Text(f"vul {start}", f"fill {start}"),
                )
            if repeats and start == at and start.row < end.row:
                raise ExpressionFault(
                    "SLT23",
                    Text(
                        f"{target} is samengevoegd met rijen eronder: alleen de eerste lijn zou te zien zijn",
                        f"{target} is merged with rows below it: only the first line would show",
                    ),
                )

    def _merged(self, sheet: Sheet) -> tuple[tuple[Address, Address], ...]:
        if sheet.part not in self._merges:
            found = []
            for merge in self.grid(sheet).root.iter(self.grid(sheet).tag("mergeCell")):
                start, _, end = merge.get("ref", "").partition(":")
                first, last = Address.read(start), Address.read(end)
                if first and last:
                    found.append((first, last))
            self._merges[sheet.part] = tuple(found)
        return self._merges[sheet.part]


def _read_row(text: str) -> int | None:
    corner = Corner.read(text)
    return corner.row if corner and corner.column is None else None


def _missing(nl: str, en: str, fix: Text | None = None) -> ExpressionFault:
    return ExpressionFault("SLT21", Text(nl, en), fix)
