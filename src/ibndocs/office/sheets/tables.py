"""Excel's own tables (list objects): their name, their place and their columns (ECMA-376 part 1, 18.5.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet, Workbook
from ibndocs.office.text.tree import whole


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table; `first` and `last` are the corners of its data, without the row of headers and that of totals."""

    name: str
    sheet: Sheet
    first: Address
    last: Address
    columns: tuple[str, ...]

    def column(self, name: str) -> int | None:
        """The column of that name."""
        known = [column.casefold() for column in self.columns]
        return self.first.column + known.index(name.casefold()) if name.casefold() in known else None


def read_tables(workbook: Workbook) -> Iterator[ListTable]:
    """The tables of a workbook, sheet by sheet."""
    for sheet in workbook.sheets:
        for part in workbook.package.related(sheet.part, "table"):
            table = _read_table(workbook, sheet, part)
            if table is not None:
                yield table


def _read_table(workbook: Workbook, sheet: Sheet, part: str) -> ListTable | None:
    root = workbook.package.xml(part)
    start, _, end = root.get("ref", "").partition(":")
    first, last = Address.read(start), Address.read(end or start)
    if first is None or last is None:
        return None
    headers, totals = whole(root.get("headerRowCount", ""), 1), whole(root.get("totalsRowCount", ""))
    # A name holds `_x000a_` where its header has a new line.
    columns = tuple(
        " ".join(column.get("name", "").replace("_x000a_", " ").split()) for column in root.iter("{*}tableColumn")
    )
    name = root.get("displayName") or root.get("name") or ""
    return ListTable(
        name, sheet, Address(first.column, first.row + headers), Address(last.column, last.row - totals), columns
    )
