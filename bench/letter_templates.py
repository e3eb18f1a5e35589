"""One letter of one page in the syntax of each program: a logo, thirty tags, a table that repeats a row, a condition.

The words are the same in all of them; only how a tag is typed differs.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

LABELS = {
    "company": "Bedrijf", "number": "Ondernemingsnummer", "street": "Straat", "postal_code": "Postcode",
    "city": "Gemeente", "country": "Land", "contact": "Contactpersoon", "job": "Functie", "email": "E-mail",
    "phone": "Telefoon", "website": "Website", "activity": "Activiteit", "size": "Grootte", "link": "Schakel",
    "sector": "Sector", "reference": "Referentie", "project": "Project", "acronym": "Acroniem", "call": "Oproep",
    "start": "Start", "duration": "Duur", "applicant": "Aanvrager", "applicant_number": "Nummer aanvrager",
    "applicant_street": "Adres aanvrager", "applicant_city": "Gemeente aanvrager", "coordinator": "Coördinator",
    "deadline": "Termijn", "total": "Totaal", "place": "Plaats", "date": "Datum",
}  # fmt: skip
"""The thirty tags and the words before them."""

Letter = dict[str, Any]


def make_letters(count: int) -> list[Letter]:
    """The values of `count` letters, with the characters that trip programs up."""
    letters = []
    for number in range(count):
        letter: Letter = {key: f"{label} & waarde <{number}> “{key}”" for key, label in LABELS.items()}
        letter["lines"] = [{"year": f"Jaar {year}", "amount": f"€ {1000 * year + number}"} for year in (1, 2, 3)]
        letter["role"] = f"trekker {number}" if number % 2 else ""
        letters.append(letter)
    return letters


@dataclass(frozen=True)
class Syntax:
    """How a program wants its tags typed.

    Attributes:
        tag: A value.
        row: The rows of the table that repeats, two cells each.
        condition: The paragraphs that are there when there is a role.
    """

    tag: Callable[[str], str]
    row: tuple[tuple[str, str], ...]
    condition: tuple[str, ...]


JINJA = Syntax(
    lambda name: "{{ " + name + " }}",
    (("{%tr for line in lines %}", ""), ("{{ line.year }}", "{{ line.amount }}"), ("{%tr endfor %}", "")),
    ("{%p if role %}", "Rol: {{ role }}", "{%p endif %}"),
)
SYNTAXES = {
    "ibndocs": JINJA,
    "docxtpl": JINJA,
    "docx-mailmerge2": Syntax(lambda name: f"«{name}»", (("«year»", "«amount»"),), ("«role_line»",)),
    "docxtemplater": Syntax(
        lambda name: "{" + name + "}",
        (("{#lines}{year}", "{amount}{/lines}"),),
        ("{#role}", "Rol: {role}", "{/role}"),
    ),
    "easy-template-x": Syntax(
        lambda name: "{" + name + "}",
        (("{#lines}{year}", "{amount}{/lines}"),),
        ("{#role_given}Rol: {role}{/role_given}",),
    ),
    "docx-templates": Syntax(
        lambda name: f"+++INS {name}+++",
        (
            ("+++FOR line IN lines+++", ""),
            ("+++INS $line.year+++", "+++INS $line.amount+++"),
            ("+++END-FOR line+++", ""),
        ),
        ("+++IF role+++", "Rol: +++INS role+++", "+++END-IF+++"),
    ),
    "carbone": Syntax(
        lambda name: "{d." + name + "}",
        (("{d.lines[i].year}", "{d.lines[i].amount}"), ("{d.lines[i+1].year}", "{d.lines[i+1].amount}")),
        ("{d.role:ifNEM():showBegin}Rol: {d.role}{d.role:showEnd}",),
    ),
}


def make_template(program: str) -> bytes:
    """The letter for `program`."""
    from docx import Document
    from docx.shared import Cm

    syntax = SYNTAXES[program]
    document = Document()
    document.add_picture(io.BytesIO(draw_logo()), width=Cm(4))
    document.add_heading("Intentiebrief", 1)
    keys = list(LABELS)
    for first in range(0, len(keys), 3):
        paragraph = document.add_paragraph()
        for key in keys[first : first + 3]:
            paragraph.add_run(f"{LABELS[key]}: ").bold = True
            paragraph.add_run(syntax.tag(key) + ". ")
    for text in syntax.condition:
        document.add_paragraph(text)
    table = document.add_table(1 + len(syntax.row), 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Jaar", "Bijdrage"
    for row, texts in zip(table.rows[1:], syntax.row, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Met vriendelijke groeten")
    if program == "docx-mailmerge2":
        type_merge_fields(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def type_merge_fields(document: Document) -> None:
    """Turn each `«name»` into a merge field of Word."""
    import re

    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for text in list(document.element.iter(qn("w:t"))):
        found = re.search(r"«(\w+)»", text.text or "")
        if not found:
            continue
        run = text.getparent()
        before, after = (text.text or "")[: found.start()], (text.text or "")[found.end() :]
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" MERGEFIELD {found[1]} ")
        inner = OxmlElement("w:r")
        shown = OxmlElement("w:t")
        shown.text = found[0]
        inner.append(shown)
        field.append(inner)
        run.addprevious(field)
        text.text = after
        text.set(qn("xml:space"), "preserve")
        if before:
            raise ValueError("a merge field stands in a run of its own")


def draw_logo() -> bytes:
    """A picture of 240 by 120 points in two colours, as PNG."""
    width, height = 240, 120
    rows = b"".join(
        b"\0"
        + b"".join(
            bytes((20, 90 + y, 160)) if (x - 60) ** 2 + (y - 60) ** 2 < 2500 else b"\xff\xff\xff" for x in range(width)
        )
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
