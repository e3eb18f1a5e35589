"""Formulas calculated in this process, their results stored as the cached values of the workbook.

The engine (betteroffice_xlsx) only computes: it is handed a copy without old results and is asked for values, the
file it could write is never used. What it does not know comes back as `#NAME?` and is left without a cached value,
so that Excel computes it on opening and no reader meets a number that is not true.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ibndocs.office.sheets.cells import EMPTY, Content, day_number, escape_text, write_number, write_result
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.formulas import points_elsewhere
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.shared import plain_formulas
from ibndocs.office.sheets.workbook import Sheet, Workbook
from ibndocs.office.xmltext import clean

if TYPE_CHECKING:
    from betteroffice_xlsx import Workbook as Engine
    from lxml import etree

UNKNOWN = "#NAME?"


@dataclass(frozen=True, slots=True)
class FormulaError:
    """A formula that gave an error; `known` when the form said so before."""

    sheet: str
    address: Address
    formula: str
    code: str
    known: bool


@dataclass(frozen=True, slots=True)
class Calculation:
    """What went wrong; `circular` counts the formulas that wait for themselves, `failure` says why none was made."""

    errors: tuple[FormulaError, ...] = ()
    circular: int = 0
    failure: str = ""


def recalculate(draft: Draft, workbook: Workbook, sheets: Iterable[Sheet], *, today: date) -> Calculation:
    """Calculate the formulas on `sheets` and store what they give; `today` is the day of `TODAY()`."""
    import betteroffice_xlsx

    cells = [found for sheet in sheets for found in _find_formulas(sheet, Grid(draft.tree(sheet.part)))]
    before = [_take_result(cell, formula) for _, cell, formula in cells]
    parts = dict.fromkeys(sheet.part for sheet, _, _ in cells)
    data = draft.package.write(draft.changes(also=parts))
    now = float(day_number(today, date1904=workbook.date1904))
    try:
        engine = betteroffice_xlsx.Workbook.open_recalculated(data, now_serial=now)
        results = list(_store(draft, engine, cells, before))
    except betteroffice_xlsx.XlsxError as error:
        draft.touch_all(parts)
        return Calculation(failure=str(error))
    return Calculation(tuple(_find_errors(cells, results, before)), engine.last_calculation().cycles)


_Found = tuple[Sheet, "etree._Element", "etree._Element"]


def _find_formulas(sheet: Sheet, grid: Grid) -> Iterator[_Found]:
    for cell in grid.all_cells():
        formula = grid.formula_of(cell)
        if formula is not None:
            yield sheet, cell, formula


def _take_result(cell: etree._Element, formula: etree._Element) -> Content:
    """The cached result of a formula, taken out of its cell; one out of another workbook is all there is."""
    value = cell.find("{*}v")
    content = EMPTY if value is None else Content(cell.get("t", "n"), value.text or "")
    if value is not None and not points_elsewhere(formula.text or ""):
        cell.remove(value)
    return content


def _store(draft: Draft, engine: Engine, cells: list[_Found], before: list[Content]) -> Iterator[Content]:
    for (sheet, cell, formula), old in zip(cells, before, strict=True):
        content = _read(engine, sheet.name, cell.get("r", ""))
        if content.kind in ("", "e") and points_elsewhere(formula.text or ""):
            content = old
        stored = EMPTY if content == Content("e", UNKNOWN) else content
        if _same(stored, old):
            write_result(cell, old)
        else:
            write_result(cell, stored)
            draft.touch(sheet.part)
        yield content


def _find_errors(cells: list[_Found], results: list[Content], before: list[Content]) -> Iterator[FormulaError]:
    if not any(result.kind == "e" for result in results):
        return
    texts: dict[str, dict[str, str]] = {}
    for (sheet, cell, _), result, old in zip(cells, results, before, strict=True):
        if result.kind != "e":
            continue
        if sheet.part not in texts:
            texts[sheet.part] = plain_formulas((cell, formula) for found, cell, formula in cells if found is sheet)
        address = Address.read(cell.get("r", ""))
        if address is not None:
            formula = texts[sheet.part][str(address)]
            yield FormulaError(sheet.name, address, formula, result.text, known=result == old)


def _read(engine: Engine, sheet: str, address: str) -> Content:
    from betteroffice_xlsx import CellError

    value = engine.value(sheet, address)
    if isinstance(value, bool):
        return Content("b", "1" if value else "0")
    if isinstance(value, float):
        return Content("n", write_number(value)) if math.isfinite(value) else Content("e", "#NUM!")
    if isinstance(value, CellError):
        return Content("e", value.code)
    return EMPTY if value is None else Content("str", clean(value))


def _same(new: Content, old: Content) -> bool:
    """Whether a stored result may stay: engines differ in the last bits of a number."""
    if new.kind == old.kind == "n":
        return math.isclose(float(Decimal(new.text)), float(old.text), rel_tol=1e-12, abs_tol=1e-15)
    if new.kind == old.kind == "str":
        return escape_text(new.text) == old.text
    return new == old
