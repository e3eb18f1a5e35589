"""The one kind of chart the workbooks have: amounts stacked per year, and a line they are held against."""

from __future__ import annotations

from collections.abc import Sequence

from tools.forms.markup import ACCENT, RULE, TINT
from tools.forms.sheet_base import Page
from tools.forms.sheet_look import DARK, MIDDLE, SAND, SLATE

_COLOURS = (ACCENT, MIDDLE, SAND, SLATE)
_FONT = {"name": "Calibri", "size": 9, "color": "#404A47"}


def draw_years(
    page: Page, cell: str, *, title: str, years: int, stacked: Sequence[int], line: int, size: tuple[int, int]
) -> None:
    """Put a chart of the columns B to D at `cell`.

    Args:
        page: The sheet that holds the amounts, with their names in column A.
        cell: Where its upper left corner stands.
        title: What it says above.
        years: The row with the names of the years.
        stacked: The rows that are stacked.
        line: The row that is a line.
        size: Width and height in pixels.
    """
    workbook = page.book.workbook
    columns = workbook.add_chart({"type": "column", "subtype": "stacked"})
    categories = f"={page.reference}$B${years}:$D${years}"

    def series(row: int) -> dict[str, object]:
        values = f"={page.reference}$B${row}:$D${row}"
        return {"name": f"={page.reference}$A${row}", "categories": categories, "values": values}

    for row, colour in zip(stacked, _COLOURS, strict=False):
        columns.add_series({**series(row), "fill": {"color": f"#{colour}"}, "gap": 70})
    above = workbook.add_chart({"type": "line"})
    dark = {"color": f"#{DARK}"}
    marker = {"type": "diamond", "size": 7, "fill": dark, "border": dark}
    above.add_series({**series(line), "line": {**dark, "width": 2, "dash_type": "dash"}, "marker": marker})
    columns.combine(above)
    columns.set_title({"name": title, "name_font": {**_FONT, "size": 12, "bold": True, "color": f"#{ACCENT}"}})
    columns.set_legend({"position": "bottom", "font": _FONT})
    columns.set_x_axis({"num_font": _FONT, "line": {"color": f"#{RULE}"}})
    grid = {"visible": True, "line": {"color": f"#{RULE}", "width": 0.5}}
    columns.set_y_axis({
        "num_font": _FONT, "num_format": "[$-813]#,##0", "min": 0, "line": {"none": True}, "major_gridlines": grid,
    })  # fmt: skip
    columns.set_chartarea({"border": {"color": f"#{TINT}"}})
    columns.set_size({"width": size[0], "height": size[1]})
    page.sheet.insert_chart(cell, columns, {"description": f"{title}: gestapelde kolommen met een lijn"})
