"""Every place of a Word form can be named, also when its label stands twice or it has none."""

from __future__ import annotations

import pytest
from tests.office.word.slot_forms import (
    body_of,
    build_form,
    faults,
    p,
    r,
    render,
    row,
    sdt,
    spot,
    table_texts,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.values import Markdown
from ibndocs.office import places
from ibndocs.office.fidelity import prove
from ibndocs.office.places import Place
from ibndocs.office.slots import DropSlot, Expression, RepeatSlot
from ibndocs.office.word.fill import WordForm


def field(name: str, result: str = "", kind: str = "<w:textInput/>") -> str:
    """The runs of a legacy field."""
    marks = {
        key: f'<w:r><w:fldChar w:fldCharType="{key}"'
        + (f'><w:ffData><w:name w:val="{name}"/>{kind}</w:ffData></w:fldChar></w:r>' if key == "begin" else "/></w:r>")
        for key in ("begin", "separate", "end")
    }
    code = "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    return marks["begin"] + code + marks["separate"] + (r(result) if result else "") + marks["end"]


FORM = build_form(
    f"<w:p>{r('Naam: ')}{field('Tekst1', '     ')}{r(' Plaats: ')}{field('', '     ')}</w:p>"
    + tbl(tr(tc(p("Postcode")), tc(f"<w:p>{field('', '     ')}</w:p>")))
    + p("Gedaan te ............ op ____/____")
    + p("Vertegenwoordigd door")
    + p("………………………………")
    + p("De organisatie [naam van de organisatie] verklaart, enz...")
    + tbl(tr(tc(p("Nr")), tc(p("....."))), row("Naam", ""), row("Naam", ""), row("Buiten", ""))
    + tbl(tr(tc(tbl(row("Binnen", ""), row("Naam", ""))), tc(p("rechts"))))
    + p("Ja ☐ Nee ☐")
    + p("☐ ja ☐ nee")
    + p("☐")
    + sdt("naam", p("x"))
    + sdt("naam", p("y"))
    + f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{r('z')}</w:sdtContent></w:sdt></w:p>"
)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (places.Field("Tekst1"), "Naam: WAARDE Plaats:      "),
        (places.Field("Naam"), "Naam: WAARDE Plaats:      "),
        (places.Field("plaats"), "Naam:       Plaats: WAARDE"),
        (places.Field(2), "Naam:       Plaats: WAARDE"),
        (places.Field("Postcode"), "WAARDE"),
        (places.Blank("Gedaan te"), "Gedaan te WAARDE op ____/____"),
        (places.Blank("op", nth=1), "Gedaan te ............ op WAARDE/____"),
        (places.Blank("op", nth=2), "Gedaan te ............ op ____/WAARDE"),
        (places.Blank(2), "Gedaan te ............ op WAARDE/____"),
        (places.Blank("Vertegenwoordigd door"), "WAARDE"),
        (places.Blank("Naam van de organisatie"), "De organisatie WAARDE verklaart, enz..."),
        (places.Blank("De organisatie"), "De organisatie WAARDE verklaart, enz..."),
        (places.Blank("Nr"), "WAARDE"),
        (places.Control("naam", nth=2), "WAARDE"),
        (places.Control(3), "WAARDE"),
    ],
)
def test_a_place_takes_the_value_and_leaves_its_line(place: Place, line: str) -> None:
    before = texts(body_of(FORM))
    after = texts(body_of(render(FORM, value(place, "naam"), naam="WAARDE")))
    assert line in after
    assert sum(one not in before for one in after) == 1


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (places.CheckBox("Ja", nth=1), "Ja ☒ Nee ☐"),
        (places.CheckBox("Nee", nth=1), "Ja ☐ Nee ☒"),
        (places.CheckBox("nee", nth=2), "☐ ja ☒ nee"),
        (places.CheckBox(3), "☒ ja ☐ nee"),
        (places.CheckBox(5), "☒"),
    ],
)
def test_a_check_box_is_told_by_its_words_or_by_its_number(place: Place, line: str) -> None:
    assert line in texts(body_of(render(FORM, value(place, "naam"), naam=True)))


def test_a_row_whose_label_stands_twice_is_told_by_nth() -> None:
    filled = render(FORM, value(places.TableCell(2, "Naam", nth=2), "naam"), naam="tweede")
    tables = body_of(filled).findall("{*}tbl")
    assert table_texts(body_of(filled)) == [["Postcode", "     "]]
    assert texts(tables[1]) == ["Nr", ".....", "Naam", "Naam", "tweede", "Buiten"]


def test_a_table_in_a_cell_is_told_by_a_number_after_all_others() -> None:
    filled = render(FORM, value(places.TableCell(4, "Naam"), "naam"), naam="binnen")
    assert texts(body_of(filled).findall("{*}tbl")[2]) == ["Binnen", "Naam", "binnen", "rechts"]


