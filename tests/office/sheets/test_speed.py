"""Filling a workbook costs in proportion to its size."""

from typing import Any

from tests.effort import count_calls
from tests.office.sheets.forms import cell, make_form, rows

from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.slots import Slot


def build(workbook: Any, sheets: int) -> None:
    for number in range(1, sheets + 1):
        sheet = workbook.add_worksheet(f"Jaar {number}")
        for row in range(5, 24):
            sheet.write_row(f"A{row}", ["post", 1, 2])
            sheet.write_formula(f"D{row}", f"=B{row}*C{row}")
            sheet.write_formula(f"E{row}", f"=IF(D{row}=0,0,D{row}/SUM(D$5:D$23))")
        sheet.write_formula("D24", "=SUM(D5:D23)")
        sheet.write_formula("D25", f"='Jaar {max(number - 1, 1)}'!B5+ROUND(D24,2)")


def cost(sheets: int) -> int:
    form = make_form(lambda workbook: build(workbook, sheets))
    numbers = range(1, sheets + 1)
    slots: list[Slot] = [
        *(cell(f"Jaar {number}!B{row}", "v") for number in numbers for row in range(5, 13)),
        *(rows(f"Jaar {number}!20", "x in xs", {"A": "x", "B": "x"}) for number in numbers),
    ]
    compiled = SheetForm.compile(form, slots)
    values = {"v": 7, "xs": list(range(10))}
    compiled.fill(values)
    return count_calls(lambda: compiled.fill(values))


def test_sheets_of_formulas_cost_in_proportion_to_their_number() -> None:
    assert cost(8) < 5 * cost(2)
