"""LibreOffice as the referee: the values stored must be those it computes itself, in every cell."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.libreoffice import SOFFICE, CellContent, recalculated_values
from tests.office.sheets.forms import cell, fill, make_form, rows, save
from tests.office.sheets.personnel import SLOTS, make_cost_model, make_view

from ibndocs.office.package import Package
from ibndocs.office.sheets.cells import day_number
from ibndocs.office.sheets.reader import read_values

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")


def assert_agreed(package: Package, folder: Path) -> int:
    """Every non-empty cell holds what LibreOffice computes; returns how many there are."""
    theirs = recalculated_values(save(package, folder / "gevuld.xlsx"))
    ours = read_values(package)
    assert theirs.keys() == ours.keys()
    for sheet, values in ours.items():
        shown = {address: value for address, value in values.items() if value != ""}
        expected = {address: value for address, value in theirs[sheet].items() if value != ""}
        assert shown.keys() == expected.keys()
        wrong = {a: (v, expected[a]) for a, v in shown.items() if not same(v, expected[a])}
        assert wrong == {}, sheet
    return sum(map(len, ours.values()))


def same(value: Any, expected: CellContent) -> bool:
    if isinstance(expected, float):
        value = day_number(value) if isinstance(value, date) else value
        return math.isclose(float(value), expected, rel_tol=1e-12, abs_tol=1e-12)
    return bool(value == expected)


@pytest.mark.parametrize(("people", "costs", "other"), [(3, 2, 1), (0, 0, 0), (1, 1, 4), (12, 7, 3)])
def test_it_computes_the_same_cost_model(people: int, costs: int, other: int, tmp_path: Path) -> None:
    filled, findings = fill(make_cost_model(), SLOTS, **make_view(people, costs, other))
    assert findings == []
    assert assert_agreed(filled, tmp_path) > 35


FUNCTIONS = [
    *("SUM(A1:A6)", "SUMIF(A1:A6,\">2\")", "SUMIFS(A1:A6,A1:A6,\">2\",B1:B6,\"b\")", "SUMPRODUCT(A1:A6,A1:A6)"),
    *("COUNT(A1:B9)", "COUNTA(A1:B9)", "COUNTIF(B1:B6,\"b\")", "COUNTIFS(A1:A6,\">1\",B1:B6,\"b\")", "ROW()"),
    *("AVERAGE(A1:A6)", "MIN(A1:A6)", "MAX(A1:A6)", "MEDIAN(A1:A6)", "LARGE(A1:A6,2)", "SUBTOTAL(9,A1:A6)"),
    *("ROUND(A1/3,2)", "ROUNDUP(A1/3,2)", "ROUNDDOWN(A2/3,2)", "INT(-1.5)", "MOD(7,3)", "ABS(-2)", "TRUNC(2.9)"),
    *("IF(A1>0,\"ja\",\"nee\")", "AND(A1>0,A2>5)", "OR(A1>9,A2>1)", "NOT(A1>9)", "IFERROR(1/0,\"leeg\")"),
    *("VLOOKUP(3,A1:B6,2,FALSE)", "INDEX(B1:B6,MATCH(2,A1:A6,0))", "CHOOSE(2,\"a\",\"b\")", "OFFSET(A1,2,0)"),
    *("TEXT(1234.5,\"0.00\")", "LEFT(\"abc\",2)", "MID(\"abcd\",2,2)", "LEN(B1)", "CONCATENATE(B1,\"-\",A1)", "T(B1)"),
    *("DATE(2026,1,23)", "EDATE(DATE(2026,1,31),1)", "EOMONTH(DATE(2026,1,1),1)", "YEAR(46045)", "MONTH(46045)"),
    *("ISBLANK(A9)", "ISNUMBER(A1)", "ISERROR(1/0)", "N(A1)", "COUNTBLANK(A1:A9)"),
    *("UPPER(B1)", "COLUMN()", "ROWS(A1:A6)", "1/0", "NA()", "A1%"),
]  # fmt: skip


def test_it_computes_the_same_functions(tmp_path: Path) -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Functies")
        sheet.write_column("A1", [1, 2, 3, 4])
        sheet.write_column("B1", ["a", "b", "c", "b"])
        for index, text in enumerate(FUNCTIONS, start=1):
            sheet.write_formula(f"D{index}", f"={text}")

    filled, _ = fill(make_form(build), [cell("Functies!A5", "2.5"), cell("Functies!B5", "'b'")])
    assert assert_agreed(filled, tmp_path) >= len(FUNCTIONS) + 10


def test_it_reads_structured_references_in_a_table_that_grew(tmp_path: Path) -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        columns = [{"header": "wat"}, {"header": "bedrag"}, {"header": "dubbel"}]
        sheet.add_table("A2:C4", {"name": "Kosten", "columns": columns, "total_row": True, "data": [["x", 1]]})
        sheet.write_formula("C3", "=Kosten[[#This Row],[bedrag]]*2")
        sheet.write_formula("C4", "=SUBTOTAL(109,Kosten[dubbel])")
        sheet.write_formula("E1", "=SUM(Kosten[dubbel])+COUNTA(Kosten[wat])+ROWS(Kosten[wat])")

    slots = [rows("Blad!3", "x in xs", {"A": "'post ' ~ x", "B": "x"})]
    filled, findings = fill(make_form(build), slots, xs=[1, 2, 3, 4])
    assert findings == []
    assert_agreed(filled, tmp_path)
    assert read_values(filled)["Blad"]["E1"] == 20 + 4 + 4


def test_it_reads_every_text_as_it_was_typed(tmp_path: Path) -> None:
    typed = ["=1+1", "+32 11 22", "007", "1,5", "TRUE", "'kom", "a\nb", " rand ", '<&>"', "_x0041_", "é€😀", "#N/A"]
    form = make_form(lambda workbook: workbook.add_worksheet("Blad"))
    slots = [cell(f"Blad!A{row}", f"typed[{row - 1}]") for row in range(1, len(typed) + 1)]
    filled, _ = fill(form, slots, typed=typed)
    assert_agreed(filled, tmp_path)
    assert list(read_values(filled)["Blad"].values()) == typed


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_openpyxl_reads_the_same_values(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    filled, _ = fill(make_cost_model(), SLOTS, **make_view(5, 4, 3))
    workbook = load_workbook(save(filled, tmp_path / "gevuld.xlsx"), data_only=True)
    ours = read_values(filled)
    assert workbook.sheetnames == list(ours)
    for sheet, values in ours.items():
        for address, value in values.items():
            theirs = workbook[sheet][address].value
            assert theirs == value or float(str(theirs)) == float(str(value)), (sheet, address, theirs, value)
