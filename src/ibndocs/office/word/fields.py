"""Finds legacy form fields and opens their results.

Source: ECMA-376 part 1, 17.16.17 (ffData) and 17.16.18 (fldChar).
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Index, fold, pick, unfit
from ibndocs.office.places import Field
from ibndocs.office.word.beside import words_before
from ibndocs.office.word.form import Form
from ibndocs.office.word.targets import Selection, Stretch, Target, Tick
from ibndocs.office.word.tree import attribute, child, is_a, make, names, value_at

FIELD = Text("formulierveld", "form field")
_OWN_RESULT = ("calculated", "calc", "currentDate", "currentTime")


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
    """The result of a legacy text field, its check box, or its drop-down list.

    Raises:
        Unresolved: It calculates its own result, or is broken.
    """
    if child(begin, "ffData", "checkBox") is not None:
        return Tick(begin)
    if child(begin, "ffData", "ddList") is not None:
        return Selection(begin)
    name = field_name(begin) or "?"
    if child(begin, "ffData", "textInput") is None:
        raise unfit(f"veld '{name}' is geen invulveld", f"field '{name}' is no field to fill in")
    if value_at(begin, "ffData", "textInput", "type") in _OWN_RESULT:
        raise unfit(f"veld '{name}' vult Word zelf in", f"field '{name}' is filled in by Word itself")
    return _open_result(begin, name)


def _open_result(begin: etree._Element, name: str) -> Stretch:
    run = _part_marks(begin)
    separate, result, end = _read_result(run)
    if end is None and _gather_lines(run):
        separate, result, end = _read_result(run)
    parent = run.getparent()
    if end is None or parent is None:
        raise unfit(f"veld '{name}' heeft geen einde", f"field '{name}' has no end")
    if separate is None:
        separate = make(run, "r", make(run, "fldChar", fldCharType="separate"))
        end.addprevious(separate)
    kept = ("bookmarkStart", "bookmarkEnd")
    return Stretch(parent, tuple(one for one in result if not is_a(one, *kept)), separate, field=begin)


def _part_marks(begin: etree._Element) -> etree._Element:
    """The run of the begin of a field; what follows the begin in it goes to a run of its own."""
    run = begin.getparent()
    assert run is not None
    later = [item for item in begin.itersiblings() if not is_a(item, "rPr")]
    properties = child(run, "rPr")
    for item in reversed(later):
        own = make(run, "r", *([deepcopy(properties)] if properties is not None else []), item)
        run.addnext(own)
    return run


def _read_result(run: etree._Element) -> tuple[etree._Element | None, list[etree._Element], etree._Element | None]:
    """The separator, the result and the end of a field that begins in a run, as far as its paragraph holds them."""
    separate: etree._Element | None = None
    result: list[etree._Element] = []
    depth = 1
    for element in run.itersiblings():
        for mark in element.iter(*names("fldChar")):
            kind = attribute(mark, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if kind == "separate" and depth == 1:
                separate = element
        if depth == 0:
            return separate, result, element
        if separate is not None and element is not separate:
            result.append(element)
    return separate, result, None


def _gather_lines(run: etree._Element) -> bool:
    """Bring a field whose result goes over several paragraphs into its first one; tells whether it ends anywhere."""
    first = run.getparent()
    assert first is not None
    depth, passed = _depth_of(run.itersiblings(), 1), []
    for paragraph in first.itersiblings():
        if not is_a(paragraph, "p") or child(paragraph, "pPr", "sectPr") is not None:
            return False
        passed.append(paragraph)
        for index, element in enumerate(paragraph):
            depth = _depth_of([element], depth)
            if depth == 0:
                first.extend(list(paragraph)[index:])
                for line in passed:
                    first.getparent().remove(line)  # type: ignore[union-attr]
                return True
    return False


def _depth_of(elements: Iterable[etree._Element], depth: int) -> int:
    for element in elements:
        for mark in element.iter(*names("fldChar")):
            kind = attribute(mark, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
    return depth


def open_list_result(begin: etree._Element) -> Stretch | None:
    """The text that a legacy drop-down list shows; Word keeps none, other programs do."""
    run = _part_marks(begin)
    separate, result, end = _read_result(run)
    parent = run.getparent()
    if separate is None or end is None or parent is None or not result:
        return None
    return Stretch(parent, tuple(result), separate, field=begin)


def read_entries(begin: etree._Element) -> tuple[str, ...]:
    """The entries of a legacy drop-down list."""
    listed = child(begin, "ffData", "ddList")
    entries = listed.iterchildren(*names("listEntry")) if listed is not None else ()
    return tuple(attribute(entry, "val") or "" for entry in entries)
