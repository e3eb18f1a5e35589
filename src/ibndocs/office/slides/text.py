"""Text into a text body: the form keeps its looks, the words change.

Kept are the body's properties and list styles, the properties of the paragraph and those of its first run. Text is
data: characters that XML cannot hold are dropped, everything else stands as typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from ibndocs.office.slides.markup import drop_attributes, place_child, q, whole_number
from ibndocs.office.xmltext import clean

Mark = Literal["kept", "none", "bullet", "number"]

_STEP = 342_900  # what a level is indented by when the form does not say: three eighths of an inch
_DEEPEST = 8
_AFTER_BULLET = ("a:tabLst", "a:defRPr", "a:extLst")
_AFTER_HIGHLIGHT = (
    *("a:uLnTx", "a:uLn", "a:uFillTx", "a:uFill", "a:latin", "a:ea", "a:cs", "a:sym"),
    *("a:hlinkClick", "a:hlinkMouseOver", "a:rtl", "a:extLst"),
)
_COLOURS = {
    q(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "highlight")
}
_BULLETS = {
    q(f"a:{name}")
    for name in (
        "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts", "buFontTx", "buFont", "buNone", "buAutoNum", "buChar",
        "buBlip",
    )
}  # fmt: skip
_PROOFING = ("dirty", "err", "smtClean")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; a new line in them is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        runs: Its words.
        level: Its level, from 0 to 8.
        mark: What stands before it; "kept" is whatever the form has there.
        start: The number of a numbered paragraph that begins a list.
    """

    runs: tuple[Run, ...]
    level: int = 0
    mark: Mark = "kept"
    start: int = 1


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """One paragraph for every line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(Paragraph((Run(line),) if line else ()) for line in lines)


def fill_body(body: etree._Element, paragraphs: Iterable[Paragraph], *, bulleted: bool = False) -> None:
    """Put `paragraphs` in place of the text in `body` (`p:txBody`, `a:txBody`).

    Args:
        body: The text body of a shape or a cell.
        paragraphs: What it will say; none leaves one empty paragraph, which the schema asks.
        bulleted: Whether a paragraph of the form that says nothing about it has a bullet already.
    """
    models = _Models(body, bulleted=bulleted)
    for old in body.findall(q("a:p")):
        body.remove(old)
    for paragraph in tuple(paragraphs) or (Paragraph(()),):
        body.append(models.build(paragraph))


class _Models:
    """The looks that the form's own paragraphs lend to the new ones."""

    def __init__(self, body: etree._Element, *, bulleted: bool) -> None:
        spoken = [p for p in body.iterfind(q("a:p")) if p.find(q("a:r")) is not None]
        self._first = spoken[0] if spoken else body.find(q("a:p"))
        self._by_level: dict[int, etree._Element] = {}
        for paragraph in spoken:
            self._by_level.setdefault(level_of(paragraph), paragraph)
        self._bulleted = bulleted

    def build(self, paragraph: Paragraph) -> etree._Element:
        level = min(paragraph.level, _DEEPEST)
        model = self._by_level.get(level, self._first) if level else self._first
        built = etree.Element(q("a:p"))
        properties = self._properties(model, level, paragraph)
        if properties is not None:
            built.append(properties)
        look = _look(model)
        for run in paragraph.runs:
            for element in _build_runs(run, look):
                built.append(element)
        end = _character_properties(look, "a:endParaRPr")
        if end is not None:
            for link in end.findall(q("a:hlinkClick")):
                end.remove(link)
            built.append(end)
        return built

    def _properties(self, model: etree._Element | None, level: int, paragraph: Paragraph) -> etree._Element | None:
        own = None if model is None else model.find(q("a:pPr"))
        properties = etree.Element(q("a:pPr")) if own is None else deepcopy(own)
        base = 0 if model is None else level_of(model)
        if paragraph.level and level != base:
            _deepen(properties, level, level - base)
        _mark(properties, paragraph, bulleted=self._bulleted)
        return properties if len(properties) or properties.attrib else None


