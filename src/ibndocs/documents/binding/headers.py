"""The words above the cells of a row that repeats, one for each cell, also where a header is empty or merged."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import Spot
from ibndocs.office.package import Package
from ibndocs.office.places import Place, SlideRows, TableRows

if TYPE_CHECKING:
    from ibndocs.office.word.form import Form
    from ibndocs.office.word.grid import Grid


def read_word_headers(package: Package, place: TableRows, *, group: int = 1) -> list[list[tuple[str, str]]]:
    """For each cell of the row, and of those that belong to it: the words above it, and what stands in it.

    Args:
        package: The form.
        place: The first row.
        group: How many rows belong to one item.

    Raises:
        Unresolved: The table or the row is not there, or not the only one.
    """
    from ibndocs.office.word.form import Form
    from ibndocs.office.word.tables import find_row, find_table

    grid = find_table(Form(package), place.rows)
    index, _ = find_row(grid, place.row)
    if group == 1:
        return [_read_row(grid, index)]
    return [_read_row_of_group(grid, index, at) for at in range(index, index + group)]


def _read_row_of_group(grid: Grid, first: int, index: int) -> list[tuple[str, str]]:
    """The cells of a row that shares its item with others; a header above belongs to the row that is cut as it is."""
    cells = grid.rows[index].cells
    texts = [" ".join(cell.text.split()) for cell in cells]
    headers = [row for row in grid.rows[:first] if len(row.cells) > 1]
    alike = [row for row in headers if [cell.start for cell in row.cells] == [cell.start for cell in cells]]
    if alike and texts[0] and not any(texts[1:]):
        return [("", texts[0]), *((f"{texts[0]} {header.text}", "") for header in alike[-1].cells[1:])]
    if alike:
        return [(header.text, text) for header, text in zip(alike[-1].cells, texts, strict=True)]
    first_header = headers[-1].cells[0] if headers else None
    begins_alike = first_header is not None and (first_header.start, first_header.span) == (
        cells[0].start,
        cells[0].span,
    )
    if len(cells) == 1 or not begins_alike:
        return [("", text) for text in texts]
    above = [headers[-1].at(cell.start) for cell in cells]
    return [(header.text if header else "", text) for header, text in zip(above, texts, strict=True)]


def _read_row(grid: Grid, index: int) -> list[tuple[str, str]]:
    from ibndocs.office.word.tree import text_of

    told = []
    for cell in grid.rows[index].cells:
        above = [one for row in grid.rows[:index] if (one := row.at(cell.start)) is not None and not one.merged_up]
        words = [(one.span == cell.span, " ".join(text_of(one.tc).split())) for one in above]
        # A header that covers as much goes before a nearer line: between the two may stand rows that are fixed.
        same = next((text for fits, text in words if fits and text), "")
        nearest = next((text for _, text in reversed(words) if text), "")
        told.append((same or nearest, " ".join(text_of(cell.tc).split())))
    return told


class Neighbours:
    """The words left of a place in a Word table, also those of a cell that several rows share."""

    def __init__(self, package: Package) -> None:
        self._package = package

    @cached_property
    def _form(self) -> Form:
        from ibndocs.office.word.form import Form

        return Form(self._package)

    def find(self, place: Place) -> tuple[str, ...]:
        """The texts of the cells left of a place, from the outside in; none when it stands in no table."""
        from ibndocs.office.labels import Unresolved
        from ibndocs.office.slots import Expression, ValueSlot
        from ibndocs.office.word.anchors import find_targets
        from ibndocs.office.word.grid import Grid
        from ibndocs.office.word.tree import is_a, text_of

        spot = Spot("")
        try:
            targets = find_targets(self._form, ValueSlot(place, Expression("", spot), spot), frozenset())
        except Unresolved:
            return ()
        above = [element for target in targets[:1] for element in (target.home, *target.home.iterancestors())]
        tc = next((element for element in above if is_a(element, "tc")), None)
        table = next((element for element in above if is_a(element, "tbl")), None)
        if tc is None or table is None:
            return ()
        row = next((row for row in Grid(table).rows if any(cell.tc is tc for cell in row.cells)), None)
        before = takewhile(lambda cell: cell.tc is not tc, row.cells if row is not None else ())
        return tuple(" ".join(text_of(cell.origin).split()) for cell in before)


def read_slide_headers(package: Package, place: SlideRows) -> list[tuple[str, str]]:
    """For each cell of the row of a table on a slide: the words at its top, and what stands in it."""
    from ibndocs.office.slides.deck import Deck
    from ibndocs.office.slides.shapes import find_named, list_shapes
    from ibndocs.office.slides.tables import cell_text, cells, rows

    deck = Deck(package)
    shapes = find_named(list_shapes(deck.tree(deck.slides[place.slide - 1])), str(place.shape))
    table = shapes[0].table if shapes else None
    if table is None:
        return []
    lines = [[cell_text(cell) for cell in cells(row)] for row in rows(table)]
    tops = lines[0] if place.row > 1 else [""] * len(lines[0])
    return list(zip(tops, lines[place.row - 1], strict=False))
