"""The shared base of the workbook forms: a book, its pages, and the formulas that both have in common.

A form is blank but calculates: its formulas hold the results for no data at all. Yellow cells are filled by slots,
white ones are formulas.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from lxml import etree
from tools.forms.markup import ACCENT
from tools.forms.sheet_look import BAD, GOOD, compose
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from ibndocs.call.pack import load_call
from ibndocs.office.package import Package
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.heights import text_height
from ibndocs.office.sheets.styles import Look

CREATED = datetime(2025, 11, 24)
IN_ORDER, TOO_HIGH, TOO_LOW = "in orde", "te hoog", "te laag"
YEARS = ("Jaar 1", "Jaar 2", "Jaar 3")
TWO_LINES = 30
"""The height in points of a row for a long title: merged cells do not grow by themselves."""
_DC = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True)
class Field:
    """A column of a row: what kind of value, and the formula that gives it; without one it is to be filled in."""

    kind: str = "wrapped"
    formula: str = ""


class Book:
    """A workbook form in the making."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.call = load_call("ibn-2025")
        self.notice = f"{self.call.call.notice} – stand-in, afgeleid van de {self.call.call.guideline}"
        self._stream = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(self._stream, {"in_memory": True})
        head = self.call.call
        self.workbook.set_properties(
            {"title": title, "subject": head.title, "author": "ibndocs", "comments": self.notice, "created": CREATED}
        )
        self._formats: dict[str, Any] = {}

    def style(self, role: str = "plain", kind: str = "", **extra: object) -> Any:
        """The format of a cell; the same one is made once."""
        properties = compose(role, kind, **extra)
        key = repr(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def name(self, name: str, page: Page, cell: str) -> None:
        """Give a cell (or an area) a name that all sheets know."""
        area = ":".join(_fix(corner) for corner in cell.split(":"))
        self.workbook.define_name(name, f"={page.reference}{area}")

    def name_years(self, name: str, page: Page, cells: Sequence[str]) -> None:
        """Name the cells of the three years `name_jaar1` and so on; a fourth is `name_totaal`."""
        for year, cell in enumerate(cells[:3], 1):
            self.name(f"{name}_jaar{year}", page, cell)
        for cell in cells[3:4]:
            self.name(f"{name}_totaal", page, cell)

    def build(self) -> bytes:
        """The finished form, its formulas calculated, the same bytes each time."""
        self.workbook.close()
        package = Package.read(self._stream.getvalue(), name="formulier.xlsx")
        package = package.with_parts({part: _speak_dutch(package, part) for part in package.parts if _is_prose(part)})
        return SheetForm.compile(package, ()).render({})


class Page:
    """One sheet: a band with the title at the top, then what the form puts on it."""

    def __init__(
        self,
        book: Book,
        name: str,
        widths: Sequence[float],
        *,
        title: str,
        colour: str = ACCENT,
        pages_high: int = 0,
        landscape: bool = True,
    ) -> None:
        self.book, self.name, self.widths, self.width = book, name, widths, len(widths)
        self.sheet = book.workbook.add_worksheet(name)
        self.reference = f"'{name}'!" if not name.isalnum() else f"{name}!"
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self._set_up(colour, pages_high, landscape)
        self.sheet.set_row(0, 32)
        self.sheet.set_row(1, 18)
        for column in range(self.width):
            self.sheet.write_blank(0, column, None, book.style("title"))
            self.sheet.write_blank(1, column, None, book.style("subtitle"))
        self.put("A1", title, "title")
        told = '=project_acroniem&" · versie "&project_versie&" · "&aanvrager_naam'
        self.put("A2", told, "subtitle")
        self.put("A3", book.notice, "notice")

    def _set_up(self, colour: str, pages_high: int, landscape: bool) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        # A wide list shows whole on a usual screen.
        sheet.set_zoom(85 if sum(self.widths) > 190 else 100)
        sheet.set_tab_color(f"#{colour}")
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        # A total of some columns beside others, or a version that reads like a number, is no mistake.
        whole = "A1:XFD1048576"
        sheet.ignore_errors({"formula_range": whole, "formula_differs": whole, "number_stored_as_text": whole})
        sheet.fit_to_pages(1, pages_high)
        sheet.set_margins(left=0.3, right=0.3, top=0.65, bottom=0.55)
        sheet.set_header(f"&L&8&K5B6B66{self.book.notice}&R&8&K5B6B66&A")
        sheet.set_footer(f"&L&8&K5B6B66{self.book.title}&R&8&K5B6B66Pagina &P van &N")

    def put(self, cell: str, value: object, role: str = "plain", kind: str = "", **extra: object) -> None:
        """Write a value, a formula (a text that begins with `=`) or nothing (None) into a cell or a merged area."""
        style = self.book.style(role, kind, **extra)
        if role == "prose" and isinstance(value, str):
            width = self.widths[0]
            self.sheet.set_row(xl_cell_to_rowcol(cell)[0], text_height(value, width, Look(size=10, indent=1)))
        if ":" in cell:
            # What a merged area shows stands in its first cell.
            self.sheet.merge_range(cell, "", style)
            cell = cell.partition(":")[0]
        row, column = xl_cell_to_rowcol(cell)
        if value is None:
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, str) and value.startswith("="):
            self.sheet.write_formula(row, column, value, style)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, style)
        else:
            self.sheet.write(row, column, value, style)

    def section(self, row: int, text: str, last: str = "") -> None:
        """A heading across the table, up to column `last`."""
        self.sheet.set_row(row - 1, 22)
        width = xl_cell_to_rowcol(f"{last}1")[1] + 1 if last else self.width
        for column in range(width):
            self.sheet.write_blank(row - 1, column, None, self.book.style("section"))
        self.put(f"A{row}", text, "section")

    def head(self, row: int, labels: Iterable[str], *, left: str = "A", height: float | None = None) -> None:
        """The labels of the columns; those of the columns in `left` are set left, as text is."""
        if height:
            self.sheet.set_row(row - 1, height)
        for offset, label in enumerate(labels):
            column = xl_col_to_name(offset)
            self.put(f"{column}{row}", label, "head left" if column in left else "head")

    def line(self, row: int, fields: Sequence[Field | None], *, first: str = "A") -> None:
        """A row of inputs and formulas; in a formula `#` stands for the number of the row."""
        start = xl_cell_to_rowcol(f"{first}1")[1]
        for offset, field in enumerate(fields):
            if field is None:
                continue
            cell = f"{xl_col_to_name(start + offset)}{row}"
            formula = field.formula.replace("#", str(row))
            self.put(cell, formula or None, "calc" if formula else "input", field.kind, valign="top")

    def totals(self, row: int, label: str, formulas: dict[str, tuple[str, str]], *, last: str = "") -> None:
        """A row of totals: column -> (formula, kind), up to column `last`."""
        width = xl_cell_to_rowcol(f"{last}1")[1] + 1 if last else self.width
        for column in range(width):
            self.sheet.write_blank(row - 1, column, None, self.book.style("total"))
        self.put(f"A{row}", label, "total")
        for column_name, (formula, kind) in formulas.items():
            self.put(f"{column_name}{row}", formula, "total", kind)

    def judge(self, area: str) -> None:
        """Colour verdicts: green for what is in order, red for any other."""
        first = area.partition(":")[0]
        for criteria, properties in ((f'={first}="{IN_ORDER}"', GOOD), (f'=AND({first}<>"",{first}<>"–")', BAD)):
            style = self.book.workbook.add_format(properties)
            options = {"type": "formula", "criteria": criteria, "format": style, "stop_if_true": True}
            self.sheet.conditional_format(area, options)

    def allow_amounts(self, area: str) -> None:
        """Take numbers from 0 on only."""
        self.sheet.data_validation(area, {
            "validate": "decimal", "criteria": ">=", "value": 0,
            "error_title": "Geen geldig bedrag", "error_message": "Vul een getal in dat niet kleiner is dan 0.",
        })  # fmt: skip

    def allow_shares(self, area: str) -> None:
        """Take shares only."""
        self.sheet.data_validation(area, {
            "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1,
            "error_title": "Geen geldig deel", "error_message": "Vul een percentage tussen 0 % en 100 % in.",
        })  # fmt: skip

    def offer(self, area: str, source: list[str] | str, *, strict: bool = True, hint: str = "") -> None:
        """A drop-down list; unless `strict`, other text may be typed as well."""
        options: dict[str, object] = {"validate": "list", "source": source, "error_type": "stop"}
        if not strict:
            options["error_type"] = "information"
        if hint:
            options |= {"input_title": "Keuze", "input_message": hint}
        self.sheet.data_validation(area, options)

    def hold(self, row: int, column: int = 0, *, repeat: tuple[int, int] | None = None) -> None:
        """Freeze what stands above `row` (counted from 1) and left of `column`; print rows `repeat` on every page."""
        self.sheet.freeze_panes(row - 1, column)
        if repeat:
            self.sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)


