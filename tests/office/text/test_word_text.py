"""Word documents as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.enum.text import WD_BREAK

from ibndocs.office.package import Package
from ibndocs.office.text import convert

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = f"""{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math\""""


def text_of(body: str, parts: Mapping[str, bytes | None] | None = None) -> str:
    """The text of a document with this body, without the properties that python-docx fills in."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    package = Package.read(stream.getvalue())
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode()
    links = package.part("word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="web" Type="http://x/hyperlink" Target="https://x.be/a" TargetMode="External"/>'
        b'<Relationship Id="notes" Type="http://x/footnotes" Target="footnotes.xml"/>'
        b'<Relationship Id="remarks" Type="http://x/comments" Target="comments.xml"/>'
        b'<Relationship Id="head" Type="http://x/header" Target="header1.xml"/></Relationships>',
    )
    changes = {"word/document.xml": document, "word/_rels/document.xml.rels": links, "docProps/core.xml": None}
    return convert(package.write({**changes, **(parts or {})}), name="proef.docx")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def test_headings_lists_and_properties_read_as_a_document() -> None:
    document = docx.Document()
    document.core_properties.title = "Aanvraag"
    document.core_properties.author = "Lerend Netwerk vzw"
    document.core_properties.comments = ""
    document.add_heading("Visie", 1)
    document.add_paragraph("Samen sterker.")
    document.add_heading("Doelen", 2)
    document.add_paragraph("Leden werven", style="List Bullet")
    document.add_paragraph("Eerst bellen", style="List Number")
    document.add_paragraph("  ")
    stream = io.BytesIO()
    document.save(stream)
    assert convert(stream.getvalue(), name="x.docx") == (
        "titel: Aanvraag\nauteur: Lerend Netwerk vzw\n\n# Visie\nSamen sterker.\n\n## Doelen\n- Leden werven\n"
        "1. Eerst bellen\n"
    )


def test_a_table_is_rows_of_pipes_and_a_merged_cell_is_shown_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for index, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{index}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breed | zeer"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "hoog\nen lang"
    stream = io.BytesIO()
    document.save(stream)
    lines = convert(stream.getvalue(), name="x.docx").splitlines()[-3:]
    assert lines == ["| breed \\| zeer | c2 |", "| c3 | c4 | hoog / en lang |", "| c6 | c7 |  |"]


def test_a_box_of_one_cell_keeps_its_lines() -> None:
    cell = f"<w:tc>{paragraph('een')}{paragraph('twee')}</w:tc>"
    assert text_of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == "| een\n| twee\n"


def test_a_table_in_a_cell_stays_on_the_line_of_its_row() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl><w:p/>"
    row = f"<w:tr><w:tc>{inner}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr>"
    assert text_of(f"<w:tbl>{row}</w:tbl>") == "| a; b | c |\n"


def test_tracked_changes_are_visible() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>dertig</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("veer")}</w:ins><w:ins w:id="3">{run("tig")}</w:ins>'
    mark = '<w:rPr><w:ins w:id="4"/></w:rPr>'
    row = f"<w:tr><w:trPr><w:ins w:id='5'/></w:trPr><w:tc>{paragraph('nieuw')}</w:tc></w:tr>"
    body = f"<w:p><w:pPr>{mark}</w:pPr>{deleted}{inserted}{run(' leden')}</w:p><w:tbl>{row}</w:tbl>"
    assert text_of(body) == "{-dertig-}{+veertig+} leden{+¶+}\n\n{+| nieuw |+}\n"


def test_links_show_their_address_whether_written_as_element_or_as_field() -> None:
    element = f'<w:hyperlink r:id="web">{run("de site")}</w:hyperlink>'
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{s}"/></w:r>' for s in ("begin", "separate", "end"))
    code = '<w:r><w:instrText> HYPERLINK "https://y.be" </w:instrText></w:r>'
    page = f"{begin}<w:r><w:instrText> PAGE </w:instrText></w:r>{end}"
    index = f"{begin}<w:r><w:instrText> XE begroting </w:instrText></w:r>{end}"
    body = f"<w:p>{element}{run(' en ')}{begin}{code}{middle}{run('daar')}{end}{page}{index}</w:p>"
    assert text_of(body) == "de site <https://x.be/a> en daar <https://y.be>{PAGE}\n"


