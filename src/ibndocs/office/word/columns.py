"""Tables whose number of columns depends on the values: their grid is made to fit the rows (ECMA-376-1, 17.4.48)."""

from __future__ import annotations

import re

from lxml import etree

from ibndocs.office.word.marks import Marks
from ibndocs.office.word.tree import attribute, child, names

_NOTE = "<?ibn-columns ?>"
_STEP = re.compile(
    r"<(?P<close>/?)w:(?P<name>tbl|tr|tc)(?:\s[^>]*)?>"
    r'|<w:(?P<span>gridSpan|gridBefore|gridAfter) w:val="(?P<count>\d+)"'
)
_TABLE_OR_NOTE = re.compile(r"<(?P<close>/?)w:tbl(?:\s[^>]*)?>|<\?ibn-columns \?>")
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_WIDTH = re.compile(r'<w:gridCol\b[^>]*?w:w="(\d+)"')


def note_columns(root: etree._Element, marks: Marks) -> None:
    """Leave a note in each table in which tags add cells, take them away or make them span columns."""
    for table in root.iter(*names("tbl")):
        if any(_varies(row, marks) for row in table.iterchildren(*names("tr"))):
            table.append(etree.ProcessingInstruction("ibn-columns"))


def _varies(row: etree._Element, marks: Marks) -> bool:
    if marks.find(row.text) or any(marks.find(item.tail) for item in row):
        return True
    spans = (child(cell, "tcPr", "gridSpan") for cell in row.iterchildren(*names("tc")))
    return any(span is not None and marks.find(attribute(span, "val")) for span in spans)


def settle_columns(xml: str) -> str:
    """`xml` with the grid of each noted table fitted to its widest row, and the notes gone."""
    if _NOTE not in xml:
        return xml
    pieces: list[str] = []
    opened: list[int] = []
    position = 0
    for step in _TABLE_OR_NOTE.finditer(xml):
        pieces.append(xml[position : step.start()])
        position = step.end()
        if step[0] == _NOTE:
            pieces[opened[-1] :] = [_fit_table("".join(pieces[opened[-1] :]))]
            continue
        if step["close"]:
            opened.pop()
        else:
            opened.append(len(pieces))
        pieces.append(step[0])
    return "".join(pieces) + xml[position:]


def _count_columns(table: str) -> list[int]:
    """The number of columns of each row of a table, not of the tables in it."""
    counts: list[int] = []
    depth = 0
    for step in _STEP.finditer(table):
        if step["name"] == "tbl":
            depth += -1 if step["close"] else 1
        elif depth == 1 and step["name"] == "tr" and not step["close"]:
            counts.append(0)
        elif depth == 1 and step["name"] == "tc" and not step["close"]:
            counts[-1] += 1
        elif depth == 1 and step["span"]:
            counts[-1] += int(step["count"]) - (step["span"] == "gridSpan")
    return counts


def _fit_table(table: str) -> str:
    widest = max(_count_columns(table), default=0)
    return _GRID.sub(lambda grid: _fit(grid[0], widest), table, count=1)


def _fit(grid: str, columns: int) -> str:
    """A grid of so many columns that is as wide as `grid`."""
    widths = [int(width) for width in _WIDTH.findall(grid)]
    if columns in (0, len(widths)) or not widths:
        return grid
    kept = widths[:columns] + [sum(widths) // len(widths)] * (columns - len(widths))
    scaled = (width * sum(widths) // max(sum(kept), 1) for width in kept)
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in scaled) + "</w:tblGrid>"
