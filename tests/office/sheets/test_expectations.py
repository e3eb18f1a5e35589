"""Totals a workbook calculates, held against what they must come to."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from tests.office.sheets.forms import expression, make_form, rows

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot
from ibndocs.foundation.values import Euro, Percent
from ibndocs.office.places import Place, SheetCell, SheetName
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.slots import ExpectSlot, Slot, read_slots

ITEMS = rows("Blad!3", "item in items", {"A": "item.name", "B": "item.cost"})


def build(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Blad")
    sheet.write_formula("B5", "=SUM(B3:B3)")
    sheet.write_formula("C5", "=IF(B5=0,0,B3/B5)")
    sheet.write_formula("D5", '=IF(B5>100,"te hoog","in orde")')
    sheet.write("A3", "")
    workbook.define_name("totaal", "=Blad!$B$5")


def expect(place: Place, source: str) -> ExpectSlot:
    return ExpectSlot(place, expression(source), Spot("slots/kostenmodel.yaml", 9))


def find(slots: list[Slot], **values: object) -> list[Finding]:
    form = SheetForm.compile(make_form(build), slots)
    costs = values.pop("costs", (Decimal("10.10"), Decimal("20.20")))
    assert isinstance(costs, tuple)
    view = {"items": [{"name": f"L{i}", "cost": Euro(cost)} for i, cost in enumerate(costs)], **values}
    return list(form.find_differences(form.render(view), view))


def test_a_total_that_agrees_to_the_cent_is_no_finding() -> None:
    slots: list[Slot] = [ITEMS, expect(SheetName("totaal"), "total"), expect(SheetCell("Blad!C5"), "share")]
    assert find(slots, total=Euro(Decimal("30.30")), share=Percent(Decimal("10.10") / Decimal("30.30"))) == []


def test_a_cell_is_looked_up_where_the_rows_have_pushed_it() -> None:
    finding = find([ITEMS, expect(SheetCell("Blad!B5"), "total")], total=Euro(Decimal(40)))[0]
    assert str(finding.spot) == "kostenmodel.xlsx:Blad!B6"


def test_a_difference_shows_both_values() -> None:
    found = find([ITEMS, expect(SheetName("totaal"), "total")], total=Euro(Decimal("30.31"), 0))
    assert [(finding.id, finding.severity, finding.path) for finding in found] == [("FIN01", Severity.ERROR, "total")]
    assert found[0].message.nl == "het rekenblad komt op €\u00a030,30, het dossier op €\u00a030,31"


def test_shares_are_compared_beyond_what_they_print() -> None:
    found = find([ITEMS, expect(SheetCell("Blad!C5"), "share")], share=Percent(Decimal("0.3334")))
    assert found[0].message.nl == "het rekenblad komt op 33,3333\u00a0%, het dossier op 33,3400\u00a0%"


def test_texts_are_compared_too() -> None:
    found = find([ITEMS, expect(SheetCell("Blad!D5"), "verdict")], verdict="in orde", costs=(Decimal(101),))
    assert found[0].message.nl == "het rekenblad komt op te hoog, het dossier op in orde"


def test_an_error_in_the_workbook_never_agrees() -> None:
    def divide(workbook: Any) -> None:
        workbook.add_worksheet("Blad").write_formula("B5", "=1/0")

    form = SheetForm.compile(make_form(divide), [expect(SheetCell("Blad!B5"), "'#DIV/0!'")])
    assert [finding.id for finding in form.find_differences(form.render({}), {})] == ["FIN01"]


def test_a_cell_without_a_value_was_not_calculated() -> None:
    found = find([ITEMS, expect(SheetCell("Blad!Z99"), "total")], total=Euro(Decimal(1)))
    assert (found[0].severity, found[0].message.en) == (
        Severity.WARNING,
        "was not calculated; it should be €\u00a01,00",
    )


def test_a_place_that_is_not_there_is_told_when_the_form_is_opened() -> None:
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(make_form(build), [expect(SheetName("totale"), "total")])
    assert [(finding.id, finding.spot) for finding in caught.value.findings] == [
        ("SLT21", Spot("slots/kostenmodel.yaml", 9))
    ]


def test_the_slots_file_says_it_with_expect(tmp_path: Path) -> None:
    file = tmp_path / "kostenmodel.yaml"
    head = f"form: kostenmodel.xlsx\nsha256: {'0' * 64}\nslots:\n"
    file.write_text(head + "- at: {name: totaal}\n  expect: budget.total\n", encoding="utf-8")
    (slot,) = read_slots(file).slots
    assert isinstance(slot, ExpectSlot)
    assert (slot.at, slot.expect.source) == (SheetName("totaal"), "budget.total")


def test_a_slot_cannot_both_fill_and_expect(tmp_path: Path) -> None:
    file = tmp_path / "kostenmodel.yaml"
    body = dedent("""\
        - at: {name: totaal}
          expect: budget.total
          value: budget.total
        """)
    file.write_text(f"form: kostenmodel.xlsx\nsha256: {'0' * 64}\nslots:\n" + body, encoding="utf-8")
    with pytest.raises(FaultyInput) as caught:
        read_slots(file)
    assert str(caught.value.findings[0].spot).endswith(":6:3")
