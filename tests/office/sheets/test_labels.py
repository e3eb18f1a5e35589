"""Cells found by the words printed at them, on protected and on plain sheets."""

from __future__ import annotations

from typing import Any

import pytest
from tests.office.sheets.forms import SLOTS, expression, fill, make_form

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.fidelity import prove
from ibndocs.office.package import Package
from ibndocs.office.places import Place, SheetLabel, SheetRows, SheetTable
from ibndocs.office.sheets.anchors import Anchors
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.reader import read_values
from ibndocs.office.sheets.workbook import Workbook
from ibndocs.office.slots import ColumnsSlot, Fill, ValueSlot


def at(place: Place, source: str = "v") -> ValueSlot:
    return ValueSlot(place, expression(source), Spot(SLOTS, 1))


def by_header(place: SheetRows | SheetTable, each: str, cells: dict[str, str]) -> ColumnsSlot:
    fills = {name: Fill(expression(source)) for name, source in cells.items()}
    return ColumnsSlot(place, expression(each), fills, Spot(SLOTS, 1))


def locate(form: Package, place: Place, *, computed: bool = False) -> str:
    return str(Anchors(Workbook(form)).locate_cell(place, computed=computed))


def faults(form: Package, slot: ValueSlot | ColumnsSlot) -> list[str]:
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(form, [slot])
    return [f"{found.id} {found.message.en} | {found.fix.en if found.fix else ''}" for found in caught.value.findings]


