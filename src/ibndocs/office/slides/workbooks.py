"""The workbook inside a chart, so that "Edit data" in PowerPoint shows the numbers the chart shows.

The form's own workbook is edited where its data stand as PowerPoint puts them (a header row, categories, a column a
series): styles, widths, other sheets and the table around the data stay. Any other is replaced by a plain new one.
"""

from __future__ import annotations

from lxml import etree

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part
from ibndocs.office.slides.chart_data import Area, Block, ChartData
from ibndocs.office.slides.markup import q, to_bytes, whole_number
from ibndocs.office.slides.sheet_cells import SheetCells
from ibndocs.office.xmltext import clean


def edit_workbook(source: bytes, block: Block, data: ChartData, old: Area) -> bytes | None:
    """The workbook `source` with `data` at `block`, in place of all that stood in the area `old`.

    None when that cannot be: `source` is no workbook, the sheet is not there, or a table stands in the way.
    """
    try:
        package = Package.read(source, name="chart workbook")
        sheet = _find_sheet(package, block.sheet)
        return None if sheet is None else _edit_sheet(package, sheet, block, data, old)
    except FaultyInput:
        return None


def _find_sheet(package: Package, name: str) -> str | None:
    workbook = package.main_part
    targets = {rel.id: rel.target for rel in package.relationships(workbook)}
    for sheet in package.xml(workbook).iter(q("s:sheet")):
        if sheet.get("name") == name:
            return package.resolve(workbook, targets.get(sheet.get(q("r:id"), ""), ""))
    return None


def _edit_sheet(package: Package, sheet: str, block: Block, data: ChartData, old: Area) -> bytes | None:
    root = package.xml(sheet)
    changes: dict[str, bytes | None] = {}
    target = block.area(data)
    emptied = [old]
    for relationship in package.relationships(sheet):
        if not relationship.type.endswith("/table"):
            continue
        part = package.resolve(sheet, relationship.target)
        table = package.xml(part)
        area = Area.read(f"{block.sheet}!{table.get('ref', '')}")
        if area is None or not area.meets(target):
            continue
        if not _resize_table(table, area, target, data):
            return None
        emptied.append(area)
        changes[part] = to_bytes(table)
    cells = SheetCells(root)
    for area in emptied:
        cells.empty(area, keep=(block.row, block.column))
    _write_block(cells, block, data)
    changes[sheet] = to_bytes(root)
    return package.write(changes | _without_calculation_chain(package))


def _write_block(cells: SheetCells, block: Block, data: ChartData) -> None:
    for index, category in enumerate(data.categories, start=1):
        cells.write(block.row + index, block.column, clean(category))
    for offset, series in enumerate(data.series, start=1):
        cells.write(block.row, block.column + offset, header(series.name))
        for index, value in enumerate(series.values, start=1):
            cells.write(block.row + index, block.column + offset, value)


def header(name: str) -> str:
    """The name of a series as the head of a column, which has one line."""
    return " ".join(clean(name).split("\n"))


def _resize_table(table: etree._Element, area: Area, target: Area, data: ChartData) -> bool:
    """Let a table cover the data; its column names must be those in the header row, and differ."""
    columns = table.find(q("s:tableColumns"))
    if columns is None or (area.left, area.top) != (target.left, target.top) or table.get("totalsRowCount"):
        return False
    names = [columns[0].get("name", ""), *(header(series.name) for series in data.series)]
    if len({name.casefold() for name in names}) != len(names) or not all(name.strip() for name in names[1:]):
        return False
    reference = target.cells
    table.set("ref", reference)
    for child in list(table):
        if child.tag == q("s:autoFilter"):
            child.set("ref", reference)
            child[:] = []
        elif child.tag == q("s:sortState"):
            table.remove(child)
    for surplus in list(columns)[len(names) :]:
        columns.remove(surplus)
    next_id = max(whole_number(column.get("id")) for column in columns) + 1
    for number, name in enumerate(names):
        if number == len(columns):
            etree.SubElement(columns, q("s:tableColumn"), id=str(next_id))
            next_id += 1
        columns[number].set("name", name)
        for formula in columns[number].findall(q("s:calculatedColumnFormula")):
            columns[number].remove(formula)
    columns.set("count", str(len(names)))
    return True


def _without_calculation_chain(package: Package) -> dict[str, bytes | None]:
    """Leave the list of formulas out: Excel makes a new one, and repairs a file whose list names a plain number."""
    workbook = package.main_part
    for relationship in package.relationships(workbook):
        if relationship.type.endswith("/calcChain"):
            part = package.resolve(workbook, relationship.target)
            rels = relationships_part(workbook)
            return {
                part: None,
                rels: _without(package, rels, "Id", relationship.id),
                CONTENT_TYPES: _without(package, CONTENT_TYPES, "PartName", f"/{part}"),
            }
    return {}


def _without(package: Package, part: str, attribute: str, value: str) -> bytes:
    root = package.xml(part)
    for element in [element for element in root if element.get(attribute) == value]:
        root.remove(element)
    return to_bytes(root)
