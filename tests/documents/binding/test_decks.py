"""A deck as an agency hands it out goes the whole way: bound by titles, prompts and headers, filled, proved."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Cm
from tests.projects import the_call

from ibndocs.documents.binding.matching import SURE
from ibndocs.documents.binding.proposing import Proposal, propose_slots
from ibndocs.documents.checking import OF_VALUES, check_slots, compile_form
from ibndocs.dossier import find_example, view_document
from ibndocs.foundation.findings import Severity
from ibndocs.office.fidelity import prove
from ibndocs.office.package import Package
from ibndocs.office.slots import ChartSlot, RowsSlot, SlotsFile, read_slots

ENTRY = next(entry for entry in the_call().documents if entry.id == "pitch")
YEARS = ("Jaar 1", "Jaar 2", "Jaar 3")
OWN = "Dit sjabloon is eigendom van het agentschap."


def add_slide(deck: Deck, title: str, *texts: str, layout: int = 1) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[layout])
    assert slide.shapes.title is not None
    slide.shapes.title.text = title
    for place, text in zip(list(slide.placeholders)[1:], texts, strict=False):
        place.text = text
    return slide


def add_table(slide: Slide, *rows: tuple[str, ...]) -> None:
    table = slide.shapes.add_table(len(rows), len(rows[0]), Cm(1), Cm(5), Cm(22), Cm(len(rows))).table
    for at_row, row in enumerate(rows):
        for at_column, text in enumerate(row):
            table.cell(at_row, at_column).text = text


def add_chart(slide: Slide, title: str, categories: tuple[str, ...], *names: str) -> None:
    data = CategoryChartData()
    data.categories = list(categories)
    for name in names:
        data.add_series(name, [1] * len(categories))
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED
    frame: Any = slide.shapes.add_chart(kind, Cm(1), Cm(5), Cm(20), Cm(10), data)  # type: ignore[arg-type]
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = title


def add_box(slide: Slide, text: str) -> None:
    slide.shapes.add_textbox(Cm(1), Cm(15), Cm(10), Cm(1)).text_frame.text = text


def make_deck() -> Deck:
    deck = Presentation()
    add_slide(deck, "[Naam project]", "Acroniem: …\nAanvrager: [organisatie]\nLievelingskleur: …", layout=0)
    add_slide(deck, "Voortraject en gedragenheid", "Beschrijf hier het voortraject en het draagvlak bij de bedrijven.")
    add_slide(deck, "Kansen", "Wat zijn de opportuniteiten?")
    add_table(add_slide(deck, "Partners", layout=5), ("Naam", "Type", "Rol"), ("", "", ""), ("", "", ""))
    money = add_slide(deck, "Budget en cofinanciering", layout=5)
    add_table(money, ("", *YEARS), ("Personeelskosten", "", "", ""), ("Gevraagde steun", "", "", ""))
    add_chart(add_slide(deck, "Middelen", layout=5), "Kosten per jaar", YEARS, "Personeel", "Werking")
    add_chart(add_slide(deck, "Wie doet mee", layout=5), "Ondernemingen naar grootte", ("Klein", "Groot"), "Aantal")
    figures = add_slide(deck, "Doelgroep", OWN)
    add_box(figures, "Aantal bedrijven: …")
    add_box(figures, "Start-ups\n00")
    return deck


@lru_cache(maxsize=1)
def propose() -> tuple[bytes, Proposal, SlotsFile]:
    with TemporaryDirectory() as folder:
        form = Path(folder) / "pitch.pptx"
        make_deck().save(str(form))
        proposal = propose_slots(form, ENTRY, the_call())
        path = Path(folder) / "pitch.slots.yaml"
        path.write_text(proposal.text, "utf-8")
        return form.read_bytes(), proposal, read_slots(path)


def values() -> dict[str, str]:
    return {bound.item.anchor_text: bound.match.value for bound in propose()[1].draft.bound}


def test_a_draft_of_a_deck_is_checked_filled_and_proved() -> None:
    form, proposal, slots = propose()
    data = view_document(find_example(), "pitch")
    errors = [one for one in check_slots(slots, form, data) if one.severity is Severity.ERROR]
    assert [one.message.nl for one in errors if one.id not in OF_VALUES] == []
    package = Package.read(form)
    filled = Package.read(compile_form(package, slots.slots, final=True)(data, {}).data)
    proof = prove(package, filled, slots.slots)
    assert [one.place.nl for one in proof.differences] == []
    assert proof.answered >= len(proposal.draft.bound)


def test_a_text_with_labels_keeps_them_and_gets_a_value_behind_each() -> None:
    told = values()
    assert told["{slide: 1, placeholder: title}"] == "project.title"
    assert told["{slide: 1, placeholder: subtitle}"] == (
        "['Acroniem: ' ~ project.acronym, 'Aanvrager: ' ~ applicant.name, 'Lievelingskleur: …']"
    )
    assert told["{slide: 8, shape: TextBox 3}"] == "'Aantal bedrijven: ' ~ counts.companies"
    assert told["{slide: 8, shape: TextBox 4}"] == "['Start-ups', [counts.start_ups, 0]]"


def test_a_prompt_for_two_things_gets_a_point_for_each() -> None:
    points = "[pitch.points.preparation, pitch.points.support] | select | list"
    assert values()["{slide: 2, placeholder: body}"] == points
    assert values()["{slide: 3, placeholder: body}"] == "pitch.points.opportunity"


def test_titles_notes_and_what_asks_nothing_stay_the_forms_own() -> None:
    _, proposal, _ = propose()
    places = [item.anchor_text for item, _ in proposal.draft.asked] + list(values())
    assert [place for place in places if "title" in place and "slide: 1" not in place] == []
    assert [place for place in places if "notes" in place or place == "{slide: 8, placeholder: body}"] == []


def test_the_rows_of_a_table_on_a_slide_are_a_list_by_its_headers_and_the_title() -> None:
    (rows,) = [slot for slot in propose()[2].slots if isinstance(slot, RowsSlot)]
    assert rows.each.source == "partner in partners"
    cells = [fill.value.source for fill in rows.cells[0] if fill is not None and fill.value is not None]
    assert cells == ["partner.name", "partner.kind", "partner.role"]


def test_a_chart_gets_its_numbers_by_its_title_its_legend_and_its_categories() -> None:
    charts = [slot for slot in propose()[2].slots if isinstance(slot, ChartSlot)]
    assert [slot.categories.source for slot in charts] == [
        "pitch.budget_years",
        "by_size | map(attribute='label') | list",
    ]
    assert charts[0].series[0].values.source == "budget.rubrics[0].years"


@pytest.mark.parametrize(("categories", "bound"), [(("Bakker", "Smid"), False), (YEARS, True)])
def test_a_chart_whose_categories_are_no_years_shows_no_amounts_per_year(
    tmp_path: Path, categories: tuple[str, ...], bound: bool
) -> None:
    deck = Presentation()
    add_chart(add_slide(deck, "Middelen", layout=5), "Kosten per jaar", categories, "Personeel")
    form = tmp_path / "pitch.pptx"
    deck.save(str(form))
    assert bool(propose_slots(form, ENTRY, the_call()).draft.bound) is bound


def test_what_is_bound_for_sure_on_a_deck_is_right() -> None:
    sure = [bound for bound in propose()[1].draft.bound if bound.match.score >= SURE]
    assert len(sure) >= 0.9 * len(propose()[1].draft.bound)
