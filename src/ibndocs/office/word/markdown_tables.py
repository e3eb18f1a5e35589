"""A Markdown table as a real Word table: a header row that repeats, rows that stay whole, columns as wide as needed.

Source: ECMA-376-1, 17.4.38 (tbl), 17.4.49 (tblHeader), 17.4.6 (cantSplit); GitHub Flavored Markdown 4.10.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Final

from ibndocs.foundation.prose import flatten_inline
from ibndocs.office.word.formatting import Properties, amend, write_paragraph_properties
from ibndocs.office.word.markdown_inline import BOLD
from ibndocs.office.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from ibndocs.office.word.markdown_inline import InlineWriter

_CHARACTER: Final = 125
"""The mean width of a character of 11 points, in twentieths of a point."""
_BOLD: Final = 1.15
"""How much wider the words of the header are."""
_MARGINS: Final = 240
_LONGEST_LINE: Final = 60
"""Characters; beyond it a column gains nothing by being wider."""
_LONGEST_WORD: Final = 25
_CELL_SPACING: Final = 40
_FULL_WIDTH: Final = 5_000
"""Fiftieths of a percent."""
_LOOK: Final = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS: Final = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES)
_HEADER_SHADE: Final = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
# A table cell is a place of its own: the place's indent, numbering and page breaks are those of running text.
_NOT_IN_CELLS: Final = frozenset(
    {"ind", "numPr", "keepNext", "pageBreakBefore", "contextualSpacing", "framePr", "pBdr", "outlineLvl", "tabs"}
)


@dataclass
class _Cell:
    align: str
    tokens: Sequence[Token] = ()


@dataclass
class Table:
    """A table being gathered from its tokens."""

    rows: list[list[_Cell]] = field(default_factory=list)

    def read(self, token: Token) -> None:
        """Take in the next token between the table's opening and closing."""
        if token.type == "tr_open":
            self.rows.append([])
        elif token.type in ("th_open", "td_open"):
            style = str(token.attrGet("style") or "")
            self.rows[-1].append(_Cell(style.removeprefix("text-align:") or "left"))
        elif token.type == "inline":
            self.rows[-1][-1].tokens = token.children or ()

    def write(
        self,
        inline: InlineWriter,
        place: Properties,
        run: Properties,
        *,
        style: str | None,
        shade: bool,
        width: int,
        indent: int,
    ) -> str:
        """The `w:tbl`, `indent` twentieths of a point in from the text.

        Args:
            inline: Writes the text of the cells.
            place: Paragraph properties of the place.
            run: Run properties of the place.
            style: Id of a table style with borders; without one the borders are written out.
            shade: Whether the header is shaded here; a style that shades it does so better.
            width: Of the text, in twentieths of a point.
            indent: Room that lists and quotes take before the table.
        """
        widths = share_width([self._measure(column) for column in zip(*self.rows, strict=True)], width - indent)
        looks = f'<w:tblStyle w:val="{escape(style)}"/>' if style else ""
        # A share of the text's width fits any page, and any cell that the table comes to stand in.
        looks += f'<w:tblW w:w="{_FULL_WIDTH * sum(widths) // width}" w:type="pct"/>'
        if indent:
            looks += f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
        looks += "" if style else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._write_row(row, widths, inline, place, run, header=number == 0, shade=shade and number == 0)
            for number, row in enumerate(self.rows)
        )
        return f"<w:tbl><w:tblPr>{looks}{_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    @staticmethod
    def _write_row(
        row: Sequence[_Cell],
        widths: Sequence[int],
        inline: InlineWriter,
        place: Properties,
        run: Properties,
        *,
        header: bool,
        shade: bool,
    ) -> str:
        base = {name: xml for name, xml in place.items() if name not in _NOT_IN_CELLS}
        base["spacing"] = amend("spacing", place.get("spacing"), before=_CELL_SPACING, after=_CELL_SPACING)
        if header:
            base["keepNext"] = "<w:keepNext/>"
        cells = []
        for cell, width in zip(row, widths, strict=True):
            paragraph = write_paragraph_properties({**base, "jc": f'<w:jc w:val="{cell.align}"/>'})
            text = inline.write(cell.tokens, {**run, **BOLD} if header else run)
            look = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (_HEADER_SHADE if shade else "")
            cells.append(f"<w:tc><w:tcPr>{look}</w:tcPr><w:p>{paragraph}{text}</w:p></w:tc>")
        nature = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
        return f"<w:tr><w:trPr>{nature}</w:trPr>{''.join(cells)}</w:tr>"

    @staticmethod
    def _measure(column: Sequence[_Cell]) -> tuple[int, int]:
        """The longest word and the longest line of a column, in characters."""
        word = line = 1.0
        for number, cell in enumerate(column):
            weight = 1.0 if number else _BOLD
            for text in flatten_inline(cell.tokens, addresses=False).split("\n"):
                line = max(line, len(text) * weight)
                word = max(word, max(map(len, text.split()), default=0) * weight)
        return ceil(word), ceil(line)


def share_width(columns: Sequence[tuple[int, int]], total: int) -> list[int]:
    """Widths of `columns` that add up to `total`, given the longest word and longest line of each.

    Every column gets room for its longest word as far as there is room; what is left goes where lines are long.
    """
    needed = [min(word, _LONGEST_WORD) * _CHARACTER + _MARGINS for word, _ in columns]
    wanted = [
        max(least, min(line, _LONGEST_LINE) * _CHARACTER + _MARGINS)
        for least, (_, line) in zip(needed, columns, strict=True)
    ]
    if sum(wanted) <= total or sum(needed) >= total:
        weights = wanted if sum(wanted) <= total else needed
        widths = [weight * total // sum(weights) for weight in weights]
    else:
        spare = total - sum(needed)
        wishes = [wish - least for wish, least in zip(wanted, needed, strict=True)]
        widths = [least + wish * spare // sum(wishes) for least, wish in zip(needed, wishes, strict=True)]
    widths[-1] += total - sum(widths)
    return widths
