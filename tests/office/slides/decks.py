"""Decks that tests fill, made with python-pptx; and the filling of them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm, Pt

from ibndocs.office.package import Package
from ibndocs.office.slides.fill import SlideForm
from ibndocs.office.slots import read_slots

CHARTS = {
    "Kolommen": XL_CHART_TYPE.COLUMN_STACKED,
    "Staven": XL_CHART_TYPE.BAR_CLUSTERED,
    "Lijn": XL_CHART_TYPE.LINE,
    "Taart": XL_CHART_TYPE.PIE,
    "Ring": XL_CHART_TYPE.DOUGHNUT,
}


def save(deck: Any) -> bytes:
    """The bytes of a python-pptx presentation."""
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def open_deck(data: bytes) -> Any:
    """`data` as python-pptx sees it."""
    return Presentation(io.BytesIO(data))


def named(slide: Any, name: str) -> Any:
    """The shape called `name`."""
    return next(shape for shape in slide.shapes if shape.name == name)


def make_deck() -> bytes:
    """Four slides: a title and bullets; a table and a group; charts; a text box with notes."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Titel hier"
    first.shapes.title.name = "Titel"
    first.shapes.title.text_frame.paragraphs[0].runs[0].font.bold = True
    body = first.placeholders[1]
    body.name = "Punten"
    body.text_frame.text = "Eerste punt"
    second = deck.slides.add_slide(deck.slide_layouts[6])
    _add_table(second)
    group = second.shapes.add_group_shape()
    group.name = "Groep"
    inner = group.shapes.add_textbox(Cm(1), Cm(12), Cm(6), Cm(1))
    inner.name = "In de groep"
    inner.text_frame.text = "oud"
    third = deck.slides.add_slide(deck.slide_layouts[6])
    for index, (name, kind) in enumerate(CHARTS.items()):
        data = CategoryChartData(number_format="#,##0")
        data.categories = ["Jaar 1", "Jaar 2", "Jaar 3"]
        data.add_series("Cash", (1, 2, 3))
        if kind not in (XL_CHART_TYPE.PIE, XL_CHART_TYPE.DOUGHNUT):
            data.add_series("Inkomsten", (4, 5, 6))
        place = (Cm(1 + 8 * (index % 3)), Cm(1 + 8 * (index // 3)), Cm(8), Cm(8))
        third.shapes.add_chart(kind, *place, data).name = name
    fourth = deck.slides.add_slide(deck.slide_layouts[6])
    box = fourth.shapes.add_textbox(Cm(1), Cm(1), Cm(8), Cm(3))
    box.name = "Kader"
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]
    paragraph.text = "Kadertekst"
    paragraph.runs[0].font.size = Pt(18)
    paragraph.runs[0].font.italic = True
    fourth.notes_slide.notes_text_frame.text = "Oude notitie"
    return save(deck)


def _add_table(slide: Any) -> None:
    frame = slide.shapes.add_table(4, 3, Cm(1), Cm(1), Cm(20), Cm(4))
    frame.name = "Tabel"
    texts = (("KPI", "Jaar 1", "Jaar 2"), ("naam", "1", "2"), ("Totaal", "", ""), ("Voetnoot", "", ""))
    for row, line in zip(frame.table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    frame.table.cell(3, 0).merge(frame.table.cell(3, 2))


def compile_form(form: bytes, slots: str, folder: Path) -> SlideForm:
    """The form with the slots, as the YAML under `slots:`."""
    lines = "\n".join(f"  {line}" for line in slots.strip("\n").splitlines())
    file = folder / "pitch.yaml"
    file.write_text(f'form: pitch.pptx\nsha256: "{"0" * 64}"\nslots:\n{lines}\n', encoding="utf-8")
    return SlideForm.compile(Package.read(form, name="pitch.pptx"), read_slots(file, name="slots/pitch.yaml").slots)


def fill(form: bytes, slots: str, values: Mapping[str, object], folder: Path) -> bytes:
    """The form filled."""
    return compile_form(form, slots, folder).render(values)
