"""The outline of a workbook: what is told of it, and that each place it names is found again as exactly that cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from tests.office.sheets.forms import cell, fill, make_form
from tests.office.sheets.personnel import make_cost_model
from tests.office.sheets.test_demands import form_with_controls
from tests.office.sheets.test_labels import build_lines, build_protected, by_header
from tools.forms_of_others.begroting import make as make_agency_form
from tools.forms_of_others.controls import Control, add_controls

from ibndocs.foundation.datafiles import find_data
from ibndocs.office.inspection import inspect_form
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import SheetCell, SheetCheckBox, SheetDropDown, SheetLabel, SheetName, SheetRows, SheetTable
from ibndocs.office.sheets.anchors import Anchors
from ibndocs.office.sheets.control_anchors import ControlAnchors
from ibndocs.office.sheets.reader import read_values
from ibndocs.office.sheets.workbook import Workbook


def inspect(form: Package) -> Outline:
    return inspect_form(form.write(), name=form.name)


def labels(outline: Outline, kind: Kind) -> list[str]:
    return [item.label for item in outline.items if item.kind is kind]


def one(outline: Outline, label: str) -> Item:
    (found,) = [item for item in outline.items if item.label == label]
    return found


STAND_INS = ("kostenmodel.xlsx", "cofinancieringsplan-excel.xlsx")
PACK = find_data("templates") / "ibn-2025" / "forms"


def make_agency() -> Package:
    return Package.read(make_agency_form(), name="begroting.xlsx")


FORMS: dict[str, Callable[[], Package]] = {
    "protected": partial(make_form, build_protected),
    "lines": partial(make_form, build_lines),
    "controls": form_with_controls,
    "cost model": make_cost_model,
    "agency": make_agency,
    **{name: partial(Package.read, PACK / name) for name in STAND_INS},
}


@pytest.mark.parametrize("name", FORMS)
def test_every_place_is_found_again_as_exactly_that_place(name: str) -> None:
    form: Package = FORMS[name]()
    anchors = Anchors(Workbook(form))
    controls = ControlAnchors(anchors)
    outline = inspect(form)
    places = list(outline.fillable())
    assert places
    seen: set[object] = set()
    for item in places:
        match item.at:
            case SheetCell() | SheetName() | SheetLabel():
                found: object = str(anchors.find_cell(item.at))
                assert item.kind is Kind.NAME or found == item.facts["cell"]
            case SheetRows() | SheetTable():
                found = anchors.find_lines(item.at)
            case SheetCheckBox() | SheetDropDown():
                found = controls.find(item.at)
                assert found.name == item.facts["name"]
            case _:
                pytest.fail(f"{item.at} is no place in a workbook")
        assert found not in seen, f"{item.anchor_text} is named twice"
        seen.add(found)


@pytest.mark.parametrize("name", ["lines", "agency", *STAND_INS])
def test_the_columns_of_rows_are_found_by_their_headers(name: str) -> None:
    form: Package = FORMS[name]()
    anchors = Anchors(Workbook(form))
    rows: SheetRows | SheetTable | None = None
    checked = 0
    for item in inspect(form).items:
        if isinstance(item.at, SheetRows | SheetTable):
            rows = item.at
        elif item.depth == 2 and item.label and rows is not None:
            lines = anchors.find_lines(rows)
            letter = anchors.find_column(rows, lines, item.facts["column"])
            assert anchors.find_column(rows, lines, item.label) == letter
            checked += 1
    assert checked


def test_sheets_are_told_hidden_and_protected_with_their_formulas() -> None:
    outline = inspect(FORMS["agency"]())
    sheets = {item.label: item.facts for item in outline.items if item.kind is Kind.SHEET}
    assert sheets["Lijsten"]["hidden"] == "very hidden"
    assert sheets["Gegevens"] == {"protected": "password"}
    assert sheets["Personeel"]["formulas"] == "19"
    assert sheets["Personeel"]["formula cells"] == "I8:L11, F11:H11"
    assert sheets["Begroting"]["print area"] == "Begroting!$A$1:$F$34"
    assert outline.facts["protection"] == "structure"


def test_inputs_have_their_words_their_list_and_their_format() -> None:
    outline = inspect(FORMS["agency"]())
    start, vat, months = one(outline, "Startdatum:"), one(outline, "Btw-statuut:"), one(outline, "Looptijd in maanden:")
    assert (start.kind, start.facts["format"]) == (Kind.DATE, "dd/mm/yyyy")
    assert start.facts["validation"] == "date 1 januari 2026 … 31 december 2030"
    assert (vat.kind, vat.choices[-1], vat.facts["prompt"]) == (
        Kind.DROP_DOWN,
        "Volledig btw-plichtig",
        "Btw: Kies uit de lijst.",
    )
    assert (months.kind, months.facts["validation"]) == (Kind.CELL, "whole 12 … 36")
    assert start.where == ("Gegevens", "Gegevens van de aanvraag")


def test_rows_that_repeat_are_told_with_their_columns() -> None:
    outline = inspect(make_form(build_lines))
    rows = next(item for item in outline.items if item.kind is Kind.ROWS)
    assert rows.at == SheetRows("Personeel!4:6")
    at = outline.items.index(rows)
    assert [item.label for item in outline.items[at + 1 : at + 3]] == ["BTW", "Loon Jaar 1"]


def test_totals_are_told_with_what_they_add_up() -> None:
    outline = inspect(make_form(build_protected))
    (total,) = [item for item in outline.items if item.kind is Kind.FORMULA]
    assert (total.label, total.facts["formula"], total.at) == ("Totaal", "=SUM(B7:B7)", None)


def test_controls_comments_charts_and_names_are_told() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write("A1", "Naam:")
        sheet.write_comment("A1", "Zoals in de statuten.")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Blad!$B$2:$B$4"})
        chart.set_title({"name": "Leden per jaar"})
        sheet.insert_chart("D5", chart)
        workbook.define_name("leden", "=Blad!$B$2:$B$4")
        workbook.define_name("Blad!eigen", "=SUM(Blad!$B$2)")

    outline = inspect(make_form(build))
    assert [item.text.splitlines()[-1] for item in outline.items if item.kind is Kind.COMMENT] == [
        "Zoals in de statuten."
    ]
    assert labels(outline, Kind.CHART) == ["Leden per jaar"]
    names = {item.label: (item.text, dict(item.facts)) for item in outline.items if item.kind is Kind.NAME}
    assert names == {"leden": ("Blad!$B$2:$B$4", {}), "eigen": ("SUM(Blad!$B$2)", {"scope": "Blad"})}
    assert labels(inspect(form_with_controls()), Kind.CHECK_BOX) == ["Wij zijn een kmo", "Wij zijn een vzw"]


def test_a_cell_that_follows_a_check_box_is_no_place_of_its_own() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write("A5", "Kmo")
        sheet.write_blank("B5", None, workbook.add_format({"locked": 0}))
        sheet.protect()

    form = add_controls(make_form(build), "xl/worksheets/sheet1.xml", [Control("Wij zijn een kmo", 3, "$B$5")])
    assert [item.anchor for item in inspect(form).fillable()] == [{"checkbox": "Wij zijn een kmo"}]


def test_a_plain_sheet_takes_bars_and_headings_for_no_place() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        bar, frame = workbook.add_format({"bg_color": "#1F4E78"}), workbook.add_format({"border": 1})
        sheet.write("A1", "Gegevens", bar)
        for column in "BCD":
            sheet.write_blank(f"{column}1", None, bar)
        sheet.write("A2", "Naam")
        sheet.write_blank("B2", None, frame)
        sheet.write_row("A3", ["E-mail:", "naam@example.be"])

    places = [item.anchor for item in inspect(make_form(build)).fillable()]
    assert places == [{"sheet": "Blad", "label": "Naam"}, {"sheet": "Blad", "label": "E-mail:"}]


def test_a_sheet_that_locks_its_formulas_alone_is_read_like_a_plain_one() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        opened, framed = (workbook.add_format({"locked": 0, "border": border}) for border in (0, 1))
        for row, label in enumerate(("Naam", "Adres", "Gemeente"), start=1):
            sheet.write(f"A{row}", label, opened)
            sheet.write_blank(f"B{row}", None, framed)
            sheet.write_blank(f"C{row}", None, opened)
        sheet.write("A4", "Totaal", opened)
        sheet.write_formula("B4", "=COUNTA(B1:B3)")
        sheet.protect("x")

    places = [item.anchor for item in inspect(make_form(build)).fillable()]
    assert places == [{"sheet": "Blad", "label": label} for label in ("Naam", "Adres", "Gemeente")]


def test_rows_that_only_a_long_validation_speaks_of_are_told() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_row("A1", ["Naam", "Rol", "Loon"])
        sheet.data_validation("A2:B5000", {"validate": "length", "criteria": "<", "value": 99})
        sheet.data_validation("C2:C5000", {"validate": "decimal", "criteria": ">", "value": 0})

    form = make_form(build)
    (rows,) = [item for item in inspect(form).items if item.kind is Kind.ROWS]
    assert (rows.label, rows.at) == ("Naam | Rol | Loon", SheetRows("Blad!2:251"))
    slot = by_header(SheetRows("Blad!2:251"), "x in xs", {"Naam": "x", "Loon": "7"})
    filled, findings = fill(form, [slot], xs=["An", "Bo"])
    assert findings == []
    assert read_values(filled)["Blad"] == {
        "A1": "Naam",
        "B1": "Rol",
        "C1": "Loon",
        "A2": "An",
        "C2": 7,
        "A3": "Bo",
        "C3": 7,
    }


def test_a_big_sheet_of_validations_and_names_is_no_burden() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        opened = workbook.add_format({"locked": 0})
        for row in range(1, 301):
            sheet.write(f"A{row}", f"Vraag {row}")
            sheet.write_blank(f"B{row}", None, opened)
            sheet.data_validation(f"B{row}", {"validate": "list", "source": f"=lijst_{row}"})
            workbook.define_name(f"lijst_{row}", f"=Blad!$D${row}:$F${row}")
            sheet.write_row(f"D{row}", [f"{row}a", f"{row}b", f"{row}c"])
        sheet.protect()

    outline = inspect(make_form(build))
    places = list(outline.fillable())
    assert len(places) == 300
    assert places[41].choices == ("42a", "42b", "42c")
    assert places[41].anchor == {"sheet": "Blad", "label": "Vraag 42"}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="1"', b'<row r="een"'),
        ("xl/styles.xml", b'fontId="0"', b'fontId="nul"'),
        ("xl/styles.xml", b'<sz val="11"', b'<sz val="groot"'),
        ("xl/worksheets/sheet1.xml", b'min="1"', b'min=""'),
    ],
)
def test_numbers_that_are_none_are_no_reason_to_fall_over(part: str, old: bytes, new: bytes) -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        sheet.set_column("A:A", 20)
        sheet.write("A1", "Naam:", workbook.add_format({"text_wrap": True}))

    form = make_form(build)
    assert old in form.part(part)
    broken = form.with_parts({part: form.part(part).replace(old, new)})
    assert [item.anchor for item in inspect(broken).fillable()] == [{"sheet": "Blad", "label": "Naam:"}]
    filled, _ = fill(broken, [cell("Blad!A1", "'x'")])
    assert read_values(filled)["Blad"]["A1"] == "x"
