"""Finding the places that slots name: slides, shapes, cells, rows, charts.

A place is found once, when a form is compiled, and kept as numbers (the how-manieth shape, row, column), so that it
is found again in a fresh tree without searching.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.foundation.suggestions import ask_meant, quote
from ibndocs.office.labels import fold
from ibndocs.office.places import Label
from ibndocs.office.slides.charts import is_fillable
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.placeholders import PICTURE, find_placeholders, placeholder_kind
from ibndocs.office.slides.shapes import Shape, find_named, list_shapes
from ibndocs.office.slides.tables import cell_text, cells, covering_cell, cuts_merge, is_covered, rows

_MOST_NAMES = 8
_NULL = Text(
    "zet null voor een cel die blijft of onder een samengevoegde cel valt",
    "write null for a cell that stays or is covered by a merged cell",
)


class Unresolved(Exception):  # noqa: N818 - named for what it says of a place
    """A place that the form does not have; carries the finding that says so."""

    def __init__(self, code: str, spot: Spot, message: Text, fix: Text | None = None) -> None:
        super().__init__(message.en)
        self.finding = Finding(code, Severity.ERROR, message, spot, fix=fix)


@dataclass(frozen=True, slots=True)
class ShapeAnchor:
    """The shape number `index` (from 0) of a slide part."""

    part: str
    index: int

    def find(self, deck: Deck) -> Shape:
        """The shape, to be changed."""
        return list_shapes(deck.change(self.part))[self.index]


@dataclass(frozen=True, slots=True)
class SlideAnchors:
    """Finds places in a deck."""

    deck: Deck

    def slide(self, number: int, spot: Spot) -> str:
        """The part of slide `number` (from 1)."""
        count = len(self.deck.slides)
        if 1 <= number <= count:
            return self.deck.slides[number - 1]
        raise Unresolved(
            "SLT31",
            spot,
            Text(f"er is geen dia {number}: het formulier telt {count} dia's",
                 f"there is no slide {number}: the form has {count} slides"),
        )  # fmt: skip

    def text(self, number: int, name: Label, spot: Spot) -> ShapeAnchor:
        """A shape with text."""
        anchor, shape = self._shape(number, name, spot)
        if shape.takes_text:
            return anchor
        fix = None
        if shape.table is not None:
            fix = Text("noem met 'row' en 'column' een cel van de tabel", "name a cell by 'row' and 'column'")
        raise Unresolved(
            "SLT34",
            spot,
            Text(f"vorm '{name}' op dia {number} heeft geen tekst",
                 f"shape '{name}' on slide {number} has no text"),
            fix,
        )  # fmt: skip

    def placeholder(self, number: int, kind: str, nth: int | None, spot: Spot) -> ShapeAnchor:
        """A placeholder by what it is for; `nth` of several."""
        part = self.slide(number, spot)
        shapes = list_shapes(self.deck.tree(part))
        found = find_placeholders(shapes, kind)
        chosen = found[nth - 1 : nth] if nth is not None else found
        if len(chosen) == 1 and (chosen[0].takes_text or (kind.casefold() == PICTURE and chosen[0].is_picture)):
            return ShapeAnchor(part, shapes.index(chosen[0]))
        there = list(dict.fromkeys(filter(None, map(placeholder_kind, shapes))))
        if not chosen:
            message = Text(f"op dia {number} staat geen tijdelijke aanduiding '{kind}'",
                           f"slide {number} has no placeholder '{kind}'")  # fmt: skip
            raise Unresolved("SLT32", spot, message, _listed(there))
        if len(chosen) > 1:
            message = Text(f"op dia {number} staan er {len(chosen)} tijdelijke aanduidingen '{kind}'",
                           f"slide {number} has {len(chosen)} placeholders '{kind}'")  # fmt: skip
            raise Unresolved("SLT33", spot, message, Text("kies met nth: 1, 2, …", "choose with nth: 1, 2, …"))
        message = Text(f"'{kind}' op dia {number} is al gevuld met iets anders dan tekst",
                       f"'{kind}' on slide {number} already holds something else than text")  # fmt: skip
        raise Unresolved("SLT34", spot, message)

    def cell(self, number: int, name: Label, row: Label, column: Label, spot: Spot) -> tuple[ShapeAnchor, int, int]:
        """A cell of a table: the shape, and row and column from 0."""
        anchor, shape = self._table(number, name, spot)
        table = shape.table
        assert table is not None, "the shape is a table"
        grid = [[cell_text(cell) for cell in cells(element)] for element in rows(table)]
        at_row = _find_line(row, [line[0] if line else "" for line in grid], Text("rij", "row"), name, spot)
        at_column = _find_line(column, grid[0], Text("kolom", "column"), name, spot)
        if is_covered(cells(rows(table)[at_row])[at_column]):
            shown_row, shown_column = covering_cell(table, at_row, at_column)
            fix = f"row: {shown_row + 1}, column: {shown_column + 1}"
            raise _covered(at_row, at_column, name, spot, Text(f"gebruik {fix}", f"use {fix}"))
        return anchor, at_row, at_column

    def repeated_rows(
        self, number: int, name: Label, row: int, filled: Sequence[Sequence[bool]], spot: Spot
    ) -> tuple[ShapeAnchor, int]:
        """Rows of a table that repeat: the shape and the first row from 0; `filled` says which cells get a value."""
        anchor, shape = self._table(number, name, spot)
        table = shape.table
        assert table is not None, "the shape is a table"
        present = rows(table)
        if row + len(filled) - 1 > len(present):
            raise _no_line(Text("rij", "row"), row + len(filled) - 1, len(present), name, spot)
        for at_row, wanted in enumerate(filled, start=row - 1):
            found = cells(present[at_row])
            if len(found) != len(wanted):
                raise Unresolved(
                    "SLT37",
                    spot,
                    Text(f"rij {at_row + 1} van tabel '{name}' heeft {len(found)} cellen; 'cells' telt {len(wanted)}",
                         f"row {at_row + 1} of table '{name}' has {len(found)} cells, 'cells' holds {len(wanted)}"),
                    _NULL,
                )  # fmt: skip
            for at_column, is_filled in enumerate(wanted):
                if is_filled and is_covered(found[at_column]):
                    raise _covered(at_row, at_column, name, spot, _NULL)
        if cuts_merge(table, row - 1, len(filled)):
            raise Unresolved(
                "SLT38",
                spot,
                Text(f"een samengevoegde cel van tabel '{name}' ligt maar deels in de rijen die herhaald worden",
                     f"a merged cell of table '{name}' lies only partly in the rows that repeat"),
                Text("neem met 'repeat_also' alle rijen van die cel mee",
                     "take all rows of that cell along with 'repeat_also'"),
            )  # fmt: skip
        return anchor, row - 1

    def chart(self, number: int, name: Label, spot: Spot) -> str:
        """The part of a chart with categories."""
        anchor, shape = self._shape(number, name, spot)
        targets = {rel.id: rel for rel in self.deck.relationships(anchor.part)}
        if shape.chart is None or shape.chart not in targets:
            raise _wrong_kind(number, name, Text("geen grafiek", "no chart"), self._of_kind(number, "chart"), spot)
        part = self.deck.resolve(anchor.part, targets[shape.chart])
        if part in self.deck and is_fillable(self.deck.tree(part)):
            return part
        raise Unresolved(
            "SLT39",
            spot,
            Text(f"grafiek '{name}' op dia {number} heeft geen categorieën met waarden",
                 f"chart '{name}' on slide {number} has no categories with values"),
            Text("gebruik een staaf-, kolom-, lijn-, vlak-, cirkel- of ringgrafiek",
                 "use a bar, column, line, area, pie or doughnut chart"),
        )  # fmt: skip

    def _table(self, number: int, name: Label, spot: Spot) -> tuple[ShapeAnchor, Shape]:
        anchor, shape = self._shape(number, name, spot)
        if shape.table is None or not rows(shape.table):
            raise _wrong_kind(number, name, Text("geen tabel", "no table"), self._of_kind(number, "table"), spot)
        return anchor, shape

    def _of_kind(self, number: int, kind: str) -> list[str]:
        shapes = list_shapes(self.deck.tree(self.deck.slides[number - 1]))
        return [shape.name for shape in shapes if getattr(shape, kind) is not None]

    def _shape(self, number: int, name: Label, spot: Spot) -> tuple[ShapeAnchor, Shape]:
        part = self.slide(number, spot)
        shapes = list_shapes(self.deck.tree(part))
        found = find_named(shapes, str(name))
        if len(found) == 1:
            return ShapeAnchor(part, shapes.index(found[0])), found[0]
        if found:
            raise Unresolved(
                "SLT33",
                spot,
                Text(f"{len(found)} vormen op dia {number} heten '{name}'",
                     f"{len(found)} shapes on slide {number} are called '{name}'"),
                Text(f"schrijf '{name}#1' voor de eerste, '{name}#2' voor de tweede",
                     f"write '{name}#1' for the first, '{name}#2' for the second"),
            )  # fmt: skip
        raise Unresolved(
            "SLT32",
            spot,
            Text(f"op dia {number} staat geen vorm '{name}'", f"slide {number} has no shape '{name}'"),
            _near(str(name), [shape.name for shape in shapes]),
        )


def _covered(row: int, column: int, name: Label, spot: Spot, fix: Text) -> Unresolved:
    return Unresolved(
        "SLT36",
        spot,
        Text(f"rij {row + 1}, kolom {column + 1} van tabel '{name}' valt onder een samengevoegde cel",
             f"row {row + 1}, column {column + 1} of table '{name}' is covered by a merged cell"),
        fix,
    )  # fmt: skip


def _find_line(wanted: Label, labels: list[str], what: Text, name: Label, spot: Spot) -> int:
    """The row or column (from 0) with a number or a label."""
    if isinstance(wanted, int):
        if 1 <= wanted <= len(labels):
            return wanted - 1
        raise _no_line(what, wanted, len(labels), name, spot)
    folded = [fold(label) for label in labels]
    if folded.count(fold(wanted)) == 1:
        return folded.index(fold(wanted))
    times = folded.count(fold(wanted))
    raise Unresolved(
        "SLT35",
        spot,
        Text(f"tabel '{name}' heeft {times or 'geen'} {what.nl}{'en' if times else ''} '{wanted}'",
             f"table '{name}' has {times or 'no'} {what.en}{'s' if times else ''} '{wanted}'"),
        _near(wanted, labels),
    )  # fmt: skip


def _no_line(what: Text, wanted: int, count: int, name: Label, spot: Spot) -> Unresolved:
    return Unresolved(
        "SLT35",
        spot,
        Text(f"tabel '{name}' heeft geen {what.nl} {wanted}: ze telt er {count}",
             f"table '{name}' has no {what.en} {wanted}: it has {count}"),
    )  # fmt: skip


def _wrong_kind(number: int, name: Label, what: Text, others: list[str], spot: Spot) -> Unresolved:
    return Unresolved(
        "SLT34",
        spot,
        Text(f"vorm '{name}' op dia {number} is {what.nl}", f"shape '{name}' on slide {number} is {what.en}"),
        _listed(others),
    )


def _near(wanted: str, names: list[str]) -> Text | None:
    known = {name.casefold(): name for name in names if name}
    near = [known[name] for name in get_close_matches(wanted.casefold(), known, n=3, cutoff=0.5)]
    if near:
        return ask_meant(*map(quote, near))
    return _listed(list(known.values()))


def _listed(names: list[str]) -> Text | None:
    if not names:
        return None
    joined = "', '".join(names[:_MOST_NAMES]) + ("', …" if len(names) > _MOST_NAMES else "'")
    return Text(f"mogelijk: '{joined}", f"possible: '{joined}")
