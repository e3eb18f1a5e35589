"""The formulas of a sheet: how many and where, and the totals with the words at them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ibndocs.office.outline import Item, Kind
from ibndocs.office.sheets.anchors import Anchors, Target
from ibndocs.office.sheets.inspection.inputs import join_labels
from ibndocs.office.sheets.inspection.named import Named
from ibndocs.office.sheets.references import Address, column_letters
from ibndocs.office.sheets.shared import plain_formulas
from ibndocs.office.sheets.survey import Survey
from ibndocs.office.sheets.workbook import Sheet

_TOTAL = re.compile(r"\b(?:sub)?(?:totaal|totale|totalen|total|totals|som|sum|saldo|balance)\b", re.IGNORECASE)
_MOST_RANGES = 12


def describe_formulas(survey: Survey) -> dict[str, str]:
    """How many formulas a sheet has, and where: `E8:E27, D30`."""
    cells = [address for address, seen in survey.cells.items() if seen.is_formula]
    if not cells:
        return {}
    ranges = list(join_cells(cells))
    shown = ", ".join(ranges[:_MOST_RANGES]) + (", …" if len(ranges) > _MOST_RANGES else "")
    return {"formulas": str(len(cells)), "formula cells": shown}


def join_cells(cells: Iterable[Address]) -> Iterator[str]:
    """Cells as ranges: those below each other as one, and such columns side by side as one."""
    runs: dict[tuple[int, int], list[int]] = {}
    start: Address | None = None
    previous: Address | None = None
    for cell in (*sorted(cells, key=lambda at: (at.column, at.row)), None):
        if start and previous and (cell is None or (cell.column, cell.row) != (previous.column, previous.row + 1)):
            runs.setdefault((start.row, previous.row), []).append(start.column)
            start = None
        start = start or cell
        previous = cell
    for (first, last), columns in sorted(runs.items()):
        for left, right in _join_numbers(columns):
            corner, end = f"{column_letters(left)}{first}", f"{column_letters(right)}{last}"
            yield corner if corner == end else f"{corner}:{end}"


def _join_numbers(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = numbers[0]
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        if following != number + 1:
            yield first, number
            first = following or 0


def list_totals(anchors: Anchors, named: Named, sheet: Sheet) -> Iterator[tuple[Address, Item]]:
    """The formulas that a label calls a total, that fetch one from another sheet or have a name, with their value."""
    survey = anchors.survey(sheet)
    labels, above = dict(survey.labels), dict[int, str]()
    grid = anchors.grid(sheet)
    elements = ((cell, grid.formula_of(cell)) for cell in grid.all_cells())
    formulas = plain_formulas((cell, formula) for cell, formula in elements if formula is not None)
    for row in survey.rows.values():
        found = list(_read_row(row, survey, labels))
        shared = Counter(left for _, left in found)
        for address, left in found:
            header = above.get(address.column, "")
            formula = formulas[str(address)]
            # What comes from another sheet is a total there: an overview gathers them.
            target = Target(sheet, address)
            is_told = _TOTAL.search(header) or "!" in formula or named.name_of(target)
            if _TOTAL.search(left) or (left and is_told):
                words = join_labels(left, header if shared[left] > 1 or not _TOTAL.search(left) else "")
                facts = {"formula": f"={formula}", "cell": str(target)}
                if name := named.name_of(target):
                    facts["name"] = name
                known, text = MappingProxyType(facts), survey.cells[address].text
                yield address, Item(Kind.FORMULA, words, where=(sheet.name,), text=text, depth=1, facts=known)
        for address in row:
            if address in labels:
                last = min(survey.span(address).column, survey.last_column)
                above |= dict.fromkeys(range(address.column, last + 1), labels[address])


def _read_row(row: Iterable[Address], survey: Survey, labels: Mapping[Address, str]) -> Iterator[tuple[Address, str]]:
    """The formulas of a row that are no labels themselves, with the label left of each."""
    left = ""
    for address in row:
        seen = survey.cells.get(address)
        if seen is not None and seen.is_formula and (address not in labels or seen.content.kind == "n"):
            yield address, left
        elif address in labels:
            left = labels[address]
