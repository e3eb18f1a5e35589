"""Tables of the Word forms: exact widths, header rows that repeat, rows that stay whole, thin rules, alt text.

Source: ECMA-376-1, 17.4 (tables), 17.4.49 (tblHeader), 17.4.6 (cantSplit), 17.4.62-63 (tblCaption, tblDescription).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.forms.markup import ACCENT, TINT, attribute, edge, no_edge, paragraph, run, shade

Align = Literal["left", "center", "right"]
Kind = Literal["body", "header", "total", "group", "field"]
_STYLES = {
    "body": "Tabeltekst",
    "header": "Tabelkop",
    "total": "Tabellabel",
    "group": "Tabelkop",
    "field": "Tabeltekst",
}


@dataclass(frozen=True)
class Column:
    """A column: its header, its part of the width (any unit; all are scaled) and how its cells align."""

    header: str
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Cell:
    """A cell that differs from its column.

    Attributes:
        text: What the form prints in it; empty for an answer.
        span: Columns it covers.
        align: Instead of the column's.
        label: Set in bold, as the name of a row.
        fill: Shading, six hex digits.
        content: Runs and controls instead of `text`.
        style: Instead of the paragraph style of its row.
    """

    text: str = ""
    span: int = 1
    align: Align | None = None
    label: bool = False
    fill: str = ""
    content: str = ""
    style: str = ""


@dataclass(frozen=True)
class Row:
    """A row of the form.

    Attributes:
        cells: Texts or cells from left to right.
        kind: Its looks: `body`, `header`, `total`, `group` (a tinted band) or `field`.
        keep: It stays on one page with the row below.
        goes_on: It reads on in the row below: no rule between them, and `keep`.
        follows: It reads on from the row above.
        height: At least, in twentieths of a point; 0 leaves it to the text.
    """

    cells: Sequence[str | Cell]
    kind: Kind = "body"
    keep: bool = False
    goes_on: bool = False
    follows: bool = False
    height: int = 0


def label(text: str) -> Cell:
    """The name of a row."""
    return Cell(text, label=True)


def blank_row(columns: Sequence[Column]) -> Row:
    """A row with an empty cell per column, to be filled and repeated."""
    return Row([""] * len(columns))


def write_table(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    width: int,
    description: str = "",
    header: bool = True,
    upright: bool = False,
) -> str:
    """A table as XML.

    Args:
        name: Its title, by which slots find it.
        columns: Their headers make the first row unless `header` is False.
        rows: The other rows.
        width: Of the whole table, in twentieths of a point.
        description: What a screen reader says it holds.
        header: Whether the headers are printed.
        upright: Whether thin rules part the columns.
    """
    widths = _share(columns, width)
    grid = "".join(f'<w:gridCol w:w="{part}"/>' for part in widths)
    rules = f"<w:tblBorders>{edge('insideV')}</w:tblBorders>" if upright else ""
    looks = (
        f'<w:tblStyle w:val="Formuliertabel"/><w:tblW w:w="{width}" w:type="dxa"/>{rules}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0{6 if header else 4}{2 if header else 0}0" w:firstRow="{int(header)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(name)}"/>'
        f'<w:tblDescription w:val="{attribute(description or name)}"/>'
    )
    head = [Row([Cell(column.header) for column in columns], "header")] if header else []
    written = "".join(_write_row(row, columns, widths) for row in [*head, *rows])
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _share(columns: Sequence[Column], width: int) -> list[int]:
    total = sum(column.width for column in columns)
    widths = [int(width * column.width / total) for column in columns]
    widths[-1] += width - sum(widths)
    return widths


def _write_row(row: Row, columns: Sequence[Column], widths: Sequence[int]) -> str:
    height = f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else ""
    nature = f"<w:cantSplit/>{height}" + ("<w:tblHeader/>" if row.kind == "header" else "")
    cells, at = [], 0
    for entry in row.cells:
        cell = Cell(entry) if isinstance(entry, str) else entry
        taken = widths[at : at + cell.span]
        cells.append(_write_cell(cell, row, columns[at], sum(taken)))
        at += cell.span
    if at != len(columns):
        raise ValueError(f"row {row.cells!r} covers {at} of {len(columns)} columns")
    return f"<w:tr><w:trPr>{nature}</w:trPr>{''.join(cells)}</w:tr>"


def _write_cell(cell: Cell, row: Row, column: Column, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    fill = cell.fill or (TINT if row.kind in ("header", "group") else "")
    edges = edge("top", ACCENT, 8) if row.kind == "total" else no_edge("top") if row.follows else ""
    edges += no_edge("bottom") if row.goes_on else ""
    above = f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
    bottom = "bottom" if row.kind == "header" else "top"
    margins = '<w:top w:w="0" w:type="dxa"/>' if row.follows else ""
    margins += '<w:bottom w:w="0" w:type="dxa"/>' if row.goes_on else ""
    margins = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{above}{shade(fill) if fill else ""}{margins}'
    look += f'<w:vAlign w:val="{bottom}"/>'
    named = "Tabellabel" if cell.label and row.kind in ("body", "field") else _STYLES[row.kind]
    style = cell.style or named
    align = cell.align or column.align
    keep = "<w:keepNext/>" if row.keep or row.goes_on else ""
    layout = keep + (f'<w:jc w:val="{align}"/>' if align != "left" else "")
    content = cell.content or (run(cell.text) if cell.text else "")
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(content, style, layout)}</w:tc>"
