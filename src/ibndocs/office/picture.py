"""Pictures of prose: found inside the project's folder only, measured from their own bytes, drawn in a line of text.

PNG, JPEG and GIF. Nothing is fetched from the network and nothing is re-encoded.

Source: PNG 5.2 and 11.3.4.3 (pHYs), JPEG (T.81 B.2, JFIF 1.02), GIF89a 18; ECMA-376-1, 20.4.2.8 (inline).
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from ibndocs.office.xmltext import escape

EMU_PER_INCH: Final = 914_400
EMU_PER_TWIP: Final = 635
MAX_HEIGHT: Final = 7_920_000
"""22 cm: a picture and its caption still fit a page."""
MAX_BYTES: Final = 25_000_000
SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".gif")

_DEFAULT_DPI: Final = 96.0
_INCH_PER_METRE: Final = 0.0254
_BASELINE_TO_LOSSLESS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame and so tell its size."""
_STANDALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length after them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a document can hold.

    Attributes:
        data: The file as it is.
        extension: `png`, `jpeg` or `gif`, by its content.
        width: In pixels.
        height: In pixels.
        dpi: Pixels an inch, sideways and down.
    """

    data: bytes
    extension: str
    width: int
    height: int
    dpi: tuple[float, float] = (_DEFAULT_DPI, _DEFAULT_DPI)

    def extent(self, max_width: int, max_height: int = MAX_HEIGHT) -> tuple[int, int]:
        """Width and height in English metric units, scaled down to fit, never up."""
        width = self.width * EMU_PER_INCH / self.dpi[0]
        height = self.height * EMU_PER_INCH / self.dpi[1]
        scale = min(1.0, max_width / width, max_height / height)
        return max(1, round(width * scale)), max(1, round(height * scale))


def find_picture(folder: str | None, name: str) -> Picture | None:
    """The picture `name` in `folder`, or None: no such file, outside the folder, too large or no known format."""
    if folder is None:
        return None
    root = Path(folder).resolve()
    for candidate in dict.fromkeys((name, unquote(name), unquote(name).replace("\\", "/"))):
        try:
            # Links are followed before the test, so that none leads out of the folder.
            path = (root / candidate).resolve()
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= MAX_BYTES:
                return measure(path.read_bytes())
        except (OSError, ValueError, RuntimeError):
            continue  # no name a file can have, a link in a circle, no right to read
    return None


def list_pictures(folder: str) -> list[Path]:
    """The files in `folder` and below that by their names are pictures, in a fixed order; hidden folders are passed."""
    found = []
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(path, name) for name in sorted(files) if name.lower().endswith(SUFFIXES)]
    return found


def measure(data: bytes) -> Picture | None:
    """The picture in `data` with its size, or None when it is no whole PNG, JPEG or GIF."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            picture = _measure_png(data)
        elif data.startswith(b"\xff\xd8"):
            picture = _measure_jpeg(data)
        elif data[:6] in (b"GIF87a", b"GIF89a"):
            picture = Picture(data, "gif", *struct.unpack_from("<HH", data, 6))
        else:
            return None
    except (struct.error, IndexError):
        return None  # cut short
    return picture if picture and picture.width and picture.height else None


def draw(
    relationship: str,
    number: int,
    *,
    description: str,
    title: str = "",
    size: tuple[int, int],
) -> str:
    """The `w:drawing` of the picture behind `relationship`, with `description` as its alternative text.

    `size` is its width and height in English metric units.
    """
    width, height = size
    titled = f' title="{escape(title)}"' if title else ""
    label = f'id="{number}" name="Afbeelding {number}" descr="{escape(description)}"{titled}'
    return (
        "<w:drawing>"
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {label}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:nvPicPr><pic:cNvPr {label}/><pic:cNvPicPr/></pic:nvPicPr>"
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _measure_png(data: bytes) -> Picture | None:
    if data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", data, 16)
    dpi = (_DEFAULT_DPI, _DEFAULT_DPI)
    position = 8
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        if kind == b"pHYs":
            across, down, unit = struct.unpack_from(">IIB", data, position + 8)
            if unit == 1 and across and down:
                dpi = (across * _INCH_PER_METRE, down * _INCH_PER_METRE)
        elif kind == b"IDAT":
            return Picture(data, "png", width, height, dpi)
        position += length + 12
    return None


def _measure_jpeg(data: bytes) -> Picture | None:
    dpi = (_DEFAULT_DPI, _DEFAULT_DPI)
    position = 2
    while data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF or marker in _STANDALONE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if marker in _BASELINE_TO_LOSSLESS:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return Picture(data, "jpeg", width, height, dpi)
        if marker == 0xE0 and data[position + 4 : position + 9] == b"JFIF\0":
            unit, across, down = struct.unpack_from(">BHH", data, position + 11)
            if unit in (1, 2) and across and down:
                per_inch = 1.0 if unit == 1 else 2.54
                dpi = (across * per_inch, down * per_inch)
        position += 2 + length
    return None
