"""What a form asks of the values: lists from everywhere, bounds, locks; and the controls that lie on its sheets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.office.sheets.forms import SLOTS, cell, changed_parts, expression, fill, make_form
from tools.forms_of_others.controls import Control, add_controls

from ibndocs.foundation.findings import FaultyInput, Severity, Spot
from ibndocs.office.inspection import inspect_form
from ibndocs.office.package import Package
from ibndocs.office.places import SheetCheckBox, SheetDropDown
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.reader import read_values
from ibndocs.office.slots import ValueSlot

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def build(workbook: Any) -> None:
    sheet, lists = workbook.add_worksheet("Blad"), workbook.add_worksheet("Lijsten")
    lists.write_column("A1", ["Kmo", "Grote onderneming", "Kennisinstelling"])
    lists.write_column("B1", [0, 0.06, 0.21])
    lists.hide()
    workbook.define_name("soorten", "=Lijsten!$A$1:$A$3")
    sheet.data_validation("A1", {"validate": "list", "source": ["ja", "nee"]})
    sheet.data_validation("A2", {"validate": "list", "source": "=soorten", "error_type": "warning"})
    sheet.data_validation("A3", {"validate": "list", "source": "=Lijsten!$B$1:$B$3"})
    sheet.data_validation("A4", {"validate": "list", "source": '=INDIRECT("soorten")'})
    sheet.data_validation("A5", {"validate": "list", "source": "=OFFSET(Lijsten!$A$1,0,0,2)"})
    sheet.data_validation("A6", {"validate": "list", "source": "=Lijsten!$C$1:$C$3"})
    sheet.data_validation("B1", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 40})
    days = {"minimum": date(2026, 1, 1), "maximum": date(2026, 12, 31)}
    sheet.data_validation("B2", {"validate": "date", "criteria": "between", **days, "error_message": "Enkel 2026."})
    sheet.data_validation("B3", {"validate": "length", "criteria": "<=", "value": 5})
    sheet.data_validation("B4", {"validate": "custom", "value": "=B4>B1"})
    sheet.data_validation("B5", {"validate": "decimal", "criteria": ">", "value": "=B1"})


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *(("A1", "ja"), ("A2", "Kmo"), ("A3", 0.21), ("A4", "Kennisinstelling"), ("A5", "om het even"), ("A1", None)),
        ("A6", "een lijst die zelf nog in te vullen is"),
        *(("B1", 40), ("B2", date(2026, 5, 1)), ("B3", "vijf!"), ("B4", 1), ("B5", -3)),
    ],
)
def test_a_value_that_fits_is_let_in_without_a_word(place: str, value: object) -> None:
    _, findings = fill(make_form(build), [cell(f"Blad!{place}", "v")], v=value)
    assert [found for found in findings if found.id != "SLT25"] == []


@pytest.mark.parametrize(
    ("place", "value", "severity", "fix"),
    [
        ("A1", "misschien", Severity.ERROR, "possible: ja; nee"),
        ("A2", "Vereniging", Severity.WARNING, "possible: Kmo; Grote onderneming; Kennisinstelling"),
        ("A3", 0.12, Severity.ERROR, "possible: 0; 0.06; 0.21"),
        ("A4", "Kmo's", Severity.ERROR, "possible: Kmo; Grote onderneming; Kennisinstelling"),
        ("B1", 41, Severity.ERROR, "possible: a whole number from 1 to 40"),
        ("B1", 1.5, Severity.ERROR, "possible: a whole number from 1 to 40"),
        ("B1", "veel", Severity.ERROR, "possible: a whole number from 1 to 40"),
        ("B2", date(2027, 1, 1), Severity.ERROR, "possible: a date from 1 januari 2026 to 31 december 2026"),
        ("B3", "zes!!!", Severity.ERROR, "possible: a text with a number of characters at most 5"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_does(
    place: str, value: object, severity: Severity, fix: str
) -> None:
    filled, findings = fill(make_form(build), [cell(f"Blad!{place}", "v")], v=value)
    (found,) = [found for found in findings if found.id == "SLT28"]
    assert found.severity is severity
    assert found.fix is not None
    assert found.fix.en == fix
    assert place in read_values(filled)["Blad"], "the value is there all the same: nothing is lost"


def test_the_message_of_the_form_is_told_along() -> None:
    _, findings = fill(make_form(build), [cell("Blad!B2", "v")], v=date(2027, 1, 1))
    assert "Enkel 2026." in next(found for found in findings if found.id == "SLT28").message.en


def test_a_value_is_spelled_as_the_list_spells_it() -> None:
    filled, findings = fill(make_form(build), [cell("Blad!A2", "v")], v=" kmo")
    assert findings == []
    assert read_values(filled)["Blad"]["A2"] == "Kmo"


def test_lists_of_the_extension_of_newer_excel_are_known() -> None:
    form = make_form(build)
    part = "xl/worksheets/sheet1.xml"
    listed = (
        f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}">'
        f'<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        f'<x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Lijsten!$A$1:$A$2</xm:f>'
        f"</x14:formula1><xm:sqref>C1:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    form = form.with_parts({part: form.part(part).replace(b"</worksheet>", listed.encode())})
    _, findings = fill(form, [cell("Blad!C4", "v")], v="iets")
    assert [found.fix.en for found in findings if found.fix] == ["possible: Kmo; Grote onderneming"]


def test_a_locked_cell_is_filled_and_told_once_for_all_its_lines() -> None:
    def locked(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write("A1", "x")
        sheet.protect("geheim")

    form = make_form(locked)
    filled, findings = fill(form, [cell("Blad!A1", "v")], v="y")
    assert [(found.id, found.severity) for found in findings] == [("SLT29", Severity.WARNING)]
    assert b"sheetProtection" in filled.part("xl/worksheets/sheet1.xml")


BOXES = (
    Control("Wij zijn een kmo", 3, "Lijsten!$D$1"),
    Control("Wij zijn een vzw", 4, "Lijsten!$D$2"),
    Control("Soort", 5, "Lijsten!$D$3", "soorten"),
)


def form_with_controls() -> Package:
    return add_controls(make_form(build), "xl/worksheets/sheet1.xml", BOXES)


def control(place: SheetCheckBox | SheetDropDown) -> ValueSlot:
    return ValueSlot(place, expression("v"), Spot(SLOTS, 1))


def test_a_check_box_is_ticked_in_all_three_places() -> None:
    form = form_with_controls()
    filled, findings = fill(form, [control(SheetCheckBox("wij zijn een KMO"))], v=True)
    assert findings == []
    assert read_values(filled)["Lijsten"]["D1"] is True
    assert b'checked="Checked"' in filled.part("xl/ctrlProps/ctrlProp1.xml")
    assert filled.part("xl/drawings/vmlDrawing9.vml").count(b"<x:Checked>1</x:Checked>") == 1
    touched = {"xl/worksheets/sheet2.xml", "xl/ctrlProps/ctrlProp1.xml", "xl/drawings/vmlDrawing9.vml"}
    assert changed_parts(form, filled) == touched


def test_a_box_that_was_ticked_is_cleared_and_nothing_else_is_left_of_it() -> None:
    form = form_with_controls()
    ticked, _ = fill(form, [control(SheetCheckBox("Lijsten!D1"))], v=True)
    cleared, _ = fill(ticked, [control(SheetCheckBox("Check Box 1"))], v=False)
    assert read_values(cleared)["Lijsten"]["D1"] is False
    for part in ("xl/ctrlProps/ctrlProp1.xml", "xl/drawings/vmlDrawing9.vml"):
        assert b"hecked" not in cleared.part(part).replace(b'"Checkbox"', b"")


def test_a_list_is_set_to_the_number_of_its_entry() -> None:
    filled, findings = fill(
        form_with_controls(), [control(SheetDropDown("Drop Down 3", "Blad"))], v="grote onderneming"
    )
    assert findings == []
    assert read_values(filled)["Lijsten"]["D3"] == 2
    assert b'sel="2"' in filled.part("xl/ctrlProps/ctrlProp3.xml")


def test_a_list_without_that_entry_stays_and_tells_its_entries() -> None:
    form = form_with_controls()
    filled, (found,) = fill(form, [control(SheetDropDown("Lijsten!D3"))], v="iets")
    assert (found.id, found.severity) == ("SLT28", Severity.ERROR)
    assert found.fix is not None
    assert found.fix.en == "possible: Kmo; Grote onderneming; Kennisinstelling"
    assert changed_parts(form, filled) == set()


def test_a_box_that_is_not_there_or_is_not_the_only_one_is_told() -> None:
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(
            form_with_controls(), [control(SheetCheckBox("Wij zijn een nv")), control(SheetCheckBox("Wij zijn een"))]
        )
    assert [found.id for found in caught.value.findings] == ["SLT21", "SLT27"]
    assert "Blad!A3, Blad!A4" in caught.value.findings[1].message.en


def test_a_linked_cell_that_libreoffice_saved_is_set_too() -> None:
    form = form_with_controls()
    part = "xl/worksheets/sheet2.xml"
    linked = b'<c r="D1" t="b"><f aca="false">FALSE()</f><v>0</v></c></row>'
    form = form.with_parts({part: form.part(part).replace(b"</row>", linked, 1)})
    filled, findings = fill(form, [control(SheetCheckBox("Wij zijn een kmo"))], v=True)
    assert findings == []
    assert read_values(filled)["Lijsten"]["D1"] is True


def test_controls_that_only_excel_can_set_are_told() -> None:
    form = form_with_controls()
    types = form.part("[Content_Types].xml").replace(
        b"application/vnd.ms-excel.controlproperties+xml", b"application/vnd.ms-office.activeX+xml", 1
    )
    outline = inspect_form(form.with_parts({"[Content_Types].xml": types}).write(), name="x.xlsx")
    (told,) = [item for item in outline.items if item.facts.get("type") == "ActiveX"]
    assert (told.label, told.at) == ("Check Box 1", None)
    assert outline.facts["ActiveX controls"] == "1"
