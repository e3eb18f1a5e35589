"""Small Word files made of raw XML, and what stands in the files that come out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.word.template import WordTemplate

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = f"{{{MAIN}}}"


def paragraph(*texts: str, properties: str = "") -> str:
    """A paragraph with one run for each text."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in texts)
    return f"<w:p>{properties}{runs}</w:p>"


def cell(*blocks: str, properties: str = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>') -> str:
    """A table cell; a block that is no XML is the text of a paragraph."""
    inner = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return f"<w:tc>{properties}{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is no XML is the text of its paragraph."""
    columns = '<w:gridCol w:w="1000"/>' * max(len(row) for row in rows)
    written = "".join(
        "<w:tr>" + "".join(one if one.startswith("<w:tc") else cell(one) for one in row) + "</w:tr>" for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>'


def make_file(body: str, parts: Mapping[str, str] | None = None, *, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with `body` and, by kind (`header`, `footnotes`...), the content of other parts."""
    kinds = {"document": f"<w:body>{body}<w:sectPr/></w:body>", **(parts or {})}
    roots = {"document": "document", "header": "hdr", "footer": "ftr"}
    files: dict[str, bytes] = {}
    overrides, relations = "", ""
    for number, (kind, content) in enumerate(kinds.items(), 1):
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
        name = f"{WORD_TYPE}.{'document.main' if kind == 'document' else kind}+xml"
        overrides += f'<Override PartName="/word/{kind}.xml" ContentType="{name}"/>'
        if kind != "document":
            relations += f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ).encode()
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>'
    ).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**files, **(extra or {})}.items():
            archive.writestr(name, data)
    return target.getvalue()


def make_template(body: str, parts: Mapping[str, str] | None = None) -> WordTemplate:
    """The template of such a file."""
    return WordTemplate.compile(Package.read(make_file(body, parts), name="sjabloon.docx"))


def render(body: str, values: Mapping[str, object] | None = None, parts: Mapping[str, str] | None = None) -> Package:
    """The document that such a template gives."""
    return Package.read(make_template(body, parts).render(values or {}), name="uit.docx")


def read_text(element: etree._Element) -> str:
    """The text of an element; a break is a new line, a tab a tab."""
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        pieces.get(item.tag, (item.text or "") if item.tag == f"{W}t" else "")
        for item in element.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def lines(package: Package, part: str = "word/document.xml") -> list[str]:
    """The text of every paragraph of a part."""
    return [read_text(item) for item in package.xml(part).iter(f"{W}p")]


def rows(package: Package) -> list[list[str]]:
    """The text of every cell of the document's tables, by row."""
    return [
        ["|".join(read_text(item) for item in one.iter(f"{W}p")) for one in row.iterchildren(f"{W}tc")]
        for row in package.xml("word/document.xml").iter(f"{W}tr")
    ]
