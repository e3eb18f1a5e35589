"""The words above the cells of a row that repeats, one for each cell, also where a header is empty or merged."""

from __future__ import annotations

from ibndocs.office.package import Package
from ibndocs.office.places import SlideRows, TableRows


def read_word_headers(package: Package, place: TableRows) -> list[tuple[str, str]]:
    """For each cell of the row: the words above it, and what stands in it.

    Raises:
        Unresolved: The table or the row is not there, or not the only one.
    """
    from ibndocs.office.word.form import Form
    from ibndocs.office.word.tables import find_row, find_table
    from ibndocs.office.word.tree import text_of

    grid = find_table(Form(package), place.rows)
    index, _ = find_row(grid, place.row)
    told = []
    for cell in grid.rows[index].cells:
        above = [one for row in grid.rows[:index] if (one := row.at(cell.start)) is not None and not one.merged_up]
        words = [(one.span == cell.span, " ".join(text_of(one.tc).split())) for one in above]
        # A header that covers as much goes before a nearer line: between the two may stand rows that are fixed.
        same = next((text for fits, text in words if fits and text), "")
        nearest = next((text for _, text in reversed(words) if text), "")
        told.append((same or nearest, " ".join(text_of(cell.tc).split())))
    return told


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