def in_cents(amount: str) -> str:
    """The formula that rounds `amount` half up to the cent, in every program alike.

    A program that stores 1.005 a little too low would round it down; in cents it is 100.5, which all store exactly.
    """
    return f"ROUND(ROUND(({amount})*100,6),0)/100"


def average_per_year(total: str, payers: str) -> str:
    """The formula for what one payer pays in a year, in whole euros, rounded half up in every program alike.

    A sum of cents may be stored a little too low, and then half a euro would round down; in whole cents it is exact.
    """
    return f"IF({payers}=0,0,ROUND(ROUND(ROUND({total}*100,0)/({payers}*3),6)/100,0))"


def share_that_adds_up(cell: str, area: str, total: str) -> str:
    """The formula for the share of `cell` in `total`, rounded so that the shares of `area` make 100,0 %.

    The method of the largest remainder: all are rounded down to a tenth of a percent, and the tenths left go to the
    largest remainders, above before below.
    """
    own, all_of_them = f"ROUND({cell}/{total}*1000,9)", f"ROUND({area}/{total}*1000,9)"
    rest, rests = f"ROUND(MOD({own},1),9)", f"ROUND(MOD({all_of_them},1),9)"
    larger = f"SUMPRODUCT(--({rests}>{rest}))"
    above = f"SUMPRODUCT(({rests}={rest})*(ROW({area})<ROW({cell})))"
    left = f"1000-SUMPRODUCT(INT({all_of_them}))"
    return f"=IF({total}=0,0,(INT({own})+IF({larger}+{above}<{left},1,0))/1000)"


def _fix(corner: str) -> str:
    row, column = xl_cell_to_rowcol(corner)
    return f"${xl_col_to_name(column)}${row + 1}"


def _is_prose(part: str) -> bool:
    return part.startswith("xl/charts/chart") or part == "docProps/core.xml"


def _speak_dutch(package: Package, part: str) -> bytes:
    """Say that the texts are Dutch, in the properties and in charts."""
    root = package.xml(part)
    if part == "docProps/core.xml":
        etree.SubElement(root, f"{{{_DC}}}language").text = "nl-BE"
    for element in root.iter("{*}defRPr", "{*}rPr"):
        element.set("lang", "nl-BE")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
