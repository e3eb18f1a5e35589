"""Formulas calculated in this process, their results stored as the cached values of the workbook.

The engine (betteroffice_xlsx) only computes: it is handed a copy without old results and is asked for values, the
file it could write is never used. What it does not know comes back as `#NAME?` and is left without a cached value,
so that Excel computes it on opening and no reader meets a number that is not true.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ibndocs.office.sheets.cells import EMPTY, Content, day_number, escape_text, write_number, write_result
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.formulas import points_elsewhere, tokenize
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.markup import real
from ibndocs.office.sheets.references import Address, Corner, Reference
from ibndocs.office.sheets.shared import plain_formulas
from ibndocs.office.sheets.structured import spelled_out
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


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that a formula fills; an array formula fills several."""

    sheet: Sheet
    element: etree._Element
    formula: etree._Element
    before: Content

    @property
    def address(self) -> str:
        return self.element.get("r", "")

    @property
    def is_beyond(self) -> bool:
        return _is_beyond(self.formula)


def recalculate(draft: Draft, workbook: Workbook, sheets: Iterable[Sheet], *, today: date) -> Calculation:
    """Calculate the formulas on `sheets` and store what they give; `today` is the day of `TODAY()`."""
    import betteroffice_xlsx

    cells = [found for sheet in sheets for found in _find_cells(sheet, Grid(draft.tree(sheet.part)))]
    now = float(day_number(today, date1904=workbook.date1904))
    own = [(cell.sheet.part, cell.element, cell.formula) for cell in cells if not cell.is_beyond]
    try:
        with spelled_out(draft, workbook, own):
            engine, results = _compute(draft, cells, now)
            found = zip(cells, results, strict=True)
            unread = [cell.formula for cell, result in found if result == EMPTY and not cell.is_beyond]
            if unread:
                with _made_unknown(unread):
                    engine, results = _compute(draft, cells, now)
    except betteroffice_xlsx.XlsxError as error:
        draft.touch_all(cell.sheet.part for cell in cells)
        return Calculation(failure=str(error))
    for cell, result in zip(cells, results, strict=True):
        _store(draft, cell, result)
    return Calculation(tuple(_find_errors(cells, results)), engine.last_calculation().cycles)


def _find_cells(sheet: Sheet, grid: Grid) -> Iterator[_Cell]:
    """The cells that formulas fill, their cached results taken out."""
    arrays: list[tuple[Reference, etree._Element]] = []
    for cell in grid.all_cells():
        formula = grid.formula_of(cell)
        if formula is not None:
            if formula.get("t") in ("array", "dataTable") and ":" in formula.get("ref", ""):
                arrays.append((_read_area(formula.get("ref", "")), formula))
        elif arrays and (address := Address.read(cell.get("r", ""))):
            formula = next((found for area, found in arrays if area.covers(address)), None)
        if formula is not None:
            yield _Cell(sheet, cell, formula, _take_result(cell, formula))


def _read_area(text: str) -> Reference:
    reference = tokenize(text)[0].reference
    return reference or Reference("", Corner(1, 1))


def _take_result(cell: etree._Element, formula: etree._Element) -> Content:
    """The cached result of a formula, taken out of its cell, unless it is all there will be."""
    value = cell.find("{*}v")
    content = EMPTY if value is None else Content(cell.get("t", "n"), value.text or "")
    if value is not None and not _is_beyond(formula):
        cell.remove(value)
    return content


def _is_beyond(formula: etree._Element) -> bool:
    """Whether a formula cannot be calculated here: it asks another workbook, or is a what-if table."""
    return formula.get("t") == "dataTable" or points_elsewhere(formula.text or "")


def _compute(draft: Draft, cells: Sequence[_Cell], now: float) -> tuple[Engine, list[Content]]:
    from betteroffice_xlsx import Workbook as Engine

    data = draft.package.write(draft.changes(also=dict.fromkeys(cell.sheet.part for cell in cells)))
    engine = Engine.open_recalculated(data, now_serial=now)
    return engine, [_read(engine, cell) for cell in cells]


@contextmanager
def _made_unknown(formulas: Iterable[etree._Element]) -> Iterator[None]:
    """Formulas the engine cannot read, for once as calls of an unknown function.

    It would take them for empty, and what counts on them would come out wrong without a word.
    """
    from lxml import etree

    swapped: list[tuple[etree._Element, etree._Element]] = []
    for formula in dict.fromkeys(formulas):
        owner = formula.getparent()
        if owner is not None:
            stand_in = etree.Element(formula.tag)
            stand_in.text = "UNREADABLE()"
            owner.replace(formula, stand_in)
            swapped.append((formula, stand_in))
    try:
        yield
    finally:
        for formula, stand_in in swapped:
            owner = stand_in.getparent()
            if owner is not None:
                owner.replace(stand_in, formula)


def _store(draft: Draft, cell: _Cell, result: Content) -> None:
    stored = EMPTY if result == Content("e", UNKNOWN) else result
    if _same(stored, cell.before):
        write_result(cell.element, cell.before)
    else:
        write_result(cell.element, stored)
        draft.touch(cell.sheet.part)


def _find_errors(cells: Sequence[_Cell], results: Sequence[Content]) -> Iterator[FormulaError]:
    texts: dict[str, dict[str, str]] = {}
    for cell, result in zip(cells, results, strict=True):
        if result.kind != "e":
            continue
        part = cell.sheet.part
        if part not in texts:
            texts[part] = plain_formulas((own.element, own.formula) for own in cells if own.sheet.part == part)
        address = Address.read(cell.address)
        if address is not None:
            known = result == cell.before
            yield FormulaError(cell.sheet.name, address, texts[part][cell.address], result.text, known)


def _read(engine: Engine, cell: _Cell) -> Content:
    from betteroffice_xlsx import CellError

    value = engine.value(cell.sheet.name, cell.address)
    content = EMPTY
    if isinstance(value, bool):
        content = Content("b", "1" if value else "0")
    elif isinstance(value, float):
        content = Content("n", write_number(value)) if math.isfinite(value) else Content("e", "#NUM!")
    elif isinstance(value, CellError):
        content = Content("e", value.code)
    elif isinstance(value, str):
        content = Content("str", clean(value))
    return cell.before if content.kind in ("", "e") and cell.is_beyond else content


def _same(new: Content, old: Content) -> bool:
    """Whether a stored result may stay: engines differ in the last bits of a number."""
    if new.kind == old.kind == "n":
        return math.isclose(float(Decimal(new.text)), real(old.text, math.nan), rel_tol=1e-12, abs_tol=1e-15)
    if new.kind == old.kind == "str":
        return escape_text(new.text) == old.text
    return new == old
