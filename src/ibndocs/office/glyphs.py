"""How wide words are in a font, by estimate: a few fonts measured, the others likened to one of them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ibndocs.office.glyph_widths import CHARACTERS, LINE_HEIGHTS, WIDTHS

_KINDS = {
    "calibri": ("humanist", 1.0),
    "calibri light": ("humanist", 1.0),
    "carlito": ("humanist", 1.0),
    "candara": ("humanist", 1.04),
    "corbel": ("humanist", 1.03),
    "gill sans mt": ("humanist", 1.02),
    "times new roman": ("serif", 1.0),
    "liberation serif": ("serif", 1.0),
    "garamond": ("serif", 0.97),
    "cambria": ("serif", 1.08),
    "georgia": ("serif", 1.13),
    "verdana": ("sans", 1.16),
    "tahoma": ("sans", 1.0),
    "arial narrow": ("sans", 0.82),
}
_PLAIN = ("sans", 1.0)  # Arial is wide among fonts: an unknown one is rather judged too wide than too narrow
_WIDE = 1000
_UNKNOWN = 600


@lru_cache(maxsize=8)
def _table(kind: str, bold: bool) -> dict[str, int]:
    return dict(zip(CHARACTERS, map(int, WIDTHS[kind, bold].split()), strict=True))


def measure(text: str, font: str, *, bold: bool = False) -> float:
    """The width of `text` as a multiple of the font size."""
    kind, factor = _KINDS.get(font.casefold(), _PLAIN)
    return sum(_width(character, kind, bold) for character in text) * factor / 1000


def line_height(font: str) -> float:
    """The height of a line at single spacing, as a multiple of the font size."""
    return LINE_HEIGHTS[_KINDS.get(font.casefold(), _PLAIN)[0]]


@lru_cache(maxsize=4096)
def _width(character: str, kind: str, bold: bool) -> int:
    table = _table(kind, bold)
    if character in table:
        return table[character]
    base = unicodedata.normalize("NFKD", character)[0]
    if base in table:
        return table[base]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in ("W", "F") else _UNKNOWN
