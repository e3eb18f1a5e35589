"""Markdown becomes Word paragraphs in the style of their place."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.office.word.prose import BARE, DECLARED, find, open_resources, render, run_with, texts, value

from ibndocs.foundation.values import Markdown
from ibndocs.office.word.markdown import render_inline, render_markdown


def test_prose_takes_the_paragraph_properties_of_its_place() -> None:
    place = (
        f'<w:pPr {DECLARED}><w:pStyle w:val="Antwoord"/><w:spacing w:after="60"/>'
        '<w:rPr><w:lang w:val="nl-BE"/></w:rPr></w:pPr>'
    )
    root = render("Eerste.\n\nTweede.", paragraph_properties=place)
    assert texts(root) == ["Eerste.", "Tweede."]
    assert value(root, "//w:p/w:pPr/w:pStyle/@w:val") == ["Antwoord", "Antwoord"]
    assert value(root, "//w:p/w:pPr/w:rPr/w:lang/@w:val") == ["nl-BE", "nl-BE"]
    assert "xmlns" not in etree.tostring(root).decode().split(">", 1)[1]


def test_inner_properties_of_a_place_do_as_well_as_whole_ones() -> None:
    root = render("a", paragraph_properties='<w:jc w:val="both"/>', run_properties='<w:sz w:val="20"/>')
    assert value(root, "//w:pPr/w:jc/@w:val") == ["both"]
    assert value(root, "//w:r/w:rPr/w:sz/@w:val") == ["20"]


def test_what_belongs_to_the_place_once_stays_once() -> None:
    place = '<w:pPr><w:pageBreakBefore/><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr>'
    root = render("een\n\ntwee\n\ndrie", paragraph_properties=place)
    assert [len(find(paragraph, "w:pPr/w:pageBreakBefore")) for paragraph in root] == [1, 0, 0]
    assert [len(find(paragraph, "w:pPr/w:sectPr")) for paragraph in root] == [0, 0, 1]


def test_a_table_in_a_place_with_a_page_break_comes_after_it() -> None:
    root = render("| a |\n|---|\n| b |", paragraph_properties="<w:pageBreakBefore/>")
    assert [etree.QName(block).localname for block in root] == ["p", "tbl", "p"]
    assert len(find(root, "w:p[1]/w:pPr/w:pageBreakBefore")) == 1
    assert len(find(root, "//w:pageBreakBefore")) == 1


@pytest.mark.parametrize(
    ("source", "offset", "style"),
    [("# Kop", 2, "Heading3"), ("## Kop", 2, "Heading4"), ("###### Kop", 5, "Heading9"), ("Kop\n===", 1, "Heading2")],
)
def test_headings_go_down_below_the_forms_own(source: str, offset: int, style: str) -> None:
    root = render(source, heading_offset=offset, paragraph_properties='<w:jc w:val="both"/>')
    assert value(root, "//w:pStyle/@w:val") == [style]
    assert find(root, "//w:jc") == []


def test_a_heading_is_bold_and_stays_with_its_text_where_the_form_has_no_headings() -> None:
    root = render("# Kop\n\ntekst", package=BARE)
    assert run_with(root, "b") == ["Kop"]
    assert len(find(root, "w:p[1]/w:pPr/w:keepNext")) == 1
    assert value(root, "//w:outlineLvl/@w:val") == ["2"]


def test_inline_marks_nest() -> None:
    root = render("**vet *beide* `code`** ~~weg~~ CO<sub>2</sub> m<sup>2</sup> *a<sub>b*c</sub>")
    assert run_with(root, "b") == ["vet ", "beide", " ", "code"]
    assert run_with(root, "i") == ["beide", "a", "b"]
    assert run_with(root, "strike") == ["weg"]
    assert run_with(root, "rFonts") == ["code"]
    assert value(root, "//w:vertAlign/@w:val") == ["subscript", "superscript", "subscript", "subscript"]
    assert texts(root) == ["vet beide code weg CO2 m2 abc"]


@pytest.mark.parametrize("source", ["een  \ntwee", "een\\\ntwee", "een<br>twee", "een<BR />twee"])
def test_hard_line_breaks_break_the_line(source: str) -> None:
    root = render(source)
    assert texts(root) == ["een\ntwee"]
    assert len(find(root, "//w:br")) == 1


def test_soft_line_breaks_are_spaces_and_breaks_pasted_from_word_are_kept_apart() -> None:
    assert texts(render("een\ntwee\x0bdrie\r\nvier")) == ["een twee drie vier"]


def test_html_is_text() -> None:
    source = '<div class="x">\n**vet** <b>b</b>\n</div>\n\n<!-- noot -->\n\n<sub>los & co'
    root = render(source)
    assert texts(root) == ['<div class="x"> vet <b>b</b> </div>', "<!-- noot -->", "<sub>los & co"]


def test_a_justified_line_that_is_broken_is_not_stretched() -> None:
    root = render("een<br>twee\n\ndrie", paragraph_properties='<w:jc w:val="both"/>')
    assert value(root, "//w:jc/@w:val") == ["left", "both"]


def test_quotes_take_the_forms_style_or_a_bar() -> None:
    assert value(render("> a\n>\n> > b"), "//w:pStyle/@w:val") == ["Quote", "Quote"]
    bare = render("> a\n>\n> > b", package=BARE)
    assert value(bare, "//w:ind/@w:left") == ["425", "850"]
    assert len(find(bare, "//w:pBdr/w:left")) == 2


def test_code_keeps_its_lines_and_spaces() -> None:
    root = render("```py\nfor x:\n\n\t  y()  \n```\n\n    z *a*\n")
    assert texts(root) == ["for x:\n\n\t  y()  ", "z *a*"]
    assert set(value(root, "//w:rFonts/@w:ascii")) == {"Courier New"}


def test_words_behind_a_fence_are_kept_but_for_the_name_of_a_language() -> None:
    assert texts(render("``` Let op:\na\n```\n\n```py\nb\n```")) == ["Let op:\na", "b"]


def test_a_rule_is_a_line_under_an_empty_paragraph() -> None:
    root = render("a\n\n---\n\nb")
    assert texts(root) == ["a", "", "b"]
    assert len(find(root, "w:p[2]/w:pPr/w:pBdr/w:bottom")) == 1


@pytest.mark.parametrize("source", ["", "  \n\n", "\x0b"])
def test_no_text_gives_nothing(source: str) -> None:
    resources, _ = open_resources()
    assert render_markdown(Markdown(source), resources) == ""
    assert render_inline(Markdown(source), resources) == ""


def test_inline_puts_all_blocks_on_lines_of_one_paragraph() -> None:
    resources, _ = open_resources()
    source = (
        "# Kop\n\n**vet** tekst\n\n- een\n- twee\n\n1. [x](https://voorbeeld.be)\n\n| a | b |\n|---|---|\n| c | d |"
    )
    xml = render_inline(Markdown(source), resources, run_properties='<w:rPr><w:sz w:val="20"/></w:rPr>')
    root = etree.fromstring(f"<w:body {DECLARED}><w:p>{xml}</w:p></w:body>")
    assert texts(root) == ["Kop\nvet tekst\n• een\n• twee\n1. x\na | b\nc | d"]
    assert run_with(root, "b") == ["vet"]
    assert {etree.QName(child).localname for child in root[0]} == {"r", "hyperlink"}
    assert len(find(root, "//w:r[not(w:rPr/w:sz)]")) == 0


def test_text_nested_too_deep_is_kept_as_typed() -> None:
    source = "> " * 300 + "diep\n\neinde"
    assert texts(render(source)) == [("> " * 300 + "diep"), "einde"]
