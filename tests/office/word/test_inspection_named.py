"""Places with a name or a kind of their own: controls, form fields, check boxes, bookmarks; what protects them."""

from __future__ import annotations

import pytest
from tests.office.word.inspecting import HASH, labels, look, look_at, places, with_settings
from tests.office.word.slot_forms import build_form, p, r, render, row, sdt, tbl, tc, tr, value

from ibndocs.office.outline import Kind
from ibndocs.office.places import CheckBox, TableCell
from ibndocs.office.word.inspection import inspect_word


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(name: str, data: str, result: str = "") -> str:
    """A legacy form field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{data}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TEXT = '<w:textInput><w:maxLength w:val="20"/></w:textInput>'
BOX = '<w:checkBox><w:sizeAuto/><w:default w:val="1"/></w:checkBox>'


def test_a_control_tells_its_kind_its_choices_its_format_and_its_lock() -> None:
    entries = '<w:listItem w:displayText="Kies" w:value=""/><w:listItem w:displayText="Kmo" w:value="k"/>'
    outline = look(
        sdt("soort", p("Kies"), f"<w:dropDownList>{entries}</w:dropDownList>")
        + sdt("dag", p("dag"), '<w:date><w:dateFormat w:val="d/MM/yyyy"/></w:date><w:lock w:val="sdtLocked"/>')
        + sdt("tekst", p("tekst"), "<w:text/>")
    )
    kind, day, text = outline.items
    assert (kind.kind, kind.choices, kind.label) == (Kind.DROP_DOWN, ("Kmo",), "Titel van soort")
    assert (day.kind, day.facts["format"], day.facts["lock"]) == (Kind.DATE, "d/MM/yyyy", "sdtLocked")
    assert (text.kind, text.facts["type"], text.text) == (Kind.CONTROL, "plain text", "tekst")


def test_a_data_bound_control_tells_what_it_is_bound_to() -> None:
    binding = '<w:dataBinding w:xpath="/a/b" w:storeItemID="{0}"/>'
    (item,) = look(sdt("naam", p("x"), binding)).items
    assert item.facts["binding"] == "/a/b"


def test_controls_of_the_same_tag_are_told_apart_and_those_without_a_name_go_by_number() -> None:
    outline = look(sdt("naam", p("a")) + sdt("naam", p("b")) + control(p("Klik hier")))
    assert [item.anchor_text for item in outline.fillable()] == [
        "{control: naam, nth: 1}",
        "{control: naam, nth: 2}",
        "{control: 3}",
    ]


def test_a_control_that_holds_others_is_no_place_but_those_in_it_are() -> None:
    outline = look(sdt("buiten", sdt("binnen", p("x")) + p("Tekst")))
    assert places(outline) == {"Titel van binnen": "{control: binnen}"}
    assert [(item.label, item.depth) for item in outline.items][:2] == [
        ("Titel van buiten", 0),
        ("Titel van binnen", 1),
    ]


def test_a_repeating_section_is_one_place_and_its_items_hold_theirs() -> None:
    item = control(tr(tc(sdt("naam", p("x"))), tc(sdt("rol", p("y")))), "<w15:repeatingSectionItem/>")
    section = sdt("leden", item, "<w15:repeatingSection/>")
    outline = look(tbl(row("Naam", "Rol"), section))
    assert [(one.kind, one.anchor_text) for one in outline.fillable()] == [
        (Kind.REPEATING, "{control: leden}"),
        (Kind.CONTROL, "{control: naam}"),
        (Kind.CONTROL, "{control: rol}"),
    ]


def test_an_unnamed_control_in_a_cell_goes_by_the_cell() -> None:
    outline = look(tbl(row("Post", "Bedrag"), tr(tc(p("Lonen")), tc(control(p("vul in"), "<w:showingPlcHdr/>")))))
    assert places(outline) == {"Lonen · Bedrag": "{table: Post, row: Lonen}"}


def test_form_fields_go_by_the_name_a_person_gave_else_by_their_words_and_twins_by_order() -> None:
    outline = look(
        f"<w:p>{r('Naam: ')}{field('aanvrager', TEXT, 'Jan')}</w:p>"
        f"<w:p>{r('Straat: ')}{field('Text12', TEXT)}</w:p>"
        f"<w:p>{r('Dag: ')}{field('Text3', TEXT)}{field('Text3', TEXT)}</w:p>"
    )
    name, street, *days = outline.fillable()
    assert (name.anchor_text, name.text, name.facts["max length"]) == ("{field: aanvrager}", "Jan", "20")
    assert street.anchor_text == "{field: Straat}"
    assert days[1].anchor_text == "{field: Dag, nth: 2}"


def test_fields_alone_in_a_grid_go_by_their_row_and_their_column() -> None:
    fields = "".join(tc(f"<w:p>{field(name, TEXT)}</w:p>") for name in ("Tekst1", "Tekst2"))
    outline = look(tbl(row("Post", "Jaar 1", "Jaar 2"), f"<w:tr>{tc(p('Personeel'))}{fields}</w:tr>"))
    assert list(places(outline)) == ["Personeel · Jaar 1", "Personeel · Jaar 2"]


def test_check_boxes_of_every_make_go_by_their_words() -> None:
    w14 = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    modern = control(r("☒"), w14)
    outline = look(
        f"<w:p>{modern}{r(' Kmo')}</w:p><w:p>{field('Check1', BOX)}{r(' Grote onderneming')}</w:p>"
        + p("☐ Ja ☐ Nee")
        + tbl(row("☐", "Akkoord"))
    )
    assert [(item.label, item.facts.get("checked")) for item in outline.fillable()] == [
        ("Kmo", "true"),
        ("Grote onderneming", "true"),
        ("Ja", None),
        ("Nee", None),
        ("Akkoord", None),
    ]
    assert next(iter(places(outline).values())) == "{checkbox: Kmo}"


def test_a_check_box_around_a_cell_is_one_box() -> None:
    box = control(tc(p("☐")), "<w14:checkbox/>")
    outline = look(tbl(tr(box, tc(p("Akkoord")))))
    assert [(item.kind, item.anchor_text) for item in outline.fillable()] == [(Kind.CHECK_BOX, "{checkbox: Akkoord}")]


def test_a_bookmark_of_a_person_is_a_place_and_those_of_word_are_not() -> None:
    def marked(name: str, text: str) -> str:
        return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{r(text)}<w:bookmarkEnd w:id="1"/>'

    outline = look(f"<w:p>{r('Ref: ')}{marked('kenmerk', 'X')}</w:p><w:p>{marked('_Toc12', 'Y')}</w:p>")
    assert [(item.kind, item.label, item.anchor_text, item.text) for item in outline.fillable()] == [
        (Kind.BOOKMARK, "Ref:", "{bookmark: kenmerk}", "X")
    ]


def test_comments_and_headers_are_told_apart_from_the_body() -> None:
    outline = look_at(build_form(p("Tekst"), {"header1": sdt("versie", p("v"))}))
    assert [(item.label, item.facts.get("part")) for item in outline.items] == [
        ("Tekst", None),
        ("Titel van versie", "header"),
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="x"/>', "readOnly, password"),
        ('<w:documentProtection w:edit="forms" w:enforcement="1"/>', "forms"),
        ('<w:documentProtection w:edit="forms" w:enforcement="0"/>', None),
    ],
)
def test_the_protection_of_a_form_is_told(settings: str, expected: str | None) -> None:
    assert look_at(with_settings(build_form(p("Tekst")), settings)).facts.get("protection") == expected


def test_in_a_read_only_form_all_is_protected_but_the_permission_ranges() -> None:
    body = (
        tbl(row("Naam", "")) + '<w:permStart w:id="1" w:edGrp="everyone"/>' + p("Wie?") + p() + '<w:permEnd w:id="1"/>'
    )
    form = with_settings(build_form(body), '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    outline = look_at(form)
    assert {item.label: item.facts.get("protected") for item in outline.fillable()} == {"Naam": "true", "Wie?": None}
    assert outline.facts["permission ranges"] == "1 (everyone)"


def test_the_room_below_a_question_may_be_free_where_the_question_is_not() -> None:
    body = p("Wie?") + '<w:permStart w:id="1" w:edGrp="everyone"/>' + p() + '<w:permEnd w:id="1"/>' + p("Wat?") + p()
    form = with_settings(build_form(body), '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    protected = {item.label: item.facts.get("protected") for item in look_at(form).fillable()}
    assert protected == {"Wie?": None, "Wat?": "true"}


def test_forms_protection_leaves_fields_and_controls() -> None:
    body = f"<w:p>{r('Naam: ')}{field('naam', TEXT)}</w:p>" + sdt("rol", p("x")) + p("Dag: ........")
    form = with_settings(build_form(body), '<w:documentProtection w:edit="forms" w:enforcement="1"/>')
    protected = {item.label: item.facts.get("protected") for item in look_at(form).fillable()}
    assert protected == {"Naam:": None, "Titel van rol": None, "Dag:": "true"}


def test_what_one_should_know_before_filling_is_a_finding() -> None:
    body = '<w:altChunk r:id="rId7"/><w:p><w:ins w:id="1" w:author="A"><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>'
    form = build_form(body).with_parts({"word/vbaProject.bin": b"x"})
    outline = inspect_word(form, sha256=HASH)
    assert [finding.id for finding in outline.findings] == ["INS02", "INS03", "INS04"]
    assert labels(outline, Kind.TEXT) == ["altChunk", "nieuw"]


def test_a_strict_form_is_read_like_any_other() -> None:
    form = build_form(p("Wie?") + p())
    strict = form.part("word/document.xml").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    outline = look_at(form.with_parts({"word/document.xml": strict}))
    assert outline.facts["strict"] == "true"
    assert places(outline) == {"Wie?": '{under: "Wie?"}'}


@pytest.mark.parametrize(
    ("box", "ticked"),
    [
        ("<w:r><w:t>❑</w:t></w:r>", False),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', False),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', True),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r>', False),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>o</w:t></w:r>', False),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF071;</w:t></w:r>', False),
    ],
)
def test_a_symbol_that_looks_like_a_box_is_one_and_can_be_ticked(box: str, ticked: bool) -> None:
    body = f"<w:p>{box}{r(' Akkoord')}</w:p>"
    (item,) = look(body).fillable()
    assert item.anchor_text == "{checkbox: Akkoord}"
    assert (item.facts.get("checked") == "true") is ticked
    filled = render(build_form(body), value(CheckBox("Akkoord"), "'ja'"))
    (again,) = inspect_word(filled, sha256=HASH).fillable()
    assert again.facts["checked"] == "true"


def test_boxes_in_one_cell_go_with_the_lines_of_the_cell_beside_it() -> None:
    outline = look(tbl(tr(tc(p("☐") + p("☐")), tc(p("Ja") + p("Nee")))))
    assert list(places(outline)) == ["Ja", "Nee"]


def test_the_words_before_the_first_box_of_a_line_are_told() -> None:
    items = look(p("Ik ben lid: □ ja □ nee")).items
    assert [(item.kind, item.label) for item in items] == [
        (Kind.TEXT, "Ik ben lid:"),
        (Kind.CHECK_BOX, "ja"),
        (Kind.CHECK_BOX, "nee"),
    ]


def test_the_old_twin_of_a_line_is_not_read_with_it() -> None:
    line = r("Kies: ☐ A ☐ B")
    twins = f'<mc:Choice Requires="w14">{line}</mc:Choice><mc:Fallback>{line}</mc:Fallback>'
    outline = look(f"<w:p><mc:AlternateContent>{twins}</mc:AlternateContent></w:p>")
    assert labels(outline, Kind.CHECK_BOX) == ["A", "B"]


def test_a_letter_in_another_font_is_no_box() -> None:
    assert list(look(f"<w:p>{r('o')}{r(' Akkoord')}</w:p>").fillable()) == []


def test_boxes_with_the_same_words_in_many_tables_are_told_by_their_table() -> None:
    tables = [tbl(row(f"Maatregel {number}"), tr(tc(p("☐ Gepland") + p("☐ Klaar")))) for number in (1, 2)]
    outline = look(p("Tussen").join(tables))
    assert [item.anchor_text for item in outline.fillable()] == [
        "{checkbox: Gepland, table: Maatregel 1}",
        "{checkbox: Klaar, table: Maatregel 1}",
        "{checkbox: Gepland, table: Maatregel 2}",
        "{checkbox: Klaar, table: Maatregel 2}",
    ]


def test_boxes_with_the_same_words_in_one_table_are_told_by_their_order() -> None:
    outline = look(tbl(row("Vraag", "Antwoord"), tr(tc(p("Lid?")), tc(p("☐ ja"))), tr(tc(p("Kmo?")), tc(p("☐ ja")))))
    assert list(places(outline).values()) == ["{checkbox: ja, nth: 1}", "{checkbox: ja, nth: 2}"]


def test_what_a_form_locks_is_told_but_is_no_place() -> None:
    outline = look(sdt("vast", p("Naam: ........"), '<w:lock w:val="sdtContentLocked"/>'))
    assert [(item.label, item.at) for item in outline.items] == [("Titel van vast", None)]
    assert outline.items[0].facts["lock"] == "sdtContentLocked"


def test_boxes_in_a_grid_go_by_their_row_and_their_column() -> None:
    box = f"<w:p>{control(r('☐'), '<w14:checkbox/>')}</w:p>"
    body = tbl(row("Voorwaarde", "Ja", "Nee"), row("Rechtspersoon", "☐", "☐"), tr(tc(p("Kmo")), tc(box), tc(p("☐"))))
    outline = look(body)
    assert places(outline) == {
        "Rechtspersoon · Ja": "{table: Voorwaarde, row: Rechtspersoon}",
        "Rechtspersoon · Nee": "{table: Voorwaarde, row: Rechtspersoon, column: Nee}",
        "Kmo · Ja": "{table: Voorwaarde, row: Kmo}",
        "Kmo · Nee": "{table: Voorwaarde, row: Kmo, column: Nee}",
    }
    filled = render(build_form(body), value(TableCell("Voorwaarde", "Kmo", "Nee"), "true"))
    checked = {item.label: item.facts.get("checked") for item in inspect_word(filled, sha256=HASH).fillable()}
    assert [label for label, state in checked.items() if state] == ["Kmo · Nee"]


def test_the_question_beside_boxes_is_told_with_them() -> None:
    outline = look(tbl(tr(tc(p("Bent u kmo?")), tc(p("☐ Ja ☐ Nee")))))
    assert [(item.kind, item.label) for item in outline.items[1:]] == [
        (Kind.QUESTION, "Bent u kmo?"),
        (Kind.CHECK_BOX, "Ja"),
        (Kind.CHECK_BOX, "Nee"),
    ]
