"""The outline of a deck: what is told of it, and that each place it names is found again as exactly that place."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Cm
from tests.office.slides.decks import compile_form, fill, make_deck, open_deck, save
from tests.ooxml import assert_sound

from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.inspection import inspect_form
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import SlideCell, SlideChart, SlideNotes, SlidePlaceholder, SlideRows, SlideShape
from ibndocs.office.slides.anchors import SlideAnchors
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.fill import SlideForm
from ibndocs.office.slots import Expression, ValueSlot

HERE = Spot("slots.yaml", 1)


def make_two_columns() -> bytes:
    """A slide of two empty bodies one with a prompt, a picture placeholder, and shapes with one name."""
    deck = Presentation()
    layout = deck.slide_layouts[3]
    prompt: Any = layout.placeholders[1]
    prompt.text = "Wat bestaat er al?"
    prompt._element.find(".//{*}ph").set("hasCustomPrompt", "1")
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = "Twee kolommen"
    for _ in range(2):
        slide.shapes.add_textbox(Cm(1), Cm(10), Cm(4), Cm(1)).name = "Kader"
    picture = deck.slides.add_slide(deck.slide_layouts[8])
    picture._element.set("show", "0")
    frame = picture.shapes.add_table(3, 2, Cm(1), Cm(1), Cm(8), Cm(3))
    frame.name = "Leden"
    for column, text in enumerate(("Naam", "Rol")):
        frame.table.cell(0, column).text = text
    return save(deck)


def read_stand_in() -> bytes:
    return (find_data("templates") / "ibn-2025" / "forms" / "pitch.pptx").read_bytes()


FORMS: dict[str, Callable[[], bytes]] = {"deck": make_deck, "columns": make_two_columns, "stand-in": read_stand_in}


def inspect(data: bytes) -> Outline:
    return inspect_form(data, name="pitch.pptx")


def find(outline: Outline, **wanted: object) -> Item:
    (found,) = [item for item in outline.items if all(getattr(item, key) == value for key, value in wanted.items())]
    return found


@pytest.mark.parametrize("name", FORMS)
def test_every_place_is_found_again_as_exactly_that_place(name: str) -> None:
    data = FORMS[name]()
    anchors = SlideAnchors(Deck(Package.read(data, name="pitch.pptx")))
    seen: set[object] = set()
    for item in inspect(data).fillable():
        match item.at:
            case SlideShape(slide, shape):
                found: object = anchors.text(slide, shape, HERE)
            case SlidePlaceholder(slide, kind, nth):
                found = anchors.placeholder(slide, kind, nth, HERE)
                assert found == anchors.text(slide, item.facts["shape"], HERE)
            case SlideCell(slide, shape, row, column):
                found = anchors.cell(slide, shape, row, column, HERE)
                assert item.facts["cell"] == f"{found[1] + 1}, {found[2] + 1}"
            case SlideRows(slide, shape, row):
                found = ("rows", slide, shape, row)
            case SlideChart(slide, chart):
                found = anchors.chart(slide, chart, HERE)
            case SlideNotes(slide, _):
                found = ("notes", anchors.slide(slide, HERE))
            case _:
                pytest.fail(f"{item.at} is no place in a deck")
        assert found not in seen, f"{item.anchor_text} is named twice"
        seen.add(found)
    assert len(seen) > 3


def test_slides_groups_tables_charts_and_notes_are_told() -> None:
    outline = inspect(make_deck())
    assert outline.facts["slides"] == "4"
    assert [item.label for item in outline.items if item.kind is Kind.SLIDE] == ["Titel hier", "2", "3", "4"]
    assert find(outline, label="Groep").facts["type"] == "group"
    assert find(outline, label="In de groep").depth == 2
    assert dict(find(outline, kind=Kind.TABLE).facts) == {"rows": "4", "columns": "3", "merged": "2"}
    cell = find(outline, label="Totaal · Jaar 2")
    assert cell.at == SlideCell(2, "Tabel", "Totaal", "Jaar 2")
    assert find(outline, label="Ring").facts["type"] == "doughnut"
    assert find(outline, at=SlideNotes(4, True)).text == "Oude notitie"


def test_placeholders_have_their_prompt_and_their_number() -> None:
    outline = inspect(make_two_columns())
    bodies = [item for item in outline.items if item.facts.get("type") == "body" and item.where == ("Twee kolommen",)]
    assert [item.at for item in bodies] == [SlidePlaceholder(1, "body", 1), SlidePlaceholder(1, "body", 2)]
    assert (bodies[0].label, bodies[0].facts["prompt"]) == ("Wat bestaat er al?", "Wat bestaat er al?")
    assert "prompt" not in bodies[1].facts, "what a layout says of its own accord is never seen on the slide"
    assert bodies[1].label == "Content Placeholder 3"
    boxes = [item.anchor for item in outline.items if item.facts.get("type") == "text box"]
    assert boxes == [{"slide": 1, "shape": "Kader#1"}, {"slide": 1, "shape": "Kader#2"}]
    assert find(outline, kind=Kind.SLIDE, label="2").facts["hidden"] == "hidden"


def test_a_table_without_labels_in_its_rows_repeats() -> None:
    rows = find(inspect(make_two_columns()), kind=Kind.ROWS)
    assert (rows.label, rows.at) == ("Naam | Rol", SlideRows(2, "Leden", 2))


def test_a_placeholder_is_filled_by_what_it_is_for(tmp_path: Path) -> None:
    slots = """
