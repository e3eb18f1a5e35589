"""The budget form of another agency, filled from a whole example: LibreOffice comes to the totals of the dossier."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree
from tests.libreoffice import SOFFICE
from tests.office.sheets.test_referee import assert_agreed
from tools.forms_of_others.__main__ import FOLDER

from ibndocs.dossier import load
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import Severity
from ibndocs.office.fidelity import prove
from ibndocs.office.filled import Filled
from ibndocs.office.inspection import inspect_form
from ibndocs.office.outline import Kind
from ibndocs.office.package import Package
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.reader import read_values
from ibndocs.office.slots import ValueSlot, read_slots
from ibndocs.views.dossier import build_view

FORM = FOLDER / "begroting.xlsx"


@lru_cache(maxsize=1)
def fill_example() -> tuple[Filled, tuple[str, ...]]:
    """The form filled from biorenov, and what `expect` slots say about it."""
    slots = read_slots(FOLDER / "begroting.yaml")
    slots.check_pin(FORM.read_bytes())
    form = SheetForm.compile(Package.read(FORM), slots.slots)
    values = build_view(load(find_data("examples") / "biorenov").dossier, 2)
    filled = form.fill(values)
    return filled, tuple(str(found) for found in form.find_differences(filled.data, values))


def filled_package() -> Package:
    return Package.read(fill_example()[0].data, name="begroting.xlsx")


def test_its_totals_are_those_of_the_dossier() -> None:
    filled, differences = fill_example()
    assert differences == ()
    assert {finding.id for finding in filled.findings} == {"XLS07"}


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
def test_libreoffice_comes_to_the_same_values(tmp_path: Path) -> None:
    assert assert_agreed(filled_package(), tmp_path) > 150


def test_every_person_has_a_row_with_its_formulas() -> None:
    values = read_values(filled_package())["Personeel"]
    staff = [values[f"A{row}"] for row in range(8, 30) if f"A{row}" in values]
    assert staff[-1] == "Totaal personeel"
    assert len(staff) > 4, "more people than rows that stood ready"
    sheet = filled_package().part("xl/worksheets/sheet3.xml").decode()
    total = 8 + len(staff) - 1
    assert f"SUM(I8:I{total - 1})" in sheet
    assert f'sqref="F8:H{total - 1}"' in sheet, "validations cover the new rows"
    assert f'sqref="L8:L{total - 1}"' in sheet, "and so do conditional formats"


def test_the_table_of_costs_has_grown() -> None:
    lines = len(load(find_data("examples") / "biorenov").dossier.project.budget.operating)
    table = filled_package().part("xl/tables/table1.xml").decode()
    assert f'ref="A4:I{4 + lines + 1}"' in table


def test_protection_and_hidden_sheets_are_as_they_were() -> None:
    form, filled = Package.read(FORM), filled_package()
    for number in range(1, 7):
        part = f"xl/worksheets/sheet{number}.xml"
        protection = re.search(rb"<sheetProtection [^>]*/>", form.part(part))
        assert protection is not None
        assert protection[0] in filled.part(part)
    workbook = filled.part("xl/workbook.xml")
    assert b'state="veryHidden"' in workbook
    assert b"workbookProtection" in workbook


def test_check_boxes_and_lists_are_set_in_all_three_places() -> None:
    filled = filled_package()
    lists = read_values(filled)["Lijsten"]
    assert (lists["F2"], lists["F3"], lists["F4"]) == (True, True, 1)
    assert b'checked="Checked"' in filled.part("xl/ctrlProps/ctrlProp1.xml")
    assert b'sel="1"' in filled.part("xl/ctrlProps/ctrlProp3.xml")
    drawing = filled.part("xl/drawings/vmlDrawing9.vml")
    assert drawing.count(b"<x:Checked>1</x:Checked>") == 2
    assert b"<x:Sel>1</x:Sel>" in drawing


def test_parts_that_no_slot_touches_are_byte_for_byte_the_same() -> None:
    form, filled = Package.read(FORM), filled_package()
    untouched = ("styles", "theme", "sharedStrings", "worksheets/sheet1.xml", "drawings/drawing1.xml")
    parts = [part for part in form.parts if any(name in part for name in untouched)]
    assert len(parts) >= 5
    assert [part for part in parts if form.part(part) != filled.part(part)] == []


def test_nothing_but_the_places_of_its_slots_has_changed() -> None:
    slots = read_slots(FOLDER / "begroting.yaml").slots
    fidelity = prove(Package.read(FORM), filled_package(), slots)
    assert fidelity.differences == []
    empty = {place.partition(" (")[0] for place in fidelity.empty}
    assert empty == {f"Externe prestaties!{column}11" for column in "ABCDEFGH"}, "nobody is on invoice"


def test_a_total_that_the_form_adds_up_otherwise_is_told_with_both_amounts() -> None:
    form = Package.read(FORM)
    part = "xl/worksheets/sheet6.xml"
    wrong = form.part(part).replace(b"<f>SUM(E5:E8)</f>", b"<f>SUM(E5:E7)</f>")
    assert wrong != form.part(part)
    sheets = SheetForm.compile(form.with_parts({part: wrong}), read_slots(FOLDER / "begroting.yaml").slots)
    values = build_view(load(find_data("examples") / "biorenov").dossier, 2)
    (found,) = sheets.find_differences(sheets.fill(values).data, values)
    assert (found.id, found.severity, str(found.spot)) == ("FIN01", Severity.ERROR, "begroting.xlsx:Begroting!E9")
    assert found.message.en == "the workbook comes to €\xa01.231.349,00, the dossier to €\xa01.306.894,00"


def test_in_a_touched_sheet_only_the_filled_cells_differ() -> None:
    """Cell by cell, and all that stands around the cells; results of formulas are calculated anew."""
    form = Package.read(FORM)
    slots = [slot for slot in read_slots(FOLDER / "begroting.yaml").slots if isinstance(slot, ValueSlot)]
    values = build_view(load(find_data("examples") / "biorenov").dossier, 2)
    filled = Package.read(SheetForm.compile(form, slots).fill(values).data, name="begroting.xlsx")
    sheets = [part for part in form.parts if part.startswith("xl/worksheets/sheet")]
    changed: dict[str, list[str]] = {}
    for part in sheets:
        before, after = (pack.xml(part) for pack in (form, filled))
        olds, news = (list(root.iter("{*}c")) for root in (before, after))
        assert [cell.get("r") for cell in olds if cell.get("r") not in {new.get("r") for new in news}] == []
        there = {cell.get("r"): cell for cell in olds}
        for new in news:
            old = there.get(new.get("r"))
            formula = None if old is None else old.find("{*}f")
            if old is not None and formula is not None:
                kept = new.find("{*}f")
                assert kept is not None
                assert etree.tostring(formula) == etree.tostring(kept)
                assert old.get("s") == new.get("s")
            elif old is None or etree.tostring(old) != etree.tostring(new):
                changed.setdefault(part, []).append(str(new.get("r")))
        for root in (before, after):
            for data in root.findall("{*}sheetData"):
                root.remove(data)
            for size in root.findall("{*}dimension"):
                root.remove(size)
        assert etree.tostring(before) == etree.tostring(after)
    assert changed == {
        "xl/worksheets/sheet2.xml": [f"C{row}" for row in range(3, 15)],
        "xl/worksheets/sheet6.xml": [f"{column}{row}" for row in (13, 14) for column in "BCD"],
        "xl/worksheets/sheet7.xml": ["F2", "F3", "F4"],
    }


def test_inspection_names_every_place_that_its_slots_fill() -> None:
    outline = inspect_form(FORM)
    named = [item.anchor for item in outline.fillable()]
    assert len(named) == 25
    for wanted in (
        {"sheet": "Gegevens", "label": "Startdatum:"},
        {"rows": "Personeel!8:10"},
        {"table": "Werking"},
        {"checkbox": "De btw is een kost voor de aanvrager"},
        {"sheet": "Begroting", "label": "VTE waarvoor overhead geldt", "column": "Jaar 2"},
    ):
        assert wanted in named
    totals = {item.label: item.facts["cell"] for item in outline.items if item.kind is Kind.FORMULA}
    assert totals["Totale begroting · Jaar 3"] == "Begroting!D9"
    assert totals["Werkingskosten · Jaar 1"] == "Begroting!B7", "fetched from the sheet of that name"
    vat = next(item for item in outline.items if item.label == "Btw-statuut:")
    assert vat.choices[0] == "Niet btw-plichtig", "from a named range on a sheet that is very hidden"
