"""Rows that repeat: what is copied, what moves down, what grows."""

import pytest
from tests.office.sheets.forms import MAIN, attributes, fill, find_cell, formula, sheet_part, texts
from tests.office.sheets.personnel import PEOPLE, SLOTS, make_cost_model, make_view

from ibndocs.office.package import Package
from ibndocs.office.sheets.reader import read_values

PEOPLE_PART = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def form() -> Package:
    return make_cost_model()


@pytest.fixture(scope="module")
def three(form: Package) -> Package:
    """Three people, two costs, one other cost."""
    filled, findings = fill(form, SLOTS, **make_view(3, 2))
    assert findings == []
    return filled


def test_each_item_gets_a_line(three: Package) -> None:
    values = read_values(three)[PEOPLE]
    assert [values[f"A{row}"] for row in (8, 9, 10)] == ["An", "Bo", "Cé"]
    assert [str(values[f"B{row}"]) for row in (8, 9, 10)] == ["5000.1", "5001.1", "5002.1"]
    assert "A11" not in values


def test_lines_look_like_the_row_of_the_form(form: Package, three: Package) -> None:
    blank = find_cell(form, "A8", 2)
    prototype = blank.getparent()
    assert prototype is not None
    for row in sheet_part(three, 2).iter(f"{MAIN}row"):
        if row.get("r") in ("8", "9", "10"):
            assert (row.get("ht"), row.get("customHeight")) == ("30", "1")
            assert [cell.get("s") for cell in row] == [cell.get("s") for cell in prototype]


def test_formulas_go_along_from_line_to_line(three: Package) -> None:
    assert [formula(three, f"E{row}", 2) for row in (8, 9, 10)] == ["B8*C8*D8", "B9*C9*D9", "B10*C10*D10"]
    assert formula(three, "F10", 2) == "IF(SUM(E$8:E$10)=0,0,E10/SUM(E$8:E$10))"
    assert formula(three, "G10", 2) == "SUM(E$8:E10)"
    assert formula(three, "K10", 2) == "Overzicht!$C$4+Kosten!C7+$B$2+$E$14"


def test_formulas_below_and_on_other_sheets_follow(three: Package) -> None:
    assert formula(three, "E12", 2) == "SUM(E8:E11)"
    assert formula(three, "E13", 2) == "SUM(E8:E10)"
    assert formula(three, "E14", 2) == "ROUND(E12*$B$2,2)"
    assert formula(three, "C3") == f"'{PEOPLE}'!E12*2"
    assert formula(three, "C4") == f"SUM('{PEOPLE}'!E8:E10)"
    assert formula(three, "D6", 3) == f"C6/('{PEOPLE}'!E14+1)"


def test_two_blocks_on_one_sheet_each_count(form: Package) -> None:
    filled, _ = fill(form, SLOTS, **make_view(1, 2, 3))
    values = read_values(filled)["Kosten"]
    assert [values[f"A{row}"] for row in (5, 6, 11, 12, 13)] == [
        *("kost 0", "kost 1", "1. ander 0", "2. ander 1", "3. ander 2")
    ]
    assert [formula(filled, address, 3) for address in ("C7", "C14", "C15", "C16")] == [
        *("SUM(C5:C6)", "SUM(C11:C13)", "SUM(C5:C14)/2", "C7+C14")
    ]
    assert formula(filled, "C6") == "Kosten!C7+Kosten!C14"
    assert values["C15"] == values["C16"] == 201 + 21


def test_array_formulas_of_one_cell_go_along(three: Package) -> None:
    found = [find_cell(three, f"L{row}", 2).find(f"{MAIN}f") for row in (8, 9, 10)]
    assert [(f.get("ref"), f.text) for f in found if f is not None] == [
        *(("L8", "SUM(B8:D8*2)"), ("L9", "SUM(B9:D9*2)"), ("L10", "SUM(B10:D10*2)"))
    ]


def test_merges_are_copied_grow_and_move(three: Package) -> None:
    assert attributes(three, "mergeCell", "ref", 2) == ["H8:I8", "H9:I9", "H10:I10", "M8:M11", "A16:C17"]
    assert attributes(three, "mergeCells", "count", 2) == ["5"]