def build_protected(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Begroting")
    opened = workbook.add_format({"locked": 0})
    sheet.write("A1", "Naam aanvrager :")
    sheet.merge_range("C1:D1", "", opened)
    sheet.write("A3", "Toelichting")
    sheet.write_blank("A4", None, opened)
    sheet.write_row("A6", ["Post", "2026", "2027"])
    sheet.write_row("A7", ["Reizen", None, None])
    sheet.write_blank("B7", None, opened)
    sheet.write_blank("C7", None, opened)
    sheet.write("A8", "Totaal")
    sheet.write_formula("B8", "=SUM(B7:B7)")
    sheet.write("A10", "Reizen")
    sheet.write_row("A9", ["Tweede tabel", "2026"])
    sheet.write_blank("B10", None, opened)
    sheet.protect("x")


def test_a_label_stands_for_the_open_cell_right_of_it_else_below() -> None:
    form = make_form(build_protected)
    assert locate(form, SheetLabel("Begroting", "naam  aanvrager")) == "Begroting!C1"
    assert locate(form, SheetLabel("begroting", "Toelichting")) == "Begroting!A4"


def test_a_row_and_a_column_cross_under_the_nearest_header() -> None:
    form = make_form(build_protected)
    assert locate(form, SheetLabel("Begroting", "Reizen", 2027)) == "Begroting!C7"
    assert locate(form, SheetLabel("Begroting", "Reizen", "2026", 1)) == "Begroting!B7"
    assert locate(form, SheetLabel("Begroting", "Reizen", "2026", 2)) == "Begroting!B10"


def test_a_total_is_found_only_where_it_is_expected() -> None:
    form = make_form(build_protected)
    assert locate(form, SheetLabel("Begroting", "Totaal", 2026), computed=True) == "Begroting!B8"
    (fault,) = faults(form, at(SheetLabel("Begroting", "Totaal", 2026)))
    assert fault.startswith("SLT21 sheet: Begroting: label: Totaal: column: 2026:: “Totaal” (Begroting!A8) has no cell")


def test_several_cells_with_one_label_are_told_with_their_places() -> None:
    (fault,) = faults(make_form(build_protected), at(SheetLabel("Begroting", "Reizen", 2026)))
    assert "SLT27" in fault
    assert "B7, B10 | choose with nth: 1, 2, …" in fault


def test_a_label_that_is_not_there_gets_its_nearest() -> None:
    (fault,) = faults(make_form(build_protected), at(SheetLabel("Begroting", "Naam aanvragger")))
    assert "“Naam aanvragger” is not on sheet Begroting | did you mean “Naam aanvrager :”?" in fault


def test_on_a_plain_sheet_the_cell_beside_a_label_is_its_value() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_row("A1", ["Naam:", "[vul in]", "Datum:"])
        sheet.write_row("A2", ["Kop", "Andere kop"])
        sheet.write_row("A3", ["Post", "Jaar 1"])
        sheet.write("A4", "Huur")

    form = make_form(build)
    assert locate(form, SheetLabel("Blad", "Naam")) == "Blad!B1"
    assert locate(form, SheetLabel("Blad", "Datum")) == "Blad!D1"
    assert locate(form, SheetLabel("Blad", "Huur", "Jaar 1")) == "Blad!B4"
    assert "SLT21" in faults(form, at(SheetLabel("Blad", "Kop")))[0]


def build_lines(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Personeel")
    sheet.write("A1", "Wie werkt er mee")
    sheet.merge_range("B2:C2", "Loon")
    sheet.merge_range("D2:E2", "Maanden")
    sheet.write_row("A3", ["BTW", "Jaar 1", "Jaar 2", "Jaar 1", "Jaar 2", "Som"])
    opened = workbook.add_format({"locked": 0})
    for row in (4, 5, 6):
        sheet.write_row(f"A{row}", [None] * 5, opened)
        sheet.write_formula(f"F{row}", f"=B{row}+C{row}")
    sheet.write("A5", "voorbeeld", opened)
    sheet.write("A7", "Totaal")
    sheet.write_formula("F7", "=SUM(F4:F6)")
    sheet.data_validation("D4:E6", {"validate": "decimal", "criteria": "<=", "value": 12})


CELLS = {"BTW": "x", "Loon Jaar 1": "loop.index", "Loon Jaar 2": "10", "maanden jaar 2": "1"}


@pytest.mark.parametrize(("count", "total"), [(0, 0), (2, 23), (3, 36), (5, 65)])
def test_rows_that_stand_ready_are_filled_before_any_is_made(count: int, total: int) -> None:
    slot = by_header(SheetRows("Personeel!4:6"), "x in xs", CELLS)
    filled, findings = fill(make_form(build_lines), [slot], xs=list("abcde")[:count])
    values = read_values(filled)["Personeel"]
    last = 4 + max(count, 3)
    assert findings == []
    assert values[f"A{last}"] == "Totaal"
    assert values[f"F{last}"] == total
    assert [values[f"A{row}"] for row in range(4, last) if f"A{row}" in values] == list("abcde")[:count]


def test_rows_that_are_numbered_go_on_counting() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_row("A1", ["Nr.", "Naam", "Jaar"])
        for row in (2, 3):
            sheet.write_row(f"A{row}", [row - 1, None, 2026])
        sheet.write("A4", "Totaal")

    form, slot = make_form(build), by_header(SheetRows("Blad!2:3"), "x in xs", {"Naam": "x"})
    filled, _ = fill(form, [slot], xs=list("abcd"))
    assert prove(form, filled, [slot]).differences == []
    values = read_values(filled)["Blad"]
    assert [values[f"A{row}"] for row in range(2, 7)] == [1, 2, 3, 4, "Totaal"]
    assert [values[f"C{row}"] for row in range(2, 6)] == [2026] * 4, "what does not count is copied"


def test_a_header_of_two_lines_is_named_by_both() -> None:
    slot = by_header(SheetRows("Personeel!4:6"), "x in xs", {"Jaar 1": "x"})
    assert "SLT27 Personeel!4:6 Jaar 1:: “Jaar 1” stands above columns B, D" in faults(make_form(build_lines), slot)[0]


def test_letters_go_on_meaning_columns() -> None:
    slot = by_header(SheetRows("Personeel!4"), "x in xs", {"B": "x"})
    filled, _ = fill(make_form(build_lines), [slot], xs=[7])
    assert read_values(filled)["Personeel"]["B4"] == 7


def test_no_row_that_stands_ready_may_hold_a_formula_there() -> None:
    slot = by_header(SheetRows("Personeel!4:6"), "x in xs", {"Som": "x"})
    assert "SLT22" in faults(make_form(build_lines), slot)[0]


def test_a_table_is_filled_by_the_names_of_its_columns_and_grows() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        columns = [{"header": "wat"}, {"header": "bedrag"}, {"header": "dubbel", "formula": "=[@bedrag]*2"}]
        sheet.add_table("A2:C4", {"name": "Kosten", "columns": columns, "total_row": True})
        sheet.write_formula("C4", "=SUBTOTAL(109,[dubbel])")

    slot = by_header(SheetTable("kosten"), "x in xs", {"Wat": "'post ' ~ x", "bedrag": "x"})
    filled, findings = fill(make_form(build), [slot], xs=[1, 2, 3])
    assert findings == []
    assert read_values(filled)["Blad"]["C6"] == 12, "also the references that leave the name of the table out"
    assert b'ref="A2:C6"' in filled.part("xl/tables/table1.xml")
    assert b"<f>SUBTOTAL(109,[dubbel])</f>" in filled.part("xl/worksheets/sheet1.xml"), "the form keeps its own words"


def test_a_label_may_be_a_year_that_a_formula_gives() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_formula("B1", "=2025+1", None, 2026)
        sheet.write("A2", "Huur")

    filled, _ = fill(make_form(build), [at(SheetLabel("Blad", "Huur", 2026))], v=12)
    assert read_values(filled)["Blad"]["B2"] == 12
