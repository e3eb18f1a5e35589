"""Text into shapes: what the form keeps, what a value may hold."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.office.slides.decks import fill, make_deck, named, open_deck, save
from tests.ooxml import assert_sound

from ibndocs.foundation.findings import FaultyInput
from ibndocs.foundation.values import Markdown

FORM = make_deck()
TITLE = "- at: {slide: 1, shape: Titel}\n  value: v"
BODY = "- at: {slide: 1, shape: Punten}\n  value: v\n  as: bullets"
BOX = "- at: {slide: 4, shape: Kader}\n  value: v"
BULLET_TAGS = ("buNone", "buChar", "buAutoNum")


def fill_shape(slots: str, value: object, folder: Path, slide: int, name: str) -> Any:
    data = fill(FORM, slots, {"v": value}, folder)
    assert_sound(data, form=FORM)
    return named(open_deck(data).slides[slide - 1], name).text_frame


def bullets_of(frame: Any) -> list[str]:
    """What each paragraph itself says of its bullet: "" when it leaves that to the form."""
    found = [{str(e.tag).rpartition("}")[2] for e in p._p.iter()} & set(BULLET_TAGS) for p in frame.paragraphs]
    return ["".join(tags) for tags in found]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Netwerk", ["Netwerk"]),
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\n\nb", ["a", "", "b"]),
        ("R&D <b> \"x\" 'y' ]]>", ["R&D <b> \"x\" 'y' ]]>"]),
        ("{{ titel }} {% if %} {# #}", ["{{ titel }} {% if %} {# #}"]),
        ("voor\x00\x07\x1fna\ufffe\ud800", ["voorna"]),
        ("😀 עברית العربية 日本", ["😀 עברית العربية 日本"]),
        ("x" * 20_000, ["x" * 20_000]),
    ],
)
def test_it_writes_text_as_it_stands(value: str, lines: list[str], tmp_path: Path) -> None:
    frame = fill_shape(TITLE, value, tmp_path, 1, "Titel")
    assert [paragraph.text for paragraph in frame.paragraphs] == lines


def test_it_keeps_the_looks_of_the_first_run_and_paragraph(tmp_path: Path) -> None:
    before = named(open_deck(FORM).slides[3], "Kader").text_frame
    after = fill_shape(BOX, "een\ntwee", tmp_path, 4, "Kader")
    assert [run.font.italic for paragraph in after.paragraphs for run in paragraph.runs] == [True, True]
    assert [run.font.size.pt for paragraph in after.paragraphs for run in paragraph.runs] == [18, 18]
    for name in ("a:bodyPr", "a:lstStyle"):
        kept, own = after._txBody.find(f".//{{*}}{name[2:]}"), before._txBody.find(f".//{{*}}{name[2:]}")
        assert kept.attrib == own.attrib
        assert [child.tag for child in kept] == [child.tag for child in own]


def test_it_fills_a_shape_in_a_group(tmp_path: Path) -> None:
    slots = "- at: {slide: 2, shape: In de groep}\n  value: v"
    group = named(open_deck(fill(FORM, slots, {"v": "nieuw"}, tmp_path)).slides[1], "Groep")
    assert [shape.text_frame.text for shape in group.shapes] == ["nieuw"]


def test_bullets_are_paragraphs_with_levels(tmp_path: Path) -> None:
    frame = fill_shape(BODY, ["een", ["twee", 1], ("drie", 2), 4], tmp_path, 1, "Punten")
    assert [(p.text, p.level) for p in frame.paragraphs] == [("een", 0), ("twee", 1), ("drie", 2), ("4", 0)]
    assert bullets_of(frame) == ["", "", "", ""]


def test_a_level_takes_after_the_paragraph_of_the_form_at_that_level(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    frame = named(deck.slides[0], "Punten").text_frame
    second = frame.add_paragraph()
    second.text, second.level = "tweede niveau", 1
    second.runs[0].font.bold = True
    data = fill(save(deck), BODY, {"v": ["een", ["twee", 1]]}, tmp_path)
    filled = named(open_deck(data).slides[0], "Punten").text_frame.paragraphs
    assert [paragraph.runs[0].font.bold for paragraph in filled] == [None, True]


def test_bullets_ask_a_list(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        fill(FORM, BODY, {"v": "een tekst"}, tmp_path)
    assert [(finding.id, str(finding.spot)) for finding in caught.value.findings] == [
        ("TPL09", "slots/pitch.yaml:5:12")
    ]


@pytest.mark.parametrize("value", [None, "", "  \n", Markdown(""), [], ()])
@pytest.mark.parametrize("markup", ["text", "bullets", "markdown"])
def test_a_missing_value_is_marked_unless_it_is_optional(value: object, markup: str, tmp_path: Path) -> None:
    slots = f"{BOX}\n  as: {markup}"
    frame = fill_shape(slots, value, tmp_path, 4, "Kader")
    assert frame.text == "[nog in te vullen]"
    assert [child.tag.rpartition("}")[2] for child in frame.paragraphs[0].runs[0]._r.rPr] == ["solidFill", "highlight"]
    assert fill_shape(f"{slots}\n  optional: true", value, tmp_path, 4, "Kader").text == ""


MARKDOWN = """# Kop

