"""Filling blank Word forms: the value stands in its place, with the looks of the place, and the rest is as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.office.word.slot_forms import (
    W14,
    W,
    body_of,
    build_form,
    cell,
    find,
    p,
    r,
    render,
    row,
    rows,
    run_properties,
    sdt,
    spot,
    table_texts,
    tbl,
    tc,
    texts,
    tr,
    value,
)

from ibndocs.foundation.findings import FaultyInput
from ibndocs.foundation.values import Euro, Markdown
from ibndocs.office import places
from ibndocs.office.slots import DropSlot, Expression, RepeatSlot
from ibndocs.office.word.fill import WordForm

PLACEHOLDER = "<w:showingPlcHdr/>"
BOLD = "<w:b/>"


# -- content controls


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
    assert not date.attrib


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


# -- bookmarks, fields, words


def test_a_bookmark_holds_the_value_and_stays() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="naam"/>{}<w:bookmarkEnd w:id="7"/>'
    form = build_form(f"<w:p>{r('Aan ', BOLD)}{mark.format(r('...', BOLD))}{r('!')}</w:p>")
    body = body_of(render(form, value(places.Bookmark("Naam"), "x"), x="Jan"))
    assert texts(body) == ["Aan Jan!"]
    assert [item.tag.rpartition("}")[2] for item in body[0]] == ["r", "bookmarkStart", "r", "bookmarkEnd", "r"]
    assert run_properties(body, "Jan") == ["b"]


def test_an_empty_bookmark_takes_the_looks_of_its_neighbour() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="naam"/><w:bookmarkEnd w:id="7"/>'
    body = body_of(
        render(build_form(f"<w:p>{r('Aan ', BOLD)}{mark}</w:p>"), value(places.Bookmark("naam"), "x"), x="Jan")
    )
    assert texts(body) == ["Aan Jan"]
    assert run_properties(body, "Jan") == ["b"]


def test_legacy_fields_show_their_value() -> None:
    def field(name: str, kind: str, result: str) -> str:
        data = f'<w:ffData><w:name w:val="{name}"/><w:enabled/>{kind}</w:ffData>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    text = field("Tekst1", "<w:textInput/>", r("     ", BOLD))
    box = field("Vak1", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "")
    form = build_form(f"<w:p>{r('Naam: ')}{text}</w:p><w:p>{box}{r(' akkoord')}</w:p>")
    slots = value(places.Bookmark("Tekst1"), "x"), value(places.CheckBox("akkoord"), "y")
    body = body_of(render(form, *slots, x="Jan", y=True))
    assert texts(body) == ["Naam: Jan", " akkoord"]
    assert run_properties(body, "Jan") == ["b"]
    assert find(body, ".//w:checkBox/w:checked[@w:val='1']") is not None
    assert len(list(body.iter(f"{{{W}}}fldChar"))) == 6


def test_words_of_the_form_are_replaced_over_the_borders_of_runs() -> None:
    form = build_form(f"<w:p>{r('Wij, [naam van ')}{r('de org', BOLD)}{r('anisatie], tekenen [naam].')}</w:p>")
    body = body_of(render(form, value(places.Placeholder("[naam van de organisatie]"), "x"), x="Bio nv"))
    assert texts(body) == ["Wij, Bio nv, tekenen [naam]."]


# -- cells


def test_a_cell_is_found_by_the_labels_of_its_row_and_column() -> None:
    table = tbl(row("Kosten", "Jaar 1", "Jaar 2"), row("1. Personeel:", "", ""), row("Overhead", "", ""))
    form = build_form(p("Begroting", "Kop1") + table)
    filled = render(
        form,
        value(places.TableCell("Begroting", "personeel", "jaar 2"), "a"),
        value(places.TableCell("Kosten", "Overhead"), "b"),
        value(places.TableCell(1, 3, 3), "c"),
        a=Euro(Decimal(1200), 0),
        b="b",
        c=0,
    )
    assert table_texts(body_of(filled)) == [
        ["Kosten", "Jaar 1", "Jaar 2"],
        ["1. Personeel:", "", "€\u00a01.200"],
        ["Overhead", "b", "0"],
    ]


def test_an_empty_cell_lends_the_looks_of_its_paragraph_mark() -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(p(mark=f'{BOLD}<w:ins w:id="1" w:author="x"/>', style="Kop2")))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x="Jan"))
    assert run_properties(body, "Jan") == ["b"]
    assert find(body, ".//w:tc[2]/w:p/w:pPr/w:pStyle[@w:val='Kop2']") is not None


def test_merged_cells_are_one_cell_of_the_grid() -> None:
    span = '<w:gridSpan w:val="2"/>'
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc(p("Rubriek")), tc(p("Budget"), span), tc(p("Nota"))),
        tr(tc(p("Loon"), start), tc(p(), span), tc(p(), start)),
        tr(tc(p(), goes_on), tc(), tc(), tc(p(), goes_on)),
    )
    filled = render(
        build_form(table),
        value(places.TableCell(1, "Loon", "Budget"), "a"),
        value(places.TableCell(1, 3, 3), "b"),
        value(places.TableCell(1, 3, "Nota"), "c"),
        a="A",
        b="B",
        c="C",
    )
    assert table_texts(body_of(filled)) == [
        ["Rubriek", "Budget", "Nota"],
        ["Loon", "A", "C"],
        ["", "", "B", ""],
    ]


def test_a_nested_table_is_found_by_its_own_words() -> None:
    inner = tbl(row("Straat", ""), row("Plaats", ""))
    form = build_form(tbl(tr(tc(p("Adres")), tc(inner + p()))) + tbl(row("Naam", "")))
    filled = render(
        form,
        value(places.TableCell("Straat", "Plaats"), "a"),
        value(places.TableCell(2, "Naam"), "b"),
        a="Gent",
        b="Jan",
    )
    assert texts(body_of(filled)) == ["Adres", "Straat", "Plaats", "Gent", "Naam", "Jan"]


def test_a_cell_with_one_control_is_filled_in_that_control() -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(f"<w:p>{sdt('n', r('Klik hier'), PLACEHOLDER)}</w:p>"))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x="Jan"))
    assert table_texts(body) == [["Naam", "Jan"]]
    assert find(body, ".//w:tc[2]/w:p/w:sdt/w:sdtContent/w:r") is not None


def test_a_table_is_known_by_its_title_its_caption_or_the_line_above() -> None:
    titled = tbl(row("a", ""), properties='<w:tblCaption w:val="Leden"/>')
    captioned = p("Tabel 2: Partners", "Bijschrift") + tbl(row("a", ""))
    below = p("Hieronder de kosten:") + tbl(row("a", ""))
    filled = render(
        build_form(titled + captioned + below),
        value(places.TableCell("Leden", "a"), "1"),
        value(places.TableCell("Tabel 2", "a"), "2"),
        value(places.TableCell("hieronder de kosten", "a"), "3"),
    )
    assert texts(body_of(filled)) == ["a", "1", "Tabel 2: Partners", "a", "2", "Hieronder de kosten:", "a", "3"]


# -- under a heading


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


# -- prose


PROSE = Markdown("Eerste *zin*.\n\n- punt\n", path="narrative.visie")


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


# -- missing values


@pytest.mark.parametrize("missing", [None, "", "  "])
def test_a_missing_value_is_marked_and_never_blank(missing: str | None) -> None:
    form = build_form(tbl(tr(tc(p("Naam")), tc(p(mark=f'{BOLD}<w:lang w:val="nl-BE"/>')))))
    body = body_of(render(form, value(places.TableCell(1, "Naam"), "x"), x=missing))
    assert table_texts(body) == [["Naam", "[nog in te vullen]"]]
    assert run_properties(body, "[nog") == ["b", "highlight", "lang"]


@pytest.mark.parametrize("missing", [None, "", Markdown(" \n")])
def test_missing_prose_is_marked(missing: object) -> None:
    form = build_form(p("Visie", "Kop1") + p(style="Tekst"))
    body = body_of(render(form, value(places.Under("Visie"), "x", "markdown"), x=missing))
    assert texts(body) == ["Visie", "[nog in te vullen]"]
    assert run_properties(body, "[nog") == ["highlight"]


def test_zero_is_a_value() -> None:
    form = build_form(tbl(row("Bedrag", "")))
    body = body_of(render(form, value(places.TableCell(1, "Bedrag"), "x"), x=Euro(Decimal(0), 0)))
    assert table_texts(body) == [["Bedrag", "€\u00a00"]]


def test_an_optional_value_may_stay_blank() -> None:
    form = build_form(tbl(row("Nota", "")) + p("Visie", "Kop1") + p())
    body = body_of(
        render(
            form,
            value(places.TableCell(1, "Nota"), "x", optional=True),
            value(places.Under("Visie"), "x", "markdown", optional=True),
            x=None,
        )
    )
    assert texts(body) == ["Nota", "Visie"]


# -- rows


def test_a_row_repeats_with_its_properties() -> None:
    head = tr(tc(p("Nr")), tc(p("Naam")), properties="<w:tblHeader/>")
    prototype = tr(tc(p(mark=BOLD)), tc(), properties="<w:cantSplit/>")
    form = build_form(p("Leden", "Kop1") + tbl(head, prototype, row("Totaal", "")))
    slot = rows(places.TableRows("Leden", 2), "m in members if m.name", (cell("loop.index"), cell("m.name")))
    body = body_of(render(form, slot, members=[{"name": "A"}, {"name": ""}, {"name": "B"}]))
    assert table_texts(body) == [["Nr", "Naam"], ["1", "A"], ["2", "B"], ["Totaal", ""]]
    assert len(list(body.iter(f"{{{W}}}cantSplit"))) == 2
    assert len(list(body.iter(f"{{{W}}}tblHeader"))) == 1
    assert run_properties(body, "1") == ["b"]


def test_a_cell_of_a_row_takes_prose_shading_or_stays_as_it_is() -> None:
    form = build_form(tbl(row("a", "b", "c"), row("vast", "voorbeeld", "")))
    fills = (None, cell("m.note", "markdown"), cell("''", optional=True, colour="m.colour"))
    members = [{"note": PROSE, "colour": "FF0000"}, {"note": None, "colour": ""}]
    body = body_of(render(form, rows(places.TableRows(1, 2), "m in members", fills), members=members))
    assert table_texts(body) == [
        ["a", "b", "c"],
        ["vast", "Eerste zin.|punt", ""],
        ["vast", "[nog in te vullen]", ""],
    ]
    shading = list(body.iter(f"{{{W}}}shd"))
    assert [item.get(f"{{{W}}}fill") for item in shading] == ["FF0000"]


def test_an_empty_list_says_so_in_the_first_cell() -> None:
    form = build_form(tbl(row("Nr", "Naam", "Nota"), row("", "x", "vast")))
    slot = rows(places.TableRows(1, 2), "m in members", (cell("1"), cell("2"), None), empty="Geen {{leden}}.")
    assert table_texts(body_of(render(form, slot, members=[]))) == [
        ["Nr", "Naam", "Nota"],
        ["Geen {{leden}}.", "", "vast"],
    ]
    assert table_texts(body_of(render(form, slot, members=[1]))) == [["Nr", "Naam", "Nota"], ["1", "2", "vast"]]


def test_rows_that_belong_together_repeat_together() -> None:
    form = build_form(tbl(row("kop", ""), row("", ""), row("", "vast"), row("voet", "")))
    slot = rows(places.TableRows(1, 2), "w in packages", (cell("w.name"), cell("w.lead")), (cell("w.text"), None))
    packages = [{"name": "WP1", "lead": "A", "text": "een"}, {"name": "WP2", "lead": "B", "text": "twee"}]
    assert table_texts(body_of(render(form, slot, packages=packages))) == [
        ["kop", ""],
        ["WP1", "A"],
        ["een", "vast"],
        ["WP2", "B"],
        ["twee", "vast"],
        ["voet", ""],
    ]


def test_a_repeating_section_repeats_its_item_and_no_number_comes_twice() -> None:
    number = '<w:id w:val="5"/>'
    inner = f"<w:p>{sdt('naam', r('Klik'), PLACEHOLDER + number)}</w:p>"
    mark = '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>'
    item = sdt(
        "item",
        f'<w:tr w14:paraId="00000001">{tc(inner)}{tc(f"<w:p>{mark}</w:p>")}</w:tr>',
        "<w15:repeatingSectionItem/>",
    )
    form = build_form(tbl(row("Naam", "Nota"), sdt("section", item, "<w15:repeatingSection/>")))
    slot = rows(places.TableRows(1, 2), "m in members", (cell("m"), None))
    body = body_of(render(form, slot, members=["A", "B"]))
    assert table_texts(body) == [["Naam", "Nota"], ["A", ""], ["B", ""]]
    items = [sdt for sdt in body.iter(f"{{{W}}}sdt") if find(sdt, "w:sdtPr/w:tag[@w:val='item']") is not None]
    assert len(items) == 2
    assert find(body, ".//w:id") is None
    names = [mark.get(f"{{{W}}}name") for mark in body.iter(f"{{{W}}}bookmarkStart")]
    assert len(names) == len(set(names)) == 2


# -- parts that may be left out


@pytest.mark.parametrize(("kept", "left"), [(True, ["Een", "tekst", "Onder", "cel", "Twee"]), (False, ["Twee"])])
def test_a_section_is_left_out_unless_it_is_wanted(kept: bool, left: list[str]) -> None:
    form = build_form(p("Een", "Kop1") + p("tekst") + p("Onder", "Kop2") + tbl(row("cel")) + p("Twee", "Kop1"))
    slot = DropSlot(places.Section("Een"), Expression("kept", spot()), spot())
    assert texts(body_of(render(form, slot, kept=kept))) == left


def test_a_table_is_left_out_unless_it_is_wanted() -> None:
    form = build_form(tbl(row("Partners", "")) + p("na"))
    slot = DropSlot(places.WholeTable("Partners"), Expression("kept", spot()), spot())
    assert texts(body_of(render(form, slot, value(places.TableCell(1, 1, 2), "'x'"), kept=True))) == [
        "Partners",
        "x",
        "na",
    ]
    assert texts(body_of(render(form, slot, kept=False))) == ["na"]


# -- parts that repeat


def repeated(heading: str, each: str) -> RepeatSlot:
    return RepeatSlot(places.Section(heading), Expression(each, spot()), spot())


def test_a_section_repeats_and_its_slots_see_the_item() -> None:
    heading = f"<w:p><w:pPr><w:pStyle w:val='Kop2'/></w:pPr>{sdt('pakket', r('Pakket'))}</w:p>"
    form = build_form(p("Plan", "Kop1") + heading + tbl(row("Taak"), row("")) + p("Doel") + p() + p("Slot", "Kop1"))
    slots = [
        value(places.Under("Doel"), "package.aim", "markdown"),
        value(places.Control("pakket"), "package.title"),
        rows(places.TableRows("Taak", 2), "task in package.tasks", (cell("loop.index ~ task ~ package.title"),)),
        repeated("Pakket", "package in packages"),
    ]
    packages = [
        {"title": "A", "tasks": ["x", "y"], "aim": Markdown("eerst", path="packages[0].aim")},
        {"title": "B", "tasks": [], "aim": Markdown("dan", path="packages[1].aim")},
    ]
    body = body_of(render(form, *slots, packages=packages))
    assert texts(body) == ["Plan", "A", "Taak", "1xA", "2yA", "Doel", "eerst", "B", "Taak", "Doel", "dan", "Slot"]
    assert texts(body_of(render(form, *slots, packages=[]))) == ["Plan", "Slot"]
    ids = [element.get(f"{{{W}}}val") for element in body.iter(f"{{{W}}}id")]
    assert len(ids) == len(set(ids))


def test_an_answer_at_the_end_of_a_part_belongs_to_it() -> None:
    form = build_form(p("Deel", "Kop2") + p() + p("Slot", "Kop1"))
    answer, part = value(places.Under("Deel"), "item", "markdown"), repeated("Deel", "item in items")
    for slots in ([answer, part], [part, answer]):
        body = body_of(render(form, *slots, items=[Markdown("een"), Markdown("twee")]))
        assert texts(body) == ["Deel", "een", "Deel", "twee", "Slot"]


def test_a_part_that_repeats_may_stand_in_one_that_may_be_left_out() -> None:
    form = build_form(p("Deel", "Kop1") + p("Stuk", "Kop2") + p("tekst") + p("Slot", "Kop1"))
    outer = DropSlot(places.Section("Deel"), Expression("kept", spot()), spot())
    slots = [repeated("Stuk", "one in list"), outer]
    assert texts(body_of(render(form, *slots, kept=True, list=[1, 2]))) == [
        "Deel", "Stuk", "tekst", "Stuk", "tekst", "Slot",
    ]  # fmt: skip
    assert texts(body_of(render(form, *slots, kept=False, list=[1, 2]))) == ["Slot"]


def test_faults_and_blanks_in_a_part_that_repeats_are_told_for_its_items() -> None:
    form = build_form(p("Deel", "Kop2") + tbl(row("Naam", "")) + p("Slot", "Kop1"))
    slots = [repeated("Deel", "item in items"), value(places.TableCell(1, "Naam"), "item.name", line=7)]
    template = WordForm.compile(form, slots)
    assert [f.message.nl for f in template.find_blanks({"items": [{"name": ""}, {"name": "a"}]})] == [
        "item.name is nog niet ingevuld"
    ]
    assert not template.check({"items"})
    assert [f.id for f in template.check({"others"})] == ["TPL05"]
    with pytest.raises(FaultyInput) as raised:
        template.render({"items": [{"name": "a"}, {}]})
    assert [str(f.spot) for f in raised.value.findings] == ["slots/form.yaml:7:1"]


# -- the form's own text


def test_what_looks_like_a_tag_in_the_form_comes_out_as_it_was() -> None:
    odd = ["{{ naam }}", "{% for x %}", "{# nota #}", "{_{ x }_}", "{%p if %}", "{{{ x }}}", "{{r x}}"]
    split = f"<w:p>{r('{')}{r('{ a }')}{r('}')}</w:p>"
    header = p("{{ kop }}")
    alias = '<w:p><w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>'
    form = build_form("".join(map(p, odd)) + split + alias + tbl(row("Naam", "")), {"header1": header})
    filled = render(form, value(places.TableCell(1, "Naam"), "x"), x="{{ mijn naam }}")
    assert texts(body_of(filled)) == [*odd, "{{ a }}", "Naam", "{{ mijn naam }}"]
    assert texts(body_of(filled, "word/header1.xml")) == ["{{ kop }}"]
    assert find(body_of(filled), ".//w:alias[@w:val='{{ x }}']") is not None


def test_the_same_values_give_the_same_bytes() -> None:
    form = build_form(p("Visie", "Kop1") + p())
    slot = value(places.Under("Visie"), "x", "markdown")
    assert render(form, slot, x=PROSE).write() == render(form, slot, x=PROSE).write()


# -- faults and blanks of one document


def test_faults_are_told_at_their_place_in_the_slots_file() -> None:
    form = build_form(tbl(row("Titel", ""), row("Leden", "")) + p("Visie", "Kop1"))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "project.titel", line=4),
            value(places.Under("Visie"), "visies", "markdown", line=7),
            rows(places.TableRows(1, 2), "m in members", (None, cell("m.nam"))),
        ],
    )
    with pytest.raises(FaultyInput) as caught:
        template.render({"project": {"title": "x"}, "visies": ["a"], "members": [{"name": "a"}, {"name": "b"}]})
    found = [(str(one.spot), one.id, one.message.nl) for one in caught.value.findings]
    assert found == [
        ("slots/form.yaml:1:1", "TPL05", "m.nam: nam bestaat niet"),
        ("slots/form.yaml:4:1", "TPL05", "project.titel: titel bestaat niet"),
        ("slots/form.yaml:7:1", "TPL06", "visies: is een lijst en kan niet gedrukt worden"),
    ]


def test_unknown_names_are_found_without_values() -> None:
    form = build_form(tbl(row("Titel", ""), row("Leden", "")))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "projekt.title", line=4),
            rows(places.TableRows(1, 2), "m in members", (None, cell("m.name ~ loop.index ~ n"))),
        ],
    )
    found = [(str(one.spot), one.message.nl, one.fix and one.fix.nl) for one in template.check(["project", "members"])]
    assert found == [
        ("slots/form.yaml:4:1", "projekt.title: projekt is onbekend", "bedoelde u project?"),
        ("slots/form.yaml:1:1", "m.name ~ loop.index ~ n: n is onbekend", None),
    ]


def test_what_is_still_to_be_filled_in_is_told() -> None:
    form = build_form(tbl(row("Titel", ""), row("Nota", ""), row("Leden", "")) + p("☐ Ja"))
    template = WordForm.compile(
        form,
        [
            value(places.TableCell(1, "Titel"), "x", line=4),
            value(places.TableCell(1, "Nota"), "x", optional=True, line=6),
            value(places.CheckBox("Ja"), "x", line=8),
            rows(places.TableRows(1, 3), "m in members", (None, cell("m"))),
        ],
    )
    found = [
        (finding.id, str(finding.spot), finding.message.nl)
        for finding in template.find_blanks({"x": None, "members": ["", "a", None]})
    ]
    assert found == [
        ("SLT20", "slots/form.yaml:4:1", "x is nog niet ingevuld"),
        ("SLT20", "slots/form.yaml:1:1", "m is nog niet ingevuld (2 keer)"),
    ]
    assert not template.find_blanks({"x": 0, "members": []})


def test_a_part_that_is_left_out_has_no_blanks() -> None:
    form = build_form(p("Bijlage", "Kop1") + p("Nota", "Kop2") + tbl(row("Titel", "")))
    template = WordForm.compile(
        form,
        [
            DropSlot(places.Section("Bijlage"), Expression("kept", spot()), spot()),
            value(places.TableCell(1, "Titel"), "x"),
            value(places.Under("Nota"), "x", "markdown"),
        ],
    )
    assert len(template.find_blanks({"kept": True, "x": None})) == 2
    assert not template.find_blanks({"kept": False, "x": None})
