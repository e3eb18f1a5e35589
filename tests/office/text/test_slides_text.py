"""PowerPoint presentations as text."""

from __future__ import annotations

import io
from collections.abc import Callable

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation
from pptx.util import Cm

from ibndocs.office.text import convert


def text_of(fill: Callable[[Presentation], None]) -> str:
    """The text of a presentation, from its first slide on."""
    deck = pptx.Presentation()
    fill(deck)
    stream = io.BytesIO()
    deck.save(stream)
    text = convert(stream.getvalue(), name="proef.pptx")
    return text[text.index("--- dia 1") :]


def test_a_slide_gives_its_title_its_text_and_its_notes() -> None:
    def fill(deck: Presentation) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = "Ambitie"
        slide.placeholders[1].text = "Eerst dit\nDan dat"
        slide.placeholders[1].text_frame.paragraphs[1].level = 1
        slide.notes_slide.notes_text_frame.text = "Kort houden"
        hidden = deck.slides.add_slide(deck.slide_layouts[6])
        hidden._element.set("show", "0")

    assert text_of(fill) == (
        "--- dia 1: Ambitie\nEerst dit\n  - Dan dat\n\nnotities:\nKort houden\n\n--- dia 2 (verborgen)\n"
    )


def test_tables_charts_groups_and_links() -> None:
    def fill(deck: Presentation) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        table = slide.shapes.add_table(2, 3, Cm(1), Cm(1), Cm(9), Cm(3)).table
        table.cell(0, 0).merge(table.cell(0, 1))
        for place, text in {(0, 0): "Jaar", (0, 2): "EUR", (1, 0): "1", (1, 1): "a|b", (1, 2): "5"}.items():
            table.cell(*place).text = text
        data = CategoryChartData()
        data.categories = ["jaar 1", "jaar 2"]
        data.add_series("leden", (30, 0.1 + 0.2))
        data.add_series("doel", (35, None))
        kind = XL_CHART_TYPE.COLUMN_CLUSTERED
        chart = slide.shapes.add_chart(kind, Cm(1), Cm(5), Cm(9), Cm(6), data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = "Groei"
        group = slide.shapes.add_group_shape()
        box = group.shapes.add_textbox(Cm(1), Cm(12), Cm(5), Cm(1))
        run = box.text_frame.paragraphs[0].add_run()
        run.text = "site"
        run.hyperlink.address = "https://x.be"

    assert text_of(fill) == (
        "--- dia 1\n| Jaar | EUR |\n| 1 | a\\|b | 5 |\n"
        "[grafiek: Groei]\n|  | leden | doel |\n| jaar 1 | 30 | 35 |\n| jaar 2 | 0.3 |  |\nsite <https://x.be>\n"
    )
