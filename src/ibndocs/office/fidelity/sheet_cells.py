"""The cells of one sheet as they are compared: what the form says in them, and which wait for an answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ibndocs.office.sheets.formulas import Kind, tokenize
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.reader import read_content, read_shared_strings
from ibndocs.office.sheets.references import Address, Corner, Reference
from ibndocs.office.sheets.shared import plain_formulas
from ibndocs.office.sheets.workbook import Sheet, Workbook

if TYPE_CHECKING:
    from lxml import etree


_DAYS = frozenset(map(str, (*range(14, 23), *range(45, 48))))
_DAY = re.compile(r"[dmyhs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds.

    Attributes:
        text: Its value as text; that of a formula as it was last calculated.
        formula: Its formula, without the `=`.
        kind: `text`, `n`, `b`, `e`, or "" for an empty cell.
        look: Its number format, and whether it is locked when the sheet is protected.
    """

    text: str
    formula: str | None
    kind: str
    look: tuple[str, bool]

    @property
    def shape(self) -> tuple[str, ...] | None:
        """The formula without where its references point."""
        if self.formula is None:
            return None
        return tuple("§" if token.kind is Kind.REFERENCE else token.text for token in tokenize(self.formula))


class Looks:
    """The cell formats of a workbook: number format and lock (ECMA-376 part 1, 18.8.10 and 18.8.33)."""

    def __init__(self, workbook: Workbook) -> None:
        self._looks: list[tuple[str, bool]] = []
        for part in workbook.package.related(workbook.part, "styles"):
            self._looks = list(_read_looks(workbook.package.xml(part)))

    def of(self, style: str | None) -> tuple[str, bool]:
        """The look of a cell with this style index."""
        index = int(style) if style and style.isdigit() else 0
        return self._looks[index] if index < len(self._looks) else ("0", True)


def _read_looks(root: etree._Element) -> Iterator[tuple[str, bool]]:
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in root.iter("{*}numFmt")}
    for item in root.iterfind("{*}cellXfs/{*}xf"):
        protection = item.find("{*}protection")
        locked = protection is None or protection.get("locked") not in ("0", "false")
        number = item.get("numFmtId", "0")
        yield codes.get(number, number), locked


def name_format(code: str) -> str:
    """What a number format shows: a percentage, a day, text or a number."""
    if code in _DAYS or (not code.isdigit() and _DAY.search(_QUOTED.sub("", code.partition(";")[0]))):
        return "day"
    if "%" in code or code in ("9", "10"):
        return "percentage"
    return "text" if code in ("@", "49") else "number"


class SheetCells:
    """One sheet: its cells by row and column."""

    def __init__(self, workbook: Workbook, sheet: Sheet, looks: Looks, strings: tuple[str, ...]) -> None:
        self.sheet = sheet
        self.grid = Grid(workbook.package.xml(sheet.part))
        self.root = self.grid.root
        formulas = plain_formulas(
            (cell, formula) for cell in self.grid.all_cells() if (formula := self.grid.formula_of(cell)) is not None
        )
        self.rows: dict[int, dict[int, Cell]] = {}
        for element in self.grid.all_cells():
            at = Address.read(element.get("r", ""))
            if at is not None:
                content = read_content(element, strings)
                cell = Cell(content.text, formulas.get(element.get("r", "")), content.kind, looks.of(element.get("s")))
                self.rows.setdefault(at.row, {})[at.column] = cell

    @cached_property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        found = self.root.find("{*}sheetProtection")
        return found is not None and found.get("sheet") in ("1", "true")

    def cell(self, at: Address) -> Cell | None:
        """The cell at an address."""
        return self.rows.get(at.row, {}).get(at.column)

    def says(self, row: int, filled: Collection[Address], *, exact: bool) -> Mapping[int, Cell]:
        """What the form says in a row, by column: labels, formulas, numbers that are no answer.

        Args:
            row: The row.
            filled: The cells that the slots fill.
            exact: Whether no other cells may be filled; otherwise also those that look made for it.
        """
        cells = self.rows.get(row, {})
        return {
            column: cell
            for column, cell in cells.items()
            if Address(column, row) not in filled and self._is_fixed(cell, Address(column, row), exact=exact)
        }

    def _is_fixed(self, cell: Cell, at: Address, *, exact: bool) -> bool:
        if cell.formula is not None:
            return True
        if not cell.kind or cell.text.strip() in ("", "0"):
            return False
        return exact or not self._asks(cell, at)

    def _asks(self, cell: Cell, at: Address) -> bool:
        return (self.is_protected and not cell.look[1]) or (cell.kind != "text" and self.is_validated(at))

    def is_validated(self, at: Address) -> bool:
        """Whether a validation is for this cell."""
        return any(_covers(first, last, at) for first, last in self._validated)

    @cached_property
    def _validated(self) -> tuple[tuple[Corner, Corner], ...]:
        areas = [area for rule in self.root.iter("{*}dataValidation") for area in find_areas(rule).split()]
        return tuple(_read_area(area) for area in areas if ":" in area or Corner.read(area))

    @cached_property
    def covered(self) -> frozenset[Address]:
        """The cells that lie below a merged cell, where nothing can be typed."""
        known = {Address(column, row) for row, cells in self.rows.items() for column in cells}
        found: set[Address] = set()
        for merge in self.root.iter("{*}mergeCell"):
            first, last = _read_area(merge.get("ref", ""))
            shown = Address(first.column or 0, first.row or 0)
            found.update(at for at in Reference("", first, last).among(known) if at != shown)
        return frozenset(found)

    def label(self, at: Address) -> str:
        """The words left of a cell or, failing that, above it, by which one knows it."""
        row = self.rows.get(at.row, {})
        words = [row[column] for column in sorted(row) if column < at.column and row[column].kind == "text"]
        if not words:
            above = [number for number in sorted(self.rows) if number < at.row]
            cells = [cell for number in above if (cell := self.rows[number].get(at.column)) is not None]
            words = [cell for cell in cells if cell.kind == "text"]
        return words[-1].text if words else ""


def find_areas(rule: etree._Element) -> str:
    """The cells a validation or conditional format is for."""
    below = next((item.text for item in rule.iter("{*}sqref") if item.text), "")
    return rule.get("sqref") or below or ""


def _read_area(area: str) -> tuple[Corner, Corner]:
    start, _, end = area.partition(":")
    first = Corner.read(start) or Corner(None, None)
    return first, (Corner.read(end) if end else first) or first


def _covers(first: Corner, last: Corner, at: Address) -> bool:
    columns = (first.column or 1) <= at.column <= (last.column or at.column)
    return columns and (first.row or 1) <= at.row <= (last.row or at.row)


def read_sheets(workbook: Workbook) -> dict[str, SheetCells]:
    """Every worksheet by its name in lower case."""
    looks, strings = Looks(workbook), read_shared_strings(workbook)
    return {sheet.name.casefold(): SheetCells(workbook, sheet, looks, strings) for sheet in workbook.sheets}
