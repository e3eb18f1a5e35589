"""The pitch as a jury gets it: figures that are those of the dossier, texts that fit, notes to speak from."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from tests.ooxml import assert_sound
from tools.forms.pitch import FILE, make

from ibndocs.call.pack import Call
from ibndocs.documents.forms import Form, open_form
from ibndocs.dossier import load
from ibndocs.foundation.datafiles import find_data
from ibndocs.model import Project
from ibndocs.views import build_view, gather

LAST = -1
SMALLEST = 1400
SMALLEST_IN_TABLE = 1100
LINKS = ["Teelt en vezel", "Materiaalproductie", "Houtbouw en prefab", "Aanneming en renovatie", "Ontwerp en studie",
         "Handel en logistiek", "Digitale diensten en meten", "Sloop en hergebruik", "Verzekering en financiering",
         "Opleiding en certificering"]  # fmt: skip


@lru_cache(maxsize=2)
def read_example(name: str) -> tuple[Project, Call]:
    loaded = load(find_data("examples") / name)
    return loaded.described.project, loaded.call


@lru_cache(maxsize=1)
def the_form() -> Form:
    call = read_example("biorenov")[1]
    return open_form(next(entry for entry in call.documents if entry.id == "pitch"), call, final=True)


def lay_out(project: Project) -> Any:
    call = read_example("biorenov")[1]
    return {**build_view(gather(project, call), 1), "document": {"title": "Pitch", "id": "pitch"}}


@lru_cache(maxsize=2)
def render_example(name: str) -> tuple[Any, bytes]:
    view = lay_out(read_example(name)[0])
    return view, the_form().fill(view).data


def open_deck(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def named(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def slide_with(deck: Any, name: str) -> Any:
    return next(slide for slide in deck.slides if any(shape.name == name for shape in slide.shapes))


def chart_series(deck: Any, name: str) -> dict[str, list[Decimal]]:
    chart = named(slide_with(deck, name), name).chart
    return {plot.name: [Decimal(str(value)) for value in plot.values] for plot in chart.plots[0].series}


def raw(values: list[Any]) -> list[Decimal]:
    return [value.value for value in values]


def vary(project: Project, companies: int, links: int) -> Project:
    """`project` with another number of companies, spread over another number of links."""
    chosen = [
        project.companies[index % len(project.companies)].model_copy(
            update={"link": LINKS[index % links], "name": f"{project.companies[index % 36].name} {index // 36 or ''}"}
        )
        for index in range(companies)
    ]
    return project.model_copy(update={"companies": tuple(chosen)})


def find_runs(deck: Any) -> Iterator[tuple[str, bool, Any]]:
    """Each run of the slides with the name of its shape and whether it stands in a table."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table:
                for cell in shape.table.iter_cells():
                    for paragraph in cell.text_frame.paragraphs:
                        yield from ((shape.name, True, run) for run in paragraph.runs)
            elif shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    yield from ((shape.name, False, run) for run in paragraph.runs)


def test_the_form_is_the_one_its_maker_makes() -> None:
    assert (find_data("templates") / "ibn-2025" / FILE).read_bytes() == make()


def test_the_deck_is_sound_and_has_thirteen_slides() -> None:
    _, data = render_example("biorenov")
    assert_sound(data)
    deck = open_deck(data)
    assert len(deck.slides) == 13
    assert deck.core_properties.created.isoformat() == "2026-01-15T00:00:00"


def test_the_same_view_gives_the_same_bytes() -> None:
    view, data = render_example("biorenov")
    assert the_form().fill(view).data == data


def test_the_texts_of_the_example_fit_their_places() -> None:
    view, _data = render_example("biorenov")
    assert the_form().fill(view).findings == ()


@pytest.mark.parametrize(("companies", "links"), [(30, 4), (45, 10)])
def test_other_numbers_of_companies_and_links_fit_as_well(companies: int, links: int) -> None:
    view = lay_out(vary(read_example("biorenov")[0], companies, links))
    data = the_form().fill(view).data
    assert_sound(data)
    assert the_form().fill(view).findings == ()
    deck = open_deck(data)
    bars = named(slide_with(deck, "Naar schakel"), "Naar schakel").chart
    assert len(list(bars.plots[0].categories)) == links
    names = [cell.text for cell in named(slide_with(deck, "Bedrijven"), "Bedrijven").table.iter_cells() if cell.text]
    assert sorted(names) == sorted(company["name"] for company in view["companies"])


def test_charts_show_the_figures_of_the_view() -> None:
    view, data = render_example("biorenov")
    deck = open_deck(data)
    assert chart_series(deck, "Naar grootte") == {"Bedrijven": raw([row["number"] for row in view["by_size"]])}
    assert chart_series(deck, "Naar schakel") == {"Bedrijven": raw([row["number"] for row in view["by_link"]])}
    assert chart_series(deck, "Kosten") == {row["label"]: raw(row["years"]) for row in view["budget"]["rubrics"]}
    assert chart_series(deck, "Bronnen") == {
        "Gevraagde steun": raw(view["budget"]["aid"]["years"]),
        "Cash van bedrijven": raw(view["cofinancing"]["cash"]["years"]),
        "Inkomsten uit activiteiten": raw(view["cofinancing"]["income_total"]["years"]),
    }
    for number, kpi in enumerate(("KPI1", "KPI2", "KPI3"), start=1):
        assert chart_series(deck, f"Per jaar {number}") == {kpi: raw(view["kpi"][kpi]["targets"])}


