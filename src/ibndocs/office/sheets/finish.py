"""The last touches to a filled workbook: its calculation settings, its type, its properties."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ibndocs.office.core_properties import CORE_PART, CORE_RELATIONSHIP, CORE_TYPE, write_core_properties
from ibndocs.office.package import CONTENT_TYPES, relationships_part
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.markup import set_attribute
from ibndocs.office.sheets.workbook import Workbook

_BEFORE_CALCULATION = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "definedNames"),
)
_TEMPLATE_TYPES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": ("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
}


def ask_recalculation(draft: Draft, workbook: Workbook) -> None:
    """Have Excel calculate all formulas when it opens the file (ECMA-376 part 1, 18.2.2)."""
    root = draft.tree(workbook.part)
    settings = root.find("{*}calcPr")
    if settings is None:
        namespace = etree.QName(root).namespace
        settings = etree.Element(f"{{{namespace}}}calcPr")
        before = [child for child in root if etree.QName(child).localname in _BEFORE_CALCULATION]
        root.insert(root.index(before[-1]) + 1 if before else 0, settings)
    if set_attribute(settings, "fullCalcOnLoad", "1"):
        draft.touch(workbook.part)


def drop_calculation_chain(draft: Draft, workbook: Workbook) -> None:
    """Leave out the order in which Excel last calculated: it names cells that have moved; Excel makes a new one."""
    rels = relationships_part(workbook.part)
    for relationship in workbook.package.relationships(workbook.part):
        if relationship.type.endswith("/calcChain"):
            part = workbook.package.resolve(workbook.part, relationship.target)
            draft.put(part, None)
            _remove(draft, rels, "Id", relationship.id)
            _remove(draft, CONTENT_TYPES, "PartName", f"/{part}")


def settle_type(draft: Draft, workbook: Workbook) -> None:
    """Make a workbook of a template (.xltx): Excel refuses an .xlsx that says it is one."""
    settled = _TEMPLATE_TYPES.get(workbook.package.content_type(workbook.part))
    if settled is None:
        return
    for element in draft.tree(CONTENT_TYPES).iter("{*}Override"):
        if element.get("PartName") == f"/{workbook.part}":
            element.set("ContentType", settled)
            draft.touch(CONTENT_TYPES)


def set_properties(draft: Draft, properties: Mapping[str, str]) -> None:
    """Set document properties, adding the part that holds them when the form has none."""
    package = draft.package
    for relationship in package.relationships():
        if relationship.type == CORE_RELATIONSHIP:
            part = package.resolve("", relationship.target)
            draft.put(part, write_core_properties(package.part(part), properties))
            return
    draft.put(CORE_PART, write_core_properties(None, properties))
    types = draft.tree(CONTENT_TYPES)
    etree.SubElement(types, _like(types, "Override"), PartName=f"/{CORE_PART}", ContentType=CORE_TYPE)
    rels = draft.tree(relationships_part(""))
    taken = {element.get("Id") for element in rels}
    name = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    etree.SubElement(rels, _like(rels, "Relationship"), Id=name, Type=CORE_RELATIONSHIP, Target=CORE_PART)
    draft.touch_all((CONTENT_TYPES, relationships_part("")))


def _like(root: etree._Element, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"


def _remove(draft: Draft, part: str, attribute: str, value: str) -> None:
    root = draft.tree(part)
    for element in list(root):
        if element.get(attribute) == value:
            root.remove(element)
            draft.touch(part)
