"""Tables of prose in Word."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.office.word.prose import BARE, TABLE, find, make_png, render, run_with, text_of, texts, value

from ibndocs.office.word.markdown_tables import share_width


def test_pictures_and_tables_fit_a_narrow_place(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(make_png(800, 100))
    root = render(f"- ![x](x.png)\n\n{TABLE}", folder=tmp_path, text_width=3000)
    assert value(root, "//wp:extent/@cx") == [str((3000 - 425) * 635)]
    assert sum(map(int, value(root, "//w:gridCol/@w:w"))) == 3000
    assert value(root, "//w:tblW/@w:w") == ["5000"]


def test_a_table_is_a_real_table() -> None:
    root = render(TABLE)
    (table,) = find(root, "w:tbl")
    assert [[text_of(cell) for cell in find(row, "w:tc")] for row in find(table, "w:tr")] == [
        ["Post", "Uitleg", "Bedrag"],
        ["Loon", "Een vrij lange uitleg van deze post", "€ 1.000"],
        ["Rest", "x", ""],
    ]
    assert value(table, "w:tblPr/w:tblStyle/@w:val") == ["TableGrid"]
    assert value(table, "w:tblPr/w:tblW/@w:*") == ["5000", "pct"]
    assert [len(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")] == [1, 0, 0]
    assert len(find(table, "w:tr/w:trPr/w:cantSplit")) == 3
    assert value(table, "w:tr[2]/w:tc/w:p/w:pPr/w:jc/@w:val") == ["left", "center", "right"]
    assert run_with(root, "b") == ["Post", "Uitleg", "Bedrag"]
    widths = [int(width) for width in value(table, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == 9070
    assert widths[1] > 2 * widths[2] > 2 * widths[0] > 0


def test_a_table_without_a_style_has_borders_of_its_own() -> None:
    root = render(TABLE, package=BARE)
    assert find(root, "//w:tblStyle") == []
    assert len(find(root, "//w:tblBorders/*")) == 6


def test_a_table_may_end_a_cell_and_never_joins_the_next() -> None:
    root = render(f"{TABLE}\n{TABLE}")
    assert [etree.QName(block).localname for block in root] == ["tbl", "p", "tbl", "p"]


def test_cells_beyond_the_last_column_are_kept() -> None:
    root = render("| a |\n|---|\n| b | c | `d\\|e` |")
    assert texts(root) == ["a", "b | c | d|e", ""]


@pytest.mark.parametrize(
    "columns", [[(1, 1)], [(5, 9), (5, 9)], [(25, 60)] * 12, [(3, 4), (8, 300), (12, 12)], [(1, 1)] * 60]
)
def test_widths_always_add_up(columns: list[tuple[int, int]]) -> None:
    widths = share_width(columns, 9070)
    assert sum(widths) == 9070
    assert min(widths) > 0
