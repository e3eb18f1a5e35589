"""Charts in a workbook: where their series come from, and the copy of the numbers they carry.

ECMA-376 part 1, 21.2.2.69 (f), 21.2.2.123 (numRef), 21.2.2.201 (strRef). Excel reads the cells again when it opens a
workbook; a preview shows the copy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ibndocs.office.sheets.cells import Content
from ibndocs.office.sheets.formulas import tokenize
from ibndocs.office.sheets.markup import local_name, set_attribute
from ibndocs.office.sheets.moves import Moves
from ibndocs.office.sheets.references import Address, Reference

if TYPE_CHECKING:
    from lxml import etree

SERIES_SOURCES = ("numRef", "strRef")
_CACHES = {"numRef": "numCache", "strRef": "strCache"}
_MOST_POINTS = 10_000

ReadCell = Callable[[str, Address], "Content | None"]
"""What a cell holds; None when its sheet is as it was in the form."""


def follow_series(formula: str, moves: Moves, *, is_title: bool = False) -> str:
    """The cells of a series as they must read now.

    Excel writes a series of one cell without a colon; in a repeating row it grows all the same. A series that runs
    along a row stays one line, and so does a title.
    """
    reference = _read_reference(formula)
    if reference is None:
        return moves.follow(formula, "")
    first, last = reference.first, reference.last or reference.first
    if first.row is None or last.row != first.row:
        return moves.follow(formula, "")
    rows = moves.on(reference.sheet)
    upright = first.column == last.column and not is_title
    start, end = rows.place(first.row), rows.end(first.row) if upright else rows.place(first.row)
    stays_cell = reference.last is None and start == end
    moved = replace(reference, first=first.with_row(start), last=None if stays_cell else last.with_row(end))
    return str(moved)


def _read_reference(formula: str) -> Reference | None:
    tokens = tokenize(formula.strip())
    reference = tokens[0].reference if len(tokens) == 1 else None
    return None if reference is None or reference.elsewhere else reference


def refresh_chart(root: etree._Element, read: ReadCell) -> bool:
    """Let a chart carry what its cells hold now; tells whether anything changed."""
    changed = False
    for source in root.iter():
        if local_name(source) in SERIES_SOURCES:
            changed = _refresh_source(source, read) or changed
    return changed


def _refresh_source(source: etree._Element, read: ReadCell) -> bool:
    formula, cache = source.find("{*}f"), source.find(f"{{*}}{_CACHES[local_name(source)]}")
    reference = _read_reference(formula.text or "") if formula is not None else None
    if cache is None or reference is None:
        return False
    addresses = list(_list_cells(reference))
    contents = [read(reference.sheet or "", address) for address in addresses]
    if not contents or None in contents:
        return False
    numbers = local_name(cache) == "numCache"
    old = {point.get("idx"): point.findtext("{*}v") or "" for point in cache.iterfind("{*}pt")}
    new = dict(_list_points(contents, old, numbers=numbers))
    count = cache.find("{*}ptCount")
    same_count = count is not None and count.get("val") == str(len(contents))
    if same_count and old.keys() == new.keys() and all(_same(old[idx], new[idx], numbers) for idx in old):
        return False
    _write_points(cache, len(contents), new)
    return True


def _list_cells(reference: Reference) -> Iterator[Address]:
    first, last = reference.first, reference.last or reference.first
    if first.row is None or first.column is None or last.row is None or last.column is None:
        return
    if (last.row - first.row + 1) * (last.column - first.column + 1) > _MOST_POINTS:
        return
    for row in range(first.row, last.row + 1):
        for column in range(first.column, last.column + 1):
            yield Address(column, row)


def _list_points(
    contents: Iterable[Content | None], old: dict[str | None, str], *, numbers: bool
) -> Iterator[tuple[str | None, str]]:
    for index, content in enumerate(contents):
        idx = str(index)
        if content is None or not content.kind:
            continue
        if content.kind == "n":
            # A number among labels shows in its cell's format, which the copy knows and the cell's text does not.
            yield idx, content.text if numbers else old.get(idx, content.text)
        elif not numbers:
            yield idx, content.text


def _same(old: str, new: str, numbers: bool) -> bool:
    if not numbers:
        return old == new
    try:
        return math.isclose(float(old), float(new), rel_tol=1e-12, abs_tol=1e-15)
    except ValueError:
        return False


def _write_points(cache: etree._Element, count: int, points: dict[str | None, str]) -> None:
    from lxml import etree

    namespace = etree.QName(cache).namespace
    for point in cache.findall("{*}pt"):
        cache.remove(point)
    head = cache.find("{*}ptCount")
    if head is None:
        code = cache.find("{*}formatCode")
        head = etree.Element(f"{{{namespace}}}ptCount")
        cache.insert(0 if code is None else 1, head)
    set_attribute(head, "val", str(count))
    at = cache.index(head) + 1
    for offset, (idx, text) in enumerate(points.items()):
        point = etree.Element(f"{{{namespace}}}pt", idx=idx or "0")
        etree.SubElement(point, f"{{{namespace}}}v").text = text
        cache.insert(at + offset, point)
