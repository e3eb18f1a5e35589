"""Prose rendered for tests: in a document of python-docx's template, or in one without a single style."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import docx
from lxml import etree
from tests.ooxml import assert_sound

from ibndocs.foundation.values import Markdown
from ibndocs.office.package import Package
from ibndocs.office.word.markdown import render_markdown
from ibndocs.office.word.resources import Additions, Ground, Resources

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
DECLARED = f'xmlns:w="{W}"'


def save_blank() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


BLANK = Package.read(save_blank(), name="blank.docx")
BARE = Package.read(
    BLANK.write({"word/styles.xml": f"<w:styles {DECLARED}/>".encode()}), name="bare.docx"
)  # a form without a single style


def open_resources(package: Package = BLANK) -> tuple[Resources, Additions]:
    additions = Additions(Ground(package, (package.main_part,)))
    return additions.of(package.main_part), additions


def build(text: str, *, folder: Path | None = None, place: str = "", package: Package = BLANK) -> bytes:
    resources, additions = open_resources(package)
    xml = render_markdown(Markdown(text, str(folder) if folder else None), resources, paragraph_properties=place)
    document = package.part(package.main_part).replace(b"<w:body>", b"<w:body>" + xml.encode())
    data = package.write({**additions.changes(), package.main_part: document})
    assert_sound(data)
    return data


def render(text: str, *, folder: Path | None = None, package: Package = BLANK, **options: Any) -> etree._Element:
    resources, _ = open_resources(package)
    xml = render_markdown(Markdown(text, str(folder) if folder else None), resources, **options)
    return etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>")


def make_png(width: int, height: int, dpi: int | None = None) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    physical = chunk(b"pHYs", struct.pack(">IIB", round(dpi / 0.0254), round(dpi / 0.0254), 1)) if dpi else b""
    rows = (b"\0" + b"\x33\x66\x99" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + physical
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def texts(root: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in root.iter(f"{{{W}}}p")]


def text_of(element: etree._Element) -> str:
    signs = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    runs = element.iter(f"{{{W}}}t", *signs)
    return "".join(signs.get(item.tag) or item.text or "" for item in runs)


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found: Any = etree.XPath(path, namespaces=NAMESPACES)(root)
    return list(found)


def value(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in find(root, path)]


def run_with(root: etree._Element, mark: str) -> list[str]:
    return [text_of(run) for run in find(root, f"//w:r[w:rPr/w:{mark}]")]


TABLE = "| Post | Uitleg | Bedrag |\n|:---|:---:|---:|\n"
TABLE += "| Loon | Een vrij lange uitleg van deze post | € 1.000 |\n| Rest | x |\n"
