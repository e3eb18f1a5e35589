"""What a shape takes over: its place, its insets and the looks of its text, from layout, master and presentation.

Source: ECMA-376 part 1, 19.3.1.36 (ph) and 21.1.2.4 (text lists). A placeholder on a slide takes after the one with
its index on the layout, that one after the one of its type on the master; text then falls back to the master's styles.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import path, q, whole_number
from ibndocs.office.slides.shapes import Shape, list_shapes

_TITLES = ("title", "ctrTitle")
_SMALL = ("dt", "ftr", "sldNum", "hdr")
_BULLETS = (q("a:buNone"), q("a:buAutoNum"), q("a:buChar"), q("a:buBlip"))


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height in EMU (914,400 an inch), and where it begins from the top of the slide."""

    top: int
    width: int
    height: int


class Inheritance:
    """The chains of one slide."""

    def __init__(self, deck: Deck, slide: str) -> None:
        self._presentation = deck.tree(deck.presentation)
        layout = deck.related(slide, "slideLayout")
        master = deck.related(layout, "slideMaster") if layout else None
        theme = deck.related(master, "theme") if master else None
        self._layout = list_shapes(deck.tree(layout)) if layout else []
        self._master = list_shapes(deck.tree(master)) if master else []
        self._styles = deck.tree(master).find(q("p:txStyles")) if master else None
        self._theme = deck.tree(theme) if theme else None

    def chain(self, shape: Shape) -> list[Shape]:
        """The shape, and those it takes after, nearest first."""
        own = shape.placeholder
        if own is None:
            return [shape]
        kind, index = own
        found = [shape]
        by_index = [other for other in self._layout if other.placeholder and other.placeholder[1] == index]
        by_kind = [other for other in self._layout if other.placeholder and _alike(other.placeholder[0], kind)]
        layout = (by_index or (by_kind if kind in (*_TITLES, *_SMALL) else []))[:1]
        found += layout
        if layout and layout[0].placeholder:
            kind = layout[0].placeholder[0] if kind == "obj" else kind
        found += [other for other in self._master if other.placeholder and _alike(other.placeholder[0], kind)][:1]
        return found

    def box(self, shape: Shape) -> Box | None:
        """Its size, groups around it reckoned with; None when nobody says."""
        for other in self.chain(shape):
            transform = other.element.find(path("p:spPr", "a:xfrm"))
            if transform is None:
                transform = other.element.find(q("p:xfrm"))
            extent = None if transform is None else transform.find(q("a:ext"))
            if transform is None or extent is None:
                continue
            offset = transform.find(q("a:off"))
            top = 0 if offset is None else whole_number(offset.get("y"))
            across, down = _scale(other.element)
            width = round(whole_number(extent.get("cx")) * across)
            return Box(top, width, round(whole_number(extent.get("cy")) * down))
        return None

    def body_properties(self, shape: Shape) -> list[etree._Element]:
        """The `a:bodyPr` of the chain."""
        bodies = [other.body for other in self.chain(shape)]
        found = [None if body is None else body.find(q("a:bodyPr")) for body in bodies]
        return [element for element in found if element is not None]

    def level_properties(self, shape: Shape, level: int) -> list[etree._Element]:
        """What list styles say of a level (from 0), nearest first."""
        name = q(f"a:lvl{level + 1}pPr")
        styles = [other.body.find(q("a:lstStyle")) for other in self.chain(shape) if other.body is not None]
        styles += [self._master_style(shape), self._presentation.find(q("p:defaultTextStyle"))]
        found = [style.find(name) for style in styles if style is not None]
        return [element for element in found if element is not None]

    def _master_style(self, shape: Shape) -> etree._Element | None:
        if self._styles is None or shape.placeholder is None:
            return None
        kind = shape.placeholder[0]
        name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _SMALL else "bodyStyle"
        return self._styles.find(q(f"p:{name}"))

    def is_bulleted(self, shape: Shape) -> bool:
        """Whether a paragraph of the first level that says nothing about it has a bullet."""
        for properties in self.level_properties(shape, 0):
            for child in properties:
                if child.tag in _BULLETS:
                    return child.tag not in _BULLETS[:1]
        return False

    def font(self, typeface: str) -> str:
        """The name of a font; `+mj-lt` and `+mn-lt` stand for the theme's heading and body font."""
        if not typeface.startswith("+") or self._theme is None:
            return typeface
        kind = "majorFont" if typeface.startswith("+mj") else "minorFont"
        latin = self._theme.find(f".//{q(f'a:{kind}')}/{q('a:latin')}")
        return typeface if latin is None else latin.get("typeface", typeface)


def _alike(one: str, other: str) -> bool:
    return _master_kind(one) == _master_kind(other)


def _master_kind(kind: str) -> str:
    """The type of placeholder on a master that one of type `kind` takes after."""
    if kind in _TITLES:
        return "title"
    return kind if kind in _SMALL else "body"


def _scale(element: etree._Element) -> tuple[float, float]:
    """How much the groups around a shape enlarge it, across and down."""
    across = down = 1.0
    for group in element.iterancestors(q("p:grpSp")):
        transform = group.find(path("p:grpSpPr", "a:xfrm"))
        outer = None if transform is None else transform.find(q("a:ext"))
        inner = None if transform is None else transform.find(q("a:chExt"))
        if outer is not None and inner is not None:
            across *= whole_number(outer.get("cx")) / max(whole_number(inner.get("cx")), 1)
            down *= whole_number(outer.get("cy")) / max(whole_number(inner.get("cy")), 1)
    return across, down
