"""One slot, compiled: what it fills, and the filling of it. Each task is a frozen class with `fill(deck, values)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault, TemplateFault
from ibndocs.office.loops import Scope
from ibndocs.office.picture import find_picture
from ibndocs.office.slides.anchors import ShapeAnchor
from ibndocs.office.slides.chart_data import ChartData, Series
from ibndocs.office.slides.chart_filling import refill_chart
from ibndocs.office.slides.contents import (
    CellFill,
    Compiled,
    Values,
    give_paragraphs,
    read_numbers,
    read_text,
    read_texts,
)
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.notes import open_notes
from ibndocs.office.slides.pictures import place_picture
from ibndocs.office.slides.tables import CellContent, RowContent, cells, fill_cell, repeat_rows, rows
from ibndocs.office.slides.text import fill_body, split_paragraphs
from ibndocs.office.slots import Markup


class Task(Protocol):
    """What fills one slot."""

    @property
    def slide(self) -> str:
        """The part of the slide it fills."""

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value of the slot into `deck`; raises `TemplateFault`."""


@dataclass(frozen=True, slots=True)
class FillText:
    """The text of a shape."""

    anchor: ShapeAnchor
    value: Compiled
    markup: Markup
    optional: bool

    @property
    def slide(self) -> str:
        """The part of the slide."""
        return self.anchor.part

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        paragraphs = give_paragraphs(self.value, values, self.markup, optional=self.optional)
        shape = self.anchor.find(deck)
        # Only Markdown asks to know: other text leaves bullets to the form.
        bulleted = self.markup == "markdown" and Inheritance(deck, self.anchor.part).is_bulleted(shape)
        fill_body(shape.open_body(), paragraphs, bulleted=bulleted)


@dataclass(frozen=True, slots=True)
class FillPicture:
    """A placeholder for a picture; the value names a file in `folder`, and without one the form stays as it is."""

    anchor: ShapeAnchor
    value: Compiled
    folder: str | None

    @property
    def slide(self) -> str:
        """The part of the slide."""
        return self.anchor.part

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        name = self.value.give(values, read_text).strip()
        if not name:
            return
        picture = find_picture(self.folder, name)
        if picture is None:
            text = Text(
                f"'{name}' is geen PNG-, JPEG- of GIF-bestand in de map van het project",
                f"'{name}' is no PNG, JPEG or GIF file in the folder of the project",
            )
            raise TemplateFault(ExpressionFault("SLT48", text), self.value.typed.spot, self.value.typed.source)
        place_picture(deck, self.anchor.part, self.anchor.find(deck), picture)


@dataclass(frozen=True, slots=True)
class FillNotes:
    """The speaker's notes of a slide."""

    slide: str
    value: Compiled
    markup: Markup
    optional: bool

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        paragraphs = give_paragraphs(self.value, values, self.markup, optional=self.optional)
        fill_body(open_notes(deck, self.slide), paragraphs)


@dataclass(frozen=True, slots=True)
class FillCell:
    """One cell of a table."""

    anchor: ShapeAnchor
    row: int
    column: int
    value: Compiled
    markup: Markup
    optional: bool

    @property
    def slide(self) -> str:
        """The part of the slide."""
        return self.anchor.part

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        content = CellContent(give_paragraphs(self.value, values, self.markup, optional=self.optional))
        table = self.anchor.find(deck).table
        assert table is not None, "the anchor is a table"
        fill_cell(cells(rows(table)[self.row])[self.column], content)


@dataclass(frozen=True, slots=True)
class RepeatRows:
    """A row, with those that belong to it, for each item of a list."""

    anchor: ShapeAnchor
    row: int
    each: Callable[[Scope], Sequence[Scope]]
    fills: tuple[tuple[CellFill | None, ...], ...]
    empty: str | None

    @property
    def slide(self) -> str:
        """The part of the slide."""
        return self.anchor.part

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        groups: list[list[RowContent]] = [
            [[None if fill is None else fill.give(scope) for fill in row] for row in self.fills]
            for scope in self.each(values)
        ]
        if not groups and self.empty is not None:
            groups = [_say_empty(self.fills, self.empty)]
        shape = self.anchor.find(deck)
        assert shape.table is not None, "the anchor is a table"
        repeat_rows(shape.element, shape.table, self.row, len(self.fills), groups)


def _say_empty(fills: tuple[tuple[CellFill | None, ...], ...], text: str) -> list[RowContent]:
    """The rows of an empty list: `text` in the first cell that would be filled, the others blank."""
    said = [split_paragraphs(text)]
    return [[None if fill is None else CellContent(said.pop() if said else ()) for fill in row] for row in fills]


@dataclass(frozen=True, slots=True)
class FillChart:
    """The numbers of a chart."""

    slide: str
    part: str
    categories: Compiled
    series: tuple[tuple[Compiled, Compiled], ...]

    def fill(self, deck: Deck, values: Values) -> None:
        """Put the value into `deck`; raises `TemplateFault`."""
        categories = self.categories.give(values, read_texts)
        series = []
        for name, numbers in self.series:
            given = numbers.give(values, read_numbers)
            if len(given) != len(categories):
                text = Text(
                    nl=f"geeft {len(given)} waarden voor {len(categories)} categorieën",
                    en=f"gives {len(given)} values for {len(categories)} categories",
                )
                fault = ExpressionFault("TPL09", text)
                raise TemplateFault(fault, numbers.typed.spot, numbers.typed.source)
            series.append(Series(name.give(values, read_text), given))
        refill_chart(deck, self.part, ChartData(categories, tuple(series)))
