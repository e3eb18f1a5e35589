"""Single cells: what is filled, what is kept, what is refused."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.office.sheets.forms import (
    MAIN,
    attributes,
    cell,
    changed_parts,
    fill,
    find_cell,
    formula,
    make_form,
    named,
    rows,
    sheet_part,
)

from ibndocs.foundation.findings import FaultyInput, Severity
from ibndocs.foundation.values import Day, Euro
from ibndocs.office.package import Package
from ibndocs.office.sheets.cells import ErrorValue
from ibndocs.office.sheets.fill import SheetForm
from ibndocs.office.sheets.reader import read_values


def build_overview(workbook: Any) -> None:
    money = workbook.add_format({"num_format": "#,##0.00", "bg_color": "#FFEE00"})
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    overview, years = workbook.add_worksheet("Overzicht"), workbook.add_worksheet("Jaar 1")
    overview.write("A1", "Acroniem")
    overview.write("B1", "[acroniem]")
    overview.write("B2", 0, money)
    overview.write_blank("B3", None, day)
    overview.merge_range("D1:E2", "samen")
    overview.write_formula("C2", "=B2*2")
    overview.set_column("G:G", 12, money)
    years.write("A1", 5)
    years.write_formula("A2", "=Overzicht!C2+A1", value=5)
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series({"values": "='Jaar 1'!$A$1:$A$2"})
    years.insert_chart("C3", chart)
    workbook.add_worksheet("Los").write("A1", "niets")
    workbook.define_name("acroniem", "=Overzicht!$B$1")
    workbook.define_name("samen", "=Overzicht!$D$1:$E$2")
    workbook.define_name("reeks", "='Jaar 1'!$A$1:$A$2")
    workbook.define_name("'Jaar 1'!start", "='Jaar 1'!$A$1")


@pytest.fixture(scope="module")
def form() -> Package:
    return make_form(build_overview)


def test_values_arrive_typed_and_formulas_are_calculated(form: Package) -> None:
    slots = [
        named("Acroniem", "p.acronym"),
        cell("Overzicht!B2", "p.amount"),
        cell("overzicht!B3", "p.start"),
        cell("Overzicht!B4", "p.amount.value > 3"),
        cell("'Jaar 1'!B9", "p.amount.value / 4"),
        named("samen", '\'=HYPERLINK("http://voorbeeld.be","x")\''),
        named("start", "1"),
    ]
    view = {"acronym": "IBN <&> “x”", "amount": Euro(Decimal("10.10")), "start": Day(date(2026, 9, 1))}
    filled, findings = fill(form, slots, p=view)
    assert findings == []
    assert read_values(filled)["Overzicht"] == {
        "A1": "Acroniem",
        "B1": "IBN <&> “x”",
        "B2": Decimal("10.1"),
        "B3": date(2026, 9, 1),
        "B4": True,
        "C2": Decimal("20.2"),
        "D1": '=HYPERLINK("http://voorbeeld.be","x")',
    }
    assert read_values(filled)["Jaar 1"] == {"A1": Decimal(1), "A2": Decimal("21.2"), "B9": Decimal("2.525")}
    assert formula(filled, "D1") is None


def test_only_the_parts_that_change_change(form: Package) -> None:
    filled, _ = fill(form, [cell("Los!A1", "'iets'")])
    assert changed_parts(form, filled) == {"xl/worksheets/sheet3.xml"}
    filled, _ = fill(form, [cell("Overzicht!B2", "7")])
    sheets = {f"xl/worksheets/sheet{number}.xml" for number in (1, 2)}
    # The chart shows the sum that changed.
    assert changed_parts(form, filled) == {*sheets, "xl/charts/chart1.xml"}


def test_a_workbook_without_formulas_has_no_other_part_touched() -> None:
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write("A1", "x"))
    filled, _ = fill(form, [cell("Blad!A1", "'y'")])
    assert changed_parts(form, filled) == {"xl/worksheets/sheet1.xml"}


def test_the_style_of_the_form_is_kept(form: Package) -> None:
    filled, _ = fill(form, [cell("Overzicht!B2", "1"), cell("Overzicht!G9", "2"), cell("Overzicht!A9", "3")])
    assert find_cell(filled, "B2").get("s") == find_cell(form, "B2").get("s")
    assert find_cell(filled, "G9").get("s") == find_cell(form, "B2").get("s"), "a new cell looks like its column"
    assert find_cell(filled, "A9").get("s") is None


def test_a_row_takes_the_height_its_text_needs_unless_it_was_set() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Blad")
        wrapped = workbook.add_format({"text_wrap": True})
        for row in range(3):
            sheet.set_row(row, 30)
            sheet.write_blank(row, 0, None, wrapped if row else None)

    form = make_form(build)
    part = "xl/worksheets/sheet1.xml"
    free = form.part(part).replace(b'r="2" spans="1:1" ht="30" customHeight="1"', b'r="2" spans="1:1" ht="30"')
    filled, _ = fill(form.with_parts({part: free}), [cell(f"Blad!A{row}", "'lang'") for row in (1, 2, 3)])
    assert [row.get("ht") for row in sheet_part(filled).iter(f"{MAIN}row")] == ["30", None, "30"]


def test_new_rows_and_cells_stand_in_order(form: Package) -> None:
    places = ["C9", "A9", "AB9", "B9", "A4", "F1", "C1"]
    filled, _ = fill(form, [cell(f"Overzicht!{place}", "1") for place in places])
    found = [c.get("r") for c in sheet_part(filled).iter(f"{MAIN}c") if c.get("r") in places]
    assert found == ["C1", "F1", "A4", "A9", "B9", "C9", "AB9"]
    numbers = [int(row.get("r", 0)) for row in sheet_part(filled).iter(f"{MAIN}row")]
    assert numbers == sorted(set(numbers))
    assert attributes(filled, "dimension", "ref") == ["A1:AB9"]


def test_none_empties_a_cell_and_makes_none(form: Package) -> None:
    filled, _ = fill(form, [cell("Overzicht!B1", "none"), cell("Overzicht!Z99", "none")])
    assert len(find_cell(filled, "B1")) == 0
    assert "Z99" not in attributes(filled, "c", "r")


def test_excel_is_asked_to_calculate_again(form: Package) -> None:
    workbook = re.sub(rb"<calcPr[^>]*/>", b"", form.part("xl/workbook.xml"))
    filled, _ = fill(form.with_parts({"xl/workbook.xml": workbook}), [])
    names = [element.tag.removeprefix(MAIN) for element in filled.xml("xl/workbook.xml")]
    assert names.index("calcPr") == names.index("definedNames") + 1
    (settings,) = filled.xml("xl/workbook.xml").iter(f"{MAIN}calcPr")
    assert settings.get("fullCalcOnLoad") == "1"


def test_the_same_values_give_the_same_bytes(form: Package) -> None:
    compiled = SheetForm.compile(form, [cell("Overzicht!B2", "v")])
    assert compiled.render({"v": 3}, {"title": "T"}) == compiled.render({"v": 3}, {"title": "T"})
    assert compiled.render({"v": 3}) != compiled.render({"v": 4})


def test_properties_are_set(form: Package) -> None:
    data = SheetForm.compile(form, []).render({}, {"title": "Kosten & baten", "creator": "Netwerk"})
    core = Package.read(data).part("docProps/core.xml").decode()
    assert "Kosten &amp; baten" in core
    assert "Netwerk" in core


def test_properties_are_set_in_a_form_that_has_none(form: Package) -> None:
    rels, types = form.part("_rels/.rels").decode(), form.part("[Content_Types].xml").decode()
    bare = form.with_parts(
        {
            "docProps/core.xml": None,
            "_rels/.rels": re.sub(r"<Relationship [^>]*core-properties[^>]*/>", "", rels).encode(),
            "[Content_Types].xml": re.sub(r"<Override [^>]*core-properties[^>]*/>", "", types).encode(),
        }
    )
    filled = Package.read(SheetForm.compile(bare, []).render({}, {"title": "Kosten"}))
    assert b"Kosten" in filled.part("docProps/core.xml")
    assert "core-properties" in filled.content_type("docProps/core.xml")
    assert [rel.target for rel in filled.relationships() if rel.type.endswith("core-properties")] == [
        "docProps/core.xml"
    ]


def test_a_template_becomes_a_workbook(form: Package) -> None:
    types = form.part("[Content_Types].xml").replace(b"sheet.main+xml", b"template.main+xml")
    filled, _ = fill(form.with_parts({"[Content_Types].xml": types}), [])
    assert filled.content_type("xl/workbook.xml").endswith("spreadsheetml.sheet.main+xml")


def test_the_calendar_of_the_workbook_is_honoured() -> None:
    def build(workbook: Any) -> None:
        workbook.add_worksheet("Blad").write_blank("A1", None, workbook.add_format({"num_format": 14}))

    form = make_form(build, date_1904=True)
    filled, findings = fill(form, [cell("Blad!A1", "d")], d=date(2026, 1, 23))
    assert findings == []
    assert find_cell(filled, "A1").findtext(f"{MAIN}v") == "44583"
    assert read_values(filled) == {"Blad": {"A1": date(2026, 1, 23)}}


def test_a_day_in_a_cell_that_shows_none_is_told(form: Package) -> None:
    _, findings = fill(form, [cell("Overzicht!B2", "d", line=12)], d=Day(date(2026, 1, 23)))
    assert [(found.id, found.severity, str(found.spot)) for found in findings] == [
        ("SLT25", Severity.WARNING, "slots/kostenmodel.yaml:12:5")
    ]
    assert "Overzicht!B2" in findings[0].message.nl


@pytest.mark.parametrize(
    ("slot", "code", "words"),
    [
        (cell("Overzich!B1", "1", 7), "SLT21", "Overzicht"),
        (cell("B1", "1", 7), "SLT21", "Blad1!C4"),
        (cell("Overzicht!XFE1", "1", 7), "SLT21", "XFE1"),
        (cell("Overzicht!3", "1", 7), "SLT21", "3"),
        (named("acronym", "1", 7), "SLT21", "acroniem"),
        (named("reeks", "1", 7), "SLT21", "meer dan één"),
        (cell("Overzicht!C2", "1", 7), "SLT22", "formule"),
        (cell("Overzicht!E2", "1", 7), "SLT23", "D1"),
        (rows("Overzicht!99", "x in xs", {"A": "x"}, line=7), "SLT21", "rijen"),
        (rows("Overzicht!B", "x in xs", {"A": "x"}, line=7), "SLT21", "rijnummer"),
        (rows("Overzicht!2", "x in xs", {"C": "x"}, line=7), "SLT22", "C2"),
        (rows("Overzicht!1", "x in xs", {"D": "x"}, line=7), "SLT23", "eerste lijn"),
        (rows("Overzicht!2", "x of xs", {"A": "x"}, line=7), "TPL02", "x of xs"),
        (cell("Overzicht!B1", "p.", 7), "TPL02", "p."),
    ],
)
def test_a_place_that_does_not_fit_is_told(form: Package, slot: Any, code: str, words: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(form, [slot])
    (finding,) = caught.value.findings
    assert finding.id == code
    assert str(finding.spot).startswith("slots/kostenmodel.yaml:7")
    assert words in finding.message.nl + (finding.fix.nl if finding.fix else "")


def test_all_faults_are_told_at_once(form: Package) -> None:
    slots = [cell("Nergens!A1", "1", 1), cell("Overzicht!B1", "1", 2), named("acroniem", "2", 3), cell("X!1", "(", 4)]
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(form, slots)
    assert [finding.id for finding in caught.value.findings] == ["SLT21", "SLT26", "SLT21"]


def test_faulty_values_are_told_at_once_with_their_places(form: Package) -> None:
    slots = [
        cell("Overzicht!B1", "long", 3),
        cell("Overzicht!B2", "nope", 4),
        cell("Overzicht!B3", "[1]", 5),
        cell("Overzicht!B5", "1 / 0", 6),
    ]
    with pytest.raises(FaultyInput) as caught:
        SheetForm.compile(form, slots).fill({"long": "x" * 40_000})
    assert [(found.id, found.spot.line if found.spot else 0) for found in caught.value.findings] == [
        ("SLT24", 3),
        ("TPL05", 4),
        ("TPL06", 5),
        ("TPL09", 6),
    ]


def test_rows_without_addresses_are_counted() -> None:
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write_row("A1", [1, 2, 3]))
    bare = re.sub(rb'<(row|c) r="[^"]*"', rb"<\1", form.part("xl/worksheets/sheet1.xml"))
    form = form.with_parts({"xl/worksheets/sheet1.xml": bare})
    filled, _ = fill(form, [cell("Blad!B1", "9")])
    assert read_values(filled) == {"Blad": {"A1": Decimal(1), "B1": Decimal(9), "C1": Decimal(3)}}


def test_errors_are_read_as_errors() -> None:
    form = make_form(lambda workbook: workbook.add_worksheet("Blad").write_formula("A1", "=1/0"))
    filled, _ = fill(form, [cell("Blad!A2", "'#DIV/0!'")])
    values = read_values(filled)["Blad"]
    assert isinstance(values["A1"], ErrorValue)
    assert values["A1"] == values["A2"] == "#DIV/0!"
    assert not isinstance(values["A2"], ErrorValue)
