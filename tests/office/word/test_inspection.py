"""What is seen in a Word form: headings, questions, instructions, tables and the places in them."""

from __future__ import annotations

from tests.office.word.inspecting import labels, look, places
from tests.office.word.slot_forms import W, body_of, build_form, p, render, row, sdt, table_texts, tbl, tc, tr, value

from ibndocs.office.outline import Kind
from ibndocs.office.places import Blank


def test_a_heading_with_room_below_it_is_a_place_and_its_instruction_is_told() -> None:
    outline = look(p("1 Visie", "Kop1") + p("Geef uw visie, max. 1 pagina.") + p() + p("2 Plan", "Kop1") + p("Tekst."))
    assert places(outline) == {"1 Visie": '{under: "1 Visie"}'}
    assert labels(outline, Kind.INSTRUCTION) == ["Geef uw visie, max. 1 pagina."]
    assert labels(outline, Kind.HEADING) == ["1 Visie", "2 Plan"]
    assert labels(outline, Kind.TEXT) == ["Tekst."]


def test_an_empty_line_between_a_heading_and_what_follows_it_is_spacing() -> None:
    outline = look(p("1 Deel", "Kop1") + p() + p("1.1 Onderdeel", "Kop2") + p() + p("Wat is het doel?") + p() + p())
    assert list(places(outline)) == ["Wat is het doel?"]


def test_a_question_ends_in_a_question_mark_or_is_a_bold_or_numbered_line_with_room_below() -> None:
    outline = look(
        p("Wie is de aanvrager?")
        + p()
        + p("Motivering", run="<w:b/>")
        + p()
        + p()
        + p("3. Planning")
        + p("........................")
        + p("Titel", run="<w:b/>")
        + p()
        + p("Deze titel staat boven gewone tekst.")
    )
    assert list(places(outline)) == ["Wie is de aanvrager?", "Motivering", "3. Planning"]
    assert outline.items[2].text == "........................"


def test_one_empty_line_is_room_before_another_numbered_line_or_a_line_with_places() -> None:
    lines = ("1. Titel van het project", "2. Bijlagen", "Deze bijlagen horen erbij.", "Wie beslist?", "Gent, ________")
    body = p(lines[0]) + p() + "".join(map(p, lines[1:4])) + p() + p(lines[4])
    assert list(places(look(body)))[:2] == ["1. Titel van het project", "Wie beslist?"]


def test_one_empty_line_between_two_titles_is_spacing() -> None:
    bold = "<w:b/>"
    outline = look(p("Aanvraag", run=bold) + p() + p("Dienst Oproepen", run=bold) + p("Dit formulier is van ons."))
    assert places(outline) == {}


def test_slanting_and_grey_words_are_an_instruction() -> None:
    outline = look(
        p("Vraag A", run="<w:b/>")
        + p("Wees bondig.", run="<w:i/>")
        + p("Zo ook hier.", run='<w:color w:val="808080"/>')
    )
    assert labels(outline, Kind.INSTRUCTION) == ["Wees bondig.", "Zo ook hier."]


def test_the_same_question_asked_twice_is_told_apart_by_its_order() -> None:
    outline = look(p("Deel", "Kop1") + p("Welke rol?") + p() + p("Ander deel", "Kop1") + p("Welke rol?") + p())
    assert list(places(outline).values()) == [
        '{under: "Welke rol?", nth: 1}',
        '{under: "Welke rol?", nth: 2}',
    ]
    assert [item.where for item in outline.fillable()] == [("Deel",), ("Ander deel",)]


def test_cells_are_named_by_the_label_of_their_row_and_the_header_of_their_column() -> None:
    outline = look(
        p("Budget", "Kop1") + tbl(row("Post", "Jaar 1", "Jaar 2"), row("Personeel", "", ""), row("Werking", "", ""))
    )
    assert places(outline) == {
        "Personeel · Jaar 1": "{table: Budget, row: Personeel}",
        "Personeel · Jaar 2": "{table: Budget, row: Personeel, column: Jaar 2}",
        "Werking · Jaar 1": "{table: Budget, row: Werking}",
        "Werking · Jaar 2": "{table: Budget, row: Werking, column: Jaar 2}",
    }


def test_merged_cells_are_one_cell_and_count_as_a_reader_counts_them() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    outline = look(
        tbl(
            tr(tc(p("Gegevens van de aanvrager"), '<w:gridSpan w:val="3"/>')),
            tr(tc(p("Adres"), start), tc(p("Straat")), tc()),
            tr(tc(properties=more), tc(p("Gemeente")), tc()),
            tr(tc(p("Naam")), tc(properties=wide)),
        )
    )
    (table,) = [item for item in outline.items if item.kind is Kind.TABLE]
    assert table.facts["columns"] == "3"
    assert table.facts["merged"] == "3"
    assert places(outline) == {
        "Straat": "{table: Gegevens van de aanvrager, row: Straat}",
        "Gemeente": "{table: Gegevens van de aanvrager, row: Gemeente}",
        "Naam": "{table: Gegevens van de aanvrager, row: Naam}",
    }


