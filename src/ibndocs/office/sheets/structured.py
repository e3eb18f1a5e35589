"""Structured references (`Tabel1[Bedrag]`) written out in full, as the engine that calculates wants them.

Inside a table Excel and others leave out its name, and some the brackets around a column after `[#This Row]`
(ECMA-376 part 1, 18.17.2.3, of which the grammar stands in [MS-XLSX] 2.2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.formulas import Kind, tokenize
from ibndocs.office.sheets.references import Address, Reference
from ibndocs.office.sheets.validations import read_areas
from ibndocs.office.sheets.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_BARE_COLUMN = re.compile(r"(\[#[^\[\]]+\]),([^\[\]]+)\]$")


def spell_out(formula: str, table: str) -> str:
    """The formula with the name of its own `table` ("" for none) and all brackets."""
    pieces = []
    for token in tokenize(formula):
        text = token.text
        if token.kind is Kind.STRUCTURED:
            text = (table if text.startswith("[") else "") + _BARE_COLUMN.sub(r"\1,[\2]]", text)
        pieces.append(text)
    return "".join(pieces)


class TableAreas:
    """Where the tables of a draft stand now."""

    def __init__(self, draft: Draft, workbook: Workbook) -> None:
        self._areas = list(_read_areas(draft, workbook))

    def name_at(self, part: str, address: Address) -> str:
        """The name of the table that a cell of the sheet `part` is in; "" for none."""
        return next((name for sheet, area, name in self._areas if sheet == part and area.covers(address)), "")


def _read_areas(draft: Draft, workbook: Workbook) -> Iterator[tuple[str, Reference, str]]:
    for sheet in workbook.sheets:
        for part in workbook.package.related(sheet.part, "table"):
            root = draft.tree(part)
            name = root.get("displayName") or root.get("name") or ""
            yield from ((sheet.part, area, name) for area in read_areas(root.get("ref", "")))


@contextmanager
def spelled_out(
    draft: Draft, workbook: Workbook, cells: Iterable[tuple[str, etree._Element, etree._Element]]
) -> Iterator[None]:
    """The structured references of formulas written out, for as long as it lasts.

    Args:
        draft: The document in the making.
        workbook: Its catalogue.
        cells: Parts of sheets, cells and their formulas.
    """
    areas: TableAreas | None = None
    before: dict[etree._Element, str] = {}
    for part, cell, formula in cells:
        text, address = formula.text or "", Address.read(cell.get("r", ""))
        if "[" in text and address is not None and formula not in before:
            areas = areas or TableAreas(draft, workbook)
            before[formula] = text
            formula.text = spell_out(text, areas.name_at(part, address))
    try:
        yield
    finally:
        for formula, text in before.items():
            formula.text = text