def level_of(paragraph: etree._Element) -> int:
    """The level of a paragraph, from 0."""
    properties = paragraph.find(q("a:pPr"))
    return 0 if properties is None else whole_number(properties.get("lvl"))


def _look(model: etree._Element | None) -> etree._Element | None:
    """The character properties of the first run, else those of the empty paragraph's end."""
    if model is None:
        return None
    for run in model.iterchildren(q("a:r"), q("a:fld"), q("a:br")):
        return run.find(q("a:rPr"))
    return model.find(q("a:endParaRPr"))


def _character_properties(look: etree._Element | None, name: str) -> etree._Element | None:
    if look is None:
        return None
    properties = deepcopy(look)
    properties.tag = q(name)
    properties.tail = None
    drop_attributes(properties, *_PROOFING)
    return properties


def _build_runs(run: Run, look: etree._Element | None) -> Iterable[etree._Element]:
    for index, line in enumerate(clean(run.text).split("\n")):
        if index:
            yield _styled("a:br", run, look)
        if line:
            element = _styled("a:r", run, look)
            etree.SubElement(element, q("a:t")).text = line
            yield element


def _styled(name: str, run: Run, look: etree._Element | None) -> etree._Element:
    element = etree.Element(q(name))
    properties = _character_properties(look, "a:rPr")
    if properties is None and (run.bold or run.italic or run.highlighted):
        properties = etree.Element(q("a:rPr"))
    if properties is not None:
        if run.bold:
            properties.set("b", "1")
        if run.italic:
            properties.set("i", "1")
        if run.highlighted:
            _highlight(properties)
        element.append(properties)
    return element


def _highlight(properties: etree._Element) -> None:
    """Black on yellow, also where the text of the form is white."""
    for old in [child for child in properties if child.tag in _COLOURS]:
        properties.remove(old)
    for name, colour, before in (
        ("a:highlight", "FFFF00", _AFTER_HIGHLIGHT),
        ("a:solidFill", "000000", ("a:effectLst", "a:effectDag", "a:highlight")),
    ):
        mark = etree.Element(q(name))
        etree.SubElement(mark, q("a:srgbClr"), val=colour)
        place_child(properties, mark, before)


def _deepen(properties: etree._Element, level: int, steps: int) -> None:
    """Move to another level; an indent of the paragraph's own would hold it back, so it moves along."""
    properties.set("lvl", str(level))
    if "marL" in properties.attrib:
        properties.set("marL", str(max(0, whole_number(properties.get("marL")) + steps * _STEP)))


def _mark(properties: etree._Element, paragraph: Paragraph, *, bulleted: bool) -> None:
    """Give a paragraph the bullet, the number or the bare start it asks for, unless the form does already."""
    own = {element.tag for element in properties} & _BULLETS
    inherits = bulleted and not own & {q("a:buNone"), q("a:buAutoNum")}
    has_bullet = inherits or bool(own & {q("a:buChar"), q("a:buBlip")})
    if (
        paragraph.mark == "kept"
        or (paragraph.mark == "bullet" and has_bullet)
        or (paragraph.mark == "none" and not has_bullet and q("a:buAutoNum") not in own)
    ):
        return
    for element in [element for element in properties if element.tag in _BULLETS]:
        properties.remove(element)
    if paragraph.mark == "bullet" and bulleted:
        drop_attributes(properties, "marL", "indent")
        return
    left = 0 if paragraph.mark == "none" else _STEP * (min(paragraph.level, _DEEPEST) + 1)
    properties.set("marL", str(left))
    properties.set("indent", str(-_STEP if left else 0))
    for element in _build_mark(paragraph):
        place_child(properties, element, _AFTER_BULLET)


def _build_mark(paragraph: Paragraph) -> list[etree._Element]:
    if paragraph.mark == "none":
        return [etree.Element(q("a:buNone"))]
    if paragraph.mark == "bullet":
        return [etree.Element(q("a:buFont"), typeface="Arial"), etree.Element(q("a:buChar"), char="•")]
    numbering = etree.Element(q("a:buAutoNum"), type="arabicPeriod")
    if paragraph.start != 1:
        numbering.set("startAt", str(paragraph.start))
    return [numbering]
