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
from ibndocs.office.word.spare import first_text, merge_of
from ibndocs.office.word.tagging import Answer, make_run, make_statement
from ibndocs.office.word.targets import Repeat, Single
from ibndocs.office.word.tree import is_a, names, set_attribute, through

_COUNT = "slot_rows"
"""The name under which a template keeps how many rows there were."""


def repeat_rows(slot: RowsSlot, target: Repeat, make_answer: Callable[[Fill, Single], Answer | None]) -> None:
    """Put the loop around the rows and the values in their cells, as `make_answer` makes them.

    Of the blank rows below them one is left out for each further item; with nothing to repeat they all stay.
    """
    outer = _outermost(target.rows)
    made = _make_empty_row(target.rows[0], slot)
    blank = [deepcopy(one) for one in outer] if target.spare else []
    empty = [made] if made is not None else blank
    for row, cells, fills in zip(target.rows, target.cells, slot.cells, strict=True):
        for cell, place, fill in zip(row.cells, cells, fills, strict=True):
            if fill is not None:
                _fill_cell(cell.tc, place, fill, make_answer)
    for cell, start in target.counters:
        _count_on(cell.tc, start)
    for tc in target.merges:
        _keep_merged(tc)
    steps = [f"for {slot.each.source}"]
    if target.spare:
        steps = [f"set {_COUNT} = namespace(n=0)", *steps, f"set {_COUNT}.n = loop.index"]
        _use_up(target.spare)
    for step in steps:
        outer[0].addprevious(make_statement(outer[0], "tr", step))
    closing = [make_statement(outer[0], "tr", "else"), *empty] if empty else []
    for element in reversed([*closing, make_statement(outer[0], "tr", "endfor")]):
        outer[-1].addnext(element)


def _use_up(spare: Sequence[Sequence[Row]]) -> None:
    """Leave out the blank rows that are used."""
    for number, rows in enumerate(spare, 1):
        outer = _outermost(rows)
        outer[0].addprevious(make_statement(outer[0], "tr", f"if {_COUNT}.n <= {number}"))
        outer[-1].addnext(make_statement(outer[0], "tr", "endif"))


def _count_on(tc: etree._Element, start: int) -> None:
    text = first_text(tc)
    if text is not None:
        text.text = (text.text or "").replace(str(start), f"{{{{ loop.index0 + {start} }}}}", 1)


def _keep_merged(tc: etree._Element) -> None:
    """Let a cell that is one with those below go on in the rows that follow, with its text once."""
    merge = merge_of(tc)
    blocks = [block for block in tc if not is_a(block, "tcPr")]
    if merge is None or not blocks:
        return
    set_attribute(merge, "val", '{{ "restart" if loop.first else "continue" }}')
    blocks[0].addprevious(make_statement(tc, "p", "if loop.first"))
    blocks[-1].addnext(make_statement(tc, "p", "endif"))


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


def _outermost(rows: Sequence[Row]) -> list[etree._Element]:
    """The rows, or the control that holds just these: an item of a repeating section."""
    wanted = [row.tr for row in rows]
    outer: etree._Element | None = None
    for above in wanted[0].iterancestors():
        if is_a(above, "tbl") or is_section(above):
            break
        if is_a(above, "sdt"):
            if list(through(above, "tr")) != wanted:
                break
            outer = above
    return [outer] if outer is not None else wanted
