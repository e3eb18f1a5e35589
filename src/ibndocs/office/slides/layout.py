"""Text laid out in lines, by estimate, with the looks that a shape and what it takes after give it.

Lengths are in EMU: 914,400 an inch, 12,700 a point. Source: ECMA-376 part 1, 21.1.2 (DrawingML text).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.glyphs import line_height, measure
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.markup import q, whole_number
from ibndocs.office.slides.shapes import Shape

_POINT = 12_700
_SIDE_INSET, _TOP_INSET = 91_440, 45_720
_DEFAULT_SIZE = 1800
_ENDLESS = float("inf")
_WORDS = re.compile(r"\S+\s*|\s+")
_SIDEWAYS = ("vert", "vert270", "eaVert", "mongolianVert")
_ROUND = {"ellipse": (0.707, 0.707), "diamond": (0.5, 0.5), "triangle": (0.5, 0.5)}


@dataclass(frozen=True, slots=True)
class Room:
    """What a shape has for its text: the width of a column, the height, and how many columns."""

    width: float
    height: float
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its height, the space above it, and its characters."""

    height: float
    above: float
    characters: int


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run looks."""

    size: float
    font: str
    bold: bool


def room_for_text(shape: Shape, inheritance: Inheritance) -> Room | None:
    """The room for text in a shape; None when its size is not known."""
    box = inheritance.box(shape)
    if box is None:
        return None
    chain = inheritance.body_properties(shape)
    width, height = _text_rectangle(shape, box.width, box.height)
    if _first(chain, "vert") in _SIDEWAYS:
        width, height = height, width
    width -= _inset(chain, "lIns", _SIDE_INSET) + _inset(chain, "rIns", _SIDE_INSET)
    height -= _inset(chain, "tIns", _TOP_INSET) + _inset(chain, "bIns", _TOP_INSET)
    columns = max(1, whole_number(_first(chain, "numCol"), 1))
    width = (width - (columns - 1) * whole_number(_first(chain, "spcCol"))) / columns
    return Room(_ENDLESS if _first(chain, "wrap") == "none" else width, height, columns)


def _text_rectangle(shape: Shape, width: int, height: int) -> tuple[float, float]:
    """The part of a geometry that holds text; of the usual ones."""
    geometry = shape.element.find(f"{q('p:spPr')}/{q('a:prstGeom')}")
    across, down = _ROUND.get("" if geometry is None else geometry.get("prst", ""), (1.0, 1.0))
    return width * across, height * down


def _first(chain: Sequence[etree._Element], attribute: str) -> str | None:
    return next((found for element in chain if (found := element.get(attribute)) is not None), None)


def _inset(chain: Sequence[etree._Element], side: str, default: int) -> int:
    return whole_number(_first(chain, side), default)


def lay_out_cell(cell: etree._Element, shape: Shape, inheritance: Inheritance, width: float) -> float:
    """The height that a table's cell of this width needs."""
    body = cell.find(q("a:txBody"))
    properties = cell.find(q("a:tcPr"))
    chain = [] if properties is None else [properties]
    height = float(_inset(chain, "marT", _TOP_INSET) + _inset(chain, "marB", _TOP_INSET))
    width -= _inset(chain, "marL", _SIDE_INSET) + _inset(chain, "marR", _SIDE_INSET)
    lines = [] if body is None else lay_out(body, shape, inheritance, width)
    return height + sum(line.height + (line.above if index else 0) for index, line in enumerate(lines))


def lay_out(body: etree._Element, shape: Shape, inheritance: Inheritance, width: float) -> list[Line]:
    """The lines of a text body in a column of `width`."""
    lines: list[Line] = []
    for paragraph in body.iterfind(q("a:p")):
        lines += _Paragraph(paragraph, shape, inheritance).lines(width)
    while lines and not lines[-1].characters:
        lines.pop()
    return lines


@dataclass(slots=True)
class _OpenLine:
    """A line that still takes words."""

    above: float = 0.0
    used: float = 0.0
    height: float = 0.0
    characters: int = 0

    def add(self, characters: int, width: float, height: float) -> None:
        self.characters += characters
        self.used += width
        self.height = max(self.height, height)

    def close(self, empty: float) -> Line:
        """The line as it is; without words it is as high as `empty`."""
        return Line(self.height or empty, self.above, self.characters)


