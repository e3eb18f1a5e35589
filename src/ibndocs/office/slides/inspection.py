"""What stands in a deck: its slides, and on each the placeholders, texts, tables, charts, pictures and notes.

What holds no text of its own (diagrams, embedded objects, films) is told and left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Spot
from ibndocs.office.cautions import describe_package, find_cautions
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.package import Package
from ibndocs.office.places import (
    Label,
    Office,
    SlideCell,
    SlideChart,
    SlideNotes,
    SlidePlaceholder,
    SlideRows,
    SlideShape,
)
from ibndocs.office.slides.anchors import SlideAnchors, Unresolved
from ibndocs.office.slides.charts import is_fillable, read_chart_words
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.fill import open_form
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.markup import q
from ibndocs.office.slides.placeholders import PICTURE, find_placeholders, placeholder_kind
from ibndocs.office.slides.shapes import Shape, list_shapes
from ibndocs.office.slides.tables import cell_text, cells, is_covered, rows
from ibndocs.office.slides.text import level_of

if TYPE_CHECKING:
    from lxml import etree

_GRAPHICS = {
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "SmartArt",
    "http://schemas.openxmlformats.org/presentationml/2006/ole": "embedded object",
}
_CHART_KINDS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def inspect_slides(package: Package, *, sha256: str) -> Outline:
    """The outline of a presentation.

    Raises:
        FaultyInput: `OFF06` when one of its parts cannot be read, `SLT40` when it is a Strict one.
    """
    deck = open_form(package)
    slides = (_Slide(deck, number) for number in range(1, len(deck.slides) + 1))
    items = tuple(item for slide in slides for item in slide.list_items())
    facts = describe_package(package) | {"slides": str(len(deck.slides))}
    if deck.tree(deck.presentation).find(q("p:modifyVerifier")) is not None:
        facts["protection"] = "read-only"
    return Outline(package.name, Office.SLIDES, sha256, items, MappingProxyType(facts), tuple(find_cautions(package)))


@dataclass(frozen=True)
class _Slide:
    """One slide, counted from 1."""

    deck: Deck
    number: int

    @cached_property
    def part(self) -> str:
        return self.deck.slides[self.number - 1]

    @cached_property
    def shapes(self) -> list[Shape]:
        return list_shapes(self.deck.tree(self.part))

    @cached_property
    def inheritance(self) -> Inheritance:
        return Inheritance(self.deck, self.part)

    @cached_property
    def title(self) -> str:
        return next((text for shape in find_placeholders(self.shapes, "title") if (text := _text(shape))), "")

    @property
    def where(self) -> tuple[str, ...]:
        return (self.title or str(self.number),)

    @cached_property
    def names(self) -> list[str]:
        """The names by which the anchors know the shapes: of several with one name each has its number."""
        bare = [shape.name for shape in self.shapes]
        return [
            f"{name}#{bare[: index + 1].count(name)}" if bare.count(name) > 1 else name
            for index, name in enumerate(bare)
        ]

    def list_items(self) -> Iterator[Item]:
        root = self.deck.tree(self.part)
        layout = self.deck.related(self.part, "slideLayout")
        facts = {"slide": str(self.number)}
        if layout:
            facts["layout"] = _layout_name(self.deck.tree(layout))
        if root.get("show") in ("0", "false"):
            facts["hidden"] = "hidden"
        yield Item(Kind.SLIDE, self.title or f"{self.number}", facts=MappingProxyType(facts))
        for shape, name in zip(self.shapes, self.names, strict=True):
            depth = 1 + sum(1 for _ in shape.element.iterancestors(q("p:grpSp")))
            yield from self._list_shape(shape, name, depth)
        yield from self._list_comments()
        notes = self.deck.related(self.part, "notesSlide")
        text = _notes_text(self.deck.tree(notes)) if notes else ""
        yield Item(Kind.NOTES, "", SlideNotes(self.number, True), self.where, text, 1)

    def _list_shape(self, shape: Shape, name: str, depth: int) -> Iterator[Item]:
        if shape.table is not None:
            yield from self._list_table(shape.table, name, depth)
        elif shape.chart is not None:
            yield self._describe_chart(shape, name, depth)
        elif shape.takes_text or (shape.is_picture and placeholder_kind(shape) == PICTURE):
            yield self._describe_text(shape, name, depth)
        elif shape.element.tag == q("p:grpSp"):
            yield self._tell(name, "group", depth)
        elif shape.is_picture:
            played = any(str(child.tag).endswith(("videoFile", "audioFile")) for child in shape.element.iter())
            kind = Kind.SHAPE if played else Kind.PICTURE
            yield Item(
                kind,
                name,
                None,
                self.where,
                "",
                depth,
                facts=MappingProxyType({"type": "media" if played else "picture"}),
            )
        elif (graphic := _graphic(shape.element)) is not None:
            yield self._tell(name, graphic, depth)

    def _tell(self, name: str, kind: str, depth: int) -> Item:
        return Item(Kind.SHAPE, name, None, self.where, "", depth, facts=MappingProxyType({"type": kind}))

    def _describe_text(self, shape: Shape, name: str, depth: int) -> Item:
        kind = placeholder_kind(shape)
        facts = {"type": kind or "text box", "shape": name}
        if kind and (prompt := self._prompt(shape)):
            facts["prompt"] = prompt
        at: SlidePlaceholder | SlideShape = SlideShape(self.number, name)
        if kind:
            same = find_placeholders(self.shapes, kind)
            nth = same.index(shape) + 1 if len(same) > 1 else None
            at = SlidePlaceholder(self.number, kind, nth)
        paragraphs = [] if shape.body is None else shape.body.findall(q("a:p"))
        levels = [level_of(paragraph) for paragraph in paragraphs]
        if any(levels):
            facts["levels"] = " ".join(map(str, levels))
        label = facts.get("prompt") or name
        return Item(
            Kind.PICTURE if kind == PICTURE else Kind.SHAPE,
            label,
            at,
            self.where,
            _text(shape),
            depth,
            facts=MappingProxyType(facts),
        )

    def _prompt(self, shape: Shape) -> str:
        """What an empty placeholder says: the first line of its layout, when that is said to be a prompt of its own.

        Otherwise PowerPoint shows words of its own, and those of the layout are never seen (ECMA-376-1, 19.3.1.36).
        """
        inherited = self.inheritance.chain(shape)[1:]
        return next((_text(other).partition("\n")[0] for other in inherited if _has_prompt(other)), "")

    def _describe_chart(self, shape: Shape, name: str, depth: int) -> Item:
        targets = {rel.id: self.deck.resolve(self.part, rel) for rel in self.deck.relationships(self.part)}
        part = targets.get(shape.chart or "", "")
        facts: dict[str, str] = {}
        fillable = False
        if part in self.deck:
            root = self.deck.tree(part)
            fillable = is_fillable(root)
            area = root.find(f".//{_CHART_KINDS}plotArea")
            kinds = [] if area is None else [str(child.tag).rpartition("}")[2] for child in area]
            facts["type"] = ", ".join(kind.removesuffix("Chart") for kind in kinds if kind.endswith("Chart"))
            facts["series"] = str(sum(1 for _ in root.iter(f"{_CHART_KINDS}ser")))
            facts |= {key: words for key, words in read_chart_words(root).items() if words}
        at = SlideChart(self.number, name) if fillable else None
        return Item(Kind.CHART, name, at, self.where, "", depth, facts=MappingProxyType(facts))

    def _list_table(self, table: etree._Element, name: str, depth: int) -> Iterator[Item]:
        grid = [cells(row) for row in rows(table)]
        texts = [[cell_text(cell) for cell in row] for row in grid]
        merged = sum(is_covered(cell) for row in grid for cell in row)
        facts = {"rows": str(len(grid)), "columns": str(max(map(len, grid), default=0))}
        if merged:
            facts["merged"] = str(merged)
        yield Item(Kind.TABLE, name, None, self.where, "", depth, facts=MappingProxyType(facts))
        if len(grid) > 1 and not any(line[0] for line in texts[1:] if line):
            place = SlideRows(self.number, name, 2)
            if self._repeats(place, len(grid[1])):
                header = " | ".join(text for text in texts[0] if text)
                facts = {"shape": name}
                yield Item(Kind.ROWS, header, place, self.where, "", depth + 1, facts=MappingProxyType(facts))
        for at_row, row in enumerate(grid):
            for at_column, cell in enumerate(row):
                if is_covered(cell) or (at_row == 0 and texts[0][at_column] and len(grid) > 1):
                    continue
                if at_column == 0 and texts[at_row][0] and len(row) > 1:
                    continue
                yield self._describe_cell(name, texts, at_row, at_column, depth + 1)

    def _repeats(self, place: SlideRows, width: int) -> bool:
        try:
            SlideAnchors(self.deck).repeated_rows(place.slide, place.shape, place.row, [[False] * width], Spot(""))
        except Unresolved:
            return False
        return True

    def _describe_cell(self, name: str, texts: list[list[str]], row: int, column: int, depth: int) -> Item:
        left = texts[row][0] if column else ""
        above = texts[0][column] if row and column < len(texts[0]) else ""
        label = " · ".join(filter(None, (left, above)))
        place = self._cell_place(name, left, above, row, column)
        facts = MappingProxyType({"cell": f"{row + 1}, {column + 1}"})
        return Item(Kind.CELL, label, place, self.where, texts[row][column], depth, facts=facts)

    def _cell_place(self, name: str, left: str, above: str, row: int, column: int) -> SlideCell:
        """A cell by its labels where they find it, else by its numbers."""
        anchors = SlideAnchors(self.deck)
        tries: list[tuple[Label, Label]] = [(left, above), (left, column + 1), (row + 1, above)]
        for by_row, by_column in tries:
            if by_row and by_column:
                try:
                    found = anchors.cell(self.number, name, by_row, by_column, Spot(""))
                except Unresolved:
                    continue
                if found[1:] == (row, column):
                    return SlideCell(self.number, name, by_row, by_column)
        return SlideCell(self.number, name, row + 1, column + 1)

    def _list_comments(self) -> Iterator[Item]:
        for relationship in self.deck.relationships(self.part):
            part = self.deck.resolve(self.part, relationship)
            if relationship.type.endswith("/comments") and part in self.deck:
                for comment in self.deck.tree(part).iter("{*}cm"):
                    words = " ".join("".join(text.text or "" for text in comment.iter("{*}text", "{*}t")).split())
                    yield Item(Kind.COMMENT, "", None, self.where, words, 1)


def _has_prompt(shape: Shape) -> bool:
    holder = next(shape.element.iter(q("p:ph")), None)
    return holder is not None and holder.get("hasCustomPrompt") in ("1", "true")


def _text(shape: Shape) -> str:
    body = shape.body
    if body is None:
        return ""
    lines = ("".join(run.text or "" for run in paragraph.iter(q("a:t"))) for paragraph in body.iter(q("a:p")))
    return "\n".join(lines).strip()


def _notes_text(root: etree._Element) -> str:
    bodies = [shape for shape in list_shapes(root) if shape.placeholder and shape.placeholder[0] == "body"]
    return "\n".join(filter(None, map(_text, bodies)))


def _layout_name(root: etree._Element) -> str:
    slide = root.find(q("p:cSld"))
    return "" if slide is None else slide.get("name", "")


def _graphic(element: etree._Element) -> str | None:
    """What a frame holds that is neither a table nor a chart we know; None for a mere line."""
    data = element.find(f"{q('a:graphic')}/{q('a:graphicData')}")
    return None if data is None else _GRAPHICS.get(data.get("uri", ""), "graphic")
