"""What Excel repairs or refuses: cells out of order, indexes out of range, overlapping merges, doubled names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element
from tests.ooxml.cells import check_cells, check_ranges
from tests.ooxml.parts import Parts, attr, check_order, child, local, repeated
from tests.ooxml.ranges import Area
from tests.ooxml.slides import check_charts, check_drawing

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_ORDERS = {
    "worksheet": (
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
        "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
        "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks "
        "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture "
        "oleObjects controls webPublishItems tableParts extLst"
    ),
    "workbook": (
        "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
        "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing "
        "fileRecoveryPr webPublishObjects extLst"
    ),
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "c": "f v is extLst",
    "table": "autoFilter sortState tableColumns tableStyleInfo extLst",
}
_COUNTED = ("mergeCells", "dataValidations", "tableColumns", "tableParts", "cellXfs", "numFmts", "dxfs")
_LONGEST_SHEET_NAME, _LONGEST_CHOICE_LIST = 31, 255
_FORBIDDEN_IN_SHEET_NAME = set("[]:*?/\\")


def check_workbook(parts: Parts, *, calculated: bool) -> Iterator[str]:
    """Check a workbook: sheets, cells, styles, names, tables, drawings and charts."""
    main = parts.main or ""
    root = parts.trees[main]
    yield from _check_orders(parts)
    yield from _check_sheet_list(root)
    yield from _check_styles(parts.tree(main, "styles"))
    strings = parts.tree(main, "sharedStrings")
    count = len(strings.findall("{*}si")) if strings is not None else 0
    formats = child(parts.tree(main, "styles"), "cellXfs")
    for name in parts.targets(main, "worksheet"):
        sheet = parts.trees.get(name)
        if sheet is not None:
            yield from check_cells(name, sheet, count, len(formats) if formats is not None else 1, calculated)
            yield from check_ranges(name, sheet)
            yield from _check_validations(name, sheet)
    yield from _check_tables(parts)
    yield from _check_calculation_chain(parts, main)
    for name, tree in parts.trees.items():
        if local(tree) == "wsDr":
            yield from check_drawing(name, tree)
    yield from check_charts(parts)


def _check_orders(parts: Parts) -> Iterator[str]:
    for name, tree in parts.trees.items():
        for namespace in _NAMESPACES:
            for parent, order in _ORDERS.items():
                if parent == "c" or local(tree) == parent:
                    yield from check_order(name, tree, parent, order, namespace)
        for element in tree.iter(*(f"{{*}}{tag}" for tag in _COUNTED)):
            if element.get("count") not in (None, str(sum(isinstance(item.tag, str) for item in element))):
                yield f"{name}: {local(element)} says {element.get('count')} and holds {len(element)}"
            if not len(element) and local(element) not in ("dxfs", "numFmts"):
                yield f"{name}: {local(element)} is empty"


def _check_sheet_list(root: _Element) -> Iterator[str]:
    sheets = root.findall("{*}sheets/{*}sheet")
    for number in repeated(attr(sheet, "sheetId") for sheet in sheets):
        yield f"sheet id {number} twice"
    for title in repeated(attr(sheet, "name").casefold() for sheet in sheets):
        yield f"sheet {title} twice"
    for sheet in sheets:
        title = attr(sheet, "name")
        if not title or len(title) > _LONGEST_SHEET_NAME or _FORBIDDEN_IN_SHEET_NAME & set(title):
            yield f"{title!r} cannot be the name of a sheet"
    names = root.findall("{*}definedNames/{*}definedName")
    for name in repeated(f"{attr(n, 'name').casefold()} in {attr(n, 'localSheetId', 'all')}" for n in names):
        yield f"defined name {name} twice"
    for item in names:
        if int(attr(item, "localSheetId", "0")) >= len(sheets):
            yield f"defined name {attr(item, 'name')} belongs to no sheet"
        if "#REF!" in (item.text or ""):
            yield f"defined name {attr(item, 'name')} has lost its place: {item.text}"


def _check_styles(styles: _Element | None) -> Iterator[str]:
    sizes = {local(item): len(item) for item in (styles if styles is not None else ())}
    custom = {attr(item, "numFmtId") for item in (styles.iter("{*}numFmt") if styles is not None else ())}
    formats = child(styles, "cellXfs")
    for index, item in enumerate(formats if formats is not None else ()):
        for key, table in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs")):
            if int(attr(item, key, "0")) >= max(sizes.get(table, 0), 1):
                yield f"cell format {index}: {key} {attr(item, key)} of {sizes.get(table, 0)}"
        if int(attr(item, "numFmtId", "0")) >= 164 and attr(item, "numFmtId") not in custom:
            yield f"cell format {index}: number format {attr(item, 'numFmtId')} does not exist"


def _check_validations(name: str, sheet: _Element) -> Iterator[str]:
    for item in sheet.iter("{*}dataValidation"):
        for formula in item.iter("{*}formula1"):
            text = "".join(str(piece) for piece in formula.itertext())
            if text.startswith('"') and len(text) - 2 > _LONGEST_CHOICE_LIST:
                yield f"{name}: a list of choices of {len(text) - 2} characters"
        for area in (attr(item, "sqref") or "".join(e.text or "" for e in item.iter("{*}sqref"))).split():
            if Area.read(area) is None:
                yield f"{name}: validation of {area!r}"


def _check_tables(parts: Parts) -> Iterator[str]:
    tables = {name: tree for name, tree in parts.trees.items() if local(tree) == "table"}
    for mark in ("id", "displayName"):
        for value in repeated(attr(tree, mark).casefold() for tree in tables.values()):
            yield f"table {mark} {value} twice"
    for name, tree in tables.items():
        area = Area.read(attr(tree, "ref"))
        columns = tree.findall("{*}tableColumns/{*}tableColumn")
        if area is None or area.right - area.left + 1 != len(columns):
            yield f"{name}: {len(columns)} columns in {attr(tree, 'ref')}"
        for mark in ("id", "name"):
            for value in repeated(attr(column, mark).casefold() for column in columns):
                yield f"{name}: column {mark} {value} twice"


def _check_calculation_chain(parts: Parts, main: str) -> Iterator[str]:
    chain = parts.tree(main, "calcChain")
    if chain is None:
        return
    links = parts.links[main]
    formulas = {}
    for sheet in parts.trees[main].findall("{*}sheets/{*}sheet"):
        identifier = next((str(v) for k, v in sheet.items() if str(k).endswith("}id")), "")
        tree = parts.trees.get(links.get(identifier, ("", None))[1] or "")
        cells = tree.iter("{*}c") if tree is not None else ()
        formulas[attr(sheet, "sheetId")] = {attr(c, "r") for c in cells if child(c, "f") is not None}
    current = ""
    for item in chain:
        current = attr(item, "i") or current
        if attr(item, "r") not in formulas.get(current, set()):
            yield f"calculation chain: {attr(item, 'r')} of sheet {current} holds no formula"