class _Paragraph:
    """One paragraph with all that is said of it, nearest first."""

    def __init__(self, paragraph: etree._Element, shape: Shape, inheritance: Inheritance) -> None:
        own = paragraph.find(q("a:pPr"))
        level = 0 if own is None else whole_number(own.get("lvl"))
        styles = inheritance.level_properties(shape, level)
        self._chain = ([] if own is None else [own]) + styles
        self._inheritance = inheritance
        self._element = paragraph

    def lines(self, width: float) -> Iterator[Line]:
        left = whole_number(_first(self._chain, "marL"))
        indent = whole_number(_first(self._chain, "indent"))
        column = width - left - whole_number(_first(self._chain, "marR"))
        above = self._spacing("a:spcBef")
        # A hanging indent holds the bullet; a first line that is indented further has less room.
        line = _OpenLine(above, float(max(indent, 0)))
        empty = self._height(self._look(None))
        for text, look in self._pieces():
            if text == "\n":
                yield line.close(empty)
                line = _OpenLine()
                continue
            for word in _WORDS.findall(text):
                bare = word.rstrip()
                wide = measure(bare, look.font, bold=look.bold) * look.size
                if line.characters and line.used + wide > column:
                    yield line.close(empty)
                    line = _OpenLine()
                # A word longer than the line is broken wherever it must.
                pieces = max(1, math.ceil(wide / column)) if column > 0 else 1
                for _ in range(pieces - 1):
                    line.add(len(bare) // pieces, column, self._height(look))
                    yield line.close(empty)
                    line = _OpenLine()
                blank = measure(word[len(bare) :], look.font, bold=look.bold) * look.size
                rest = len(word) - (pieces - 1) * (len(bare) // pieces)
                line.add(rest, wide - (pieces - 1) * column + blank, self._height(look))
        last = line.close(empty)
        yield Line(last.height + self._spacing("a:spcAft"), last.above, last.characters)

    def _pieces(self) -> Iterator[tuple[str, _Look]]:
        for element in self._element:
            if element.tag == q("a:br"):
                yield "\n", self._look(None)
            elif element.tag in (q("a:r"), q("a:fld")):
                yield (element.findtext(q("a:t")) or ""), self._look(element.find(q("a:rPr")))

    def _look(self, own: etree._Element | None) -> _Look:
        own = self._element.find(q("a:endParaRPr")) if own is None else own
        defaults = [properties.find(q("a:defRPr")) for properties in self._chain]
        chain = [element for element in (own, *defaults) if element is not None]
        fonts = [font.get("typeface", "") for e in chain if (font := e.find(q("a:latin"))) is not None]
        return _Look(
            size=whole_number(_first(chain, "sz"), _DEFAULT_SIZE) / 100 * _POINT,
            font=self._inheritance.font(fonts[0] if fonts else "+mn-lt"),
            bold=_first(chain, "b") in ("1", "true"),
        )

    def _height(self, look: _Look) -> float:
        spacing = self._child("a:lnSpc")
        if spacing is not None and spacing.tag == q("a:spcPts"):
            return whole_number(spacing.get("val")) / 100 * _POINT
        share = 1.0 if spacing is None else _share(spacing)
        return look.size * line_height(look.font) * share

    def _spacing(self, name: str) -> float:
        spacing = self._child(name)
        if spacing is None:
            return 0.0
        if spacing.tag == q("a:spcPts"):
            return whole_number(spacing.get("val")) / 100 * _POINT
        return self._look(None).size * _share(spacing)

    def _child(self, name: str) -> etree._Element | None:
        for properties in self._chain:
            found = properties.find(q(name))
            if found is not None and len(found):
                return found[0]
        return None


def _share(spacing: etree._Element) -> float:
    """The value of an `a:spcPct`: thousandths of a percent, in Strict files a percentage."""
    text = spacing.get("val", "100000")
    return float(text[:-1]) / 100 if text.endswith("%") else whole_number(text, 100_000) / 100_000
