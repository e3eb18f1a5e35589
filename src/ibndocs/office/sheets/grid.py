"""The cells of one sheet part, found and added in place.

Rows and cells may leave out their address (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73); here each gets it back first,
so that all else can rely on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from ibndocs.office.sheets.references import Address, column_letters
from ibndocs.office.text.tree import whole


class Grid:
    """The rows and cells under the `sheetData` of a worksheet."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        namespace = etree.QName(root).namespace
        self.prefix = f"{{{namespace}}}" if namespace else ""
        data = root.find(f"{self.prefix}sheetData")
        self.data = etree.SubElement(root, f"{self.prefix}sheetData") if data is None else data
        self._rows: dict[int, etree._Element] = {}
        self._number_rows()

    def _number_rows(self) -> None:
        number = 0
        for row in self.data.iterchildren(f"{self.prefix}row"):
            number = whole(row.get("r", ""), number + 1)
            if row.get("r") != str(number):
                row.set("r", str(number))
            self._rows[number] = row
            previous = ""
            for cell in self.cells(row):
                if cell.get("r") is None:
                    before = Address.read(previous)
                    cell.set("r", f"{column_letters(before.column + 1 if before else 1)}{number}")
                previous = cell.get("r", "")

    def tag(self, name: str) -> str:
        """The name of an element of this sheet, with its namespace."""
        return self.prefix + name

    def rows(self) -> Iterator[tuple[int, etree._Element]]:
        """The rows there are, with their numbers; the sheet may change meanwhile."""
        return iter(tuple(self._rows.items()))

    def cells(self, row: etree._Element) -> Iterator[etree._Element]:
        """The cells of a row, from left to right."""
        return row.iterchildren(f"{self.prefix}c")

    def all_cells(self) -> Iterator[etree._Element]:
        """Every cell there is."""
        return self.data.iter(f"{self.prefix}c")

    def formula_of(self, cell: etree._Element) -> etree._Element | None:
        """The formula element of a cell."""
        return cell.find(f"{self.prefix}f")

    def row(self, number: int) -> etree._Element | None:
        """The row of that number, when the sheet has it."""
        return self._rows.get(number)

    def cell(self, address: Address) -> etree._Element | None:
        """The cell at `address`, when the sheet has it."""
        row = self._rows.get(address.row)
        wanted = str(address)
        return None if row is None else next((c for c in self.cells(row) if c.get("r") == wanted), None)

    def style_at(self, address: Address) -> str:
        """The style of the cell at `address`, also of one that the sheet does not have: that of its row or column."""
        cell, row = self.cell(address), self._rows.get(address.row)
        if cell is not None:
            return cell.get("s", "")
        if row is not None and row.get("customFormat") in ("1", "true"):
            return row.get("s", "")
        return self._column_style(address.column)

    def take_cell(self, address: Address) -> etree._Element:
        """The cell at `address`, made where the sheet has none; a new one looks like its row or column."""
        found = self.cell(address)
        if found is not None:
            return found
        row = self._take_row(address.row)
        cell = etree.Element(self.tag("c"), r=str(address))
        style = self.style_at(address)
        if style:
            cell.set("s", style)
        before = [other for other in self.cells(row) if _column(other) < address.column]
        row.insert(row.index(before[-1]) + 1 if before else 0, cell)
        # `spans` is advice to readers that would now be wrong.
        row.attrib.pop("spans", "")
        self._widen(address)
        return cell

    def _take_row(self, number: int) -> etree._Element:
        row = self._rows.get(number)
        if row is None:
            row = etree.Element(self.tag("row"), r=str(number))
            before = [other for other in self._rows if other < number]
            self.data.insert(self.data.index(self._rows[max(before)]) + 1 if before else 0, row)
            self._rows[number] = row
        return row

    @cached_property
    def _columns(self) -> tuple[tuple[int, int, str], ...]:
        columns = self.root.iterfind(f"{self.prefix}cols/{self.prefix}col")
        return tuple((whole(c.get("min", "")), whole(c.get("max", "")), c.get("style", "")) for c in columns)

    def _column_style(self, column: int) -> str:
        return next((style for first, last, style in self._columns if first <= column <= last), "")

    def _widen(self, address: Address) -> None:
        dimension = self.root.find(f"{self.prefix}dimension")
        if dimension is None:
            return
        start, _, end = dimension.get("ref", "").partition(":")
        first, last = Address.read(start), Address.read(end or start)
        if first is None or last is None:
            return
        left, top = min(first.column, address.column), min(first.row, address.row)
        right, bottom = max(last.column, address.column), max(last.row, address.row)
        dimension.set("ref", f"{Address(left, top)}:{Address(right, bottom)}")


def _column(cell: etree._Element) -> int:
    address = Address.read(cell.get("r", ""))
    return address.column if address else 0
