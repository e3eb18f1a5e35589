"""The whole of a form: what stays, what is told when it is wrong, properties, notes, slides left out."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from tests.libreoffice import SOFFICE, to_pdf
from tests.office.slides.decks import compile_form, fill, make_deck, named, open_deck, save
from tests.ooxml import assert_sound

from ibndocs.foundation.findings import FaultyInput

FORM = make_deck()
ALL = """
- at: {slide: 1, shape: Titel}
  value: title
- at: {slide: 1, shape: Punten}
  value: points
  as: bullets
- at: {slide: 2, shape: Tabel, row: 2}
  each: k in kpis
  cells: [k, "''", null]
- at: {slide: 3, chart: Lijn}
  categories: years
  series: [{name: "'Leden'", values: counts}]
- at: {slide: 4, notes: true}
  value: notes
"""
VALUES = {
    "title": "Netwerk Circulair Bouwen",
    "points": ["een", "twee"],
    "kpis": ["Leden", "Proeven"],
    "years": ["2026", "2027"],
    "counts": [32, 60],
    "notes": "Zeg dit.\nEn dat.",
    "wanted": False,
}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def raw(data: bytes, part: str) -> bytes:
    """A part as it is packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(part)
        start = info.header_offset + 30 + len(part.encode())
        return data[start : start + info.compress_size]


def test_only_touched_parts_change(tmp_path: Path) -> None:
    before, data = parts_of(FORM), fill(FORM, ALL, VALUES, tmp_path)
    after = parts_of(data)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert {re.sub(r"\d+", "N", name) for name in changed} == {
        "ppt/slides/slideN.xml",
        "ppt/charts/chartN.xml",
        "ppt/embeddings/Microsoft_Excel_SheetN.xlsx",
        "ppt/notesSlides/notesSlideN.xml",
    }
    assert len(changed) == 5


def test_untouched_parts_are_copied_as_they_are_packed(tmp_path: Path) -> None:
    data = fill(FORM, "- at: {slide: 1, shape: Titel}\n  value: title", VALUES, tmp_path)
    for part in ("ppt/slideMasters/slideMaster1.xml", "ppt/slides/slide2.xml", "ppt/theme/theme1.xml"):
        assert raw(data, part) == raw(FORM, part)


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    form = compile_form(FORM, ALL, tmp_path)
    first = form.render(VALUES, {"title": "Pitch"})
    assert form.render({**VALUES, "title": "anders"}) != first
    assert form.render(VALUES, {"title": "Pitch"}) == first
    assert compile_form(FORM, ALL, tmp_path).render(VALUES, {"title": "Pitch"}) == first


def test_it_sets_the_document_properties(tmp_path: Path) -> None:
    form = compile_form(FORM, "- at: {slide: 1, shape: Titel}\n  value: title", tmp_path)
    properties = {"title": "R&D", "creator": "Netwerk vzw", "keywords": "ibn", "modified": "2026-01-02T03:04:05Z"}
    data = form.render(VALUES, properties)
    assert_sound(data, form=FORM)
    core = open_deck(data).core_properties
    assert (core.title, core.author, core.keywords) == ("R&D", "Netwerk vzw", "ibn")
    assert core.modified.isoformat() == "2026-01-02T03:04:05"
    assert core.created == open_deck(FORM).core_properties.created


def test_properties_are_made_when_the_form_has_none(tmp_path: Path) -> None:
    stripped = io.BytesIO()
    with zipfile.ZipFile(stripped, "w") as archive:
        for name, content in parts_of(FORM).items():
            if name != "docProps/core.xml":
                archive.writestr(name, re.sub(rb"<(Relationship|Override) [^>]*core-properties[^>]*/>", b"", content))
    form = compile_form(stripped.getvalue(), "- at: {slide: 1, shape: Titel}\n  value: title", tmp_path)
    data = form.render(VALUES, {"title": "Pitch"})
    assert_sound(data, form=FORM)
    assert open_deck(data).core_properties.title == "Pitch"


def test_a_template_becomes_a_presentation(tmp_path: Path) -> None:
    template = io.BytesIO()
    with zipfile.ZipFile(template, "w") as archive:
        for name, content in parts_of(FORM).items():
            archive.writestr(name, content.replace(b"presentation.main+xml", b"template.main+xml"))
    data = fill(template.getvalue(), "- at: {slide: 1, shape: Titel}\n  value: title", VALUES, tmp_path)
    assert open_deck(data).slides[0].shapes.title.text == VALUES["title"]


def test_a_strict_presentation_is_refused(tmp_path: Path) -> None:
    strict = io.BytesIO()
    with zipfile.ZipFile(strict, "w") as archive:
        for name, content in parts_of(FORM).items():
            space = b"http://schemas.openxmlformats.org/presentationml/2006/main"
            archive.writestr(name, content.replace(space, b"http://purl.oclc.org/ooxml/presentationml/main"))
    with pytest.raises(FaultyInput, match="SLT40"):
        compile_form(strict.getvalue(), ALL, tmp_path)


