"""Whether the text of a slide fits its shapes, by estimate: no renderer is asked, autofit is never relied on.

Reckoned with are the size of the shape, its insets and columns, the fonts and sizes with all that layout and master
say, indents, line and paragraph spacing. The widths of characters come from a table, so a line more or less is within
the error; what is found is advice to look at the slide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.office.package import Package
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.inheritance import Inheritance
from ibndocs.office.slides.layout import Line, lay_out, lay_out_cell, room_for_text
from ibndocs.office.slides.markup import q, whole_number
from ibndocs.office.slides.shapes import Shape, list_shapes
from ibndocs.office.slides.tables import cells, is_covered, rows

_LENIENCE = 0.25  # lines; less than this over is not seen


def find_overflows(package: Package, *, only: Collection[tuple[str, int]] | None = None) -> Iterator[Finding]:
    """The shapes whose text is longer than they are (`SLD01`), the tables that run off their slide (`SLD02`).

    Args:
        package: A presentation.
        only: Slide part and how-manieth shape (from 0) of those to look at; None looks at all.
    """
    deck = Deck(package)
    size = deck.tree(deck.presentation).find(q("p:sldSz"))
    bottom = 0 if size is None else whole_number(size.get("cy"))
    for number, part in enumerate(deck.slides, start=1):
        inheritance = Inheritance(deck, part)
        for index, shape in enumerate(list_shapes(deck.tree(part))):
            if only is not None and (part, index) not in only:
                continue
            spot = Spot(package.name)
            finding = None
            if shape.table is not None:
                finding = _check_table(shape, inheritance, bottom, number, spot)
            elif shape.body is not None:
                finding = _check_text(shape, inheritance, number, spot)
            if finding is not None:
                yield finding


def _check_text(shape: Shape, inheritance: Inheritance, number: int, spot: Spot) -> Finding | None:
    room = room_for_text(shape, inheritance)
    if room is None or shape.body is None:
        return None
    lines = lay_out(shape.body, shape, inheritance, room.width)
    fitting = _count_fitting(lines, room.height * room.columns)
    if fitting == len(lines):
        return None
    surplus = sum(line.characters for line in lines[fitting:])
    return Finding(
        "SLD01",
        Severity.WARNING,
        Text(
            nl=f"dia {number}, vorm '{shape.name}': de tekst telt ongeveer {len(lines)} regels, er passen er {fitting}",
            en=f"slide {number}, shape '{shape.name}': the text takes about {len(lines)} lines, {fitting} fit",
        ),
        spot,
        fix=Text(
            nl=f"maak de tekst ongeveer {surplus} tekens korter", en=f"shorten the text by about {surplus} characters"
        ),
    )


def _count_fitting(lines: list[Line], height: float) -> int:
    used = 0.0
    for count, line in enumerate(lines):
        used += line.above + line.height if count else line.height
        if used > height + _LENIENCE * line.height:
            return count
    return len(lines)


def _check_table(shape: Shape, inheritance: Inheritance, bottom: int, number: int, spot: Spot) -> Finding | None:
    box = inheritance.box(shape)
    table = shape.table
    if box is None or table is None or not bottom:
        return None
    columns = [whole_number(column.get("w")) for column in table.iter(q("a:gridCol"))]
    height = 0.0
    for row in rows(table):
        needed = float(whole_number(row.get("h")))
        for column, cell in enumerate(cells(row)):
            # A cell over several rows may grow into any of them: it is left out.
            if is_covered(cell) or whole_number(cell.get("rowSpan"), 1) > 1:
                continue
            width = sum(columns[column : column + whole_number(cell.get("gridSpan"), 1)])
            needed = max(needed, lay_out_cell(cell, shape, inheritance, width))
        height += needed
    over = box.top + height - bottom
    if over <= 0:
        return None
    centimetres = f"{over / 360_000:.1f}"
    return Finding(
        "SLD02",
        Severity.WARNING,
        Text(
            nl=f"dia {number}, tabel '{shape.name}' loopt ongeveer {centimetres.replace('.', ',')} cm onder de dia uit",
            en=f"slide {number}, table '{shape.name}' runs about {centimetres} cm off the bottom of the slide",
        ),
        spot,
        fix=Text(nl="toon minder rijen of kortere teksten", en="show fewer rows or shorter texts"),
    )
