"""The forms of another agency go the whole way: bound by their words, checked, filled, and proved to be themselves."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from tests.projects import the_call

from ibndocs.documents.binding.proposing import Proposal, propose_slots
from ibndocs.documents.checking import OF_VALUES, check_slots, compile_form
from ibndocs.dossier import find_example, view_document
from ibndocs.foundation.findings import Severity
from ibndocs.office.fidelity import prove, verify
from ibndocs.office.package import Package
from ibndocs.office.places import SlidePlaceholder, SlideShape
from ibndocs.office.slots import read_slots

TESTS = Path(__file__).resolve().parents[2]
FORMS = {
    "projectsubsidie": (TESTS / "forms_of_others/projectsubsidie.docx", "aanvraag"),
    "samenwerking": (TESTS / "forms_of_others/samenwerking.docx", "aanvraag"),
    "begroting": (TESTS / "forms_of_others/begroting.xlsx", "kostenmodel"),
}


@lru_cache(maxsize=8)
def propose(name: str) -> Proposal:
    form, document = FORMS[name]
    return propose_slots(form, next(entry for entry in the_call().documents if entry.id == document), the_call())


@pytest.mark.parametrize("name", FORMS)
def test_a_draft_is_checked_filled_and_proved(name: str, tmp_path: Path) -> None:
    form, document = FORMS[name]
    path = tmp_path / "ontwerp.slots.yaml"
    path.write_text(propose(name).text, "utf-8")
    slots = read_slots(path)
    values = view_document(find_example(), document)
    errors = [one for one in check_slots(slots, form.read_bytes(), values) if one.severity is Severity.ERROR]
    assert [(one.id, one.message.nl) for one in errors if one.id not in OF_VALUES] == []
    package = Package.read(form)
    filled = Package.read(compile_form(package, slots.slots, final=True)(values, {}).data)
    proof = prove(package, filled, slots.slots)
    assert [(one.place.nl, one.before, one.after) for one in proof.differences] == []
    assert proof.answered >= len(propose(name).draft.bound) / 2
    assert verify(package, filled, slots.slots).holds


def bound(name: str) -> dict[str, str]:
    return {one.item.anchor_text: one.match.value for one in propose(name).draft.bound}


def test_a_name_is_that_of_the_person_whose_row_it_stands_in() -> None:
    values = bound("projectsubsidie")
    assert values["{field: Naam van de organisatie}"] == "applicant.name"
    assert values["{field: Naam, nth: 2}"] == "applicant.contact.name"
    assert values["{field: Naam, nth: 3}"] == "applicant.representative.name"


def test_the_lists_of_a_budget_get_their_columns_net_of_vat_where_there_is_a_rate() -> None:
    columns = {
        one.match.value: {column.header: column.value for column in one.columns}
        for one in propose("begroting").draft.bound
        if one.columns
    }
    assert columns["person in budget.staff"]["Mensmaanden Jaar 2"] == "person.months[1]"
    external = columns["line in budget.external"]
    assert {"line.net[0]", "line.net[1]", "line.net[2]", "line.vat_rate"} <= set(external.values())


def propose_pitch(deck: Any, folder: Path) -> dict[object, str]:
    """What goes where in a deck."""
    path = folder / "pitch.pptx"
    deck.save(str(path))
    entry = next(entry for entry in the_call().documents if entry.id == "pitch")
    return {one.item.at: one.match.value for one in propose_slots(path, entry, the_call()).draft.bound}


def test_fields_in_the_budget_of_a_word_form_get_the_amounts_of_their_year() -> None:
    values = {str(one.item.label): one.match.value for one in propose("projectsubsidie").draft.bound}
    assert values["Personeel · Jaar 2"] == "budget.personnel.years[1]"
    assert values["Externe kosten · Jaar 3"] == "budget.external_total.years[2]"


def test_on_a_slide_an_answer_is_told_in_points_below_the_title_of_the_form(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Opportuniteiten"
    assert propose_pitch(deck, tmp_path) == {SlidePlaceholder(1, "body", None): "pitch.points.opportunity"}


def test_words_of_the_form_in_a_box_on_a_slide_stay(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for name, text in (("Naam aanvrager", "Naam aanvrager: ………………"), ("Acroniem", "Acroniem"), ("Titel", "[titel]")):
        box = slide.shapes.add_textbox(0, 0, 1, 1)
        box.name, box.text_frame.text = name, text
    assert propose_pitch(deck, tmp_path) == {
        SlideShape(1, "Naam aanvrager"): "'Naam aanvrager: ' ~ applicant.name",
        SlideShape(1, "Titel"): "project.title",
    }


def test_totals_that_a_workbook_calculates_are_expected_not_filled() -> None:
    lines = [line for line in propose("begroting").text.splitlines() if "expect:" in line]
    assert any("budget.total" in line for line in lines)
    assert not any("value:" in line for line in lines)