def test_content_controls_and_their_tags_are_not_shown_but_their_content_is() -> None:
    tag = '<w:sdtPr><w:tag w:val="project.title"/></w:sdtPr>'
    inner = f"<w:sdt>{tag}<w:sdtContent>{run('binnen')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt>{tag}<w:sdtContent><w:tc>{paragraph('cel')}</w:tc></w:sdtContent></w:sdt>"
    block = f"<w:sdt>{tag}<w:sdtContent>{paragraph('blok')}</w:sdtContent></w:sdt>"
    body = f"{block}<w:p>{inner}</w:p><w:tbl><w:tr>{cell}<w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
    assert text_of(body) == "blok\nbinnen\n\n| cel | x |\n"


def test_old_form_fields_show_their_state() -> None:
    def legacy(data: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        return f'{begin}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    yes = legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    no = legacy('<w:checkBox><w:default w:val="0"/></w:checkBox>')
    choice = legacy('<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>')
    assert text_of(f"<w:p>{yes}{no}{choice}</w:p>") == "[x][ ]b\n"


def test_a_text_box_is_read_once_and_a_picture_by_its_alternative_text() -> None:
    box = f"<w:txbxContent>{paragraph('in de kader')}{paragraph('tweede')}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    picture = '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="Een kaart"/><pic:pic/></wp:inline></w:drawing>'
    shape = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    body = f"<w:p>{run('voor')}{shape}<w:r>{picture}</w:r></w:p>"
    assert text_of(body) == "voor[afbeelding: Een kaart]\n[tekstvak] in de kader\n[tekstvak] tweede\n"


def test_notes_comments_and_headers_come_after_the_story_with_a_label() -> None:
    references = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    section = '<w:sectPr><w:headerReference w:type="first" r:id="head"/></w:sectPr>'
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    text = text_of(
        f"<w:p>{run('Tekst')}{references}</w:p>{section}",
        {
            "word/footnotes.xml": f"<w:footnotes {W}>{separator}<w:footnote w:id='2'>{paragraph('bron')}"
            "</w:footnote></w:footnotes>".encode(),
            "word/comments.xml": f"<w:comments {W}><w:comment w:id='0' w:author='An'>{paragraph('juist?')}"
            "</w:comment></w:comments>".encode(),
            "word/header1.xml": f"<w:hdr {W}>{paragraph('Dossier')}</w:hdr>".encode(),
        },
    )
    assert text == (
        "Tekst[^2][^o0]\n\n--- voetnoten\n[^2] bron\n\n--- opmerkingen\n[^o0] An: juist?\n\n"
        "--- koptekst (eerste pagina)\nDossier\n"
    )


def test_breaks_tabs_symbols_and_formulas() -> None:
    marks = (
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    assert text_of(f"<w:p>{marks}{formula}</w:p>") == "a\tb\n\u2011[symbool Wingdings F0FC]x+1\n"
    document = docx.Document()
    document.add_paragraph("voor").add_run().add_break(WD_BREAK.PAGE)
    stream = io.BytesIO()
    document.save(stream)
    assert convert(stream.getvalue()).endswith("voor\n[nieuwe pagina]\n")


def test_a_style_takes_its_level_from_the_style_it_is_based_on() -> None:
    styles = f"""<w:styles {W}>
      <w:style w:type="paragraph" w:default="1" w:styleId="Std"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Vraag"><w:name w:val="Vraag"/><w:basedOn w:val="Kop2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
    </w:styles>"""
    body = (
        paragraph("Vraag", '<w:pStyle w:val="Vraag"/>')
        + paragraph("Niet", '<w:pStyle w:val="Vraag"/><w:outlineLvl w:val="9"/>')
        + paragraph("Kring", '<w:pStyle w:val="Rond"/>')
    )
    assert text_of(body, {"word/styles.xml": styles.encode()}) == "## Vraag\nNiet\nKring\n"


def test_strict_documents_read_the_same() -> None:
    document = docx.Document()
    document.add_heading("Visie", 1)
    document.add_paragraph("Punt", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    strict = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            target.writestr(
                name,
                content.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            )
    assert convert(strict.getvalue()) == convert(stream.getvalue())
