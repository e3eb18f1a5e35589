"""Parts of a form that stand once as an example for each item, and rows that belong together."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office.word.building import cell, make_file, paragraph, rows, table
from tests.projects import the_call

from ibndocs.documents.binding.proposing import Proposal, propose_slots
from ibndocs.documents.checking import OF_VALUES, check_slots, compile_form
from ibndocs.dossier import find_example, view_document
from ibndocs.foundation.findings import Severity
from ibndocs.office.fidelity import prove
from ibndocs.office.package import Package
from ibndocs.office.slots import RepeatSlot, RowsSlot, SlotsFile, read_slots

ENTRY = next(entry for entry in the_call().documents if entry.id == "aanvraag")
HEAD = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
WIDE = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="{}"/></w:tcPr>'


def heading(text: str, level: int = 0) -> str:
    return paragraph(text, properties=HEAD.format(level))


def wide(columns: int) -> str:
    return cell("", properties=WIDE.format(columns))


def fiche(title: str) -> str:
    return (
        heading(title, 1)
        + table(("Verantwoordelijke", ""), ("Timing", ""), ("Doel van het werkpakket", ""), ("Kleur", ""))
        + paragraph("Acties")
        + table(("Nr.", "Actie", "Wanneer"), ("", "", ""))
    )


WORK = heading("4 Werkplan") + fiche("WP X: …") + heading("5 Draagvlak") + paragraph("")
TEAM = heading("6 Projectteam") + table(
    ("Medewerker", "Functie", "Statuut"), ("", "", ""), (wide(3),), ("Totaal aantal koppen", cell(""), cell(""))
)


def propose(folder: Path, body: str) -> tuple[Package, Proposal, SlotsFile]:
    form = folder / "formulier.docx"
    form.write_bytes(make_file(body))
    proposal = propose_slots(form, ENTRY, the_call())
    path = folder / "formulier.slots.yaml"
    path.write_text(proposal.text, "utf-8")
    return Package.read(form), proposal, read_slots(path)


def bound(proposal: Proposal) -> dict[str, str]:
    return {one.item.label: one.match.value for one in proposal.draft.bound}


@pytest.mark.parametrize("title", ["WP X: …", "4.1 Werkpakket 1: [titel]", "[werkpakket]", "Fiche werkpakket nr. …"])
def test_a_heading_that_is_an_example_repeats_with_all_under_it_for_each_item(tmp_path: Path, title: str) -> None:
    _, proposal, slots = propose(tmp_path, WORK.replace("WP X: …", title))
    (part,) = [slot for slot in slots.slots if isinstance(slot, RepeatSlot)]
    assert part.each.source == "package in packages"
    values = bound(proposal)
    assert values["Verantwoordelijke"] == "package.lead"
    assert values["Timing"] == "package.period"
    assert values["Doel van het werkpakket"] == "package.aim"
    assert "Kleur" not in values
    (actions,) = [slot for slot in slots.slots if isinstance(slot, RowsSlot)]
    assert actions.each.source == "activity in package.activities"
    assert not {"packages", "activities"} & {offer.root for offer in proposal.draft.unused}


def test_what_stands_outside_the_part_is_about_the_project(tmp_path: Path) -> None:
    _, proposal, _ = propose(tmp_path, WORK)
    assert bound(proposal)["5 Draagvlak"] == "answers.support"


@pytest.mark.parametrize(
    "body", [heading("4 Werkpakketten") + paragraph(""), fiche("Werkpakket 1") + fiche("Werkpakket 2")]
)
def test_no_heading_repeats_that_is_a_chapter_or_counts_out_its_parts(tmp_path: Path, body: str) -> None:
    _, _, slots = propose(tmp_path, body)
    assert [slot for slot in slots.slots if isinstance(slot, RepeatSlot)] == []


def test_rows_that_belong_together_repeat_together(tmp_path: Path) -> None:
    _, _, slots = propose(tmp_path, TEAM)
    (team,) = [slot for slot in slots.slots if isinstance(slot, RowsSlot)]
    told = [[fill and fill.value and fill.value.source for fill in line] for line in team.cells]
    assert told == [["person.name", "person.function", "person.employment"], ["person.competences"]]


def test_rows_that_say_what_of_the_item_above_them_repeat_with_it_up_to_the_total(tmp_path: Path) -> None:
    body = heading("7 Personeel") + table(
        ("Medewerker", "Jaar 1", "Jaar 2", "Jaar 3"),
        (wide(2), wide(2)),
        ("Mensmaanden", "", "", ""),
        ("Loonkost", "", "", ""),
        ("Totaal personeelskosten", "", "", ""),
    )
    _, proposal, slots = propose(tmp_path, body)
    (staff,) = [slot for slot in slots.slots if isinstance(slot, RowsSlot)]
    told = [[fill and fill.value and fill.value.source for fill in line] for line in staff.cells]
    assert told == [
        ["person.name", None],
        [None, "person.months[0]", "person.months[1]", "person.months[2]"],
        [None, "person.years[0]", "person.years[1]", "person.years[2]"],
    ]
    assert bound(proposal)["Totaal personeelskosten · Jaar 1"] == "budget.personnel.years[0]"


def test_a_blank_row_between_header_and_labels_names_no_item(tmp_path: Path) -> None:
    body = heading("7 Begroting") + table(
        ("", "Jaar 1", "Jaar 2"), (wide(3),), ("Personeelskosten", "", ""), ("Totaal", "", "")
    )
    _, proposal, _ = propose(tmp_path, body)
    assert bound(proposal)["Personeelskosten · Jaar 2"] == "budget.personnel.years[1]"


def test_a_form_with_parts_and_groups_is_checked_filled_and_proved(tmp_path: Path) -> None:
    form, _, slots = propose(tmp_path, WORK + TEAM)
    values = view_document(find_example(), "aanvraag")
    errors = [
        one
        for one in check_slots(slots, (tmp_path / "formulier.docx").read_bytes(), values)
        if one.severity is Severity.ERROR
    ]
    assert [one.message.nl for one in errors if one.id not in OF_VALUES] == []
    filled = Package.read(compile_form(form, slots.slots, final=True)(values, {}).data)
    assert [one.place.nl for one in prove(form, filled, slots.slots).differences] == []
    leads = [line for line in rows(filled) if line[0] == "Verantwoordelijke"]
    assert len(leads) == len(values["packages"])  # type: ignore[arg-type]
