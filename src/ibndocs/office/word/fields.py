"""Finds legacy form fields and opens their results.

Source: ECMA-376 part 1, 17.16.17 (ffData) and 17.16.18 (fldChar).
"""

from __future__ import annotations

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.places import Field
from ibndocs.office.word.beside import words_before
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import Index, fold, pick, unfit
from ibndocs.office.word.targets import Stretch, Target, Tick
from ibndocs.office.word.tree import attribute, child, is_a, make, names, value_at

FIELD = Text("formulierveld", "form field")


def find_field(form: Form, place: Field) -> etree._Element:
    """The begin of the field of that name, else of the one after these words, else of that number."""
    name = place.field
    if isinstance(name, int):
        return pick(form.fields[name - 1 : name], place.nth, FIELD, name, (f"1 .. {len(form.fields)}",))
    found = form.once(name_fields).get(name) or form.once(label_fields).match(name)
    known = (words for begin in form.fields for words in (field_name(begin), field_label(form, begin)))
    return pick(found, place.nth, FIELD, name, known)


def name_fields(form: Form) -> dict[str, list[etree._Element]]:
    """The begins of the form fields by their names."""
    named: dict[str, list[etree._Element]] = {}
    for begin in form.fields:
        if name := field_name(begin):
            named.setdefault(name, []).append(begin)
    return named


def label_fields(form: Form) -> Index[etree._Element]:
    """The begins of the form fields by the words before them."""
    return Index((fold(field_label(form, begin)), begin) for begin in form.fields)


def field_name(begin: etree._Element) -> str:
    """The name of a form field; many have none."""
    return value_at(begin, "ffData", "name") or ""


def field_label(form: Form, begin: etree._Element) -> str:
    """The words printed before a form field."""
    return words_before(form, begin)


def open_field(begin: etree._Element) -> Target:
    """The result of a legacy text field, or its check box.

    Raises:
        Unresolved: It is a drop-down list, or broken.
    """
    if child(begin, "ffData", "checkBox") is not None:
        return Tick(begin)
    name = value_at(begin, "ffData", "name") or "?"
    if child(begin, "ffData", "textInput") is None:
        raise unfit(f"veld '{name}' is geen tekstveld", f"field '{name}' is no text field")
    run = begin.getparent()
    assert run is not None
    parent = run.getparent()
    result: list[etree._Element] = []
    separate: etree._Element | None = None
    depth = 1
    for element in run.itersiblings():
        for mark in element.iter(*names("fldChar")):
            kind = attribute(mark, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if kind == "separate" and depth == 1:
                separate = element
        if depth == 0 and parent is not None:
            if separate is None:
                separate = make(run, "r", make(run, "fldChar", fldCharType="separate"))
                element.addprevious(separate)
            kept = ("bookmarkStart", "bookmarkEnd")
            return Stretch(parent, tuple(one for one in result if not is_a(one, *kept)), separate)
        if separate is not None and element is not separate:
            result.append(element)
    raise unfit(f"veld '{name}' eindigt niet in zijn alinea", f"field '{name}' does not end in its paragraph")
