"""Places that cannot be found, are not the only one or cannot take the value: a finding for each, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office.word.slot_forms import (
    build_form,
    cell,
    faults,
    p,
    r,
    row,
    rows,
    sdt,
    spot,
    tbl,
    tc,
    tr,
    value,
)

from ibndocs.office import places
from ibndocs.office.places import Place
from ibndocs.office.slots import DropSlot, Expression, Slot, read_slots
from ibndocs.office.word.fill import WordForm

MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>'
FORM = build_form(
    p("Identificatie", "Kop1")
    + tbl(row("Titel", ""), row("Acroniem", "vast"), row("Naam", ""), row("Naam", ""))
    + p("Leden", "Kop1")
    + tbl(row("Nr", "Naam", "Naam"), row("", "", ""))
    + tbl(row("Los", ""), row("", ""))
    + p("Visie", "Kop1")
    + p()
    + p("Bijlage", "Kop1")
    + p("Bijlage", "Kop1")
    + f"<w:p>{r('Van ')}{sdt('zin', r('x'))}{r(' tot ')}{sdt('foto', r('x'), '<w:picture/>')}</w:p>"
    + sdt("groep", sdt("binnen", p("a")) + p("b"))
    + sdt("lijst", p("kies"), "<w:dropDownList/>")
    + f"<w:p>{MARK.format(1, 'een', r('a'))}{r(' b')}{MARK.format(2, 'twee', '')}{MARK.format(3, 'twee', '')}</w:p>"
    + f'<w:p><w:bookmarkStart w:id="4" w:name="lang"/>{r("a")}</w:p><w:p>{r("b")}<w:bookmarkEnd w:id="4"/></w:p>'
    + p("☐ Ja ☐ Ja")
)


def only(*slots: Slot) -> tuple[str, str, str]:
    """The id, the Dutch message and the Dutch fix of the only fault there is."""
    (finding,) = faults(FORM, *slots).findings
    assert finding.message.en != finding.message.nl
    return finding.id, finding.message.nl, finding.fix.nl if finding.fix else ""


@pytest.mark.parametrize(
    ("place", "code", "message", "fix"),
    [
        (places.Control("groap"), "SLT10", "inhoudsbesturingselement 'groap'", "'groep'"),
        (places.Bookmark("een2"), "SLT10", "bladwijzer 'een2'", "'een'"),
        (places.Bookmark("twee"), "SLT11", "staat 2 keer", "nth: 1"),
        (places.Bookmark("lang"), "SLT12", "meer dan een alinea", ""),
        (places.Control("foto"), "SLT12", "heeft geen kader", ""),
        (places.Control("groep"), "SLT12", "andere besturingselementen", "'binnen'"),
        (places.TableCell("Identificaties", "Titel"), "SLT10", "tabel 'Identificaties'", "'Identificatie'"),
        (places.TableCell(9, "Titel"), "SLT10", "tabel '9'", "1 .. 3"),
        (places.TableCell("Leden", 2, 1), "SLT11", "tabel 'Leden' staat 2 keer", "nummer van de tabel"),
        (places.TableCell(1, "Titels"), "SLT10", "rij 'Titels'", "'titel'"),
        (places.TableCell(1, "Naam"), "SLT11", "rij 'Naam' staat 2 keer", "3, 4"),
        (places.TableCell(1, 9), "SLT10", "rij '9'", "1 .. 4"),
        (places.TableCell(1, "Titel", 3), "SLT10", "kolom '3'", "'1', '2'"),
        (places.TableCell(2, 2, "Nam"), "SLT10", "kolom 'Nam'", "'naam'"),
        (places.TableCell(2, 2, "Naam"), "SLT11", "kolom 'Naam' staat 2 keer", "2, 3"),
        (places.TableCell(1, "Acroniem"), "SLT13", "staat al tekst van het formulier: 'vast'", "replace: true"),
        (places.Under("Visje"), "SLT10", "kop of vraag 'Visje'", "'Visie'"),
        (places.Under("Bijlage"), "SLT11", "staat 2 keer", "nth: 1"),
        (places.Under("Bijlage", 3), "SLT11", "staat 2 keer", "ten hoogste 2"),
        (places.CheckBox("Nee"), "SLT10", "aankruisvak 'Nee'", "'Ja'"),
        (places.CheckBox("Ja"), "SLT11", "aankruisvak 'Ja' staat 2 keer", "nth: 1"),
        (places.Placeholder("[niets]"), "SLT10", "tekst '[niets]'", ""),
    ],
)
def test_a_place_that_does_not_resolve_says_why(place: Place, code: str, message: str, fix: str) -> None:
    found, said, hint = only(value(place, "x"))
    assert found == code
    assert message in said
    assert fix in hint


@pytest.mark.parametrize("place", [places.Control("zin"), places.Control("lijst"), places.Bookmark("een")])
def test_prose_does_not_fit_within_a_line_or_a_list(place: Place) -> None:
    assert only(value(place, "x", "markdown"))[0] == "SLT12"


@pytest.mark.parametrize(
    ("slot", "code", "message"),
    [
        (rows(places.TableRows("Nr", 2), "m in ms", (cell("m"),)), "SLT15", "rij 2 telt 3 cellen, het slot geeft er 1"),
        (rows(places.TableRows("Nr", 2), "m in ms", (None,) * 3, (None,) * 3), "SLT10", "rij '3'"),
        (rows(places.TableRows("Los", 1), "m in ms", (None,) * 2, (None,) * 2), "SLT16", "zonder rijen"),
        (DropSlot(places.Section("Bijlagen"), Expression("x", spot()), spot()), "SLT10", "kop of vraag 'Bijlagen'"),
    ],
)
def test_rows_and_sections_that_do_not_fit_say_why(slot: Slot, code: str, message: str) -> None:
    found, said, _ = only(slot)
    assert found == code
    assert message in said


def test_the_lower_part_of_a_merged_cell_takes_no_value() -> None:
    merged = tbl(tr(tc(p("a"), '<w:vMerge w:val="restart"/>'), tc()), tr(tc(p(), "<w:vMerge/>"), tc()), row("", ""))
    slot = rows(places.TableRows(1, 2), "m in ms", (cell("m"), cell("m")))
    (finding,) = faults(build_form(merged), slot).findings
    assert finding.id == "SLT15"
    assert "hoort bij de cel erboven" in finding.message.nl


@pytest.mark.parametrize(
    "slots",
    [
        (value(places.Under("Visie"), "x", line=3), value(places.Under("Visie"), "y", line=7)),
        (value(places.Control("zin"), "x", line=3), value(places.Control("Titel van zin"), "y", line=7)),
        (value(places.TableCell(1, "Titel"), "x", line=3), value(places.TableCell("Identificatie", 1, 2), "y", line=7)),
    ],
)
def test_two_slots_for_one_place_are_a_fault(slots: tuple[Slot, Slot]) -> None:
    (finding,) = faults(FORM, *slots).findings
    assert finding.id == "SLT14"
    assert str(finding.spot) == "slots/form.yaml:7:1"
    assert "slots/form.yaml:3:1" in finding.message.nl


def test_a_slot_inside_the_place_of_another_is_a_fault() -> None:
    form = build_form(sdt("buiten", f"<w:p>{r('a [naam] b')}</w:p>"))
    slots = value(places.Control("buiten"), "x", line=3), value(places.Placeholder("[naam]"), "y", line=7)
    (finding,) = faults(form, *slots).findings
    assert (finding.id, str(finding.spot)) == ("SLT14", "slots/form.yaml:7:1")


def test_an_expression_that_cannot_be_read_is_told_at_its_place() -> None:
    slots = (
        value(places.Under("Visie"), "x }} {{ y", line=3),
        value(places.Control("zin"), "x|eurro", line=5),
        rows(places.TableRows("Nr", 2), "m of ms", (cell("m."), None, None)),
    )
    found = [(finding.id, str(finding.spot)) for finding in faults(FORM, *slots).findings]
    assert found == [
        ("TPL02", "slots/form.yaml:1:1"),
        ("TPL02", "slots/form.yaml:1:1"),
        ("TPL02", "slots/form.yaml:3:1"),
        ("TPL08", "slots/form.yaml:5:1"),
    ]


def test_all_faults_come_at_once_with_their_place_in_the_slots_file(tmp_path: Path) -> None:
    file = tmp_path / "slots" / "form.yaml"
    file.parent.mkdir()
    file.write_text(
        f"form: form.docx\nsha256: {'0' * 64}\nslots:\n"
        "  - at: {control: niets}\n    value: x\n"
        "  - at: {under: Bijlage}\n    value: x\n"
        "  - at: {table: 1, row: Titel}\n    value: x y\n",
        encoding="utf-8",
    )
    found = [(finding.id, str(finding.spot)) for finding in faults(FORM, *read_slots(file).slots).findings]
    assert found == [
        ("SLT10", "slots/form.yaml:4:5"),
        ("SLT11", "slots/form.yaml:6:5"),
        ("TPL02", "slots/form.yaml:9:12"),
    ]


def test_places_of_other_offices_are_refused() -> None:
    assert only(value(places.SheetCell("Blad1!A1"), "x"))[0] == "SLT12"


def test_a_slot_may_be_named_with_nth() -> None:
    slots = (value(places.Under("Bijlage", 2), "x"), value(places.Bookmark("twee", 1), "x"))
    assert WordForm.compile(FORM, slots) is not None
