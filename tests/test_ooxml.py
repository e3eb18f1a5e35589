"""The referee itself: sound files pass, and each fault it knows is seen in a file that has just that fault."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

import docx
import openpyxl
import pptx
import pytest
import xlsxwriter
from docx.enum.style import WD_STYLE_TYPE
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from tests.ooxml import assert_sound, find_faults


@cache
def make_document() -> bytes:
    document = docx.Document()
    document.add_heading("Visie", 1)
    document.add_paragraph("Eerste punt", style="List Bullet")
    document.styles.add_style("Antwoord", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Antwoord", style="Antwoord")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).text = "Naam"
    document.add_paragraph("Einde")
    return _saved(document.save)


@cache
def make_deck() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Cijfers"
    slide.shapes.add_table(2, 2, Cm(1), Cm(5), Cm(8), Cm(2))
    data = CategoryChartData()
    data.categories = ["jaar 1", "jaar 2"]
    data.add_series("leden", (30, 40))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(8), Cm(8), Cm(5), data)
    deck.slides.add_slide(deck.slide_layouts[5]).notes_slide.notes_text_frame.text = "Kort houden"
    return _saved(deck.save)


@cache
def make_workbook() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Begroting")
    sheet.write_row("A1", ["Post", "Bedrag"])
    sheet.write_row("A2", ["Loon", 100])
    sheet.write_formula("B3", "=B2*2", None, 200)
    sheet.merge_range("D1:E2", "Samen", book.add_format({"num_format": "0.000"}))
    sheet.merge_range("D4:E4", "Ook", None)
    sheet.data_validation("C1", {"validate": "list", "source": ["ja", "nee"]})
    sheet.add_table("G1:H3", {"columns": [{"header": "Lid"}, {"header": "Bijdrage"}]})
    sheet.set_column("A:B", 20)
    sheet.set_column("C:D", 10)
    book.add_worksheet("Leden")
    book.define_name("Loon", "=Begroting!$B$2")
    book.close()
    return stream.getvalue()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def change(data: bytes, part: str, old: str, new: str, count: int = 1) -> bytes:
    """The file with `old` replaced in one part; `old` must be there."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                text = content.decode()
                assert old in text, f"{old!r} is not in {part}"
                content = text.replace(old, new, count).encode()
            target.writestr(name, content)
    return stream.getvalue()


DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
TYPES, SLIDE, CHART = "[Content_Types].xml", "ppt/slides/slide1.xml", "ppt/charts/chart"
SHEET, BOOK, TABLE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"

