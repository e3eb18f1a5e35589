"""An Excel workbook as text: each sheet row by row with the address of every cell, then the defined names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.text.drawing import add_address, describe_picture, read_chart, read_diagram, read_paragraphs
from ibndocs.office.text.lines import flatten, format_section, prefix_lines
from ibndocs.office.text.sheet_values import CellValues, read_string
from ibndocs.office.text.tree import Links, attribute, each, every, first, local, relation, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATES = {"hidden": "verborgen", "veryHidden": "diep verborgen"}
_ON = ("1", "true")


def read_workbook(package: Package) -> list[str]:
    """The lines of a workbook."""
    main = package.main_part
    root = package.xml(main)
    links = Links(package, main)
    values = CellValues(links, from_1904=attribute(first(root, "workbookPr"), "date1904") in _ON)
    lines: list[str] = []
    titles: list[str] = []
    for sheet in each(first(root, "sheets"), "sheet"):
        titles.append(attribute(sheet, "name"))
        part = links.target(relation(sheet))
        lines += _read_sheet(package, part, sheet, values) if part else ["", f"--- blad {titles[-1]}: [ontbreekt]"]
    return lines + format_section("namen", list(_read_names(root, titles)))


def _read_names(root: _Element, titles: list[str]) -> Iterator[str]:
    for name in each(first(root, "definedNames"), "definedName"):
        scope = attribute(name, "localSheetId")
        index = whole(scope, -1)
        place = f" (blad {titles[index]})" if 0 <= index < len(titles) else ""
        yield f"{attribute(name, 'name')}{place} = {name.text or ''}"


def _read_sheet(package: Package, part: str, sheet: _Element, values: CellValues) -> Iterator[str]:
    root = package.xml(part)
    links = Links(package, part)
    flags = [_STATES[attribute(sheet, "state")]] if attribute(sheet, "state") in _STATES else []
    if attribute(first(root, "sheetProtection"), "sheet") in _ON:
        flags.append("beveiligd")
    yield ""
    yield f"--- blad {attribute(sheet, 'name')}" + (f" ({', '.join(flags)})" if flags else "")
    yield from _read_rows(root, links, values)
    yield from _list_hidden(root)
    for validation in every(root, "dataValidation"):
        yield _read_validation(validation)
    for table in links.parts("table"):
        item = package.xml(table)
        yield f"tabel {attribute(item, 'displayName')}: {attribute(item, 'ref')}"
    for comments in links.parts("comments"):
        for comment in every(package.xml(comments), "comment"):
            yield f"opmerking {attribute(comment, 'ref')}: {flatten([read_string(first(comment, 'text'))])}"
    for drawing in links.parts("drawing"):
        yield from _read_drawing(package, drawing)
    for element in root.iter("{*}oddHeader", "{*}oddFooter", "{*}firstHeader", "{*}firstFooter"):
        if element.text:
            yield f"{'koptekst' if 'Header' in local(element) else 'voettekst'}: {flatten([element.text])}"


def _read_rows(root: _Element, links: Links, values: CellValues) -> Iterator[str]:
    addresses = {
        attribute(item, "ref").partition(":")[0]: links.address(relation(item))
        for item in each(first(root, "hyperlinks"), "hyperlink")
    }
    masters: dict[str, str] = {}
    for row in each(first(root, "sheetData"), "row"):
        cells = []
        for cell in each(row, "c"):
            place = attribute(cell, "r", "?")
            value, formula = values.read(cell), _read_formula(cell, masters)
            text = f"{formula} -> {value or _describe_empty(cell)}" if formula else value
            text = add_address(flatten([text]), addresses.get(place, ""))
            if text:
                cells.append(f"{place}: {text.replace('|', chr(92) + '|')}")
        if cells:
            yield " | ".join(cells)


def _read_formula(cell: _Element, masters: dict[str, str]) -> str:
    """The formula of a cell; of a shared formula the text stands in its first cell only."""
    formula = first(cell, "f")
    if formula is None:
        return ""
    text, shared = formula.text or "", attribute(formula, "si")
    if attribute(formula, "t") == "shared":
        if text:
            masters[shared] = attribute(cell, "r")
        else:
            text = f"(zoals {masters.get(shared, '?')})"
    return f"{{={text}}}" if attribute(formula, "t") == "array" else f"={text}"


def _describe_empty(cell: _Element) -> str:
    """The value of a formula that shows nothing: the empty text, or not calculated yet."""
    return '""' if attribute(cell, "t") == "str" and first(cell, "v") is not None else "?"


def _list_hidden(root: _Element) -> Iterator[str]:
    rows = [
        whole(attribute(row, "r")) for row in each(first(root, "sheetData"), "row") if attribute(row, "hidden") in _ON
    ]
    if rows:
        yield f"verborgen rijen: {_join_ranges(rows)}"
    columns = [
        (_letters(whole(attribute(item, "min"))), _letters(whole(attribute(item, "max"))))
        for item in each(first(root, "cols"), "col")
        if attribute(item, "hidden") in _ON
    ]
    if columns:
        yield f"verborgen kolommen: {', '.join(_format_range(*pair) for pair in columns)}"


def _join_ranges(numbers: Iterable[int]) -> str:
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(_format_range(low, high) for low, high in ranges)


def _format_range(low: int | str, high: int | str) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _letters(column: int) -> str:
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _read_validation(validation: _Element) -> str:
    """One line for a data validation, in the old place or in the extension of 2010."""
    place = attribute(validation, "sqref") or " ".join(item.text or "" for item in every(validation, "sqref"))
    limits = [
        flatten(str(text) for text in item.itertext())
        for name in ("formula1", "formula2")
        for item in every(validation, name)
    ]
    words = [attribute(validation, "type", "any"), attribute(validation, "operator"), " .. ".join(limits)]
    return f"validatie {place}: {' '.join(word for word in words if word)}"


def _read_drawing(package: Package, part: str) -> Iterator[str]:
    links = Links(package, part)
    for item in package.xml(part).iter():
        kind = local(item)
        if kind == "sp":
            yield from prefix_lines("[tekstvak] ", read_paragraphs(first(item, "txBody"), links))
        elif kind == "pic":
            yield describe_picture(next(every(item, "cNvPr"), None))
        elif kind == "chart" and relation(item):
            yield from read_chart(links, relation(item))
        elif kind == "relIds":
            yield from read_diagram(links, relation(item, "dm"))
