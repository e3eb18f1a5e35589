"""Makes rows of a table repeat: the prototype stays as it is, with a loop around it and tags in its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from ibndocs.office.slots import Fill, RowsSlot
from ibndocs.office.word.filling import blank_cell, fill_single
from ibndocs.office.word.grid import Row
from ibndocs.office.word.literals import protect_text
from ibndocs.office.word.sections import is_section
from ibndocs.office.word.tagging import Answer, make_run, make_statement
from ibndocs.office.word.targets import Repeat, Single
from ibndocs.office.word.tree import is_a, names, through


def repeat_rows(slot: RowsSlot, target: Repeat, make_answer: Callable[[Fill, Single], Answer | None]) -> None:
    """Put the loop around the rows and the values in their cells, as `make_answer` makes them."""
    first, last = _outermost(target.rows)
    empty = _make_empty_row(target.rows[0], slot)
    for row, cells, fills in zip(target.rows, target.cells, slot.cells, strict=True):
        for cell, place, fill in zip(row.cells, cells, fills, strict=True):
            if fill is not None:
                _fill_cell(cell.tc, place, fill, make_answer)
    first.addprevious(make_statement(first, "tr", f"for {slot.each.source}"))
    last.addnext(make_statement(last, "tr", "endfor"))
    if empty is not None:
        last.addnext(empty)
        last.addnext(make_statement(last, "tr", "else"))


def _fill_cell(
    tc: etree._Element, place: Single | None, fill: Fill, make_answer: Callable[[Fill, Single], Answer | None]
) -> None:
    answer = make_answer(fill, place) if place is not None else None
    if place is not None and answer is not None:
        fill_single(answer, place)
    if fill.colour is not None:
        paragraph = next(tc.iter(*names("p")), None)
        if paragraph is not None:
            paragraph.append(make_run(tc, f"{{% cellbg ({fill.colour.source}) %}}"))


def _make_empty_row(row: Row, slot: RowsSlot) -> etree._Element | None:
    """A copy of the prototype that says what an empty list says, in its first cell that is filled."""
    if slot.empty is None:
        return None
    copy = deepcopy(row.tr)
    copy.tail = None
    text = protect_text(slot.empty)
    for tc, fill in zip(through(copy, "tc"), slot.cells[0], strict=True):
        if fill is not None:
            blank_cell(tc, text)
            text = ""
    return copy


def _outermost(rows: Sequence[Row]) -> tuple[etree._Element, etree._Element]:
    """The first and last of the rows, or the control that holds just these: an item of a repeating section."""
    wanted = [row.tr for row in rows]
    outer = wanted[0]
    for above in wanted[0].iterancestors():
        if is_a(above, "tbl") or is_section(above):
            break
        if is_a(above, "sdt"):
            if list(through(above, "tr")) != wanted:
                break
            outer = above
    return (outer, outer) if outer is not wanted[0] else (wanted[0], wanted[-1])