def test_the_workbook_behind_a_chart_holds_the_same_figures() -> None:
    view, data = render_example("biorenov")
    deck = open_deck(data)
    part = named(slide_with(deck, "Kosten"), "Kosten").chart.part
    sheet = openpyxl.load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob)).active
    assert sheet is not None
    columns = list(sheet.iter_cols(min_col=2, values_only=True))
    assert {str(column[0]): [Decimal(str(value)) for value in column[1:]] for column in columns} == {
        row["label"]: raw(row["years"]) for row in view["budget"]["rubrics"]
    }


def test_each_slide_has_its_message_as_title_and_notes_to_speak_from() -> None:
    view, data = render_example("biorenov")
    slides = list(open_deck(data).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == view["project"]["acronym"]
    assert titles[1:] == list(view["pitch"]["messages"].values())
    for slide, title in zip(slides, titles, strict=True):
        assert slide.notes_slide.notes_text_frame.text.startswith(f"Kern: {title}")


def test_the_last_notes_list_the_questions_to_expect() -> None:
    view, data = render_example("biorenov")
    notes = list(open_deck(data).slides)[LAST].notes_slide.notes_text_frame.text
    assert view["pitch"]["questions"]
    for question in view["pitch"]["questions"]:
        assert question in notes


def test_leading_companies_stand_first_and_stand_out() -> None:
    view, data = render_example("biorenov")
    table = named(slide_with(open_deck(data), "Bedrijven"), "Bedrijven").table
    shaded = [cell.text for cell in table.iter_cells() if cell.fill.type is not None and cell.fill.type == 1]
    assert sorted(shaded) == sorted(view["leading"])
    assert [table.cell(row, 0).text for row in range(len(shaded))] == shaded


def test_milestones_stand_in_their_quarter() -> None:
    _, data = render_example("biorenov")
    table = named(slide_with(open_deck(data), "Tijdschema"), "Tijdschema").table
    first_package = [table.cell(3, column).text for column in range(1, 13)]
    assert first_package == ["M1", "", "", "M2", "", "", "", "M3", "", "", "", ""]


def test_a_message_of_the_description_replaces_the_one_that_is_made() -> None:
    project = read_example("biorenov")[0]
    pitch = project.pitch.model_copy(update={"messages": {"means": "Elke euro telt dubbel"}})
    deck = open_deck(the_form().fill(lay_out(project.model_copy(update={"pitch": pitch}))).data)
    assert slide_with(deck, "Kosten").shapes.title.text_frame.text == "Elke euro telt dubbel"


def test_what_is_not_written_yet_is_marked_and_leaves_no_hole() -> None:
    _, data = render_example("minimal")
    assert_sound(data)
    deck = open_deck(data)
    assert len(deck.slides) == 12  # the slide on the preparation is left out
    for name in ("Knelpunten", "Doelstellingen"):
        assert named(slide_with(deck, name), name).table.cell(0, 1).text == "[nog in te vullen]"


def test_every_chart_and_table_is_put_in_words() -> None:
    _, data = render_example("biorenov")
    for slide in open_deck(data).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr"), shape.name


def test_runs_are_dutch_and_large_enough_to_read() -> None:
    _, data = render_example("biorenov")
    for shape, in_table, run in find_runs(open_deck(data)):
        properties = run._r.rPr
        assert properties.get("lang") == "nl-BE", (shape, run.text)
        size = properties.get("sz")
        assert size is None or int(size) >= (SMALLEST_IN_TABLE if in_table else SMALLEST), (shape, run.text)


def test_no_shape_of_the_form_lies_half_over_another() -> None:
    """A text box may lie on a panel; boxes that cross would print one text over the other."""
    crossing = []
    for number, slide in enumerate(Presentation(io.BytesIO(make())).slides, start=1):
        boxes = [(shape.name, shape.left, shape.top, shape.width, shape.height) for shape in slide.shapes]
        for index, (name, left, top, width, height) in enumerate(boxes):
            for other, left2, top2, width2, height2 in boxes[index + 1 :]:
                across = min(left + width, left2 + width2) - max(left, left2)
                down = min(top + height, top2 + height2) - max(top, top2)
                inside = across in (width, width2) and down in (height, height2)
                if across > 0 and down > 0 and not inside:
                    crossing.append((number, name, other))
    assert crossing == []


def test_the_heading_of_the_team_stays_on_its_line_whoever_carries_it() -> None:
    project = read_example("biorenov")[0]
    name = "Vereniging voor Waterstoflogistiek in de Vlaamse Havens en Binnenhavens"
    renamed = project.model_copy(update={"applicant": project.applicant.model_copy(update={"name": name})})
    deck = open_deck(the_form().fill(lay_out(renamed)).data)
    assert named(slide_with(deck, "Kop team"), "Kop team").text == "Team"


def test_every_bar_has_its_label() -> None:
    charts = [shape.chart for slide in open_deck(make()).slides for shape in slide.shapes if shape.has_chart]
    assert charts
    for chart in charts:
        assert [skip.get("val") for skip in chart._chartSpace.iter("{*}tickLblSkip")] == ["1"]
