"""Blocks that Word forms share beside questions and tables: key figures in tiles, a block to sign."""

from __future__ import annotations

from collections.abc import Sequence

from tools.forms.markup import TINT, WHITE, edge, no_edge, paragraph, run, shade
from tools.forms.word_base import TEXT_WIDTH, Column, Row, WordForm, label

_GUTTER = 113
_ROOM_TO_SIGN = 1300


def add_key_figures(form: WordForm, name: str, figures: Sequence[tuple[str, str]], *, per_row: int = 3) -> None:
    """Tiles with a large figure (a control) above what it counts, side by side.

    Args:
        form: The form.
        name: Title of the table for screen readers.
        figures: Tag and words of each tile.
        per_row: Tiles in a row.
    """
    width = (TEXT_WIDTH - _GUTTER * (per_row - 1)) // per_row
    widths = [width if index % 2 == 0 else _GUTTER for index in range(2 * per_row - 1)]
    widths[-1] += TEXT_WIDTH - sum(widths)
    rows = []
    for start in range(0, len(figures), per_row):
        cells = []
        for index, part in enumerate(widths):
            number, between = divmod(index, 2)
            chosen = figures[start + number] if start + number < len(figures) else None
            if between or chosen is None:
                cells.append(_cell(part, paragraph(style="Tussenruimte")))
                continue
            tag, words = chosen
            shown = paragraph(form.control(tag), "Kerncijfer") + paragraph(run(words), "Kerncijferlabel")
            cells.append(_cell(part, shown, TINT))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    line = f"<w:insideH {edge('x', WHITE, 48).split(' ', 1)[1]}"
    borders = "".join(map(no_edge, ("top", "left", "bottom", "right"))) + line + no_edge("insideV")
    grid = "".join(f'<w:gridCol w:w="{part}"/>' for part in widths)
    form.raw(
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="85" w:type="dxa"/><w:left w:w="142" w:type="dxa"/>'
        '<w:bottom w:w="85" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblCaption w:val="{name}"/><w:tblDescription w:val="{name}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cell(width: int, content: str, fill: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade(fill) if fill else ""}</w:tcPr>{content}</w:tc>'


def add_signature(form: WordForm, name: str, labels: Sequence[str]) -> None:
    """A block to sign: labelled lines, and room for the signature in the last row."""
    columns = [Column("Gegeven", 32), Column("Antwoord", 68)]
    rows = [Row([label(text), ""], "field") for text in labels]
    rows.append(Row([label("Handtekening"), ""], "field", height=_ROOM_TO_SIGN))
    form.table(name, columns, rows, header=False, caption=False, together=True)
