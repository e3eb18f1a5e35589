"""The other parts of a workbook that speak of cells, following the rows.

Defined names, charts, drawings, tables, comments with their boxes, form controls and the sources of pivot tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import Package
from ibndocs.office.sheets.charts import SERIES_SOURCES, follow_series
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.markup import local_name, set_attribute, set_text
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.surroundings import move_corner
from ibndocs.office.sheets.workbook import Workbook

if TYPE_CHECKING:
    from lxml import etree

_FORMULA_ATTRIBUTES = ("fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "fmlaPict", "textlink")
_FORMULA_ELEMENTS = ("f", "calculatedColumnFormula", "totalsRowFormula")
_VML_FORMULAS = ("FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup", "FmlaPict")


def move_followers(draft: Draft, workbook: Workbook, moves: Moves) -> list[str]:
    """Let every part but the sheets follow `moves`; returns the parts that cannot be read and stay as they are."""
    _move_names(draft, workbook, moves)
    unread: list[str] = []
    for part, sheet in parts_below(workbook):
        try:
            root = draft.tree(part)
        except FaultyInput:
            # Old versions of Excel wrote the boxes of comments as HTML rather than XML.
            if not part.endswith(".vml"):
                raise
            unread.append(part)
            continue
        changed = [_move_element(element, sheet, moves) for element in root.iter() if isinstance(element.tag, str)]
        if any(changed):
            draft.touch(part)
    return unread


def parts_below(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """The parts that hang below the workbook and its sheets, with the sheet they belong to ("" for none)."""
    seen: set[str] = {workbook.part, *(sheet.part for sheet in workbook.sheets)}
    start = [(sheet.part, sheet.name) for sheet in workbook.sheets]
    # What belongs to no sheet (a chart sheet, the source of a pivot table) comes last.
    queue = [*start, (workbook.part, "")]
    while queue:
        owner, sheet = queue.pop(0)
        for part in _children(workbook.package, owner):
            if part not in seen:
                seen.add(part)
                queue.append((part, sheet))
                yield part, sheet


_KINDS = re.compile(
    r"(?:/|\b)(?:drawing|chart|chartEx|chartsheet|table|comments|threadedComment|vmlDrawing|ctrlProp"
    r"|pivotTable|pivotCacheDefinition|chartUserShapes|queryTable)$"
)


def _children(package: Package, owner: str) -> Iterator[str]:
    for relationship in package.relationships(owner):
        if not relationship.external and _KINDS.search(relationship.type):
            part = package.resolve(owner, relationship.target)
            if part in package:
                yield part


def _move_names(draft: Draft, workbook: Workbook, moves: Moves) -> None:
    for element in draft.tree(workbook.part).iter("{*}definedName"):
        if set_text(element, moves.follow(element.text or "", "")):
            draft.touch(workbook.part)


def _move_element(element: etree._Element, sheet: str, moves: Moves) -> bool:
    name = local_name(element)
    changed = False
    if name in ("from", "to") and moves.on(sheet):
        changed = move_corner(element, sheet, moves)
    owner = element.getparent()
    if name == "f" and local_name(owner) in SERIES_SOURCES and owner is not None:
        is_title = local_name(owner.getparent()) == "tx"
        changed = set_text(element, follow_series(element.text or "", moves, is_title=is_title)) or changed
    elif name in (*_FORMULA_ELEMENTS, *_VML_FORMULAS) and element.text:
        changed = set_text(element, moves.follow(element.text, sheet)) or changed
    elif name in ("Row", "Anchor") and moves.on(sheet):
        changed = _move_vml(element, name, sheet, moves)
    for attribute in _FORMULA_ATTRIBUTES:
        if formula := element.get(attribute):
            changed = set_attribute(element, attribute, moves.follow(formula, sheet)) or changed
    return _move_area(element, name, sheet, moves) or changed


def _move_area(element: etree._Element, name: str, sheet: str, moves: Moves) -> bool:
    area = element.get("ref")
    if not area:
        return False
    if name in ("comment", "threadedComment"):
        return set_attribute(element, "ref", moves.follow_cell(area, sheet))
    # The source of a pivot table names its sheet itself.
    return set_attribute(element, "ref", moves.follow_area(area, element.get("sheet") or sheet))


def _move_vml(element: etree._Element, name: str, sheet: str, moves: Moves) -> bool:
    """The box of a comment or a control: its rows count from 0; an anchor holds two, third and seventh of eight."""
    numbers = [number.strip() for number in (element.text or "").split(",")]
    at = (0,) if name == "Row" else (2, 6)
    if len(numbers) <= max(at) or not all(numbers[index].isdigit() for index in at):
        return False
    placed = list(numbers)
    for index in at:
        placed[index] = str(moves.on(sheet).place(int(numbers[index]) + 1) - 1)
    return placed != numbers and set_text(element, ", ".join(placed))