Een **vette** en *schuine* alinea
over twee regels.

- punt
  - dieper

    vervolg
- [site](https://example.org)

3. drie
4. vier

| a | b |
|---|---|
| 1 | 2 |
"""
WORDS = ["Kop", "Een vette en schuine alinea over twee regels.", "punt", "dieper", "vervolg",
         "site (https://example.org)", "drie", "vier", "a | b", "1 | 2"]  # fmt: skip


@pytest.mark.parametrize("value", [MARKDOWN, Markdown(MARKDOWN)])
def test_markdown_becomes_paragraphs(value: object, tmp_path: Path) -> None:
    frame = fill_shape(f"{BOX}\n  as: markdown", value, tmp_path, 4, "Kader")
    assert [paragraph.text for paragraph in frame.paragraphs] == WORDS
    assert [paragraph.level for paragraph in frame.paragraphs] == [0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    assert bullets_of(frame) == ["", "", "buChar", "buChar", "", "buChar", "buAutoNum", "buAutoNum", "", ""]
    assert [run.text for run in frame.paragraphs[1].runs if run.font.bold] == ["vette"]
    assert [run.font.bold for run in frame.paragraphs[0].runs] == [True]
    assert {e.get("startAt") for e in frame._txBody.iter("{*}buAutoNum")} == {"3"}


def test_markdown_in_a_bulleted_placeholder_marks_only_its_lists(tmp_path: Path) -> None:
    slots = "- at: {slide: 1, shape: Punten}\n  value: v\n  as: markdown"
    frame = fill_shape(slots, "Alinea\n\n- punt\n\n1. eerst", tmp_path, 1, "Punten")
    assert bullets_of(frame) == ["buNone", "", "buAutoNum"]


def test_an_empty_paragraph_keeps_its_looks(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    frame = named(deck.slides[3], "Kader").text_frame
    paragraph = frame.paragraphs[0]._p
    end = deepcopy(paragraph.find(".//{*}rPr"))
    end.tag = end.tag.replace("rPr", "endParaRPr")
    paragraph.remove(paragraph.find("{*}r"))
    paragraph.append(end)
    data = fill(save(deck), BOX, {"v": "nieuw"}, tmp_path)
    run = named(open_deck(data).slides[3], "Kader").text_frame.paragraphs[0].runs[0]
    assert (run.text, run.font.size.pt, run.font.italic) == ("nieuw", 18, True)


def test_a_shape_without_text_gets_it(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    shape = named(deck.slides[3], "Kader")._element
    shape.remove(shape.find("{*}txBody"))
    form = save(deck)
    data = fill(form, BOX, {"v": "nieuw"}, tmp_path)
    assert_sound(data, form=form)
    assert named(open_deck(data).slides[3], "Kader").text_frame.text == "nieuw"
