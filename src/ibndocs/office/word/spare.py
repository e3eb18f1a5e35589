"""The blank rows that a form offers below the one that repeats: they are used up before the table grows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ibndocs.office.slots import Fill
from ibndocs.office.word.grid import Cell, Grid, Row
from ibndocs.office.word.rooms import is_empty
from ibndocs.office.word.tree import child, names, value_at

Fills = Sequence[Sequence[Fill | None]]
_COUNTED = re.compile(r"(\d{1,4})[.)]?")


def find_spare(grid: Grid, start: int, cells: Fills) -> tuple[tuple[Row, ...], ...]:
    """The groups of blank rows below the group at `start` that are otherwise like it; a counter in front may differ."""
    height = len(cells)
    first = grid.rows[start : start + height]
    spare: list[tuple[Row, ...]] = []
    for index in range(start + height, len(grid.rows) - height + 1, height):
        group = grid.rows[index : index + height]
        if not (_is_blank(group, cells) and _is_alike(first, group, cells, len(spare) + 1)):
            break
        spare.append(group)
    return tuple(spare)


def _filled(rows: Sequence[Row], cells: Fills) -> Iterator[tuple[Cell, bool]]:
    for row, fills in zip(rows, cells, strict=True):
        if len(row.cells) == len(fills):
            yield from ((cell, fill is not None) for cell, fill in zip(row.cells, fills, strict=True))


def _is_blank(rows: Sequence[Row], cells: Fills) -> bool:
    found = [cell for cell, filled in _filled(rows, cells) if filled]
    return bool(found) and all(is_empty(cell.tc) for cell in found)


def _is_alike(first: Sequence[Row], group: Sequence[Row], cells: Fills, distance: int) -> bool:
    ours, theirs = list(_filled(first, cells)), list(_filled(group, cells))
    if len(ours) != len(theirs):
        return False
    for (mine, filled), (other, _) in zip(ours, theirs, strict=True):
        if (mine.start, mine.span) != (other.start, other.span):
            return False
        if not filled and mine.label != other.label and not other.merged_up:
            number = count_of(mine)
            if number is None or count_of(other) != number + distance:
                return False
    return True


def count_of(cell: Cell) -> int | None:
    """The number in a cell that only counts its row."""
    found = _COUNTED.fullmatch(cell.label)
    return int(found[1]) if found else None


def find_counters(rows: Sequence[Row], spare: Sequence[Sequence[Row]], cells: Fills) -> list[tuple[Cell, int]]:
    """The cells that count the rows, with the number they begin at."""
    if not spare:
        return []
    ours, theirs = _filled(rows, cells), _filled(spare[0], cells)
    return [
        (mine, number)
        for (mine, filled), (other, _) in zip(ours, theirs, strict=True)
        if not filled and (number := count_of(mine)) is not None and count_of(other) == number + 1
    ]


def find_merges(rows: Sequence[Row], grid: Grid, cells: Fills) -> list[etree._Element]:
    """The cells of a row, not filled, that are one with cells below: repeated, they stay one."""
    if len(rows) != 1:
        return []
    below = grid.number(rows[0]) + 1
    lower = {cell.origin for cell in grid.rows[below].cells} if below < len(grid.rows) else set()
    starts = (cell.tc for cell, filled in _filled(rows, cells) if not filled and cell.tc in lower)
    return [tc for tc in starts if value_at(tc, "tcPr", "vMerge") == "restart"]


def first_text(tc: etree._Element) -> etree._Element | None:
    """The text element of a cell that holds its counter."""
    return next((text for text in tc.iter(*names("t")) if (text.text or "").strip()), None)


def merge_of(tc: etree._Element) -> etree._Element | None:
    """The `w:vMerge` of a cell."""
    return child(tc, "tcPr", "vMerge")
