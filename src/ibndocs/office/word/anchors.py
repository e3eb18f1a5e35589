"""Finds the places that slots name in a Word form; what cannot be found says why and what is near."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ibndocs.office import places
from ibndocs.office.slots import DropSlot, RepeatSlot, RowsSlot, Slot, ValueSlot
from ibndocs.office.word.answers import find_answer, find_heading, find_section
from ibndocs.office.word.boxes import find_check_box
from ibndocs.office.word.controls import find_bookmark, find_controls
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import Unresolved, unfit
from ibndocs.office.word.rooms import make_room
from ibndocs.office.word.tables import find_cell, find_rows, find_table
from ibndocs.office.word.targets import Region, Target
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
        if isinstance(slot.at, places.WholeTable):
            return (Region((find_table(form, slot.at.table).table,)),)
    raise unfit(f"{slot.at} is geen plaats in Word", f"{slot.at} is no place in Word")


def _find_value(form: Form, slot: ValueSlot, questions: frozenset[etree._Element]) -> tuple[Target, ...]:
    match slot.at:
        case places.Control(name):
            return find_controls(form, name)
        case places.Bookmark(name, nth):
            return find_bookmark(form, name, nth)
        case places.Placeholder():
            return find_words(form, slot.at)
        case places.CheckBox():
            return (find_check_box(form, slot.at),)
        case places.TableCell():
            return (find_cell(form, slot.at, replace=slot.replace),)
        case places.Under(label, nth):
            return (find_answer(form, label, nth, questions),)
    raise unfit(f"{slot.at} is geen plaats in Word", f"{slot.at} is no place in Word")
