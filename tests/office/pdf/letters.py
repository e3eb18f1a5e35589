"""Letters for the tests of PDF: made with python-docx, alike but for their own content."""

from __future__ import annotations

import io
import struct
import zlib

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm


def add_field(paragraph: object, instruction: str, shown: str = "1") -> None:
    """A complex field, as Word writes it."""
    for kind in ("begin", instruction, "separate", shown, "end"):
        run = paragraph.add_run()  # type: ignore[attr-defined]
        if kind == instruction:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {instruction} "
            run._r.append(element)
        elif kind == shown:
            run.text = shown
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def make_picture(red: int) -> bytes:
    """A PNG of 8 by 8 in a colour of its own."""
    rows = b"".join(b"\0" + bytes((red, 90, 120)) * 8 for _ in range(8))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def make_letter(company: str, *, paragraphs: int = 2, link: str = "https://example.be") -> bytes:
    """A letter with a heading, a numbered list, a picture, a table, its own header, and "page x of y" below."""
    document = Document()
    document.core_properties.title = f"Brief van {company}"
    document.core_properties.author = "Netwerk & co"
    section = document.sections[0]
    section.header.paragraphs[0].text = f"Van: {company}"
    footer = section.footer.paragraphs[0]
    footer.add_run("pagina ")
    add_field(footer, "PAGE")
    footer.add_run(" van ")
    add_field(footer, "NUMPAGES \\* MERGEFORMAT")
    document.add_picture(io.BytesIO(make_picture(len(company) * 7 % 256)), width=Cm(2))
    document.add_heading(f"Intentie van {company}", 1)
    for number in range(paragraphs):
        document.add_paragraph(f"Alinea {number + 1}. " + "Wij doen mee aan het netwerk, met mensen en middelen. " * 12)
    for promise in ("Eerste belofte", "Tweede belofte", "Derde belofte"):
        document.add_paragraph(promise, style="List Number")
    table = document.add_table(2, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Jaar", "Bedrag"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "1", company
    document.add_paragraph("Getekend")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
