"""What is told of an Excel form and of what somebody made of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from tests.office.sheets.forms import cell, fill, make_form, rows

from ibndocs.office.fidelity import Change, prove, verify
from ibndocs.office.package import Package
from ibndocs.office.slots import Slot


def build(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Begroting")
    unlocked = workbook.add_format({"locked": False})
    sheet.write("A1", "Begroting")
    sheet.write("A3", "Aanvrager")
    sheet.write_blank("B3", None, unlocked)
    sheet.write_row("A5", ["Post", "Jaar 1", "Jaar 2", "Totaal"])
    for column in range(3):
        sheet.write_blank(5, column, None, unlocked)
    sheet.write_formula("D6", "=SUM(B6:C6)")
    sheet.write("A7", "Totaal")
    sheet.write_formula("B7", "=SUM(B6:B6)")
    sheet.write_formula("C7", "=SUM(C6:C6)")
    sheet.write_formula("D7", "=B7+C7")
    sheet.data_validation("B6:C6", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.protect()
    workbook.define_name("totaal", "=Begroting!$D$7")
    workbook.add_worksheet("Hulp").hide()


FORM = make_form(build)
SLOTS: list[Slot] = [
    cell("Begroting!B3", "name"),
    rows("Begroting!6", "line in lines", {"A": "line.post", "B": "line.one", "C": "line.two"}),
]
LINES = [{"post": f"Post {number}", "one": number, "two": 2 * number} for number in range(1, 5)]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_fill_of_our_own_is_proved_with_rows_that_came(count: int) -> None:
    filled, _ = fill(FORM, SLOTS, name="Bouw vzw", lines=LINES[:count])
    report = prove(FORM, filled, SLOTS)
    assert [(one.place.nl, one.before, one.after) for one in report.differences] == []
    assert report.answered == 1 + 3 * count
    assert verify(FORM, filled).holds


def by_hand(change: Callable[[Any], None]) -> Package:
    workbook = openpyxl.load_workbook(io.BytesIO(FORM.write()))
    change(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return Package.read(stream.getvalue())


def put(address: str, value: object) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        workbook["Begroting"][address] = value

    return change


def test_values_typed_by_hand_in_open_cells_are_answers() -> None:
    report = verify(FORM, by_hand(put("B3", "Bouw vzw")))
    assert report.holds
    assert report.answered == 1
    assert not any("B3" in place for place in report.empty)
    assert any("B6" in place for place in report.empty)


def test_a_cell_that_a_slot_fills_may_change_whatever_the_form_says_there() -> None:
    changed = by_hand(put("A5", "Kostenpost"))
    assert not verify(FORM, changed).holds
    assert verify(FORM, changed, [cell("Begroting!A5", "name")]).holds


def remove_validation(workbook: Any) -> None:
    workbook["Begroting"].data_validations.dataValidation = []


def unprotect(workbook: Any) -> None:
    workbook["Begroting"].protection.sheet = False


@pytest.mark.parametrize(
    ("change", "kind", "place"),
    [
        (put("D6", 100), Change.ALTERED, "Begroting!D6"),
        (put("D7", "=B7"), Change.ALTERED, "Begroting!D7"),
        (put("A7", "Som"), Change.ALTERED, "Begroting!A7"),
        (put("A5", None), Change.REMOVED, "Begroting!A5"),
        (remove_validation, Change.REMOVED, "validatie"),
        (unprotect, Change.ALTERED, "beveiliging"),
        (lambda workbook: workbook.remove(workbook["Hulp"]), Change.REMOVED, "blad Hulp"),
        (lambda workbook: setattr(workbook["Hulp"], "sheet_state", "visible"), Change.ALTERED, "blad Hulp"),
        (lambda workbook: workbook.defined_names.pop("totaal"), Change.REMOVED, "naam totaal"),
    ],
)
def test_what_is_not_an_answer_is_a_difference(change: Callable[[Any], None], kind: Change, place: str) -> None:
    differences = verify(FORM, by_hand(change)).differences
    assert [(one.change, place in one.place.nl) for one in differences] == [(kind, True)]


def test_protection_in_the_words_of_another_program_is_the_same() -> None:
    sheet = FORM.part("xl/worksheets/sheet1.xml").decode()
    own = '<sheetProtection sheet="1" objects="1" password="C46E"'
    other = '<sheetProtection sheet="true" objects="true" scenarios="false" password="c46e"'
    form, filled = (
        FORM.with_parts({"xl/worksheets/sheet1.xml": re.sub("<sheetProtection[^/]*", words, sheet).encode()})
        for words in (own, other)
    )
    assert verify(form, filled).holds
    assert not verify(FORM, filled).holds


def test_a_proof_refuses_a_value_in_a_cell_that_no_slot_fills() -> None:
    filled, _ = fill(FORM, SLOTS, name="Bouw vzw", lines=LINES[:1])
    report = prove(FORM, filled, SLOTS[1:])
    assert [(one.change, one.place.nl) for one in report.differences] == [(Change.ADDED, "Begroting!B3")]
