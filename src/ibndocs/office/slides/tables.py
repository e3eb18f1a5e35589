"""Tables on slides: a cell by row and column, a row that repeats, a cell's colour.

DrawingML writes one `a:tc` for every place of the grid, also for places that a merge covers (`hMerge`, `vMerge`), so
rows and columns are counted on the grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.slides.markup import path, place_child, q, whole_number
from ibndocs.office.slides.text import Paragraph, fill_body

_FILLS = {q(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")}
_TRUE = ("1", "true")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class CellContent:
    """What goes into a cell; None leaves that of the form."""

    paragraphs: tuple[Paragraph, ...] | None = None
    fill: str | None = None
    """A colour as six hexadecimal digits."""


RowContent = Sequence[CellContent | None]


def read_colour(text: str) -> str | None:
    """The six digits of `#1F7A4D` or `1F7A4D`, None when it is no colour."""
    found = _COLOUR.fullmatch(text.strip())
    return found[1].upper() if found else None


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table."""
    return table.findall(q("a:tr"))


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, one for every column of the grid."""
    return row.findall(q("a:tc"))


def is_covered(cell: etree._Element) -> bool:
    """Whether a merge of a cell to the left or above covers this one."""
    return cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE


def cell_text(cell: etree._Element) -> str:
    """The words in a cell."""
    return "".join(element.text or "" for element in cell.iter(q("a:t"))).strip()


def fill_cell(cell: etree._Element, content: CellContent) -> None:
    """Put words and colour into a cell."""
    if content.paragraphs is not None:
        body = cell.find(q("a:txBody"))
        if body is None:
            body = etree.Element(q("a:txBody"))
            etree.SubElement(body, q("a:bodyPr"))
            cell.insert(0, body)
        fill_body(body, content.paragraphs)
    if content.fill is not None:
        _shade(cell, content.fill)


def _shade(cell: etree._Element, colour: str) -> None:
    properties = cell.find(q("a:tcPr"))
    if properties is None:
        properties = etree.Element(q("a:tcPr"))
        place_child(cell, properties, ("a:extLst",))
    for old in [element for element in properties if element.tag in _FILLS]:
        properties.remove(old)
    fill = etree.Element(q("a:solidFill"))
    etree.SubElement(fill, q("a:srgbClr"), val=colour)
    place_child(properties, fill, ("a:headers", "a:extLst"))


def covering_cell(table: etree._Element, row: int, column: int) -> tuple[int, int]:
    """The row and column (from 0) of the cell that shows what stands at a place of the grid."""
    grid = [cells(element) for element in rows(table)]
    while row and grid[row][column].get("vMerge") in _TRUE:
        row -= 1
    while column and grid[row][column].get("hMerge") in _TRUE:
        column -= 1
    return row, column


def cuts_merge(table: etree._Element, first: int, count: int) -> bool:
    """Whether a merge lies partly in the rows `first` (from 0) to `first + count`: they cannot repeat then.

    A merge from above that covers all of them is no hindrance; it grows along.
    """
    last = first + count
    for top, row in enumerate(rows(table)[:last]):
        for cell in cells(row):
            bottom = top + whole_number(cell.get("rowSpan"), 1)
            if first <= top and bottom > last:
                return True
            if top < first < bottom < last:
                return True
    return False


def repeat_rows(
    frame: etree._Element,
    table: etree._Element,
    first: int,
    count: int,
    groups: Sequence[Sequence[RowContent]],
) -> None:
    """Write the rows `first` (from 0) to `first + count` once for every group; the frame grows or shrinks along.

    When there is no group the rows go, unless the table would be left without any: then they stay, emptied.
    """
    models = rows(table)[first : first + count]
    if not groups and len(rows(table)) == count:
        groups = [[[CellContent(())] * len(cells(model)) for model in models]]
    _stretch_merges(table, first, (len(groups) - 1) * count)
    at = table.index(models[0])
    for model in models:
        table.remove(model)
    taken = {whole_number(element.get("val")) for element in _row_ids(table)}
    copies = []
    for group in groups:
        for model, contents in zip(models, group, strict=True):
            row = deepcopy(model)
            _fill_row(row, contents)
            _renumber(row, taken)
            copies.append(row)
    table[at:at] = copies
    _stretch_frame(frame, (len(groups) - 1) * sum(whole_number(model.get("h")) for model in models))


def _fill_row(row: etree._Element, contents: RowContent) -> None:
    for cell, content in zip(cells(row), contents, strict=True):
        if content is not None and not is_covered(cell):
            fill_cell(cell, content)


def _stretch_merges(table: etree._Element, first: int, change: int) -> None:
    """Let the merges that reach into row `first` from above span `change` rows more."""
    for top, row in enumerate(rows(table)[:first]):
        for cell in cells(row):
            span = whole_number(cell.get("rowSpan"), 1)
            if top + span > first:
                cell.set("rowSpan", str(span + change))


def _stretch_frame(frame: etree._Element, change: int) -> None:
    extent = frame.find(path("p:xfrm", "a:ext"))
    if extent is not None:
        extent.set("cy", str(max(0, whole_number(extent.get("cy")) + change)))


def _row_ids(element: etree._Element) -> Iterable[etree._Element]:
    return element.iter("{http://schemas.microsoft.com/office/drawing/2014/main}rowId")


def _renumber(row: etree._Element, taken: set[int]) -> None:
    """Give a copied row an id of its own: PowerPoint merges edits by it."""
    for element in _row_ids(row):
        number = whole_number(element.get("val"))
        while number in taken:
            number = (number + 1) % 2**32
        taken.add(number)
        element.set("val", str(number))
