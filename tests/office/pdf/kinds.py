"""Letters of many kinds: what strangers' templates have in them, one thing each."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from tests.office.pdf.letters import add_field, make_picture

TEXT = "Wij doen mee aan het netwerk, met mensen en middelen, en met plezier. "
LENGTHS = (2, 9, 1, 16)
"""Paragraphs of the letters of each kind: of one page, of two, of one, of three."""


def number_pages(story: Any) -> None:
    paragraph = story.paragraphs[0]
    paragraph.add_run("blz. ")
    add_field(paragraph, "PAGE")
    paragraph.add_run("/")
    add_field(paragraph, "NUMPAGES")


def add_first_page_header(document: Any, name: str) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = f"Eerste bladzijde van {name}"
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(make_picture(40)), width=Cm(1.5))
    section.header.paragraphs[0].text = f"Vervolg van {name}"
    number_pages(section.footer)
    number_pages(section.first_page_footer)


def add_even_pages(document: Any, name: str) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.even_page_header.paragraphs[0].text = f"Even {name}"
    section.header.paragraphs[0].text = f"Oneven {name}"
    number_pages(section.footer)
    number_pages(section.even_page_footer)


def add_sections(document: Any, name: str) -> None:
    number_pages(document.sections[0].footer)
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, wide.page_height, wide.page_width
    document.add_paragraph(f"Breed: {name}. {TEXT * 8}")
    columns = document.add_section(WD_SECTION.CONTINUOUS)
    cols = columns._sectPr.find(qn("w:cols"))
    cols.set(qn("w:num"), "2")
    document.add_paragraph(TEXT * 20)


def add_lists(document: Any, name: str) -> None:
    for style in ("List Number", "List Number", "List Number 2", "List Bullet", "List Number"):
        document.add_paragraph(f"Punt voor {name}", style=style)
    for text in ("apart", "genummerd"):
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        )


def add_text_box(document: Any, name: str) -> None:
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    text = f"<w:txbxContent><w:p><w:r><w:t>Kader voor {name}</w:t></w:r></w:p></w:txbxContent>"
    document.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "wp", "a")} {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
            'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="page"><wp:posOffset>4500000</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="page"><wp:posOffset>7000000</wp:posOffset></wp:positionV>'
            '<wp:extent cx="1800000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="Kader"/>'
            "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect">'
            f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{text}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
            "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape style="width:140pt;height:47pt"><v:textbox>{text}</v:textbox></v:shape></w:pict></mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
    )


def add_controls_and_links(document: Any, name: str) -> None:
    paragraph = document.add_paragraph("Naam: ")
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="naam"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{name}'
            "</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
    link = document.part.relate_to(
        f"https://example.be/{len(name)}",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>ons blad</w:t></w:r></w:hyperlink>')
    )


def add_table_first(document: Any, name: str) -> None:
    table = document.add_table(2, 2, style="Table Grid")
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = f"Cel van {name}"
    document.element.body.insert(0, table._tbl)


def break_pages(document: Any, name: str) -> None:
    document.paragraphs[0].paragraph_format.page_break_before = True
    document.add_paragraph(f"Hierna een nieuwe bladzijde, {name}.").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Het slot staat bovenaan.")
    number_pages(document.sections[0].footer)


def frame_pages(document: Any, name: str) -> None:
    """A border, a page of another size, an only section that says it is continuous, and lines on the right."""
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(14.8), Cm(21), Cm(1.2)
    section.start_type = WD_SECTION.CONTINUOUS
    borders = parse_xml(
        f'<w:pgBorders {nsdecls("w")}><w:top w:val="single" w:sz="8" w:space="4" w:color="1F6F5C"/></w:pgBorders>'
    )
    section._sectPr.find(qn("w:pgMar")).addnext(borders)
    document.paragraphs[-1].alignment = 2
    number_pages(section.header)
    section.header.paragraphs[0].add_run(f" {name}")


def spread_field(document: Any, name: str) -> None:
    """The page count as Word likes to leave it: its instruction in two runs, and once as a simple field."""
    paragraph = document.sections[0].footer.paragraphs[0]
    add_field(paragraph, "NUMPAGES \\* MERGEFORMAT")
    text = next(paragraph._p.iter(qn("w:instrText")))
    text.text = " NUM"
    rest = OxmlElement("w:r")
    other = OxmlElement("w:instrText")
    other.text = "PAGES \\* MERGEFORMAT "
    rest.append(other)
    text.getparent().addnext(rest)
    paragraph.add_run(f" bladzijden van {name}, samen ")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def add_watermark(document: Any, name: str) -> None:
    """An old-fashioned drawing behind the text, in the header, and comments and a date that nobody refers to."""
    shape = (
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        'style="position:absolute;margin-left:0;margin-top:0;width:300pt;height:90pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f">'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="ONTWERP {len(name)}"/></v:shape>'
    )
    spaces = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.add_run(f"Ontwerp voor {name}")
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')} {spaces}><w:pict>{shape}</w:pict></w:r>"))
    number_pages(document.sections[0].footer)
    add_field(document.sections[0].footer.paragraphs[0], 'DATE \\@ "yyyy"', "2025")


KINDS: dict[str, Callable[[Any, str], None]] = {
    "another first page": add_first_page_header,
    "even and odd pages": add_even_pages,
    "sections": add_sections,
    "lists": add_lists,
    "a text box": add_text_box,
    "controls and links": add_controls_and_links,
    "a table first": add_table_first,
    "page breaks": break_pages,
    "another page": frame_pages,
    "a spread field": spread_field,
    "a watermark": add_watermark,
}


def make_kind(kind: str, name: str, paragraphs: int) -> bytes:
    """A letter of `kind` from the company `name`."""
    document = Document()
    document.add_paragraph(f"Brief van {name}")
    for number in range(paragraphs):
        document.add_paragraph(f"{number + 1}. {TEXT * 12}")
    document.add_paragraph("Getekend")
    KINDS[kind](document, name)
    if document.element.body[-2].tag != qn("w:p"):
        document.add_paragraph()
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
