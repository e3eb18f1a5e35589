"""Reads from a form how a place wants its value: the list of a control, the format of a date, the length of a field."""

from __future__ import annotations

from lxml import etree

from ibndocs.office.word.dates import DUTCH
from ibndocs.office.word.fields import read_entries
from ibndocs.office.word.manners import Choice, Day, Figure, Limited, Manner, Portrait, Words
from ibndocs.office.word.targets import Blocks, Frame, Selection, Stretch, Target
from ibndocs.office.word.tree import attribute, child, is_a, names, value_at


def read_manner(target: Target, folder: str | None) -> Manner | None:
    """How a place shows a value, or None when it shows what comes.

    Args:
        target: The place.
        folder: Where pictures are looked for.
    """
    if isinstance(target, Frame):
        return Portrait(folder)
    if isinstance(target, Selection):
        return Choice(tuple((entry, entry) for entry in read_entries(target.field)))
    if isinstance(target, Stretch) and target.field is not None:
        return _read_field(target.field)
    if isinstance(target, Stretch | Blocks) and target.control is not None:
        return _read_control(target.control)
    return None


def _read_control(control: etree._Element) -> Manner | None:
    properties = child(control, "sdtPr")
    for item in properties if properties is not None else ():
        if is_a(item, "dropDownList", "comboBox"):
            return Choice(_read_list(item), is_open=is_a(item, "comboBox"))
        if is_a(item, "date"):
            picture, language = value_at(item, "dateFormat"), value_at(item, "lid")
            stored_as = value_at(item, "storeMappedDataAs")
            return Day(picture or "d/MM/yyyy", language or DUTCH, stored_as or "dateTime")
    return None


def _read_list(listed: etree._Element) -> tuple[tuple[str, str], ...]:
    """What is displayed and what is stored; an entry that stores nothing only asks to choose."""
    items = listed.iterchildren(*names("listItem"))
    entries = ((attribute(item, "displayText"), attribute(item, "value") or "") for item in items)
    return tuple((display or stored, stored) for display, stored in entries if stored)


def _read_field(begin: etree._Element) -> Manner | None:
    kind = value_at(begin, "ffData", "textInput", "type") or "regular"
    picture = value_at(begin, "ffData", "textInput", "format") or ""
    most = value_at(begin, "ffData", "textInput", "maxLength") or ""
    manner: Manner | None = None
    if kind == "number":
        manner = Figure(picture)
    elif kind == "date":
        manner = Day(picture or "d/MM/yyyy", DUTCH)
    elif picture or most:
        manner = Words(picture)
    if manner is not None and most.isdigit() and int(most) > 0:
        return Limited(manner, int(most))
    return manner
