"""Cells of a small sheet: written and emptied in place, their styles kept."""

from __future__ import annotations

import re
from decimal import Decimal

from lxml import etree

from ibndocs.office.slides.chart_data import Area, column_letters, column_number, write_number
from ibndocs.office.slides.markup import drop_attributes, q, whole_number

Content = str | Decimal | None
_CONTENT = {q("s:f"), q("s:v"), q("s:is")}
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class SheetCells:
    """The cells under the `sheetData` of a worksheet, by row and column from 1."""

    def __init__(self, worksheet: etree._Element) -> None:
        found = worksheet.find(q("s:sheetData"))
        self._data = etree.SubElement(worksheet, q("s:sheetData")) if found is None else found
        self._dimension = worksheet.find(q("s:dimension"))
        self._rows: dict[int, etree._Element] = {}
        self._cells: dict[tuple[int, int], etree._Element] = {}
        number = 0
        for row in self._data:
            number = whole_number(row.get("r"), number + 1)
            self._rows[number] = row
            column = 0
            for cell in row.iterchildren(q("s:c")):
                address = _ADDRESS.fullmatch(cell.get("r", ""))
                column = column_number(address[1]) if address else column + 1
                self._cells[number, column] = cell

    def empty(self, area: Area, *, keep: tuple[int, int]) -> None:
        """Empty the cells of `area`, but the one at `keep`."""
        for (row, column), cell in self._cells.items():
            inside = area.top <= row <= area.bottom and area.left <= column <= area.right
            if inside and (row, column) != keep:
                _empty(cell)

    def write(self, row: int, column: int, content: Content) -> None:
        """Put text or a number into a cell; a new cell looks like the one above it, else like the one to its left."""
        cell = self._cells.get((row, column))
        if cell is None:
            if content is None:
                return
            cell = self._add(row, column)
        _empty(cell)
        if isinstance(content, Decimal):
            etree.SubElement(cell, q("s:v")).text = write_number(content)
        elif content is not None:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, q("s:is")), q("s:t"))
            text.text = content
            text.set(_SPACE, "preserve")

    def _add(self, row: int, column: int) -> etree._Element:
        element = self._rows.get(row)
        if element is None:
            element = etree.Element(q("s:row"), r=str(row))
            before = [number for number in self._rows if number < row]
            at = self._data.index(self._rows[max(before)]) + 1 if before else 0
            self._data.insert(at, element)
            self._rows[row] = element
        drop_attributes(element, "spans")
        cell = etree.Element(q("s:c"), r=f"{column_letters(column)}{row}")
        left = [number for number in range(1, column) if (row, number) in self._cells]
        element.insert(element.index(self._cells[row, left[-1]]) + 1 if left else 0, cell)
        for model in ((row - 1, column), (row, column - 1)):
            # The head of a column is no model for the numbers under it.
            if model in self._cells and "s" in self._cells[model].attrib and not self._is_head(model, row):
                cell.set("s", self._cells[model].get("s", ""))
                break
        self._cells[row, column] = cell
        self._widen(row, column)
        return cell

    def _is_head(self, model: tuple[int, int], row: int) -> bool:
        return model[0] != row and self._cells[model].get("t") in ("s", "inlineStr", "str") and model[1] > 1

    def _widen(self, row: int, column: int) -> None:
        """Let the sheet's `dimension` hold the cell."""
        if self._dimension is None:
            return
        area = Area.read(f"Sheet1!{self._dimension.get('ref', 'A1')}")
        if area is not None:
            corner = f"{column_letters(max(area.right, column))}{max(area.bottom, row)}"
            self._dimension.set("ref", f"{column_letters(area.left)}{area.top}:{corner}")


def _empty(cell: etree._Element) -> None:
    for child in [child for child in cell if child.tag in _CONTENT]:
        cell.remove(child)
    drop_attributes(cell, "t")
