"""Puts the tags of one value in the place that was found for it."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ibndocs.office.slots import DropSlot, RepeatSlot
from ibndocs.office.word.frames import fill_frame
from ibndocs.office.word.keeping import keep_in_control, keep_in_field
from ibndocs.office.word.sections import is_item
from ibndocs.office.word.tagging import (
    Answer,
    Wrapping,
    allow_prose,
    lent_properties,
    make_prose,
    make_run,
    make_statement,
    make_text_runs,
    show_content,
)
from ibndocs.office.word.targets import Blocks, Clearing, Frame, Gap, Region, Selection, Single, Stretch, Tick
from ibndocs.office.word.ticking import tick
from ibndocs.office.word.tree import child, is_a, make, names

_MARKS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")


def fill_single(answer: Answer, target: Single, wrapping: Wrapping | None = None) -> None:
    """Put a value in its place.

    Args:
        answer: The value.
        target: The place.
        wrapping: The control that comes around prose.
    """
    if isinstance(target, Tick):
        tick(answer.value, target, answer.mark)
    elif isinstance(target, Frame):
        fill_frame(answer, target)
    elif isinstance(target, Selection):
        shown = keep_in_field(answer, target)
        if shown is not None:
            fill_stretch(answer, shown)
    else:
        if isinstance(target, Stretch):
            fill_stretch(answer, target)
        else:
            fill_blocks(answer, target, wrapping)
        if target.control is not None and answer.manner is not None:
            keep_in_control(answer, target.control)


def fill_stretch(answer: Answer, target: Stretch) -> None:
    """Put a value in the place of a stretch of a paragraph."""
    properties = _lent_to_stretch(target)
    runs = make_text_runs(target.parent, answer, properties)
    for run in reversed(runs):
        _put_after(run, target)
    for element in target.replaced:
        if not _is_revised(element):
            target.parent.remove(element)
    if target.control is not None:
        show_content(target.control)


def _put_after(run: etree._Element, target: Stretch) -> None:
    if target.after is not None:
        target.after.addnext(run)
    else:
        first = 1 if len(target.parent) and is_a(target.parent[0], "pPr") else 0
        target.parent.insert(first, run)


def _lent_to_stretch(target: Stretch) -> etree._Element | None:
    paragraph = next((above for above in _up(target.parent) if is_a(above, "p")), None)
    if target.replaced or target.control is not None or target.after is None:
        return lent_properties(target.replaced, target.control, paragraph)
    neighbours = (*target.after.itersiblings(*names("r"), preceding=True), *target.after.itersiblings(*names("r")))
    return lent_properties(neighbours[:1], None, paragraph)


def _up(element: etree._Element) -> list[etree._Element]:
    return [element, *element.iterancestors()]


def fill_blocks(answer: Answer, target: Blocks, wrapping: Wrapping | None = None) -> None:
    """Put a value in the place of whole paragraphs.

    Args:
        answer: The value.
        target: The paragraphs; the first stays, with its properties, the others go.
        wrapping: The control that comes around prose.
    """
    paragraph = next((block for block in target.replaced if is_a(block, "p")), None)
    if paragraph is not None and answer.markup != "text" and _is_revised(paragraph):
        paragraph.addnext(own := make(paragraph, "p"))
        paragraph = own
    if paragraph is None:
        paragraph = make(target.parent, "p")
        target.parent.append(paragraph)
    properties = lent_properties(target.replaced, target.control, paragraph)
    for block in target.replaced:
        if block is not paragraph and not is_a(block, *_MARKS) and not _is_revised(block):
            _remove(block)
    if target.control is not None:
        show_content(target.control)
    if answer.markup == "text":
        _empty(paragraph)
        paragraph.extend(make_text_runs(paragraph, answer, properties))
        return
    if target.control is not None:
        allow_prose(target.control)
    for mark in list(paragraph.iterchildren(*names(*_MARKS))):
        paragraph.addprevious(mark)
    paragraph.addprevious(make_prose(paragraph, answer, properties, wrapping))
    _remove(paragraph)


def _empty(paragraph: etree._Element) -> None:
    for item in list(paragraph):
        if not is_a(item, "pPr", *_MARKS) and not _is_revised(item):
            paragraph.remove(item)


def _is_revised(element: etree._Element) -> bool:
    """Whether an element holds what a tracked change took out: that stays for who decides about it."""
    return next(element.iter(*names("del", "moveFrom")), None) is not None


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def blank_cell(tc: etree._Element, text: str) -> None:
    """Leave one paragraph in a cell, with this text and the looks of what was there."""
    blocks = [block for block in tc if not is_a(block, "tcPr")]
    first = next(tc.iter(*names("p")), None)
    properties = lent_properties(blocks, None, first)
    own = child(first, "pPr") if first is not None else None
    for block in blocks:
        tc.remove(block)
    paragraph = make(tc, "p", *([own] if own is not None else []))
    if text:
        paragraph.append(make_run(tc, text, properties))
    tc.append(paragraph)


def clear(target: Clearing) -> None:
    """Take paragraphs out of the form."""
    for block in target.blocks:
        _remove(block)


def open_gap(target: Gap) -> Blocks:
    """A new, empty paragraph in a gap."""
    paragraph = make(target.after, "p")
    target.after.addnext(paragraph)
    parent = paragraph.getparent()
    assert parent is not None
    return Blocks(parent, (paragraph,), prose=True)


def enclose(slot: DropSlot | RepeatSlot, target: Region) -> None:
    """Leave blocks out unless the expression of the slot holds, or repeat them for each item of its list.

    Of a repeating section one item stays, as it was, when there is nothing in the list: Word asks for one at least.
    """
    first, last = target.blocks[0], target.blocks[-1]
    begin, end = (
        (f"for {slot.each.source}", "endfor") if isinstance(slot, RepeatSlot) else (f"if {slot.unless.source}", "endif")
    )
    blank = deepcopy(first) if isinstance(slot, RepeatSlot) and is_item(first) else None
    first.addprevious(make_statement(first, target.scope, begin))
    last.addnext(make_statement(last, target.scope, end))
    if blank is not None:
        last.addnext(blank)
        last.addnext(make_statement(last, target.scope, "else"))
    for other in target.others:
        _remove(other)
