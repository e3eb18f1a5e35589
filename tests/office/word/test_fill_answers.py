"""Filling the answer place under a heading or question, with text or with prose."""

from __future__ import annotations

from tests.office.word.slot_forms import (
    W,
    body_of,
    build_form,
    find,
    p,
    r,
    render,
    row,
    run_properties,
    sdt,
    table_texts,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.values import Markdown
from ibndocs.office import places

PLACEHOLDER = "<w:showingPlcHdr/>"
BOLD = "<w:b/>"
PROSE = Markdown("Eerste *zin*.\n\n- punt\n", path="narrative.visie")


def test_the_answer_comes_in_the_first_empty_paragraph_under_a_heading() -> None:
    form = build_form(
        p("1. Visie", "Inhopg1")
        + p("Visie", "Kop1")
        + p("Beschrijf de visie (max. 1 blz.).")
        + p(style="Tekst", mark=BOLD)
        + p()
        + p("Plan", "Vraag")
    )
    body = body_of(render(form, value(places.Under("1. Visie"), "x"), x="Groot\ndenken"))
    assert texts(body) == ["1. Visie", "Visie", "Beschrijf de visie (max. 1 blz.).", "Groot\ndenken", "Plan"]
    assert run_properties(body, "Groot") == ["b"]


def test_a_heading_without_an_empty_paragraph_gets_one() -> None:
    form = build_form(p("Visie", "Kop1") + p("Leg uit.") + p("Plan", "Kop1"))
    slots = value(places.Under("Visie"), "x"), value(places.Under("Plan"), "y")
    assert texts(body_of(render(form, *slots, x="X", y="Y"))) == ["Visie", "Leg uit.", "X", "Plan", "Y"]


def test_a_question_does_not_take_the_line_of_the_next_question() -> None:
    form = build_form(p("Waarom?", run=BOLD) + p("Hoe?", run=BOLD) + p("Leg uit.") + p())
    slots = value(places.Under("Waarom?"), "x"), value(places.Under("Hoe?"), "y")
    assert texts(body_of(render(form, *slots, x="X", y="Y"))) == ["Waarom?", "X", "Hoe?", "Leg uit.", "Y"]


def test_lines_to_write_on_give_way() -> None:
    form = build_form(p("Waarom?", "Vraag") + p("........") + p("________") + p("Einde."))
    assert texts(body_of(render(form, value(places.Under("Waarom?"), "x"), x="X"))) == ["Waarom?", "X", "Einde."]


def test_a_boxed_cell_or_a_control_under_a_heading_is_the_answer_place() -> None:
    box = tbl(tr(tc(p())))
    control = sdt("c", p("Klik hier"), PLACEHOLDER)
    form = build_form(p("Een", "Kop1") + box + p("Twee", "Kop1") + control + p())
    body = body_of(render(form, value(places.Under("Een"), "x"), value(places.Under("Twee"), "y"), x="X", y="Y"))
    assert texts(body) == ["Een", "X", "Twee", "Y"]
    assert find(body, "w:tbl/w:tr/w:tc/w:p/w:r") is not None
    assert find(body, "w:sdt/w:sdtContent/w:p/w:r") is not None


def test_a_question_alone_in_its_cell_is_answered_in_the_empty_cell_below_or_beside() -> None:
    form = build_form(tbl(row("Waarom?"), row("")) + tbl(row("Hoe?", "")))
    body = body_of(render(form, value(places.Under("Waarom?"), "x"), value(places.Under("Hoe?"), "y"), x="X", y="Y"))
    assert table_texts(body) == [["Waarom?"], ["X"]]
    assert texts(body)[-2:] == ["Hoe?", "Y"]


def test_prose_under_a_heading_stands_in_a_control_with_its_path() -> None:
    used = '<w:id w:val="1000000"/>'
    form = build_form(p("Visie", "Kop1") + p(style="Tekst") + p("Plan", "Kop1") + p() + sdt("a", p("z"), used))
    slots = (value(places.Under("Visie"), "x", "markdown"), value(places.Under("Plan"), "x", "markdown"))
    body = body_of(render(form, *slots, x=PROSE))
    assert texts(body) == ["Visie", "Eerste zin.", "punt", "Plan", "Eerste zin.", "punt", "z"]
    controls = list(body.iter(f"{{{W}}}sdtPr"))
    tags = [find(item, "w:tag") for item in controls]
    assert [tag.get(f"{{{W}}}val") for tag in tags if tag is not None] == ["narrative.visie", "narrative.visie", "a"]
    aliases = [find(item, "w:alias") for item in controls]
    assert [alias.get(f"{{{W}}}val") for alias in aliases if alias is not None][:2] == ["Visie", "Plan"]
    numbers = [find(item, "w:id") for item in controls]
    assert len({number.get(f"{{{W}}}val") for number in numbers if number is not None}) == 3


def test_prose_stands_free_without_controls_or_without_a_path() -> None:
    form = build_form(p("Visie", "Kop1") + p())
    slot = value(places.Under("Visie"), "x", "markdown")
    assert find(body_of(render(form, slot, keep_controls=False, x=PROSE)), ".//w:sdt") is None
    free = body_of(render(form, slot, x=Markdown("Vrij.")))
    assert texts(free) == ["Visie", "Vrij."]
    assert find(free, ".//w:sdt") is None


def test_prose_fills_a_plain_control_in_a_line_of_its_own() -> None:
    form = build_form(p("Visie", "Kop1") + f"<w:p>{sdt('a', r('Klik'), PLACEHOLDER + '<w:text/>')}</w:p>")
    for place in (places.Control("a"), places.Under("Visie")):
        body = body_of(render(form, value(place, "x", "markdown"), x=PROSE))
        assert texts(body) == ["Visie", "Eerste zin.", "punt"]
        assert len(body.findall(f"{{{W}}}sdt/{{{W}}}sdtContent/{{{W}}}p")) == 2
        assert find(body, ".//w:sdtPr/w:text") is None
