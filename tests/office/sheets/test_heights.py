"""Rows that take the height of their text, told to programs that do not work it out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.office.sheets.forms import MAIN, cell, fill, make_form, rows, sheet_part

from ibndocs.office.package import Package
from ibndocs.office.sheets.heights import text_height
from ibndocs.office.sheets.styles import Look

LONG = "Een motivering die niet op een enkele regel past, omdat de kolom daar te smal voor is."


def build(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Blad")
    wrapped = workbook.add_format({"text_wrap": True, "font_size": 10})
    sheet.set_column(0, 0, 30)
    sheet.write_blank("A1", None, wrapped)
    sheet.write_blank("B1", None)
    sheet.merge_range("A2:C2", "", wrapped)
    sheet.write("A3", "onder")


def heights(package: Package) -> list[str | None]:
    return [row.get("ht") for row in sheet_part(package).iter(f"{MAIN}row")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("kort", 1), ("een\ntwee", 2), (LONG, 3), ("x" * 62, 2), (LONG + "\n" + LONG, 6)],
)
def test_lines_are_counted_as_they_break(text: str, lines: int) -> None:
    line = 13.55
    assert lines * line - 0.75 <= text_height(text, 30, Look(size=10)) <= lines * line + 0.75


def test_bold_indented_and_larger_text_needs_more_room() -> None:
    plain = text_height(LONG, 30, Look(size=10))
    looks = (Look(size=14), Look(size=10, indent=9), Look(size=11.5, bold=True))
    assert all(text_height(LONG, 30, look) > plain for look in looks)


def test_each_line_of_a_repeating_row_gets_its_own_height() -> None:
    form = make_form(build)
    filled, _ = fill(form, [rows("Blad!1", "t in texts", {"A": "t"})], texts=["kort", LONG, "een\ntwee"])
    assert heights(filled) == [None, "41.25", "27.75", None, None]
    assert not any(row.get("customHeight") for row in sheet_part(filled).iter(f"{MAIN}row"))


def test_text_that_does_not_wrap_or_is_merged_leaves_its_row_alone() -> None:
    filled, _ = fill(make_form(build), [cell("Blad!B1", f"'{LONG}'"), cell("Blad!A2", f"'{LONG}'")])
    assert heights(filled) == [None, None, None]


def test_no_row_is_higher_than_excel_takes() -> None:
    filled, _ = fill(make_form(build), [cell("Blad!A1", "long")], long=LONG * 40)
    assert heights(filled)[0] == "409.5"
