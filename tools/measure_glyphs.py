"""Write `glyph_widths.py`: how wide the characters of a few fonts are, read from their TrueType files.

Run it as `python tools/measure_glyphs.py FONT_FOLDER...`; the folders hold the Carlito and Liberation files (SIL OFL;
metrically the same as Calibri, Arial and Times New Roman). Accented letters are as wide as their base letters.
Source: OpenType 1.9, tables head, hhea, hmtx and cmap (format 4).
"""

from __future__ import annotations

import struct
import sys
import textwrap
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/ibndocs/office/slides/glyph_widths.py"
FACES = {
    "sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "humanist": ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    "serif": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
}
CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + "€£§©®°±²³µ·»«×÷ßæøœÆØŒ–—‘’‚“”„†•…‰→≤≥≈−"

HEAD = '''"""How wide characters are, in thousandths of the font size.

Written by tools/measure_glyphs.py: do not edit.
"""

CHARACTERS = (
{characters}
)
"""The characters that are measured, in the order of the widths."""

WIDTHS = {{
{widths}
}}
"""By kind of font and whether it is bold; one number a character."""

LINE_HEIGHTS = {heights}
"""The height of a line at single spacing, as a multiple of the font size."""
'''


class Font:
    """A TrueType file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        count = struct.unpack_from(">H", data, 4)[0]
        records = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
        self.tables = {tag.decode(): offset for tag, _, offset, _ in records}
        self.units: int = struct.unpack_from(">H", data, self.tables["head"] + 18)[0]
        self.metrics = struct.unpack_from(">H", data, self.tables["hhea"] + 34)[0]
        self.map = self._find_map()

    def _find_map(self) -> int:
        start = self.tables["cmap"]
        for index in range(struct.unpack_from(">H", self.data, start + 2)[0]):
            platform, _, offset = struct.unpack_from(">HHL", self.data, start + 4 + 8 * index)
            if platform in (0, 3) and struct.unpack_from(">H", self.data, start + offset)[0] == 4:
                return int(start + offset)
        raise SystemExit("no character map of format 4")

    def glyph(self, character: str) -> int:
        code = ord(character)
        segments = struct.unpack_from(">H", self.data, self.map + 6)[0] // 2
        for index in range(segments):
            at = self.map + 14 + 2 * index
            end = struct.unpack_from(">H", self.data, at)[0]
            if code > end:
                continue
            start, delta, offset = (
                struct.unpack_from(">H", self.data, at + 2 + 2 * segments * step)[0] for step in (1, 2, 3)
            )
            if code < start:
                return 0
            if not offset:
                return int((code + delta) % 65536)
            place = at + 2 + 2 * segments * 3 + offset + 2 * (code - start)
            found = struct.unpack_from(">H", self.data, place)[0]
            return int((found + delta) % 65536) if found else 0
        return 0

    def width(self, character: str) -> int:
        glyph = min(self.glyph(character), self.metrics - 1)
        advance: int = struct.unpack_from(">H", self.data, self.tables["hmtx"] + 4 * glyph)[0]
        return round(1000 * advance / self.units)

    @property
    def line_height(self) -> float:
        ascent, descent, gap = struct.unpack_from(">hhh", self.data, self.tables["hhea"] + 4)
        return float(round((ascent - descent + gap) / self.units, 3))


def main() -> None:
    files = {file.name: file for folder in sys.argv[1:] for file in Path(folder).iterdir()}
    fonts = {kind: [Font(files[name].read_bytes()) for name in names] for kind, names in FACES.items()}
    missing = [
        (kind, character) for kind, faces in fonts.items() for character in CHARACTERS if not faces[0].glyph(character)
    ]
    if missing:
        raise SystemExit(f"no glyph for {missing}")
    lines = []
    for kind, faces in fonts.items():
        for face, bold in zip(faces, (False, True), strict=True):
            numbers = textwrap.wrap(" ".join(str(face.width(character)) for character in CHARACTERS), 100)
            quoted = "\n".join(f'        "{line} "' for line in numbers)
            lines.append(f'    ("{kind}", {bold}): (\n{quoted}\n    ),')
    characters = "\n".join(f"    {CHARACTERS[at : at + 80]!r}" for at in range(0, len(CHARACTERS), 80))
    heights = {kind: faces[0].line_height for kind, faces in fonts.items()}
    TARGET.write_text(HEAD.format(characters=characters, widths="\n".join(lines), heights=heights), encoding="utf-8")


if __name__ == "__main__":
    main()