WORD_FAULTS = {
    "xml": (DOCUMENT, "</w:body>", "", "XML does not parse"),
    "content type": (TYPES, 'Extension="xml"', 'Extension="lmx"', "no content type"),
    "type of nothing": (TYPES, "</Types>", '<Override PartName="/no.xml"/></Types>', "/no.xml does not exist"),
    "link to nothing": ("word/_rels/document.xml.rels", "styles.xml", "stijlen.xml", "which does not exist"),
    "doubled link": ("word/_rels/document.xml.rels", 'Id="rId4"', 'Id="rId3"', "rId3 twice"),
    "reference": (DOCUMENT, "<w:sectPr", '<w:altChunk r:id="rId99"/><w:sectPr', "rId99, which is no relationship"),
    "prefix": (DOCUMENT, 'mc:Ignorable="', 'mc:Ignorable="w99 ', "w99, which is not declared"),
    "core twice": ("docProps/core.xml", "</cp:core", "<dc:title>x</dc:title></cp:core", "title twice"),
    "core date": ("docProps/core.xml", "T23:15:00Z", "", "created is"),
    "cell without paragraph": (DOCUMENT, "<w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:tc>", "</w:tc>", "end with a para"),
    "row without cells": (DOCUMENT, "<w:tr>", "<w:tr/><w:tr>", "without cells"),
    "table without rows": (DOCUMENT, "<w:tbl>", "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:tbl>", "without rows"),
    "grid": (DOCUMENT, '<w:gridCol w:w="2880"/>', "", "a row of 3 columns in a table of 2"),
    "span": (DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', "a row of 4 columns in a table of 3"),
    "style": (DOCUMENT, 'w:val="Antwoord"', 'w:val="Weg"', "paragraph style Weg does not exist"),
    "style of another kind": (DOCUMENT, 'w:val="Antwoord"', 'w:val="TableGrid"', "paragraph style TableGrid"),
    "order in pPr": (DOCUMENT, '<w:pStyle w:val="Antw', '<w:jc w:val="left"/><w:pStyle w:val="Antw', "pPr out"),
    "stranger in tcPr": (DOCUMENT, "</w:tcPr>", "<w:jc/></w:tcPr>", "tcPr cannot hold jc"),
    "late pPr": (DOCUMENT, "<w:t>Einde</w:t></w:r>", "<w:t>Einde</w:t></w:r><w:pPr/>", "not the first in its p"),
    "nested paragraph": (DOCUMENT, "<w:r><w:t>Einde", "<w:p/><w:r><w:t>Einde", "p directly in p"),
    "loose text": (DOCUMENT, "<w:r><w:t>Einde</w:t></w:r>", "<w:t>Einde</w:t>", "t directly in p"),
    "nested run": (DOCUMENT, "<w:t>Einde</w:t>", "<w:r><w:t>Einde</w:t></w:r>", "r directly in r"),
    "lost space": (DOCUMENT, "<w:t>Einde", "<w:t> Einde", "are lost without xml:space"),
    "line break": (DOCUMENT, "<w:t>Einde", "<w:t>Ein\nde", "a line break or tab"),
    "open field": (DOCUMENT, "<w:t>Einde", '<w:fldChar w:fldCharType="begin"/><w:t>Einde', "in pairs"),
    "open bookmark": (DOCUMENT, "<w:t>Einde", '<w:bookmarkStart w:id="1" w:name="a"/><w:t>Einde', "a has no end"),
    "lone bookmark end": (DOCUMENT, "<w:t>Einde", '<w:bookmarkEnd w:id="7"/><w:t>Einde', "7 has no start"),
    "footnote": (DOCUMENT, "<w:t>Einde", '<w:footnoteReference w:id="2"/><w:t>Einde', "2 has no text"),
    "sectPr": (DOCUMENT, "<w:sectPr", "<w:sectPr/><w:sectPr", "not the last in the body"),
    "controls": (
        DOCUMENT,
        "<w:sectPr",
        '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>' * 2 + "<w:sectPr",
        "control id 5 twice",
    ),
    "empty control": (DOCUMENT, "<w:sectPr", "<w:sdt><w:sdtPr/></w:sdt><w:sectPr", "control without content"),
    "list of nothing": (NUMBERING, "<w:num ", '<w:num w:numId="99"/><w:num ', "99 has no abstract list"),
    "numbering order": (NUMBERING, "</w:numbering>", "<w:abstractNum/></w:numbering>", "numbering out of order"),
    "lost list": (DOCUMENT, '"ListBullet"/>', '"ListBullet"/><w:numPr><w:numId w:val="77"/></w:numPr>', "list 77"),
}  # fmt: skip

DECK_FAULTS = {
    "slide id": ("ppt/presentation.xml", 'id="257"', 'id="256"', "slide id 256 twice"),
    "low slide id": ("ppt/presentation.xml", 'id="257"', 'id="25"', "below 256"),
    "shape id": (SLIDE, 'id="3"', 'id="2"', "shape id 2 twice"),
    "cells": (SLIDE, "</a:tr>", "<a:tc><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc></a:tr>", "a row of 3 cells"),
    "text body": (SLIDE, "<a:txBody><a:bodyPr/>", "<a:txBody>", "without bodyPr"),
    "paragraph": (SLIDE, "<a:t>Cijfers</a:t></a:r>", "<a:t>Cijfers</a:t></a:r><a:pPr/>", "children of p out of order"),
    "layout": ("ppt/slides/_rels/slide1.xml.rels", "slideLayout6.xml", "slideLayout66.xml", "which does not exist"),
}  # fmt: skip

WORKBOOK_FAULTS = {
    "sheet id": (BOOK, 'sheetId="2"', 'sheetId="1"', "sheet id 1 twice"),
    "sheet name": (BOOK, 'name="Leden"', 'name="begroting"', "sheet begroting twice"),
    "bad sheet name": (BOOK, 'name="Leden"', 'name="a/b"', "cannot be the name of a sheet"),
    "lost name": (BOOK, "Begroting!$B$2", "#REF!", "has lost its place"),
    "scope": (BOOK, '<definedName name="Loon"', '<definedName name="Loon" localSheetId="9"', "belongs to no sheet"),
    "row order": (SHEET, '<row r="2"', '<row r="9"', "rows out of order"),
    "cell order": (SHEET, 'r="B2"', 'r="A1"', "out of order, doubled"),
    "other row": (SHEET, 'r="B2"', 'r="B7"', "cells of another row"),
    "text index": (SHEET, "<v>0</v>", "<v>99</v>", "refers to text 99"),
    "number": (SHEET, "<v>100</v>", "<v>honderd</v>", "holds 'honderd' as a number"),
    "format": (SHEET, '<c r="B2"', '<c s="50" r="B2"', "has format 50"),
    "no value": (SHEET, "<v>200</v>", "", "a formula without a value"),
    "lost formula": (SHEET, "B2*2", "#REF!*2", "lost its place"),
    "equals sign": (SHEET, "<f>B2*2", "<f>=B2*2", "begins with ="),
    "shared formula": (SHEET, "<f>B2*2</f>", '<f t="shared" si="3"/>', "shares a formula that nobody has"),
    "overlap": (SHEET, 'ref="D4:E4"', 'ref="D2:E4"', "overlap"),
    "merge count": (SHEET, 'mergeCells count="2"', 'mergeCells count="3"', "says 3 and holds 2"),
    "columns": (SHEET, 'min="3" max="4"', 'min="2" max="4"', "column settings overlap"),
    "sheet order": (SHEET, "<dimension", '<pageMargins left="1"/><dimension', "worksheet out of order"),
    "long list": (SHEET, '"ja,nee"', '"' + "ja," * 100 + '"', "a list of choices of 300"),
    "validated nothing": (SHEET, 'sqref="C1"', 'sqref="C0"', "validation of 'C0'"),
    "table width": (TABLE, 'ref="G1:H3"', 'ref="G1:I3"', "2 columns in G1:I3"),
    "table headers": (TABLE, 'name="Bijdrage"', 'name="lid"', "column name lid twice"),
    "number format": ("xl/styles.xml", '<numFmt numFmtId="164"', '<numFmt numFmtId="165"', "format 164 does not exist"),
    "font": ("xl/styles.xml", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
             '<xf numFmtId="0" fontId="40" fillId="0" borderId="0" xfId="0"/>', "fontId 40"),
}  # fmt: skip


def expect_fault(data: bytes, part: str, old: str, new: str, fault: str) -> None:
    faults = find_faults(change(data, part, old, new))
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize("make", [make_document, make_deck, make_workbook])
def test_a_sound_file_passes(make: Callable[[], bytes]) -> None:
    assert_sound(make())


@pytest.mark.parametrize("fault", WORD_FAULTS)
def test_it_sees_a_fault_in_a_document(fault: str) -> None:
    expect_fault(make_document(), *WORD_FAULTS[fault])


@pytest.mark.parametrize("fault", DECK_FAULTS)
def test_it_sees_a_fault_in_a_presentation(fault: str) -> None:
    expect_fault(make_deck(), *DECK_FAULTS[fault])


@pytest.mark.parametrize("fault", WORKBOOK_FAULTS)
def test_it_sees_a_fault_in_a_workbook(fault: str) -> None:
    expect_fault(make_workbook(), *WORKBOOK_FAULTS[fault])


def test_it_sees_points_beyond_the_count_of_a_chart() -> None:
    data = make_deck()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        chart = next(name for name in archive.namelist() if name.startswith(CHART))
    expect_fault(data, chart, '<c:ptCount val="2"/>', '<c:ptCount val="1"/>', "points [0, 1]")


def test_it_sees_a_part_that_is_twice_in_the_zip() -> None:
    stream = io.BytesIO(make_document())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", archive.read("word/document.xml"))
    assert "word/document.xml: twice in the zip" in find_faults(stream.getvalue())


def test_it_sees_a_chain_of_calculation_that_names_a_cell_without_formula() -> None:
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    book.save(stream)
    chain = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>'
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/calcChain.xml", chain)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    link = f'<Relationship Id="rId90" Type="{kind}" Target="calcChain.xml"/></Relationships>'
    data = change(stream.getvalue(), "xl/_rels/workbook.xml.rels", "</Relationships>", link)
    assert "calculation chain: A1 of sheet 1 holds no formula" in find_faults(data)


def test_a_workbook_that_still_must_be_calculated_can_be_allowed() -> None:
    data = change(make_workbook(), SHEET, "<v>200</v>", "")
    assert_sound(data, calculated=False)


def test_it_forgives_what_the_form_had_already_but_nothing_new() -> None:
    form = change(make_document(), DOCUMENT, 'w:val="Antwoord"', 'w:val="Weg"')
    assert_sound(form, form=form)
    worse = change(form, DOCUMENT, "<w:t>Einde", "<w:t> Einde")
    with pytest.raises(AssertionError, match="are lost without xml:space"):
        assert_sound(worse, form=form)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"<html/>"])
def test_what_is_no_zip_is_said_to_be_none(data: bytes) -> None:
    assert find_faults(data)[0].startswith("no sound zip")
