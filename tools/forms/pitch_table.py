"""Tables of the deck: no grid, thin rules between rows, and columns with a look of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.forms.markup import attribute
from tools.forms.pitch_markup import Box, Line, Look, cm, fill, paragraphs
from tools.forms.pitch_theme import GREEN, PALE

HEAD = Look(12, GREEN, bold=True)


@dataclass(frozen=True)
class TableCell:
    """One cell: its lines (each a level deeper), its colour, where its text stands."""

    lines: Sequence[Line]
    colour: str | None = None
    anchor: str = "ctr"
    pad: float = 0.2
    down: int = 1
    across: int = 1
    covered: str = ""
    """"hMerge" below a merge from the left, "vMerge" below one from above."""


@dataclass(frozen=True)
class TableRow:
    """One row; `rule` is the line below it: its colour and its width in points."""

    cells: Sequence[TableCell]
    height: float
    rule: tuple[str, float] | None = (PALE, 0.75)


def head_row(labels: Sequence[str], pads: Sequence[float], *, align: Sequence[str] = ()) -> TableRow:
    """A row of column heads with a green rule below; `pads` are those of the cells under them."""
    aligned = [*align, *["l"] * (len(labels) - len(align))]
    cells = [
        TableCell([(label, HEAD.but(align=where))], pad=pad)
        for label, where, pad in zip(labels, aligned, pads, strict=True)
    ]
    return TableRow(cells, 0.78, (GREEN, 1.25))


def table(
    number: int,
    name: str,
    description: str,
    box: Box,
    widths: Sequence[float],
    rows: Sequence[TableRow],
    *,
    head: bool = True,
) -> str:
    """A table; `box.height` follows from its rows."""
    high = sum(row.height for row in rows)
    frame = Box(box.left, box.top, sum(widths), high)
    grid = "".join(f'<a:gridCol w="{cm(width)}"/>' for width in widths)
    first = ' firstRow="1"' if head else ""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{attribute(name)}" '
        f'descr="{attribute(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{frame.write('p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first}/><a:tblGrid>{grid}</a:tblGrid>{''.join(_row(row) for row in rows)}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: TableRow) -> str:
    cells = "".join(_cell(cell, row.rule) for cell in row.cells)
    return f'<a:tr h="{cm(row.height)}">{cells}</a:tr>'


def _cell(cell: TableCell, rule: tuple[str, float] | None) -> str:
    """A cell without borders but the rule below; a merge is said by `down`, `across` and `covered`."""
    bare = '<a:ln{side} w="0"><a:noFill/></a:ln{side}>'
    sides = "".join(bare.format(side=side) for side in "LRT")
    if rule is None:
        sides += bare.format(side="B")
    else:
        colour, width = rule
        sides += f'<a:lnB w="{round(width * 12700)}">{fill(colour)}</a:lnB>'
    merge = f' rowSpan="{cell.down}"' if cell.down > 1 else ""
    merge += f' gridSpan="{cell.across}"' if cell.across > 1 else ""
    merge += f' {cell.covered}="1"' if cell.covered else ""
    side = cm(cell.pad)
    return (
        f"<a:tc{merge}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.lines)}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{cm(0.06)}" marB="{cm(0.06)}" anchor="{cell.anchor}">'
        f"{sides}{fill(cell.colour)}</a:tcPr></a:tc>"
    )
