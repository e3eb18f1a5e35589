"""Small workbook forms that show the difficulties of real ones, made by XlsxWriter, and short ways to fill them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from lxml import etree

from ibndocs.foundation.findings import Finding, Spot
from ibndocs.office.package import Package
from ibndocs.office.places import SheetCell, SheetName, SheetRows
from ibndocs.office.sheets.fill import Filled, SheetForm
from ibndocs.office.slots import ColumnsSlot, Expression, Fill, Slot, ValueSlot

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SLOTS = "slots/kostenmodel.yaml"


def make_form(build: Callable[[Any], None], *, name: str = "kostenmodel.xlsx", **options: Any) -> Package:
    """A workbook as `build` writes it into an XlsxWriter workbook."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, **options}) as workbook:
        build(workbook)
    return Package.read(stream.getvalue(), name=name)


def expression(source: str, line: int = 1) -> Expression:
    """An expression typed in the slots file."""
    return Expression(source, Spot(SLOTS, line, 5))


def cell(place: str, source: str, line: int = 1) -> ValueSlot:
    """A slot for one cell."""
    return ValueSlot(SheetCell(place), expression(source, line), Spot(SLOTS, line))


def named(name: str, source: str, line: int = 1) -> ValueSlot:
    """A slot for the cell of a defined name."""
    return ValueSlot(SheetName(name), expression(source, line), Spot(SLOTS, line))


def rows(place: str, each: str, cells: Mapping[str, str], *, empty: str | None = None, line: int = 1) -> ColumnsSlot:
    """A slot for a row that repeats."""
    fills = {column: Fill(expression(source, line)) for column, source in cells.items()}
    return ColumnsSlot(SheetRows(place), expression(each, line), fills, Spot(SLOTS, line), empty)


def fill(
    form: Package, slots: Sequence[Slot], today: date | None = None, /, **values: object
) -> tuple[Package, list[Finding]]:
    """The filled workbook, opened again, and the findings."""
    filled: Filled = SheetForm.compile(form, slots).fill(values, today=today)
    return Package.read(filled.data, name=form.name), list(filled.findings)


def sheet_part(package: Package, number: int = 1) -> etree._Element:
    """The tree of a sheet, by the number of its tab."""
    return package.xml(f"xl/worksheets/sheet{number}.xml")


def find_cell(package: Package, address: str, number: int = 1) -> etree._Element:
    """A cell element, which must be there."""
    found = [c for c in sheet_part(package, number).iter(f"{MAIN}c") if c.get("r") == address]
    assert len(found) == 1, f"{address} stands {len(found)} times"
    return found[0]


def formula(package: Package, address: str, number: int = 1) -> str | None:
    """The formula in a cell, None when it holds none."""
    return find_cell(package, address, number).findtext(f"{MAIN}f")


def attributes(package: Package, element: str, name: str, number: int = 1) -> list[str]:
    """An attribute of all elements of that local name in a sheet, in order."""
    return [found.get(name, "") for found in sheet_part(package, number).iter(f"{{*}}{element}")]


def texts(package: Package, part: str, element: str) -> list[str]:
    """The text of all elements of that local name in a part, in order."""
    return [found.text or "" for found in package.xml(part).iter(f"{{*}}{element}")]


def changed_parts(before: Package, after: Package) -> set[str]:
    """The parts that are not byte-equal, new and removed ones included."""
    names = {*before.parts, *after.parts}
    return {name for name in names if name not in before or name not in after or before.part(name) != after.part(name)}


def save(package: Package, path: Path) -> Path:
    """Write a package to a file."""
    path.write_bytes(package.write())
    return path
