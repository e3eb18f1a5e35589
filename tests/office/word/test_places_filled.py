"""Every place that is seen in a form can be filled, and the form stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.word.inspecting import look_at, make_slot
from tests.office.word.slot_forms import build_form, p, r, row, sdt, tbl, tc, tr

from ibndocs.office.fidelity import prove
from ibndocs.office.outline import Kind
from ibndocs.office.package import Package
from ibndocs.office.word.fill import WordForm

BOX = "<w14:checkbox/>"
LEGACY = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:checkBox><w:sizeAuto/></w:checkBox>'
    "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def control(inside: str, properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


FORMS = {
    "answers": p("1 Visie", "Kop1") + p("Geef uw visie.") + p() + p("Wie doet mee?") + p() + p("2 Plan", "Kop1"),
    "cells": tbl(row("Post", "Jaar 1", "Jaar 2"), row("Personeel", "", ""), row("Werking", "", "")),
    "rows": tbl(row("Naam", "Rol"), row("", ""), row("", "")),
    "blanks": p("Naam: ........ Plaats: ______") + p("Ik, [naam], verklaar dit.") + tbl(row("Deel"), row("Rol:")),
    "boxes": f"<w:p>{control(r('☐'), BOX)}{r(' Kmo')}</w:p><w:p>{LEGACY}{r(' Groot')}</w:p>" + p("☐ Ja ☐ Nee"),
    "symbols": f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>{r(" Akkoord")}</w:p>',
    "box around a cell": tbl(tr(control(tc(p("☐")), BOX), tc(p("Akkoord")))),
    "control around a cell": tbl(tr(tc(p("Naam")), sdt("naam", tc(p("[naam]"))))),
    "grid of boxes": tbl(row("Voorwaarde", "Ja", "Nee"), row("Rechtspersoon", "☐", "☐"), row("Kmo", "☐", "☐")),
    "controls": sdt("a", p("x")) + f"<w:p>{r('Dag: ')}{control(r('y'), '<w:text/>')}</w:p>",
}


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_a_form_filled_in_every_place_that_is_seen_is_still_the_form(body: str) -> None:
    form = build_form(body)
    outline = look_at(form)
    slots = [make_slot(item) for item in outline.fillable()]
    filled = WordForm.compile(form, slots).render({"one": "Jan", "many": ["Jan"]})
    report = prove(form, Package.read(filled, name="uit.docx"), slots)
    assert [difference.place.en for difference in report.differences] == []
    ticked = [item for item in outline.fillable() if item.kind is Kind.CHECK_BOX]
    again = look_at(Package.read(filled, name="uit.docx"))
    assert [item.facts.get("checked") for item in again.fillable() if item.kind is Kind.CHECK_BOX] == ["true"] * len(
        ticked
    )


PIECES = [
    p("Deel", "Kop1"),
    p("Onderdeel", "Kop2"),
    p("Welke rol?"),
    p("Motivering", run="<w:b/>"),
    p("Geef uitleg.", run="<w:i/>"),
    p("Gewone tekst."),
    p(),
    p("........"),
    p("Naam: ........"),
    p("☐ Ja ☐ Nee"),
    tbl(row("Naam", "")),
    tbl(row("Naam", "Rol"), row("", ""), row("", "")),
    tbl(row("Post", "Jaar 1", "Jaar 2"), row("Lonen", "", ""), row("", "", "")),
    tbl(tr(tc(p("Welke rol?") + p() + p())), tr(tc(tbl(row("Naam", "")) + p()))),
    tbl(tr(tc(p("Rol:"))), tr(tc(p("☐ Ja") + p("☐ Nee")))),
    tbl(tr(tc())),
    tbl(tr(tc(p("a"), '<w:vMerge w:val="restart"/>'), tc()), tr(tc(properties="<w:vMerge/>"), tc())),
    sdt("naam", p("x")),
    control(p("Klik hier"), "<w:showingPlcHdr/>"),
    control(p("☐"), BOX),
    f"<w:p>{LEGACY}{r(' Ja')}</w:p>",
    f"<w:p>{r('Rol: ')}{control(r('y'), '<w:text/>')}</w:p>",
]
ODDITIES = [
    tbl(row("Voorwaarde", "Ja", "Nee"), row("Kmo", "☐", "☐"), row("Lid", "☐", "☐")),
    "<w:tbl><w:tblPr/></w:tbl>",
    "<w:tbl><w:tr/></w:tbl>",
    tbl(tr(tc(p("Naam")), "<w:tc/>")),
    tbl(tr(tc(p("Naam")), tc(), properties='<w:gridBefore w:val="2"/>'), tr(tc(properties="<w:vMerge/>"))),
    tbl(tr(tc(p("Naam"), '<w:gridSpan w:val="x"/>'), tc(properties='<w:hMerge w:val="continue"/>'))),
    "<w:customXml>" + tbl("<w:customXml>" + row("Naam", "") + "</w:customXml>") + p("Wie?") + p() + "</w:customXml>",
    "<w:sdt/>",
    "<w:sdt><w:sdtPr/></w:sdt>",
    "<w:p><w:sdt/></w:p>",
    "<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr></w:sdt></w:p>",
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar></w:r></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    f"<w:p><w:hyperlink>{LEGACY}{r(' Ja')}</w:hyperlink></w:p>",
    '<w:p><w:bookmarkStart w:id="1"/><w:bookmarkStart w:id="2" w:name="los"/></w:p>',
    '<w:p><w:r><w:sym/></w:r><w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r></w:p>',
    '<w:p><w:del w:id="1"><w:r><w:delText>Naam: ....</w:delText></w:r></w:del></w:p>',
    '<w:p><w:pPr><w:outlineLvl w:val="99"/></w:pPr><w:r><w:t>Kop</w:t></w:r></w:p>',
    "<w:altChunk/><w:permStart/><w:permEnd/><w:proofErr/>",
    control(tbl(control(tr(tc(p("Naam")), control(tc(), "<w:text/>")), "<w15:repeatingSectionItem/>")), ""),
    control(control(control(p("diep"), ""), "<w:group/>"), '<w:lock w:val="contentLocked"/>'),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES + ODDITIES), min_size=1, max_size=9))
def test_every_anchor_leads_to_one_place_of_its_own_however_a_form_is_put_together(pieces: list[str]) -> None:
    look_at(build_form("".join(pieces)))
