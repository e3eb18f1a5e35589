"""A small reader of what a workbook shows: the values of its cells, those of formulas as they were last calculated."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.sheets.cells import EMPTY, CellValue, Content, ErrorValue, read_day, unescape_text
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.markup import local_name
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.styles import Styles
from ibndocs.office.sheets.workbook import Workbook

if TYPE_CHECKING:
    from lxml import etree


def read_values(package: Package) -> dict[str, dict[str, CellValue]]:
    """The value of every cell that holds one, by the name of its sheet and its address (`C4`).

    Numbers are exact decimals; a number that shows as a date is a date (with its time, when it has one); an error is
    an `ErrorValue`.
    """
    workbook = Workbook(package)
    strings, styles = read_shared_strings(workbook), Styles.read(workbook)
    values: dict[str, dict[str, CellValue]] = {}
    for sheet in workbook.sheets:
        found = values.setdefault(sheet.name, {})
        for cell in Grid(package.xml(sheet.part)).all_cells():
            content = read_content(cell, strings)
            is_day = content.kind == "n" and styles.shows_date(cell.get("s"))
            value = _value(content, is_day=is_day, date1904=workbook.date1904)
            if value is not None:
                found[cell.get("r", "")] = value
    return values


def _value(content: Content, *, is_day: bool, date1904: bool) -> CellValue | None:
    match content.kind:
        case "":
            return None
        case "b":
            return content.text == "1"
        case "e":
            return ErrorValue(content.text)
        case "n":
            number = Decimal(content.text)
            return (read_day(number, date1904=date1904) if is_day else None) or number
        case _:
            return content.text


class ShownCells:
    """What the cells of a draft hold, for the charts that show them; sheets that did not change are not looked at."""

    def __init__(self, draft: Draft, workbook: Workbook, strings: tuple[str, ...]) -> None:
        self._draft = draft
        self._workbook = workbook
        self._strings = strings
        self._cells: dict[str, dict[str, etree._Element]] = {}

    def read(self, sheet: str, address: Address) -> Content | None:
        """What a cell holds; None when its sheet is as the form has it."""
        found = self._workbook.sheet(sheet)
        if found is None or not self._draft.is_touched(found.part):
            return None
        if found.part not in self._cells:
            cells = Grid(self._draft.tree(found.part)).all_cells()
            self._cells[found.part] = {cell.get("r", ""): cell for cell in cells}
        cell = self._cells[found.part].get(str(address))
        return EMPTY if cell is None else read_content(cell, self._strings)


def read_content(cell: etree._Element, strings: tuple[str, ...]) -> Content:
    """What a cell holds, its text as a reader sees it; kinds are `n`, `b`, `e` and `text`."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return EMPTY if inline is None else Content("text", _text_of(inline))
    value = cell.find("{*}v")
    text = None if value is None else value.text or ""
    if text is None or (not text and kind != "str"):
        return EMPTY
    if kind == "s":
        known = text.isdigit() and int(text) < len(strings)
        return Content("text", strings[int(text)]) if known else EMPTY
    if kind == "n":
        try:
            return Content("n", str(Decimal(text)))
        except InvalidOperation:
            return Content("text", text)
    return Content("text", unescape_text(text)) if kind in ("str", "d") else Content(kind, text)


def read_shared_strings(workbook: Workbook) -> tuple[str, ...]:
    """The texts that cells share, in order."""
    for part in workbook.package.related(workbook.part, "sharedStrings"):
        return tuple(_text_of(item) for item in workbook.package.xml(part).iterfind("{*}si"))
    return ()


def _text_of(item: etree._Element) -> str:
    """Plain and rich text alike; how Japanese text is pronounced (`rPh`) is no part of it."""
    pieces = [element.text or "" for element in item.iter("{*}t") if local_name(element.getparent()) != "rPh"]
    return unescape_text("".join(pieces))