@pytest.mark.parametrize(
    ("place", "code", "fix"),
    [
        (places.Field("Tekst9"), "SLT10", "'Tekst1'"),
        (places.Field(9), "SLT10", "1 .. 3"),
        (places.Blank("op"), "SLT11", "nth: 1"),
        (places.Blank("Handtekening"), "SLT10", "Gedaan te"),
        (places.Control("naam", nth=3), "SLT11", "ten hoogste 2"),
        (places.Control(9), "SLT10", "1 .. 3"),
        (places.CheckBox(9), "SLT10", ""),
        (places.TableCell(2, "Naam", nth=3), "SLT11", "ten hoogste 2"),
        (places.TableCell(2, "Naam"), "SLT11", "nth: 1"),
    ],
)
def test_a_place_that_is_not_there_says_what_is(place: Place, code: str, fix: str) -> None:
    (finding,) = faults(FORM, value(place, "naam")).findings
    assert finding.id == code
    assert fix in (finding.fix.nl if finding.fix else "")


def section(*items: str) -> str:
    """A repeating section of paragraphs."""
    repeated = "".join(
        f"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{item}</w:sdtContent></w:sdt>"
        for item in items
    )
    return sdt("partners", repeated, "<w15:repeatingSection/>")


PARTNERS = RepeatSlot(places.Control("partners"), Expression("partner in partners", spot()), spot())


@pytest.mark.parametrize(
    ("partners", "lines"),
    [
        (["A", "B", "C"], ["Partner", "A", "Partner", "B", "Partner", "C", "slot"]),
        ([], ["Partner", "vul in", "slot"]),
    ],
)
def test_a_repeating_section_gets_an_item_for_each(partners: list[str], lines: list[str]) -> None:
    form = build_form(
        section(p("Partner") + sdt("naam", p("vul in")), p("Partner") + sdt("naam", p("voorbeeld"))) + p("slot")
    )
    filled = render(form, PARTNERS, value(places.Control("naam"), "partner"), partners=partners)
    assert texts(body_of(filled)) == lines
    items = body_of(filled).findall(".//{*}repeatingSectionItem")
    assert len(items) == max(1, len(partners))


def test_rows_in_a_repeating_section_grow_in_the_row_of_the_form() -> None:
    item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    line = item.format(tr(tc(p("Partner")), tc(sdt("naam", p("vul in"))), properties="<w:cantSplit/>"))
    form = build_form(tbl(row("Rol", "Naam"), sdt("partners", line + line, "<w15:repeatingSection/>")))
    filled = render(form, PARTNERS, value(places.Control("naam"), "partner"), partners=["A", "B & C"])
    assert table_texts(body_of(filled)) == [["Rol", "Naam"], ["Partner", "A"], ["Partner", "B & C"]]
    assert len(body_of(filled).findall(".//{*}cantSplit")) == 2


def test_both_copies_of_a_text_box_say_the_same() -> None:
    box = f"<w:txbxContent>{sdt('naam', p('x'))}{p('Plaats: ......')}</w:txbxContent>"
    form = build_form(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    slots = value(places.Control("naam"), "naam"), value(places.Blank("Plaats"), "plaats")
    filled = render(form, *slots, naam="Kaai & Co", plaats="Gent")
    assert texts(body_of(filled))[-4:] == ["Kaai & Co", "Plaats: Gent"] * 2


@pytest.mark.parametrize(
    ("wanted", "lines"), [(True, ["voor", "a", "na", "zin b einde"]), (False, ["voor", "na", "zin  einde"])]
)
def test_a_control_is_left_out_unless_it_is_wanted(wanted: bool, lines: list[str]) -> None:
    form = build_form(
        p("voor") + section(sdt("a", p("a"))) + p("na") + f"<w:p>{r('zin ')}{sdt('b', r('b'))}{r(' einde')}</w:p>"
    )
    slots = [DropSlot(places.Control(name), Expression("wanted", spot()), spot()) for name in ("partners", "b")]
    assert texts(body_of(render(form, *slots, wanted=wanted))) == lines


def test_an_answer_comes_in_a_text_box_in_both_its_copies() -> None:
    box = f"<w:txbxContent>{p('Samenvatting', 'Kop1')}{p()}</w:txbxContent>"
    form = build_form(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    filled = render(form, value(places.Under("Samenvatting"), "x", "markdown"), x=Markdown("Een.\n\nTwee."))
    assert texts(body_of(filled))[-6:] == ["Samenvatting", "Een.", "Twee."] * 2


def test_a_check_box_without_a_value_is_no_blank() -> None:
    form = build_form(sdt("a", r("☐"), "<w14:checkbox/>") + p("Naam: ......"))
    filled = WordForm.compile(form, [value(places.Control("a"), "x"), value(places.Blank("Naam"), "y", line=2)])
    assert [str(one.spot) for one in filled.fill({"x": None, "y": None}).findings] == ["slots/form.yaml:2:1"]


@pytest.mark.parametrize(
    ("replace", "lines"), [(True, ["Doel: A", "Slot"]), (False, ["Doel: A", "........", "____", "Slot"])]
)
def test_further_lines_to_write_on_stay_or_go_as_the_slot_says(replace: bool, lines: list[str]) -> None:
    form = build_form(p("Doel: ......") + p("........") + p("____") + p("Slot"))
    slot = value(places.Blank("Doel"), "x", replace=replace)
    filled = render(form, slot, x="A")
    assert texts(body_of(filled)) == lines
    assert list(prove(form, filled, [slot]).find("form.docx")) == []
