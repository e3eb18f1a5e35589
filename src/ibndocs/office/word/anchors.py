"""Finds the places that slots name in a Word form; what cannot be found says why and what is near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile
from typing import Any

from lxml import etree

from ibndocs.office import places
from ibndocs.office.labels import Unresolved, unfit
from ibndocs.office.places import Place
from ibndocs.office.slots import DropSlot, RepeatSlot, RowsSlot, Slot, ValueSlot
from ibndocs.office.word.answers import find_answer, find_heading, find_section, more_lines
from ibndocs.office.word.blanks import find_blank
from ibndocs.office.word.bookmarks import find_bookmark
from ibndocs.office.word.boxes import find_check_box
from ibndocs.office.word.controls import check_lock, find_controls, open_control
from ibndocs.office.word.fields import find_field, open_field
from ibndocs.office.word.form import Form
from ibndocs.office.word.rooms import make_room
from ibndocs.office.word.sections import find_items, find_whole
from ibndocs.office.word.tables import find_cell, find_rows, find_table
from ibndocs.office.word.tagging import data_keys
from ibndocs.office.word.targets import Clearing, Region, Repeat, Stretch, Target
from ibndocs.office.word.tree import is_a, names
from ibndocs.office.word.words import find_words


def find_questions(form: Form, slots: Sequence[Slot]) -> frozenset[etree._Element]:
    """The headings and questions below which the slots answer; those that cannot be found are left out here."""
    found: set[etree._Element] = set()
    for slot in slots:
        if isinstance(slot.at, places.Under):
            try:
                found.add(find_heading(form, slot.at.under, slot.at.nth))
            except Unresolved:
                continue  # reported when the slot's own place is looked for
    return frozenset(found)


def find_targets(form: Form, slot: Slot, questions: frozenset[etree._Element]) -> tuple[Target, ...]:
    """What a slot fills in a form.

    Args:
        form: The form.
        slot: The slot.
        questions: Where other slots answer (`find_questions`).

    Raises:
        Unresolved: The place is not there, is not the only one, or cannot take the value.
    """
    if isinstance(slot, ValueSlot):
        targets = _find_value(form, slot, questions)
        return tuple(map(make_room, targets)) if slot.markup == "markdown" else targets
    if isinstance(slot, RowsSlot) and isinstance(slot.at, places.TableRows):
        return (find_rows(form, slot.at, slot.cells, lasting=slot.empty is not None),)
    if isinstance(slot, DropSlot | RepeatSlot):
        if isinstance(slot.at, places.Section):
            return (find_section(form, slot.at.heading, slot.at.nth),)
        if isinstance(slot.at, places.Control):
            return (find_items(form, slot.at) if isinstance(slot, RepeatSlot) else find_whole(form, slot.at),)
        if isinstance(slot.at, places.WholeTable):
            return (Region((find_table(form, slot.at.table).table,)),)
    raise unfit(f"{slot.at} is geen plaats in Word", f"{slot.at} is no place in Word")


def _find_value(form: Form, slot: ValueSlot, questions: frozenset[etree._Element]) -> tuple[Target, ...]:
    finders: Mapping[type[Place], Callable[[Any], Target | tuple[Target, ...]]] = {
        places.Control: lambda at: tuple(open_control(control) for control in find_controls(form, at)),
        places.Bookmark: lambda at: find_bookmark(form, at),
        places.Field: lambda at: open_field(find_field(form, at)),
        places.Blank: lambda at: _with_lines(find_blank(form, at), replace=slot.replace),
        places.Placeholder: lambda at: find_words(form, at),
        places.CheckBox: lambda at: find_check_box(form, at),
        places.TableCell: lambda at: find_cell(form, at, replace=slot.replace),
        places.Under: lambda at: find_answer(form, at, questions, replace=slot.replace),
    }
    if type(slot.at) not in finders:
        raise unfit(f"{slot.at} is geen plaats in Word", f"{slot.at} is no place in Word")
    found = finders[type(slot.at)](slot.at)
    targets = found if isinstance(found, tuple) else (found,)
    for target in targets:
        if not slot.replace:
            check_lock(target)
    return targets


def _with_lines(blank: Stretch, *, replace: bool) -> tuple[Target, ...]:
    """A blank, with the further lines to write on below it when they make way."""
    paragraph = next((above for above in (blank.parent, *blank.parent.iterancestors()) if is_a(above, "p")), None)
    lines = tuple(more_lines(paragraph)) if replace and paragraph is not None else ()
    return (blank, Clearing(lines)) if lines else (blank,)


def find_mirrors(form: Form, found: Iterable[tuple[Slot, Sequence[Target]]]) -> Iterator[tuple[Slot, Target]]:
    """The controls that show the same data as one that a slot fills, and that no slot fills itself.

    Word lets them follow as soon as it opens the file; every other reader would still see what was there.
    """
    filled = [
        (slot, control)
        for slot, targets in found
        if isinstance(slot, ValueSlot) and slot.markup == "text"
        for target in targets
        for control in target.claims
        if is_a(control, "sdt")
    ]
    taken = {control for _, control in filled}
    bound: dict[tuple[str, str], list[etree._Element]] = {}
    for control in form.controls:
        for key in data_keys(control):
            bound.setdefault(key, []).append(control)
    for slot, control in filled:
        for key in data_keys(control):
            for other in bound.get(key, ()):
                if other not in taken:
                    taken.add(other)
                    with suppress(Unresolved):  # a control that takes no text shows what Word puts there
                        yield slot, open_control(other)


def spare_what_is_taken(found: Iterable[tuple[Slot, Sequence[Target]]]) -> list[tuple[Slot, tuple[Target, ...]]]:
    """The places, where rows that repeat use up no blank row in which another slot fills something."""
    listed = [(slot, tuple(targets)) for slot, targets in found]
    taken: set[etree._Element] = set()
    for _, targets in listed:
        for target in targets:
            for element in (*target.claims, *target.exact):
                taken.update((element, *element.iterancestors(*names("tr"))))
    return [(slot, tuple(_keep_taken(target, taken) for target in targets)) for slot, targets in listed]


def _keep_taken(target: Target, taken: set[etree._Element]) -> Target:
    if not isinstance(target, Repeat) or not target.spare:
        return target
    free = list(takewhile(lambda rows: all(row.tr not in taken for row in rows), target.spare))
    return replace(target, spare=tuple(free))