def test_notes_are_filled_or_made(tmp_path: Path) -> None:
    slots = "\n".join(f"- at: {{slide: {n}, notes: true}}\n  value: notes" for n in (1, 3, 4))
    data = fill(FORM, slots, VALUES, tmp_path)
    assert_sound(data, form=FORM)
    slides = open_deck(data).slides
    assert [slide.has_notes_slide for slide in slides] == [True, False, True, True]
    assert {slides[n].notes_slide.notes_text_frame.text for n in (0, 2, 3)} == {"Zeg dit.\nEn dat."}


def test_a_deck_without_notes_gets_a_master_for_them(tmp_path: Path) -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    bare = save(deck)
    assert not any("notes" in name for name in parts_of(bare))
    data = fill(bare, "- at: {slide: 1, notes: true}\n  value: points\n  as: bullets", VALUES, tmp_path)
    assert_sound(data, form=bare)
    notes = open_deck(data).slides[0].notes_slide
    assert notes.notes_text_frame.text == "een\ntwee"
    assert [shape.name for shape in notes.part.notes_master.placeholders] == [
        "Slide Image Placeholder 1",
        "Notes Placeholder 2",
    ]


def test_a_slide_is_left_out_with_all_that_was_its_own(tmp_path: Path) -> None:
    slots = f"{ALL}- at: {{slide: 3}}\n  drop_unless: wanted\n- at: {{slide: 4}}\n  drop_unless: wanted\n"
    form = compile_form(FORM, slots, tmp_path)
    data = form.render(VALUES)
    assert_sound(data, form=FORM)
    assert len(open_deck(data).slides) == 2
    assert not [part for part in parts_of(data) if re.search("chart|embeddings|notesSlide|slide[34]", part)]
    kept = form.render({**VALUES, "wanted": True})
    assert len(open_deck(kept).slides) == 4
    assert parts_of(kept).keys() == parts_of(FORM).keys()


def test_links_to_a_slide_that_goes_go_too(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    named(deck.slides[0], "Titel").click_action.target_slide = deck.slides[3]
    form = save(deck)
    data = fill(form, "- at: {slide: 4}\n  drop_unless: wanted", VALUES, tmp_path)
    assert_sound(data, form=form)
    found = open_deck(data)
    assert named(found.slides[0], "Titel").click_action.target_slide is None
    assert "ppt/slides/slide4.xml" not in parts_of(data)


def test_a_slide_that_goes_is_not_filled(tmp_path: Path) -> None:
    slots = "- at: {slide: 4}\n  drop_unless: wanted\n- at: {slide: 4, shape: Kader}\n  value: not_there"
    assert len(open_deck(fill(FORM, slots, VALUES, tmp_path)).slides) == 3


def test_every_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    slots = """
- at: {slide: 1, shape: Titl}
  value: title
- at: {slide: 9, notes: true}
  value: title
- at: {slide: 4, chart: Kader}
  categories: years
  series: []
- at: {slide: 1, shape: Titel}
  value: "title |"
"""
    with pytest.raises(FaultyInput) as caught:
        compile_form(FORM, slots, tmp_path)
    found = [(f.id, f.spot.line if f.spot else None, f.fix.nl if f.fix else "") for f in caught.value.findings]
    assert found == [
        ("SLT32", 4, "bedoelde u “Titel”?"),
        ("SLT31", 6, ""),
        ("SLT34", 8, ""),
        ("TPL02", 12, ""),
    ]


def test_every_value_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        fill(FORM, ALL, {**VALUES, "title": {}, "counts": [1], "points": 3}, tmp_path)
    assert [finding.id for finding in caught.value.findings] == ["TPL06", "TPL09", "TPL09"]


def test_shapes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    deck = open_deck(FORM)
    named(deck.slides[0], "Punten").name = "Titel"
    form = save(deck)
    with pytest.raises(FaultyInput, match="SLT33"):
        compile_form(form, "- at: {slide: 1, shape: Titel}\n  value: title", tmp_path)
    data = fill(form, '- at: {slide: 1, shape: "Titel#2"}\n  value: title', VALUES, tmp_path)
    assert [shape.text_frame.text for shape in open_deck(data).slides[0].shapes] == ["Titel hier", VALUES["title"]]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_a_page_a_slide(tmp_path: Path) -> None:
    slots = f"{ALL}- at: {{slide: 3}}\n  drop_unless: wanted\n"
    for wanted, pages in ((True, 4), (False, 3)):
        file = tmp_path / f"deck-{pages}.pptx"
        file.write_bytes(fill(FORM, slots, {**VALUES, "wanted": wanted}, tmp_path))
        printed = to_pdf(file, tmp_path)
        told = subprocess.run(["pdfinfo", printed], capture_output=True, text=True, check=True).stdout
        assert re.search(r"Pages:\s+(\d+)", told)[1] == str(pages)  # type: ignore[index]