def test_nothing_is_left_below_a_merged_cell_that_grew(three: Package) -> None:
    values = read_values(three)[PEOPLE]
    assert [values.get(f"M{row}") for row in (8, 9, 10, 11)] == ["hoog", None, None, None]


def test_validations_and_formats_cover_the_block(three: Package) -> None:
    assert attributes(three, "dataValidation", "sqref", 2) == ["C8:C10", "D8:D10", "A8:A11"]
    assert texts(three, PEOPLE_PART, "formula1") == ["0", "SUM(B8:C8)<D$2+$E$12", "Kosten!$A$5:$A$7"]
    assert attributes(three, "conditionalFormatting", "sqref", 2)[:3] == ["E8:E10", "A8:F10", "A18:F19"]
    assert "$E8>SUM($B8:$C8)+$E$12" in texts(three, PEOPLE_PART, "formula")


def test_extensions_of_newer_excel_follow(three: Package) -> None:
    assert texts(three, PEOPLE_PART, "sqref") == ["A18:F19", "J8", "J9", "J10"]
    ranges = [text for text in texts(three, PEOPLE_PART, "f") if text.startswith(f"'{PEOPLE}'!B")]
    assert ranges == [f"'{PEOPLE}'!B{row}:D{row}" for row in (8, 9, 10)]


def test_filters_breaks_links_and_the_dimension_follow(three: Package) -> None:
    assert attributes(three, "autoFilter", "ref", 2) == ["A7:F12"]
    assert attributes(three, "brk", "id", 2) == ["10", "14"]
    assert attributes(three, "hyperlink", "ref", 2) == ["A18"]
    assert attributes(three, "hyperlink", "location", 2) == [f"'{PEOPLE}'!A12"]
    assert attributes(three, "dimension", "ref", 2) == ["A2:M18"]


def test_defined_names_follow(three: Package) -> None:
    names = {name.get("name"): name.text for name in three.xml("xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert names == {
        "_xlnm._FilterDatabase": f"'{PEOPLE}'!$A$7:$F$12",
        "_xlnm.Print_Area": f"'{PEOPLE}'!$A$1:$I$17",
        "_xlnm.Print_Titles": f"'{PEOPLE}'!$7:$7",
        "eerste": f"'{PEOPLE}'!$E$8",
        "onderaan": f"'{PEOPLE}'!$E$13",
        "totaal_personeel": f"'{PEOPLE}'!$E$8:$E$10",
    }


def test_an_empty_list_leaves_the_row_without_its_inputs(form: Package) -> None:
    filled, findings = fill(form, SLOTS, **make_view(0, 0, 0))
    assert findings == []
    values = read_values(filled)
    assert values[PEOPLE]["A8"] == "Geen."
    assert not {"B8", "C8", "D8"} & values[PEOPLE].keys()
    assert values[PEOPLE]["E8"] == values[PEOPLE]["E11"] == values["Overzicht"]["C4"] == 0
    assert "A5" not in values["Kosten"]
    assert formula(filled, "E10", 2) == "SUM(E8:E9)"


def test_one_item_moves_nothing(form: Package) -> None:
    filled, _ = fill(form, SLOTS, **make_view(1, 1))
    for part in ("xl/workbook.xml", "xl/drawings/drawing1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"):
        assert filled.part(part) == form.part(part)


def test_a_cell_below_is_filled_where_it_has_gone(form: Package) -> None:
    from tests.office.sheets.forms import cell

    slots = [*SLOTS, cell(f"{PEOPLE}!A12", "'onder de streep'")]
    filled, _ = fill(form, slots, **make_view(3, 1))
    assert read_values(filled)[PEOPLE]["A14"] == "onder de streep"


def test_filling_twice_from_one_form_leaves_the_form_alone(form: Package) -> None:
    first, _ = fill(form, SLOTS, **make_view(4, 4, 4))
    fill(form, SLOTS, **make_view(0, 9, 2))
    again, _ = fill(form, SLOTS, **make_view(4, 4, 4))
    assert first.write() == again.write()
