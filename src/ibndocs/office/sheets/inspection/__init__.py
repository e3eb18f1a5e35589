"""What stands in a workbook form: its sheets, and on each the cells to fill in, the rows that repeat, the controls.

Nothing is guessed twice: a place is only named by a label when the anchors find exactly that cell by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ibndocs.office.cautions import describe_package, find_cautions
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.sheets.anchors import Anchors
from ibndocs.office.sheets.control_anchors import ControlAnchors
from ibndocs.office.sheets.inspection.additions import list_additions
from ibndocs.office.sheets.inspection.computed import describe_formulas, list_totals
from ibndocs.office.sheets.inspection.inputs import Inputs
from ibndocs.office.sheets.inspection.named import Named
from ibndocs.office.sheets.workbook import Sheet, Workbook

__all__ = ["inspect_sheets"]

_COUNTED = {
    "pivot tables": ".pivotTable+xml",
    "query tables": ".queryTable+xml",
    "connections": ".connections+xml",
    "slicers": ".slicer+xml",
    "ActiveX controls": ".activeX+xml",
}
"""What one should know of, as it stays as it is, and how the content type of its part ends."""


def inspect_sheets(package: Package, *, sha256: str) -> Outline:
    """The outline of a workbook.

    Raises:
        FaultyInput: `OFF06` when one of its parts cannot be read.
    """
    workbook = Workbook(package)
    anchors = Anchors(workbook)
    controls, named = ControlAnchors(anchors), Named(anchors)
    items = [item for sheet in workbook.sheets for item in _list_sheet(anchors, controls, named, sheet)]
    items += named.list_names(items)
    facts = MappingProxyType(_describe(workbook))
    return Outline(package.name, Office.SHEETS, sha256, tuple(items), facts, tuple(find_cautions(package)))


def _list_sheet(anchors: Anchors, controls: ControlAnchors, named: Named, sheet: Sheet) -> Iterator[Item]:
    """A sheet and, unless it is hidden, what stands on it from top to bottom."""
    yield Item(Kind.SHEET, sheet.name, facts=MappingProxyType(_describe_sheet(anchors, sheet)))
    if sheet.state:
        return
    linked = {str(controls.linked_cell(one)) for other in anchors.workbook.sheets for one in controls.on(other)}
    placed = [
        # A cell that follows a check box is set by it.
        *(one for one in Inputs(anchors, named, sheet).list_items() if one[1].facts.get("cell") not in linked),
        *list_totals(anchors, named, sheet),
        *list_additions(anchors, controls, sheet),
    ]
    yield from (item for _, item in sorted(placed, key=lambda one: (one[0].row, one[0].column)))


def _describe(workbook: Workbook) -> dict[str, str]:
    facts = describe_package(workbook.package)
    root = workbook.package.xml(workbook.part)
    kinds = [workbook.package.content_type(part) for part in workbook.package.parts]
    for name, ending in _COUNTED.items():
        if count := sum(kind.endswith(ending) for kind in kinds):
            facts[name] = str(count)
    locks = [lock for lock in root.iter("{*}workbookProtection") if lock.get("lockStructure") in ("1", "true")]
    return facts | ({"protection": "structure"} if locks else {})


def _describe_sheet(anchors: Anchors, sheet: Sheet) -> dict[str, str]:
    survey = anchors.survey(sheet)
    facts: dict[str, str] = {}
    if sheet.state:
        facts["hidden"] = sheet.state
    if survey.protection is not None and survey.is_protected:
        secret = any(survey.protection.get(name) for name in ("password", "hashValue"))
        facts["protected"] = "password" if secret else "true"
    names = {name.name: name.formula for name in anchors.workbook.names if name.scope == sheet.name}
    for key, told in (("_xlnm.Print_Area", "print area"), ("_xlnm.Print_Titles", "print titles")):
        if key in names:
            facts[told] = names[key]
    return facts | describe_formulas(survey)
