"""What a sheet part holds besides its cells, following the rows: merges, validations, formats, links, anchors.

ECMA-376 part 1, 18.3.1; the extensions of Excel 2010 and later (`x14`, `xm`) speak of cells in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.markup import local_name, set_attribute, set_text
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.references import Address, Corner
from ibndocs.office.text.tree import whole

if TYPE_CHECKING:
    from lxml import etree

_FORMULAS = ("f", "formula", "formula1", "formula2")
_RULES = ("conditionalFormatting", "dataValidation")
_CELL_ATTRIBUTES = ("activeCell", "topLeftCell")
_CELL_ELEMENTS = ("inputCells", "cellWatch")
_CONTROL_ATTRIBUTES = ("linkedCell", "listFillRange")
_CORNERS = ("from", "to")


def move_surroundings(grid: Grid, sheet: str, moves: Moves) -> bool:
    """Let all that stands around the cells of a sheet follow `moves`; tells whether anything changed."""
    changed = _move_merges(grid, sheet, moves) if moves.on(sheet) else False
    for child in grid.root:
        if child is grid.data or child.tag == grid.tag("mergeCells"):
            continue
        for element in list(child.iter()):
            if isinstance(element.tag, str):
                changed = _move_element(element, sheet, moves) or changed
    return changed


def _move_element(element: etree._Element, sheet: str, moves: Moves) -> bool:
    name = local_name(element)
    changed = False
    if name in _RULES:
        changed = _move_rule(element, sheet, moves)
    elif name == "sparkline":
        changed = _move_sparkline(element, sheet, moves)
    elif name in (*_FORMULAS, "sqref") and element.text and not _inside_moved(element):
        moved = follow_areas(element.text, sheet, moves) if name == "sqref" else moves.follow(element.text, sheet)
        changed = set_text(element, moved)
    if name in _CORNERS:
        changed = move_corner(element, sheet, moves) or changed
    elif name == "brk" and local_name(element.getparent()) == "rowBreaks":
        changed = set_attribute(element, "id", str(moves.on(sheet).end(whole(element.get("id", ""))))) or changed
    return _move_attributes(element, sheet, moves) or changed


def _move_attributes(element: etree._Element, sheet: str, moves: Moves) -> bool:
    changed = False
    if local_name(element) not in _RULES and (areas := element.get("sqref")):
        changed = set_attribute(element, "sqref", follow_areas(areas, sheet, moves))
    if area := element.get("ref"):
        changed = set_attribute(element, "ref", moves.follow_area(area, sheet)) or changed
    if (link := element.get("location")) and not any(str(key).endswith("}id") for key in element.attrib):
        changed = set_attribute(element, "location", moves.follow(link, sheet)) or changed
    for name in _CELL_ATTRIBUTES:
        if cell := element.get(name):
            changed = set_attribute(element, name, moves.follow_cell(cell, sheet)) or changed
    if local_name(element) in _CELL_ELEMENTS and (cell := element.get("r")):
        changed = set_attribute(element, "r", moves.follow_cell(cell, sheet)) or changed
    for name in _CONTROL_ATTRIBUTES:
        if formula := element.get(name):
            changed = set_attribute(element, name, moves.follow(formula, sheet)) or changed
    return changed


def _move_rule(rule: etree._Element, sheet: str, moves: Moves) -> bool:
    """A validation or a conditional format: its formulas read from the first cell it is for."""
    below = next((element for element in rule.iter("{*}sqref") if element.text), None)
    areas = rule.get("sqref") or (below.text if below is not None else None) or ""
    first = Corner.read(areas.split(" ")[0].partition(":")[0])
    row = first.row if first else None
    changed = False
    for element in rule.iter():
        if not isinstance(element.tag, str):
            continue
        if local_name(element) in _FORMULAS and element.text:
            changed = set_text(element, moves.follow(element.text, sheet, row=row)) or changed
        value = element.get("val")
        if local_name(element) == "cfvo" and value and element.get("type") not in ("min", "max"):
            changed = set_attribute(element, "val", moves.follow(value, sheet, row=row)) or changed
    moved = follow_areas(areas, sheet, moves)
    if moved == areas:
        return changed
    if rule.get("sqref"):
        rule.set("sqref", moved)
    elif below is not None:
        below.text = moved
    return True


def _move_sparkline(sparkline: etree._Element, sheet: str, moves: Moves) -> bool:
    """A small chart in one cell: each line of a block gets its own."""
    cell, formula = sparkline.find("{*}sqref"), sparkline.find("{*}f")
    if cell is None or formula is None or not cell.text:
        return False
    corner, source = Corner.read(cell.text), formula.text or ""
    row = corner.row if corner else None
    if corner is None or row is None:
        return False
    previous = sparkline
    changed = False
    for line, target in enumerate(moves.on(sheet).lines(row)):
        one = sparkline if line == 0 else deepcopy(sparkline)
        for element in one:
            is_cell = local_name(element) == "sqref"
            text = str(corner.with_row(target)) if is_cell else moves.follow(source, sheet, row=row, line=line)
            changed = changed or line > 0 or element.text != text
            element.text = text
        if line:
            previous.addnext(one)
        previous = one
    return changed


def _inside_moved(element: etree._Element) -> bool:
    return any(local_name(parent) in (*_RULES, "sparkline") for parent in element.iterancestors())


def follow_areas(areas: str, sheet: str, moves: Moves) -> str:
    """A list of areas (`sqref`), each followed as an area."""
    return " ".join(moves.follow_area(area, sheet) for area in areas.split())


def move_corner(corner: etree._Element, sheet: str, moves: Moves) -> bool:
    """The corner of a drawing (`from` or `to`), whose rows count from 0."""
    row = corner.find("{*}row")
    if row is None or not (row.text or "").strip().isdigit():
        return False
    return set_text(row, str(moves.on(sheet).place(int(row.text or "0") + 1) - 1))


def _move_merges(grid: Grid, sheet: str, moves: Moves) -> bool:
    merges = grid.root.find(grid.tag("mergeCells"))
    if merges is None:
        return False
    for merge in list(merges):
        for index, area in enumerate(list(_follow_merge(merge.get("ref", ""), sheet, moves))):
            if index:
                copy = deepcopy(merge)
                merge.addnext(copy)
                merge = copy  # noqa: PLW2901 - the next line of the block stands after this one
            merge.set("ref", area)
    if merges.get("count"):
        merges.set("count", str(len(merges)))
    return True


def _follow_merge(area: str, sheet: str, moves: Moves) -> Iterator[str]:
    start, _, end = area.partition(":")
    first, last = Address.read(start), Address.read(end)
    if first and last and first.row == last.row:
        for line in moves.on(sheet).lines(first.row):
            yield f"{Address(first.column, line)}:{Address(last.column, line)}"
    else:
        yield moves.follow_area(area, sheet)