- {at: {slide: 1, placeholder: title}, value: title}
- {at: {slide: 1, placeholder: body, nth: 2}, value: points, as: bullets}
"""
    form = make_two_columns()
    data = fill(form, slots, {"title": "Onze plannen", "points": ["een", "twee"]}, tmp_path)
    assert_sound(data, form=form)
    slide: Any = open_deck(data).slides[0]
    assert slide.shapes.title.text == "Onze plannen"
    assert slide.placeholders[2].text_frame.text == "een\ntwee"
    assert slide.placeholders[1].text_frame.text == ""


@pytest.mark.parametrize(
    ("at", "code", "words"),
    [
        ("{slide: 1, placeholder: body}", "SLT33", "2 placeholders 'body'"),
        ("{slide: 1, placeholder: body, nth: 3}", "SLT32", "no placeholder 'body'"),
        ("{slide: 1, placeholder: voettekst}", "SLT32", "no placeholder 'voettekst'"),
    ],
)
def test_a_placeholder_that_is_not_there_or_not_the_only_one_is_told(
    at: str, code: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(FaultyInput) as caught:
        compile_form(make_two_columns(), f"- {{at: {at}, value: title}}", tmp_path)
    (found,) = caught.value.findings
    assert found.id == code
    assert words in found.message.en


def as_type(data: bytes, kind: str) -> Package:
    package = Package.read(data, name="pitch.potx")
    types = package.part("[Content_Types].xml").replace(b"presentationml.presentation.main", kind.encode())
    return package.with_parts({"[Content_Types].xml": types})


@pytest.mark.parametrize("kind", ["presentationml.template.main", "presentationml.slideshow.main"])
def test_templates_and_slide_shows_become_presentations(kind: str, tmp_path: Path) -> None:
    form = as_type(make_two_columns(), kind).write()
    assert ("template" in inspect(form).facts) == ("template" in kind)
    data = fill(form, "- {at: {slide: 1, placeholder: title}, value: title}", {"title": "x"}, tmp_path)
    assert Presentation(io.BytesIO(data)).slides[0].shapes.title.text == "x"


def make_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x20\x60\xa0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def fill_picture(name: object, folder: Path, form: bytes) -> bytes:
    (folder / "logo.png").write_bytes(make_png(40, 10))
    slot = ValueSlot(SlidePlaceholder(2, "picture"), Expression("logo", HERE), HERE)
    package = Package.read(form, name="pitch.pptx")
    return SlideForm.compile(package, [slot], folder=str(folder)).render({"logo": name})


def test_a_picture_fills_its_placeholder_and_keeps_its_proportions(tmp_path: Path) -> None:
    form = make_two_columns()
    data = fill_picture("logo.png", tmp_path, form)
    assert_sound(data, form=form)
    slide: Any = open_deck(data).slides[1]
    (picture,) = [shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.PICTURE]
    assert picture.image.blob == make_png(40, 10)
    assert picture.crop_left == picture.crop_right > 0, "a wide picture is cut at its sides"
    shown = 40 * (1 - 2 * picture.crop_left) / 10
    assert shown == pytest.approx(picture.width / picture.height, rel=1e-3)
    again = fill_picture("logo.png", tmp_path, data)
    assert find(inspect(again), at=SlidePlaceholder(2, "picture")).kind is Kind.PICTURE


def test_without_a_picture_the_placeholder_stays_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    form = make_two_columns()
    assert fill_picture(None, tmp_path, form) == form_as_it_is(form)
    with pytest.raises(FaultyInput) as caught:
        fill_picture("../logo.png", tmp_path, form)
    assert [found.id for found in caught.value.findings] == ["SLT48"]


def form_as_it_is(form: bytes) -> bytes:
    return Package.read(form, name="pitch.pptx").write()


def test_a_deck_that_misses_a_slide_is_refused() -> None:
    package = Package.read(make_two_columns(), name="pitch.pptx")
    presentation = package.main_part
    lost = package.part(presentation).replace(b'r:id="rId7"', b'r:id="rId99"')
    assert lost != package.part(presentation)
    with pytest.raises(FaultyInput) as caught:
        inspect(package.with_parts({presentation: lost}).write())
    assert [found.id for found in caught.value.findings] == ["OFF06"]
