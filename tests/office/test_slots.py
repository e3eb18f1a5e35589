"""The slots file: what it says, and every fault with its line and column."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from textwrap import dedent

import pytest

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office import places, slots
from ibndocs.office.slots import Expression, SlotsFile, read_slots

PIN = sha256(b"the form").hexdigest()
HEAD = f"form: vooraanmelding.docx\nsha256: {PIN}\n"


def read(tmp_path: Path, text: str) -> SlotsFile:
    file = tmp_path / "slots" / "vooraanmelding.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return read_slots(file)


def read_body(tmp_path: Path, body: str, form: str = "vooraanmelding.docx") -> SlotsFile:
    """The slots of a file that starts with three lines of its own: form, pin and `slots:`."""
    return read(tmp_path, f"form: {form}\nsha256: {PIN}\nslots:\n" + dedent(body))


def faults_of(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(FaultyInput) as caught:
        read(tmp_path, text)
    return [f"{finding.spot} {finding.id}" for finding in caught.value.findings]


def body_faults(tmp_path: Path, body: str, form: str = "vooraanmelding.docx") -> list[str]:
    return faults_of(tmp_path, f"form: {form}\nsha256: {PIN}\nslots:\n" + dedent(body))


def test_it_reads_every_kind_of_place_in_word(tmp_path: Path) -> None:
    file = read_body(
        tmp_path,
        """
        - at: {control: acroniem}
          value: project.acronym
        - at: {bookmark: naam}
          value: project.title
          optional: true
        - at: {table: "Identificatie", row: "Titel", column: 2}
          value: project.title
          replace: true
        - at: {under: "2. Samenvatting", nth: 2}
          value: narrative.samenvatting
          as: markdown
        - at: {checkbox: "Ja"}
          value: applicant.vat
        - at: {placeholder: "[naam]"}
          value: applicant.name
        - at: {heading: "Bijlage"}
          drop_unless: annexes
        - at: {table: 3}
          drop_unless: partners
        """,
    )
    assert [slot.at for slot in file.slots] == [
        places.Control("acroniem"),
        places.Bookmark("naam"),
        places.TableCell("Identificatie", "Titel", 2),
        places.Under("2. Samenvatting", 2),
        places.CheckBox("Ja"),
        places.Placeholder("[naam]"),
        places.Section("Bijlage"),
        places.WholeTable(3),
    ]
    control, bookmark, cell, under, _, _, section, _ = file.slots
    assert isinstance(control, slots.ValueSlot)
    assert control.value == Expression("project.acronym", Spot("slots/vooraanmelding.yaml", 6, 10))
    assert control.spot == Spot("slots/vooraanmelding.yaml", 5, 3)
    assert (control.markup, control.optional, control.replace) == ("text", False, False)
    assert isinstance(bookmark, slots.ValueSlot)
    assert bookmark.optional
    assert isinstance(cell, slots.ValueSlot)
    assert cell.replace
    assert isinstance(under, slots.ValueSlot)
    assert under.markup == "markdown"
    assert isinstance(section, slots.DropSlot)
    assert section.unless.source == "annexes"


def test_it_reads_a_part_that_repeats(tmp_path: Path) -> None:
    (part,) = read_body(
        tmp_path,
        """
        - at: {heading: "Werkpakket", nth: 2}
          each: package in packages
        """,
    ).slots
    assert isinstance(part, slots.RepeatSlot)
    assert part.at == places.Section("Werkpakket", 2)
    assert part.each.source == "package in packages"


def test_it_reads_rows_that_repeat(tmp_path: Path) -> None:
    file = read_body(
        tmp_path,
        """
        - at: {rows: Leden, row: 2}
          each: member in members
          cells: [member.number, null, {value: member.note, as: markdown}, {value: "''", fill: member.colour}]
          empty: Geen.
        - at: {rows: 4, row: "Naam"}
          each: package in packages
          repeat_also: 1
          cells:
            - [package.name]
            - [package.note, ~]
        """,
    )
    members, packages = file.slots
    assert isinstance(members, slots.RowsSlot)
    assert members.at == places.TableRows("Leden", 2)
    assert (members.each.source, members.empty) == ("member in members", "Geen.")
    number, nothing, note, coloured = members.cells[0]
    assert number is not None
    assert number.value is not None
    assert number.value.source == "member.number"
    assert nothing is None
    assert note is not None
    assert note.markup == "markdown"
    assert coloured is not None
    assert coloured.colour is not None
    assert coloured.colour.source == "member.colour"
    assert isinstance(packages, slots.RowsSlot)
    assert [len(row) for row in packages.cells] == [1, 2]


def test_it_reads_slides(tmp_path: Path) -> None:
    file = read_body(
        tmp_path,
        """
        - at: {slide: 3, shape: Titel}
          value: points
          as: bullets
        - at: {slide: 3, shape: Tabel, row: 2}
          each: k in kpis
          cells: [k.name]
        - at: {slide: 4, chart: Grafiek}
          categories: years
          series: [{name: "'Totaal'", values: totals}]
        - at: {slide: 3, notes: true}
          value: notes
          as: markdown
        - at: {slide: 3, shape: Tabel, row: Totaal, column: 2}
          value: total
        - at: {slide: 5}
          drop_unless: annexes
        """,
        form="pitch.pptx",
    )
    assert [slot.at for slot in file.slots] == [
        places.SlideShape(3, "Titel"),
        places.SlideRows(3, "Tabel", 2),
        places.SlideChart(4, "Grafiek"),
        places.SlideNotes(3, notes=True),
        places.SlideCell(3, "Tabel", "Totaal", 2),
        places.WholeSlide(5),
    ]
    chart = file.slots[2]
    assert isinstance(chart, slots.ChartSlot)
    assert [(one.name.source, one.values.source) for one in chart.series] == [("'Totaal'", "totals")]


def test_it_reads_sheets(tmp_path: Path) -> None:
    file = read_body(
        tmp_path,
        """
        - at: {cell: "Overzicht!C4"}
          value: project.acronym
        - at: {name: acroniem}
          value: project.acronym
        - at: {rows: "Personeel!8"}
          each: person in budget.personnel
          cells: {A: person.name, D: "person.wage[0]"}
        """,
        form="kosten.xlsx",
    )
    assert [slot.at for slot in file.slots] == [
        places.SheetCell("Overzicht!C4"),
        places.SheetName("acroniem"),
        places.SheetRows("Personeel!8"),
    ]
    rows = file.slots[2]
    assert isinstance(rows, slots.ColumnsSlot)
    assert {column: fill.value and fill.value.source for column, fill in rows.cells.items()} == {
        "A": "person.name",
        "D": "person.wage[0]",
    }


def test_words_that_old_yaml_takes_for_booleans_stay_words(tmp_path: Path) -> None:
    file = read_body(tmp_path, "- at: {control: on}\n  value: no\n- at: {table: 1, row: '2'}\n  value: 1.0\n")
    switch, cell = file.slots
    assert switch.at == places.Control("on")
    assert isinstance(switch, slots.ValueSlot)
    assert switch.value.source == "no"
    assert cell.at == places.TableCell(1, "2"), "a quoted number is a label"
    assert isinstance(cell, slots.ValueSlot)
    assert cell.value.source == "1.0"


def test_properties_are_expressions(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + "properties: {title: project.title}\nslots: []\n")
    assert file.properties["title"] == Expression("project.title", Spot("slots/vooraanmelding.yaml", 3, 21))


def test_all_faults_come_at_once_with_their_place(tmp_path: Path) -> None:
    body = """\
        - at: {control: a}
          valeu: x
        - at: {table: 1, rwo: 2}
          value: x
        - at: {control: a}
          value: x
          as: makrdown
        - at: {table: 1}
          value: x
        - value: x
        - at: {control: a, bookmark: b}
          value:
        - at: {rows: 1, row: 0}
          each: x in y
          cells: z
        - at: {heading: Bijlage}
        - nothing
        - at: {control: a}
          value: x
          value: y
    """
    assert body_faults(tmp_path, body) == [
        "slots/vooraanmelding.yaml:4:3 SLT03",
        "slots/vooraanmelding.yaml:5:3 SLT02",
        "slots/vooraanmelding.yaml:6:18 SLT02",
        "slots/vooraanmelding.yaml:10:7 SLT04",
        "slots/vooraanmelding.yaml:11:7 SLT07",
        "slots/vooraanmelding.yaml:13:3 SLT03",
        "slots/vooraanmelding.yaml:14:7 SLT07",
        "slots/vooraanmelding.yaml:16:22 SLT04",
        "slots/vooraanmelding.yaml:19:3 SLT03",
        "slots/vooraanmelding.yaml:20:3 SLT04",
        "slots/vooraanmelding.yaml:23:3 SLT05",
    ]


def test_an_unknown_key_gets_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        read_body(tmp_path, "- at: {control: a}\n  valeu: x\n  value: y\n")
    (finding,) = caught.value.findings
    assert finding.message.nl == "een slot kent geen sleutel 'valeu'"
    assert finding.fix is not None
    assert finding.fix.nl == "bedoelde u “value”?"


def test_places_of_another_office_are_refused(tmp_path: Path) -> None:
    assert body_faults(tmp_path, "- at: {slide: 3, shape: Titel}\n  value: x\n") == [
        "slots/vooraanmelding.yaml:4:8 SLT02",
        "slots/vooraanmelding.yaml:4:18 SLT02",
    ]
    assert body_faults(tmp_path, "- at: {name: a}\n  value: x\n  as: markdown\n", form="kosten.xlsx") == [
        "slots/vooraanmelding.yaml:6:7 SLT04"
    ]


def test_a_group_of_rows_has_a_list_of_cells_for_each(tmp_path: Path) -> None:
    body = "- at: {rows: 1, row: 2}\n  each: x in y\n  repeat_also: 2\n  cells: [[x], [x]]\n"
    assert body_faults(tmp_path, body) == ["slots/vooraanmelding.yaml:7:10 SLT15"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("slots: [", "slots/vooraanmelding.yaml:2:1 SLT01"),
        ("", "slots/vooraanmelding.yaml SLT01"),
        ("\x80\x01", "slots/vooraanmelding.yaml SLT01"),
        ("[" * 300_000 + "]" * 300_000, "slots/vooraanmelding.yaml SLT01"),
        ("- a", "slots/vooraanmelding.yaml:1:1 SLT04"),
        ("form: a.docx", "slots/vooraanmelding.yaml:1:1 SLT03"),
        (f"form: a.odt\nsha256: {PIN}\nslots: []", "slots/vooraanmelding.yaml:1:7 SLT04"),
        ("form: a.docx\nsha256: 12ab\nslots: []", "slots/vooraanmelding.yaml:2:9 SLT04"),
    ],
)
def test_a_file_that_is_no_slots_file_says_where(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in faults_of(tmp_path, text)


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        read_slots(tmp_path / "slots" / "none.yaml")
    assert [finding.id for finding in caught.value.findings] == ["SLT01"]


def test_the_pin_holds_the_form_to_its_version(tmp_path: Path) -> None:
    file = read(tmp_path, HEAD + "slots: []\n")
    file.check_pin(b"the form")
    with pytest.raises(FaultyInput) as caught:
        file.check_pin(b"a later form")
    (finding,) = caught.value.findings
    assert (finding.id, str(finding.spot)) == ("SLT06", "slots/vooraanmelding.yaml:2:9")
    assert sha256(b"a later form").hexdigest() in finding.message.nl


def test_a_blank_that_is_asked_for_is_no_missing_value(tmp_path: Path) -> None:
    file = read_body(
        tmp_path,
        """
        - at: {control: a}
          value: "''"
        - at: {rows: 1, row: 2}
          each: m in members
          cells: ["''", {value: '""', fill: m.colour}, m.name]
        """,
    )
    blank, rows = file.slots
    assert isinstance(blank, slots.ValueSlot)
    assert blank.optional
    assert isinstance(rows, slots.RowsSlot)
    assert [fill is not None and fill.optional for fill in rows.cells[0]] == [True, True, False]
