"""Whether text fits: an estimate that a page of LibreOffice bears out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Cm, Pt
from tests.libreoffice import SOFFICE, to_pdf
from tests.office.slides.decks import compile_form, make_deck, save

from ibndocs.foundation.findings import Severity
from ibndocs.office.glyphs import line_height, measure
from ibndocs.office.package import Package
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.fits import find_overflows
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.layout import lay_out, room_for_text
from ibndocs.office.slides.shapes import list_shapes

SENTENCE = (
    "De deelnemende bedrijven werken samen aan circulaire bouwmaterialen, delen hun kennis in leertrajecten en "
    "meten elk jaar hoeveel proefprojecten doorstromen naar de markt; zo groeit het netwerk van 32 naar 60 leden. "
)


def make_box(text: str, *, width: float = 10, height: float = 5, size: int = 14, font: str = "Calibri") -> bytes:
    deck = Presentation()
    shape = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(Cm(1), Cm(1), Cm(width), Cm(height))
    shape.name = "Kader"
    shape.text_frame.word_wrap = True
    shape.text_frame.text = text
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(size), font
    return save(deck)


def count_lines(deck: bytes) -> int:
    read = Deck(Package.read(deck))
    inheritance = Inheritance(read, read.slides[0])
    shape = list_shapes(read.tree(read.slides[0]))[0]
    room = room_for_text(shape, inheritance)
    assert room is not None
    assert shape.body is not None
    return len(lay_out(shape.body, shape, inheritance, room.width))


def test_text_that_fits_is_no_finding() -> None:
    assert not list(find_overflows(Package.read(make_box(SENTENCE, height=5))))


def test_text_that_does_not_fit_says_what_to_drop() -> None:
    (finding,) = find_overflows(Package.read(make_box(SENTENCE * 3, height=3), name="pitch.pptx"))
    assert (finding.id, finding.severity, str(finding.spot)) == ("SLD01", Severity.WARNING, "pitch.pptx")
    assert finding.message.en == "slide 1, shape 'Kader': the text takes about 15 lines, 4 fit"
    assert finding.fix is not None
    assert finding.fix.en == "shorten the text by about 471 characters"


def test_dropping_what_it_says_makes_it_fit() -> None:
    text = SENTENCE * 3
    assert not list(find_overflows(Package.read(make_box(text[:-471], height=3))))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_it_counts_the_lines_that_libreoffice_sets(tmp_path: Path) -> None:
    cases = [("Calibri", 12, 8), ("Calibri", 18, 12), ("Arial", 12, 10), ("Times New Roman", 16, 9)]
    for number, (font, size, width) in enumerate(cases):
        deck = make_box(SENTENCE * 2, width=width, size=size, font=font)
        file = tmp_path / f"box{number}.pptx"
        file.write_bytes(deck)
        command = ["pdftotext", "-layout", str(to_pdf(file, tmp_path)), "-"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        set_lines = [line for line in printed.splitlines() if line.strip()]
        assert abs(count_lines(deck) - len(set_lines)) <= 1, (font, size, width)


def test_a_title_takes_its_size_and_font_from_the_layout(tmp_path: Path) -> None:
    form = compile_form(make_deck(), "- at: {slide: 1, shape: Titel}\n  value: t", tmp_path)
    assert not form.find_overflows(form.render({"t": "Kort"}))
    assert [finding.id for finding in form.find_overflows(form.render({"t": SENTENCE}))] == ["SLD01"]


def test_only_filled_shapes_are_looked_at(tmp_path: Path) -> None:
    form = compile_form(make_box(SENTENCE * 9), "- at: {slide: 1, notes: true}\n  value: t", tmp_path)
    assert form.find_overflows(form.render({"t": SENTENCE * 99})) == ()


def test_a_table_that_runs_off_the_slide_is_told(tmp_path: Path) -> None:
    slots = "- at: {slide: 2, shape: Tabel, row: 2}\n  each: k in range(n)\n  cells: [k, k, t]"
    form = compile_form(make_deck(), slots, tmp_path)
    assert not form.find_overflows(form.render({"n": 5, "t": "kort"}))
    for values in ({"n": 30, "t": "kort"}, {"n": 5, "t": SENTENCE}):
        (finding,) = form.find_overflows(form.render(values))
        assert finding.id == "SLD02"
        assert "Tabel" in finding.message.nl


@pytest.mark.parametrize(("text", "lines"), [("", 0), ("a\nb\n\nc", 4), ("x" * 400, 10), ("a b " * 30, 3)])
def test_lines_break_where_they_must(text: str, lines: int) -> None:
    assert count_lines(make_box(text)) == lines


def test_widths_are_those_of_the_fonts() -> None:
    assert measure("i", "Calibri") < measure("m", "Calibri")
    assert measure("é", "Calibri") == measure("e", "Calibri")
    assert measure("Netwerk", "Calibri", bold=True) > measure("Netwerk", "Calibri")
    assert measure("Netwerk", "Een onbekend lettertype") == measure("Netwerk", "Arial")
    assert measure("😀", "Calibri") == 1
    assert measure("\u200d\ufe0f", "Calibri") == 0
    assert line_height("Calibri") == pytest.approx(1.22, abs=0.01)
