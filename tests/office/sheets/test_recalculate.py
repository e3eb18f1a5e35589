"""Cached values: what is stored, what is left out, what is said."""

import re
from datetime import date
from typing import Any

import pytest
from tests.office.sheets.forms import MAIN, cell, fill, find_cell, make_form

from ibndocs.foundation.findings import Severity
from ibndocs.office.package import Package
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.reader import read_values

STALE = 12345


def calculate(formulas: dict[str, str], today: date | None = None, **values: object) -> tuple[Package, list[Any]]:
    """A sheet `Blad` of stale formulas, filled with `v` in A1."""

    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        for address, text in formulas.items():
            sheet.write_formula(address, text, value=STALE)

    return fill(make_form(build), [cell("Blad!A1", "v")], today, **{"v": 3, **values})


def cached(package: Package, address: str) -> tuple[str | None, str | None]:
    found = find_cell(package, address)
    return found.get("t"), found.findtext(f"{MAIN}v")


def test_every_kind_of_result_is_stored() -> None:
    formulas = {
        "B1": "=A1/2",
        "B2": '=A1&" euro"',
        "B3": "=A1>2",
        "B4": "=1/0",
        "B5": '=IF(A1>0,"","x")',
        "B6": "=A9",
        "B7": "=A1*2",
        "B8": '="_x0041_"&A1',
    }
    filled, findings = calculate(formulas)
    assert [cached(filled, f"B{row}") for row in range(1, 9)] == [
        (None, "1.5"),
        ("str", "3 euro"),
        ("b", "1"),
        ("e", "#DIV/0!"),
        ("str", ""),
        (None, "0"),
        (None, "6"),
        ("str", "_x005F_x0041_3"),
    ]
    assert read_values(filled)["Blad"]["B8"] == "_x0041_3"
    assert [(found.id, str(found.spot)) for found in findings] == [("XLS01", "kostenmodel.xlsx:Blad!B4")]


def test_an_error_is_told_where_it_begins() -> None:
    formulas = {"B1": "=1/0", "B2": "=B1+1", "B3": "=SUM(B1:B2)", "B4": "=SQRT(-1)", "B5": "=IFERROR(B3,0)"}
    _, findings = calculate(formulas)
    assert [str(found.spot) for found in findings] == ["kostenmodel.xlsx:Blad!B1", "kostenmodel.xlsx:Blad!B4"]
    assert {found.severity for found in findings} == {Severity.WARNING}
    assert "=1/0" in findings[0].message.nl
    assert "#DIV/0!" in findings[0].message.nl


def test_many_errors_of_one_kind_are_told_at_once() -> None:
    _, findings = calculate({f"B{row}": f"=A1/C{row}" for row in range(1, 40)})
    assert [(found.id, str(found.spot)) for found in findings] == [("XLS01", "kostenmodel.xlsx:Blad!B1")]
    assert findings[0].message.nl.startswith("39 formules op dit blad geven #DIV/0!")


def test_errors_the_blank_form_has_are_but_noted() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        for row in range(1, 4):
            sheet.write_formula(f"B{row}", "=1/A2", value="#DIV/0!")

    _, findings = fill(make_form(build), [cell("Blad!A1", "1")])
    assert [(found.id, found.severity) for found in findings] == [("XLS01", Severity.NOTE)]
    assert findings[0].message.nl.startswith("3 formules")


@pytest.mark.parametrize("unknown", ["=MIJNFUNCTIE(A1)", "=onbekend*2", "=A1+", "=[@bedrag]", "=A1:A3 A2:A9"])
def test_what_cannot_be_calculated_here_gets_no_number(unknown: str) -> None:
    filled, findings = calculate({"B1": unknown, "B2": "=B1+1", "B3": "=SUM(B1:B2)", "B4": "=A1*2"})
    assert [cached(filled, f"B{row}")[1] for row in (1, 2, 3, 4)] == [None, None, None, "6"]
    assert [(found.id, str(found.spot)) for found in findings] == [("XLS01", "kostenmodel.xlsx:Blad!B1")]
    assert findings[0].fix is not None
    assert find_cell(filled, "B1").findtext(f"{MAIN}f") == unknown[1:]


def test_a_value_out_of_another_workbook_is_kept() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_formula("B1", "='[1]Ander blad'!A1", value=77)
        sheet.write_formula("B2", "=B1+A1", value=STALE)

    filled, findings = fill(make_form(build), [cell("Blad!A1", "3")])
    assert findings == []
    assert cached(filled, "B1") == (None, "77")
    assert cached(filled, "B2") == (None, "80")


def test_all_cells_of_an_array_formula_are_calculated() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_column("A2", [4, 5])
        sheet.write_array_formula("B1:B3", "{=A1:A3*2}", value=STALE)
        sheet.write_formula("C1", "=SUM(B1:B3)", value=STALE)

    filled, _ = fill(make_form(build), [cell("Blad!A1", "3")])
    assert [cached(filled, address)[1] for address in ("B1", "B2", "B3", "C1")] == ["6", "8", "10", "24"]


def test_a_what_if_table_keeps_its_values() -> None:
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write_column("B1", [5, 6]))
    sheet = "xl/worksheets/sheet1.xml"
    text = re.sub(rb'(<c r="B1">)', rb'\1<f t="dataTable" ref="B1:B2" dt2D="0" r1="A1"/>', form.part(sheet))
    filled, findings = fill(form.with_parts({sheet: text}), [cell("Blad!A1", "3")])
    assert findings == []
    assert [cached(filled, address)[1] for address in ("B1", "B2")] == ["5", "6"]


def test_formulas_that_go_round_are_told() -> None:
    _, findings = calculate({"B1": "=B2", "B2": "=B1"})
    assert [(found.id, found.severity) for found in findings] == [("XLS03", Severity.WARNING)]
    assert findings[0].message.nl.startswith("2 formules")


def test_today_is_the_day_one_says() -> None:
    formulas = {"B1": "=YEAR(TODAY())"}
    assert cached(calculate(formulas, date(2026, 1, 23))[0], "B1")[1] == "2026"
    assert cached(calculate(formulas)[0], "B1")[1] == "1980"
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write_formula("B1", "=DAY(TODAY())"))
    data = SheetForm.compile(form, []).render({}, {"modified": "2026-05-11T12:00:00Z"})
    assert cached(Package.read(data), "B1")[1] == "11"


def test_a_result_that_is_still_true_is_left_as_it_was() -> None:
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write_formula("B1", "=0.1+0.2", value=9))
    sheet = "xl/worksheets/sheet1.xml"
    form = form.with_parts({sheet: form.part(sheet).replace(b"<v>9</v>", b"<v>0.30000000000000010</v>")})
    filled, _ = fill(form, [cell("Blad!A1", "3")])
    assert cached(filled, "B1")[1] == "0.30000000000000010"
