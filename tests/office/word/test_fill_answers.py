"""Filling the answer place under a heading or question, with text or with prose."""

from __future__ import annotations

from typing import Literal

import pytest
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


EXPLAINED = build_form(
    p("1. Visie", "Kop1")
    + p("Leg uit in", run="<w:i/>")
    + p("hoogstens 200 woorden.", run="<w:i/>")
    + p()
    + p("2. Doel", "Kop1")
    + p("Geef een doel.", run="<w:i/>")
    + p("3. Slot", "Kop1")
    + p("☐ akkoord")
    + p()
)


@pytest.mark.parametrize("markup", ["text", "markdown"])
@pytest.mark.parametrize(
    ("replace", "lines"),
    [
        (False, ["1. Visie", "Leg uit in", "hoogstens 200 woorden.", "A", "2. Doel", "Geef een doel.", "B"]),
        (True, ["1. Visie", "A", "2. Doel", "B"]),
    ],
)
def test_what_the_form_explains_stays_or_goes_as_the_slot_says(
    markup: Literal["text", "markdown"], replace: bool, lines: list[str]
) -> None:
    asked = (("Visie", "a"), ("Doel", "b"))
    slots = [value(places.Under(question), name, markup, replace=replace) for question, name in asked]
    body = body_of(render(EXPLAINED, *slots, a=Markdown("A") if markup == "markdown" else "A", b="B"))
    assert texts(body) == [*lines, "3. Slot", "☐ akkoord"]
    assert "i" not in run_properties(body, "A")


def test_what_is_more_than_an_explanation_never_goes() -> None:
    form = build_form(p("Vraag", "Kop1") + f"<w:p>{sdt('keuze', r('kies'))}</w:p>" + p("Uitleg") + p())
    assert texts(body_of(render(form, value(places.Under("Vraag"), "a", replace=True), a="A"))) == [
        "Vraag",
        "kies",
        "A",
    ]


def test_what_a_tracked_change_took_out_stays_in_the_file() -> None:
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    added = f'<w:ins w:id="2" w:author="x">{r("erbij")}</w:ins>'
    form = build_form(
        p("Visie", "Kop1")
        + f"<w:p>{gone}</w:p>"
        + tbl(tr(tc(p("Naam")), tc(f"<w:p>{gone}</w:p>")))
        + f"<w:p>{r('Met ')}{added}{gone}{r(' en [naam].')}</w:p>"
    )
    slots = (
        value(places.Under("Visie"), "a", "markdown"),
        value(places.TableCell(1, "Naam"), "a"),
        value(places.Blank("[naam]"), "a"),
    )
    body = body_of(render(form, *slots, a="A"))
    assert texts(body) == ["Visie", "A", "Naam", "A", "Met erbij en A."]
    assert len(body.findall(".//{*}delText")) == 3
    assert len(body.findall(".//{*}ins")) == 1