def test_rows_without_labels_below_a_header_are_one_place_that_repeats() -> None:
    outline = look(p("Partners", "Kop1") + tbl(row("Naam", "Rol"), row("", ""), row("", ""), row("Totaal", "")))
    (rows,) = [item for item in outline.items if item.kind is Kind.ROWS]
    assert rows.anchor_text == "{rows: Partners, row: 2}"
    assert rows.facts["header"] == "Naam | Rol"
    assert rows.facts["rows"] == "2"
    assert list(places(outline)) == ["Partners", "Totaal"]


def test_two_tables_alike_and_a_table_in_a_cell_go_by_their_numbers() -> None:
    inner = tbl(row("Naam", ""))
    outline = look(tbl(row("Naam", "")) + p("Tussen") + tbl(row("Naam", ""), tr(tc(p("Binnen")), tc(inner + p()))))
    assert list(places(outline).values()) == [
        "{table: 1, row: Naam}",
        "{table: Tussen, row: Naam}",
        "{table: 3, row: Naam}",
    ]


def test_a_line_across_a_table_stands_above_the_rows_below_it() -> None:
    outline = look(tbl(tr(tc(p("Deel A"), '<w:gridSpan w:val="2"/>')), row("Naam", ""), row("Adres", "")))
    assert [item.where for item in outline.fillable()] == [("Deel A",), ("Deel A",)]


def test_a_question_with_empty_lines_in_its_own_cell_is_a_place() -> None:
    outline = look(tbl(tr(tc(p("Beschrijf de markt:") + p() + p()))))
    assert places(outline) == {"Beschrijf de markt:": "{under: Beschrijf de markt}"}


def test_blanks_are_named_by_the_words_before_them_and_brackets_by_what_they_say() -> None:
    outline = look(p("Naam: ........ Plaats: ______") + p("Ondergetekende [naam] verklaart dat dit alles waar is."))
    assert places(outline) == {
        "Naam:": "{blank: Naam}",
        "Plaats:": "{blank: Plaats}",
        "Ondergetekende": '{placeholder: "[naam]"}',
    }


def test_a_text_box_that_stands_twice_in_the_file_is_told_once() -> None:
    box = f"<w:txbxContent>{p('Naam: ........')}</w:txbxContent>"
    twice = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    outline = look(twice)
    assert places(outline) == {"Naam:": "{blank: Naam}"}
    assert outline.facts["text boxes"] == "1"


def test_a_named_control_below_a_heading_is_the_place_and_not_the_heading() -> None:
    outline = look(p("1 Titel", "Kop1") + sdt("titel", p("Vul in"), "<w:showingPlcHdr/>"))
    assert places(outline) == {"Titel van titel": "{control: titel}"}


def test_a_line_with_places_and_much_text_is_told_as_a_text_too() -> None:
    text = (
        "Ondergetekende [naam] bevestigt dat de gegevens in dit formulier en in zijn bijlagen juist en volledig zijn."
    )
    outline = look(p(text))
    assert labels(outline, Kind.TEXT) == [text]
    assert places(outline) == {"Ondergetekende": '{placeholder: "[naam]"}'}


def test_a_label_in_a_cell_without_room_beside_it_is_answered_after_its_colon() -> None:
    body = tbl(row("Maatregel 1"), row("Rol:"), row("Toelichting:"))
    outline = look(body)
    assert places(outline) == {"Rol:": "{blank: Rol}", "Toelichting:": "{blank: Toelichting}"}
    filled = render(build_form(body), value(Blank("Rol:"), "'directeur'"))
    assert table_texts(body_of(filled))[1] == ["Rol: directeur"]


def test_a_label_above_an_empty_cell_is_answered_there() -> None:
    outline = look(tbl(row("Naam:", "Rol:"), row("", ""), row("Plaats:", "Dag:"), row("", "")))
    assert list(places(outline).values()) == [
        "{table: Naam, row: 2, column: Naam}",
        "{table: Naam, row: 2, column: Rol}",
        "{table: Naam, row: 4, column: Plaats}",
        "{table: Naam, row: 4, column: Dag}",
    ]


def test_a_tab_that_draws_a_line_is_a_blank_and_the_value_comes_before_it() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'
    body = f"<w:p>{tabs}<w:r><w:t>Naam:</w:t><w:tab/></w:r></w:p>"
    assert places(look(body)) == {"Naam:": "{blank: Naam}"}
    filled = body_of(render(build_form(body), value(Blank("Naam:"), "'An'")))
    written = "".join(
        "…" if item.tag.endswith("}tab") else item.text or ""
        for run in filled.iter(f"{{{W}}}r")
        for item in run
        if item.tag.endswith(("}t", "}tab"))
    )
    assert written == "Naam: An…"


def test_a_page_number_after_a_dotted_tab_is_no_blank() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'
    assert places(look(f"<w:p>{tabs}<w:r><w:t>Inleiding</w:t><w:tab/><w:t>12</w:t></w:r></w:p>")) == {}


def test_blanks_after_the_same_words_in_many_tables_are_told_by_their_table() -> None:
    outline = look(p("Tussen").join(tbl(row(f"Maatregel {number}"), row("Rol:")) for number in (1, 2)))
    assert [item.anchor_text for item in outline.fillable()] == [
        "{blank: Rol, table: Maatregel 1}",
        "{blank: Rol, table: Maatregel 2}",
    ]
