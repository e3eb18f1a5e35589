"""Rows as high as their text, by estimate: only Excel itself works this out, and other programs need to be told.

A height is written down as one that was worked out (without `customHeight`), so that Excel goes on adjusting it.
ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.13 (col: widths in digits of the default font).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from ibndocs.office.glyphs import line_height, measure
from ibndocs.office.sheets.grid import Grid
from ibndocs.office.sheets.markup import real
from ibndocs.office.sheets.reader import read_content
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.styles import Look
from ibndocs.office.text.tree import whole

MOST_POINTS = 409.5
"""The highest row Excel takes."""
_DEFAULT_HEIGHT, _DEFAULT_WIDTH = 15.0, 9.14
_DIGIT = 5.25
"""Points: a digit of the usual default font (Calibri 11), in which columns are measured."""
_PADDING, _INDENT = 3.75, 6.75
_LEADING = 1.11
"""A line of a row is that much higher than a line of the font."""
_WORDS = re.compile(r"\S+\s*|\s+")


def fit_rows(grid: Grid, rows: Iterable[int], looks: Mapping[str, Look], strings: tuple[str, ...]) -> None:
    """Give each of `rows` the height its text needs, unless a person set its height.

    Args:
        grid: The sheet.
        rows: Their numbers.
        looks: Of the styles that wrap text, by the `s` of a cell.
        strings: The shared texts of the workbook.
    """
    widths = _column_widths(grid)
    merged = {
        str(Address.read(item.get("ref", "").partition(":")[0])) for item in grid.root.iter(grid.tag("mergeCell"))
    }
    standard = _standard_height(grid)
    for number in rows:
        row = grid.row(number)
        if row is None or row.get("customHeight") in ("1", "true"):
            continue
        row.attrib.pop("ht", "")
        needed = 0.0
        for cell in grid.cells(row):
            look, address = looks.get(cell.get("s", "0")), Address.read(cell.get("r", ""))
            # A merged cell does not count: Excel does not adjust a row to it either.
            if look and address and cell.get("r") not in merged and grid.formula_of(cell) is None:
                content = read_content(cell, strings)
                if content.kind == "text":
                    width = widths.get(address.column, widths[0])
                    needed = max(needed, text_height(content.text, width, look))
        if needed > standard:
            row.set("ht", f"{min(needed, MOST_POINTS):g}")


def text_height(text: str, width: float, look: Look) -> float:
    """The height in points that `text` needs in a column of `width` digits."""
    room = width * _DIGIT - _PADDING - look.indent * _INDENT
    lines = sum(_count_lines(paragraph, room, look) for paragraph in text.split("\n"))
    points = lines * line_height(look.font) * look.size * _LEADING
    return math.ceil(points / 0.75) * 0.75


def _count_lines(paragraph: str, room: float, look: Look) -> int:
    lines, used = 1, 0.0
    for word in _WORDS.findall(paragraph):
        wide = measure(word, look.font, bold=look.bold) * look.size
        bare = measure(word.rstrip(), look.font, bold=look.bold) * look.size
        if used and used + bare > room:
            lines, used = lines + 1, 0.0
        if bare > room:
            # A word wider than its column is broken where the column ends.
            lines += math.ceil(bare / room) - 1
            wide = bare % room
        used += wide
    return lines


def _column_widths(grid: Grid) -> dict[int, float]:
    """The widths of columns in digits; that of all others under 0."""
    settings = grid.root.find(grid.tag("sheetFormatPr"))
    usual = settings.get("defaultColWidth") if settings is not None else None
    widths = {0: real(usual, _DEFAULT_WIDTH)}
    for column in grid.root.iter(grid.tag("col")):
        width = real(column.get("width"), widths[0])
        last = min(whole(column.get("max", "")), whole(column.get("min", "")) + 500)
        widths |= dict.fromkeys(range(whole(column.get("min", "")), last + 1), width)
    return widths


def _standard_height(grid: Grid) -> float:
    settings = grid.root.find(grid.tag("sheetFormatPr"))
    return real(settings.get("defaultRowHeight") if settings is not None else None, _DEFAULT_HEIGHT)
