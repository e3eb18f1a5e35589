"""Filling content controls: in a line, around paragraphs, around a cell, in every part, as check boxes."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    W14,
    body_of,
    build_form,
    faults,
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
    value,
)

from ibndocs.office import places

PLACEHOLDER = "<w:showingPlcHdr/>"
BOLD = "<w:b/>"


def test_a_control_in_a_line_takes_the_value_and_the_looks_of_its_text() -> None:
    form = build_form(f"<w:p>{r('Acroniem: ')}{sdt('acroniem', r('oud', BOLD))}{r('.')}</w:p>")
    body = body_of(render(form, value(places.Control("acroniem"), "naam"), naam="BIO & <CO>"))
    assert texts(body) == ["Acroniem: BIO & <CO>."]
    assert run_properties(body, "BIO") == ["b"]
    assert find(body, ".//w:sdt/w:sdtContent") is not None


def test_a_placeholder_gives_way_with_its_flag_and_its_looks() -> None:
    shown = r("Klik hier", '<w:rStyle w:val="Tekstvantijdelijkeaanduiding"/><w:i/>')
    form = build_form(f"<w:p>{sdt('a', shown, PLACEHOLDER)}</w:p>")
    body = body_of(render(form, value(places.Control("a"), "x"), x="antwoord"))
    assert texts(body) == ["antwoord"]
    assert find(body, ".//w:showingPlcHdr") is None
    assert run_properties(body, "antwoord") == ["i"]


def test_the_looks_a_control_prescribes_go_before_those_of_its_placeholder() -> None:
    shown = r("Klik hier", '<w:rStyle w:val="x"/><w:i/>')
    form = build_form(f"<w:p>{sdt('a', shown, f'<w:rPr>{BOLD}</w:rPr>{PLACEHOLDER}')}</w:p>")
    assert run_properties(body_of(render(form, value(places.Control("a"), "x"), x="antwoord")), "antwoord") == ["b"]


def test_a_block_control_keeps_its_first_paragraph_and_drops_the_others() -> None:
    form = build_form(sdt("a", p("een", "Kop1", BOLD) + p("twee")) + p("na"))
    body = body_of(render(form, value(places.Control("a"), "x"), x="antwoord"))
    assert texts(body) == ["antwoord", "na"]
    assert find(body, "w:sdt/w:sdtContent/w:p/w:pPr/w:pStyle[@w:val='Kop1']") is not None
    assert run_properties(body, "antwoord") == ["b"]


def test_a_control_around_a_cell_is_filled_in_the_cell() -> None:
    form = build_form(tbl(f"<w:tr>{tc(p('Naam'))}{sdt('a', tc(p('?')))}</w:tr>"))
    assert table_texts(body_of(render(form, value(places.Control("a"), "x"), x="Jan"))) == [["Naam", "Jan"]]


def test_every_control_with_the_tag_is_filled_in_headers_too() -> None:
    header = f"<w:p>{sdt('a', r('?'))}</w:p>"
    form = build_form(header + header, {"header1": header, "footer1": p("voet")})
    filled = render(form, value(places.Control("a"), "x"), x="BIO")
    assert texts(body_of(filled)) == ["BIO", "BIO"]
    assert texts(body_of(filled, "word/header1.xml")) == ["BIO"]
    assert filled.part("word/footer1.xml") == form.part("word/footer1.xml"), "what is not filled stays as it is"


def test_a_control_is_found_by_its_alias_when_no_tag_says_so() -> None:
    form = build_form(f"<w:p>{sdt('a', r('?'))}</w:p>")
    assert texts(body_of(render(form, value(places.Control("Titel van a"), "x"), x="BIO"))) == ["BIO"]


def test_a_bound_control_says_what_was_filled_in() -> None:
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:date w:fullDate="2020-01-01T00:00:00Z"/>'
    form = build_form(f"<w:p>{sdt('a', r('?'), bound)}</w:p>")
    body = body_of(render(form, value(places.Control("a"), "x"), x="1 mei 2027"))
    assert find(body, ".//w:dataBinding") is None
    date = find(body, ".//w:date")
    assert date is not None
    assert list(date.attrib.values()) == ["2027-05-01T00:00:00Z"]


@pytest.mark.parametrize(("ticked", "state", "sign"), [(True, "1", "☒"), (False, "0", "☐"), (None, "0", "☐")])
def test_a_check_box_is_ticked_when_the_value_holds(ticked: bool | None, state: str, sign: str) -> None:
    box = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    form = build_form(f"<w:p>{sdt('btw', r('☐'), box)}{r(' btw-plichtig')}</w:p><w:p>{sdt('b', r('☐'), box)}</w:p>")
    for place in (places.Control("btw"), places.CheckBox("btw-plichtig"), places.CheckBox("btw")):
        body = body_of(render(form, value(place, "x"), x=ticked))
        assert texts(body) == [f"{sign} btw-plichtig", "☐"]
        checked = find(body, ".//w14:checked")
        assert checked is not None
        assert checked.get(f"{{{W14}}}val") == state


def test_boxes_that_are_characters_are_told_by_the_words_after_them() -> None:
    form = build_form(p("☐ Ja  ☐ Nee") + tbl(row("☐", "Misschien")))
    filled = render(
        form,
        value(places.CheckBox("Ja"), "no"),
        value(places.CheckBox("Nee"), "yes"),
        value(places.CheckBox("Misschien"), "yes"),
        yes=True,
        no=False,
    )
    assert texts(body_of(filled)) == ["☐ Ja  ☒ Nee", "☒", "Misschien"]


@pytest.mark.parametrize("lock", ["contentLocked", "sdtContentLocked"])
def test_a_control_that_the_form_locks_is_filled_only_when_the_slot_says_so(lock: str) -> None:
    form = build_form(sdt("a", p("vast"), f'<w:lock w:val="{lock}"/>'))
    (finding,) = faults(form, value(places.Control("a"), "x")).findings
    assert (finding.id, str(finding.spot)) == ("SLT17", "slots/form.yaml:1:1")
    body = body_of(render(form, value(places.Control("a"), "x", replace=True), x="nieuw"))
    assert texts(body) == ["nieuw"]
    assert find(body, ".//w:lock") is not None


def test_a_control_that_may_not_be_taken_away_is_filled() -> None:
    form = build_form(sdt("a", p("?"), '<w:lock w:val="sdtLocked"/>'))
    assert texts(body_of(render(form, value(places.Control("a"), "x"), x="y"))) == ["y"]
