"""What is told of a PowerPoint form and of what somebody made of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm
from tests.office.slides.decks import open_deck, save

from ibndocs.foundation.findings import Spot
from ibndocs.office.fidelity import Change, prove, verify
from ibndocs.office.package import Package
from ibndocs.office.places import SlideRows, SlideShape
from ibndocs.office.slides.fill import SlideForm
from ibndocs.office.slots import Expression, Fill, RowsSlot, ValueSlot

SPOT = Spot("slots/pitch.yaml", 1, 1)


def make_pitch() -> bytes:
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Wat is het probleem?"
    first.placeholders[1].text = "Hoogstens drie punten"
    first.placeholders[1].name = "Punten"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Team"
    frame = second.shapes.add_table(2, 2, Cm(1), Cm(4), Cm(10), Cm(3))
    frame.name = "Leden"
    for column, word in enumerate(("Naam", "Rol")):
        frame.table.cell(0, column).text = word
    return save(deck)


FORM = Package.read(make_pitch(), name="pitch.pptx")
SLOTS = (
    ValueSlot(SlideShape(1, "Punten"), Expression("points", SPOT), SPOT, "bullets"),
    RowsSlot(
        SlideRows(2, "Leden", 2),
        Expression("one in team", SPOT),
        ((Fill(Expression("one", SPOT)), Fill(Expression("'lid'", SPOT))),),
        SPOT,
    ),
)


def test_a_fill_of_our_own_is_proved() -> None:
    data = SlideForm.compile(FORM, SLOTS).render({"points": ["a", "b"], "team": ["An", "Bo", "Cis"]})
    report = prove(FORM, Package.read(data), SLOTS)
    assert [(one.place.nl, one.before, one.after) for one in report.differences] == []
    assert report.answered >= 2
    assert not prove(FORM, Package.read(data), SLOTS[1:]).holds


def by_hand(change: Callable[[Any], None]) -> Package:
    deck = open_deck(FORM.write())
    change(deck)
    return Package.read(save(deck))


def say(number: int, text: str) -> Callable[[Any], None]:
    def change(deck: Any) -> None:
        deck.slides[number].shapes[-1 if number else 1].text = text

    return change


def head(text: str) -> Callable[[Any], None]:
    def change(deck: Any) -> None:
        deck.slides[0].shapes.title.text = text

    return change


def table_head(deck: Any) -> None:
    deck.slides[1].shapes[1].table.cell(0, 0).text = "Wie"


def drop_last(deck: Any) -> None:
    ids = deck.slides._sldIdLst
    deck.part.drop_rel(ids[-1].rId)
    ids.remove(ids[-1])


def test_text_in_a_placeholder_is_an_answer() -> None:
    report = verify(FORM, by_hand(say(0, "Te weinig hout")))
    assert report.holds
    assert report.answered >= 1


@pytest.mark.parametrize(
    ("change", "kind"),
    [(head("Ons probleem"), Change.ALTERED), (table_head, Change.ALTERED), (drop_last, Change.REMOVED)],
)
def test_what_is_not_an_answer_is_a_difference(change: Callable[[Any], None], kind: Change) -> None:
    assert [one.change for one in verify(FORM, by_hand(change)).differences] == [kind]


def make_form_with_boxes() -> Package:
    deck = Presentation()
    for title in ("Probleem", "Aanpak", "Team"):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = title
    deck.slides.add_slide(deck.slide_layouts[6])
    for text in ("Naam: ______ Functie: ______", "☐ kmo ☐ grote onderneming"):
        deck.slides[3].shapes.add_textbox(Cm(1), Cm(4), Cm(10), Cm(3)).text_frame.text = text
    return Package.read(save(deck), name="pitch.pptx")


def change_boxes(form: Package, change: Callable[[Any], None]) -> Package:
    deck = open_deck(form.write())
    change(deck)
    return Package.read(save(deck), name="ingevuld.pptx")


def test_blanks_that_are_left_are_no_answers_and_a_tick_in_a_text_is_one() -> None:
    form = make_form_with_boxes()
    assert verify(form, form).answered == 0

    def fill(deck: Any) -> None:
        name, box = deck.slides[3].shapes
        name.text_frame.text = "Naam: An Functie: ______"
        box.text_frame.text = "☒ kmo ☐ grote onderneming"

    report = verify(form, change_boxes(form, fill))
    assert (report.differences, report.answered) == ([], 2)


def test_a_slide_that_moved_is_told_as_moved() -> None:
    form = make_form_with_boxes()

    def move(deck: Any) -> None:
        slides = deck.slides._sldIdLst
        slides.append(slides[1])

    (difference,) = verify(form, change_boxes(form, move)).differences
    assert (difference.change, difference.place.nl, difference.before) == (Change.MOVED, "dia 2", "Aanpak")
