"""Finds controls that repeat: a repeating section with its items, or a control that is one item by itself.

Source: [MS-DOCX] 2.5.4 (w15:repeatingSection, w15:repeatingSectionItem).
"""

from __future__ import annotations

from lxml import etree

from ibndocs.office.labels import pick
from ibndocs.office.places import Control
from ibndocs.office.word.controls import CONTROL, find_controls
from ibndocs.office.word.form import Form
from ibndocs.office.word.targets import Region
from ibndocs.office.word.tree import child, is_a, through

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def is_section(sdt: etree._Element) -> bool:
    """Whether a control is a repeating section."""
    return _is_marked(sdt, "repeatingSection")


def is_item(sdt: etree._Element) -> bool:
    """Whether a control is an item of a repeating section."""
    return _is_marked(sdt, "repeatingSectionItem")


def _is_marked(sdt: etree._Element, name: str) -> bool:
    properties = child(sdt, "sdtPr")
    return properties is not None and properties.find(W15 + name) is not None


def find_whole(form: Form, place: Control) -> Region:
    """A control with all that is in it.

    Raises:
        Unresolved: There is no such control, or there are several and `nth` does not say which.
    """
    control = pick(find_controls(form, place), None, CONTROL, place.control, ())
    return Region((control,), _scope_of(control))


def find_items(form: Form, place: Control) -> Region:
    """The first item of a repeating section, before the others; a control that is none is an item itself.

    Raises:
        Unresolved: There is no such control, or there are several and `nth` does not say which.
    """
    control = find_whole(form, place).blocks[0]
    content = child(control, "sdtContent")
    if content is None or not is_section(control):
        return Region((control,), _scope_of(control))
    items = [item for item in content if is_item(item)]
    return Region((items[0],), _scope_of(items[0]), tuple(items[1:])) if items else Region((control,))


def _scope_of(control: etree._Element) -> str:
    content = child(control, "sdtContent")
    for scope in ("tr", "tc", "p"):
        if content is not None and next(through(content, scope), None) is not None:
            return scope
    above = control.getparent()
    while above is not None and is_a(above, "sdt", "sdtContent"):
        above = above.getparent()
    return "r" if above is not None and is_a(above, "p", "hyperlink", "ins", "smartTag") else "p"
