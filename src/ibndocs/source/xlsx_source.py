"""Workbooks as tables of values: every sheet with cells; what a cell says is in `xlsx_cells`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.package import Package
from ibndocs.source.faults import Fault, error
from ibndocs.source.grid import Grid, Row
from ibndocs.source.xlsx_cells import CellReader, counts_from_1904, find_date_styles, text_of

if TYPE_CHECKING:
    from lxml import etree


def read_xlsx(data: bytes, file: str) -> list[Grid]:
    """Every sheet with cells, in the order of the tabs.

    Args:
        data: The workbook.
        file: What messages call it; spots are `file:sheet!cell`.

    Raises:
        FaultyInput: It is no sound and safe workbook.
    """
    package = Package.read(data, name=file)
    root = package.xml(package.main_part)
    if str(root.tag).rpartition("}")[2] != "workbook":
        raise FaultyInput([error(Fault.TABLE, "is geen Excel-werkmap", "is not an Excel workbook", spot=Spot(file))])
    return [grid for grid in _Book(package, root, file).grids() if grid.rows]


class _Book:
    """One workbook on its way to grids."""

    def __init__(self, package: Package, root: etree._Element, file: str) -> None:
        self._package = package
        self._root = root
        self._file = file
        self._related = {one.id: one for one in package.relationships(package.main_part)}

    def grids(self) -> list[Grid]:
        grids = []
        for sheet in self._root.iterfind("{*}sheets/{*}sheet"):
            identifier = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
            related = self._related.get(identifier)
            if related is None or not related.type.endswith("/worksheet"):
                continue
            part = self._package.resolve(self._package.main_part, related.target)
            name = sheet.get("name", "")
            grids.append(Grid(name, self._rows(part, name), sheet.get("state", "visible") != "visible"))
        return grids

    @cached_property
    def _reader(self) -> CellReader:
        strings, styles = self._part_of_type("/sharedStrings"), self._part_of_type("/styles")
        return CellReader(
            [] if strings is None else [text_of(item) for item in strings.iterfind("{*}si")],
            frozenset() if styles is None else find_date_styles(styles),
            self._file,
            since_1904=counts_from_1904(self._root),
        )

    def _part_of_type(self, ending: str) -> etree._Element | None:
        for one in self._related.values():
            if one.type.endswith(ending):
                return self._package.xml(self._package.resolve(self._package.main_part, one.target))
        return None

    def _rows(self, part: str, sheet: str) -> list[Row]:
        rows: list[Row] = []
        number = 0
        for element in self._package.xml(part).iterfind("{*}sheetData/{*}row"):
            number, row = self._reader.read_row(element, sheet, number)
            if row:
                rows.append(row)
        return rows
