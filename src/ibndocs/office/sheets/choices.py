"""The entries of a drop-down list: typed in the validation, or standing in cells, also of another (hidden) sheet."""

from __future__ import annotations

import re
from collections.abc import Callable

from ibndocs.office.sheets.formulas import Kind, copy_formula, tokenize
from ibndocs.office.sheets.references import Address, Corner, Reference, unquote_sheet
from ibndocs.office.sheets.survey import Survey
from ibndocs.office.sheets.tables import ListTable
from ibndocs.office.sheets.validations import Validation
from ibndocs.office.sheets.workbook import DefinedName, Sheet, Workbook

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_INDIRECT = re.compile(r'INDIRECT\(\s*"([^"]+)"\s*\)', re.IGNORECASE)
_TABLE_COLUMN = re.compile(r"([^\W\d][\w.\\]*)\[(?:\[?#?Data\]?,)?\[?([^\[\]]+)\]?\]")
_DEEPEST = 4


class Choices:
    """Finds the entries of lists in one workbook."""

    def __init__(
        self, workbook: Workbook, survey: Callable[[Sheet], Survey], tables: Callable[[], tuple[ListTable, ...]]
    ) -> None:
        self._workbook = workbook
        self._survey = survey
        self._tables = tables
        self._known: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self._names: dict[str, list[DefinedName]] = {}
        for name in workbook.names:
            self._names.setdefault(name.name.casefold(), []).append(name)

    def of(self, validation: Validation, sheet: Sheet, address: Address) -> tuple[str, ...] | None:
        """The entries that a validation offers in a cell.

        None when it offers none, when a formula makes them, or when its cells are still empty: then they are to be
        filled like the cell itself, and what they will hold is not in the form.
        """
        if validation.kind != "list":
            return None
        quoted = _QUOTED.fullmatch(validation.formulas[0].strip())
        if quoted:
            return tuple(entry.strip() for entry in quoted[1].replace('""', '"').split(",") if entry.strip())
        first = validation.areas[0].first if validation.areas else Corner(address.column, address.row)
        down = address.row - (first.row or address.row)
        right = address.column - (first.column or address.column)
        return self.at(copy_formula(validation.formulas[0], down=down, right=right), sheet) or None

    def at(self, formula: str, sheet: Sheet) -> tuple[str, ...] | None:
        """The texts in the cells that a formula on `sheet` stands for; None when it stands for none with text.

        A list whose cells are still empty in the form is filled along with the rest: nobody knows its entries yet.
        """
        key = (formula, sheet.name)
        if key not in self._known:
            area = self.area(formula, sheet)
            self._known[key] = (self._read(*area) or None) if area else None
        return self._known[key]

    def area(self, formula: str, sheet: Sheet) -> tuple[Sheet, Reference] | None:
        """The cells that a formula on `sheet` stands for, through names and tables; None when it stands for none."""
        return self._area(formula.strip(), sheet, _DEEPEST)

    def _area(self, formula: str, sheet: Sheet, depth: int) -> tuple[Sheet, Reference] | None:
        """The sheet and the cells, through names and `INDIRECT("...")`; `depth` names at most."""
        text = formula.removeprefix("=")
        indirect, column, tokens = _INDIRECT.fullmatch(text), _TABLE_COLUMN.fullmatch(text), tokenize(text)
        if depth and indirect:
            return self._area(indirect[1], sheet, depth - 1)
        if column:
            return self._table_column(column[1], column[2])
        if len(tokens) == 1 and (reference := tokens[0].reference) is not None:
            found = self._workbook.sheet(reference.sheet or sheet.name)
            return None if found is None or reference.elsewhere else (found, reference)
        if depth and len(tokens) == 1 and tokens[0].kind is Kind.NAME:
            prefix, _, name = text.rpartition("!")
            return self._named(name, unquote_sheet(prefix) or sheet.name, sheet, depth)
        return None

    def _named(self, name: str, scope: str, sheet: Sheet, depth: int) -> tuple[Sheet, Reference] | None:
        known = [one for one in self._names.get(name.casefold(), ()) if one.scope in (None, scope)]
        if not known:
            # The name of a table alone stands for its data.
            return self._table_column(name, "")
        nearest = min(known, key=lambda one: one.scope is None)
        return self._area(nearest.formula, self._workbook.sheet(nearest.scope or "") or sheet, depth - 1)

    def _table_column(self, name: str, column: str) -> tuple[Sheet, Reference] | None:
        for table in self._tables():
            if table.name.casefold() == name.casefold():
                start = table.column(column) if column else table.first.column
                end = start if column else table.last.column
                if start is not None:
                    return table.sheet, Reference("", Corner(start, table.first.row), Corner(end, table.last.row))
        return None

    def _read(self, sheet: Sheet, reference: Reference) -> tuple[str, ...]:
        cells = self._survey(sheet).cells
        found = sorted(reference.among(cells.keys()), key=lambda address: (address.row, address.column))
        return tuple(text for address in found if (text := cells[address].content.text.strip()))
