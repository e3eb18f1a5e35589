"""Finds the places that have a name of their own: content controls, bookmarks, legacy form fields."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.word.form import Form
from ibndocs.office.word.labels import not_found, pick, unfit
from ibndocs.office.word.targets import Blocks, Stretch, Target, Tick
from ibndocs.office.word.tree import (
    W14,
    attribute,
    child,
    is_a,
    is_fallback,
    make,
    names,
    through,
    value_at,
)

CONTROL = Text("inhoudsbesturingselement", "content control")
BOOKMARK = Text("bladwijzer", "bookmark")
_NO_TEXT = ("picture", "docPartObj", "docPartList", "citation", "bibliography", "equation", "group")


def find_controls(form: Form, name: str) -> tuple[Target, ...]:
    """Every content control with this tag; when there is none, with this alias."""
    for key in ("tag", "alias"):
        found = [sdt for sdt in form.every("sdt") if value_at(sdt, "sdtPr", key) == name]
        if found:
            return tuple(open_control(sdt) for sdt in found)
    raise not_found(CONTROL, name, form.control_names())


def is_check_box(sdt: etree._Element) -> bool:
    """Whether a content control is a check box."""
    properties = child(sdt, "sdtPr")
    return properties is not None and properties.find(f"{W14}checkbox") is not None


def open_control(sdt: etree._Element) -> Target:
    """The content of a control as a place to fill.

    Raises:
        Unresolved: It holds what a text cannot take the place of.
    """
    if is_check_box(sdt):
        return Tick(sdt)
    name = value_at(sdt, "sdtPr", "tag") or value_at(sdt, "sdtPr", "alias") or "?"
    properties = child(sdt, "sdtPr")
    if properties is not None and any(child(properties, kind) is not None for kind in _NO_TEXT):
        raise unfit(
            f"besturingselement '{name}' is er niet voor tekst",
            f"control '{name}' is not one for text",
        )
    inner = [value_at(other, "sdtPr", "tag") or "?" for other in sdt.iterdescendants(*names("sdt"))]
    if inner:
        listed = ", ".join(f"'{tag}'" for tag in inner[:6])
        raise unfit(
            f"besturingselement '{name}' bevat andere besturingselementen",
            f"control '{name}' holds other controls",
            Text(f"vul die binnenin: {listed}", f"fill those inside: {listed}"),
        )
    return _open_content(sdt, name)


def _open_content(sdt: etree._Element, name: str) -> Target:
    content = child(sdt, "sdtContent")
    if content is None:
        content = make(sdt, "sdtContent")
        sdt.append(content)
    if next(through(content, "tr", "tbl"), None) is not None:
        raise unfit(
            f"besturingselement '{name}' omvat tabelrijen",
            f"control '{name}' holds table rows",
            Text("gebruik {table: ..} of {rows: ..}", "use {table: ..} or {rows: ..}"),
        )
    cells = list(through(content, "tc"))
    if len(cells) == 1:
        return Blocks(cells[0], cell_blocks(cells[0]), sdt)
    if cells:
        raise unfit(f"besturingselement '{name}' omvat meer cellen", f"control '{name}' holds several cells")
    if next(through(content, "p"), None) is not None or not _stands_in_line(sdt):
        return Blocks(content, tuple(content), sdt)
    return Stretch(content, tuple(content), None, sdt)


def _stands_in_line(sdt: etree._Element) -> bool:
    above = next(above for above in sdt.iterancestors() if not is_a(above, "sdt", "sdtContent", "customXml", "ins"))
    return not is_a(above, "body", "tc", "tr", "tbl", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")


def cell_blocks(tc: etree._Element) -> tuple[etree._Element, ...]:
    """What stands in a cell, without the cell's properties."""
    return tuple(block for block in tc if not is_a(block, "tcPr"))


def find_bookmark(form: Form, name: str, nth: int | None) -> tuple[Target, ...]:
    """The result of the legacy field of that name, else the stretch that a bookmark marks."""
    fields = [begin for begin, field_name in legacy_fields(form) if field_name == name]
    if fields:
        return (open_field(pick(fields, nth, BOOKMARK, name, ())),)
    marks = [mark for mark in form.every("bookmarkStart") if not is_fallback(mark)]
    # Word takes capitals in the name of a bookmark for the same.
    found = [mark for mark in marks if attribute(mark, "name") == name] or [
        mark for mark in marks if (attribute(mark, "name") or "").casefold() == name.casefold()
    ]
    return (_open_bookmark(pick(found, nth, BOOKMARK, name, form.bookmark_names()), name),)


def _open_bookmark(start: etree._Element, name: str) -> Target:
    number = attribute(start, "id")
    marked: list[etree._Element] = []
    for element in start.itersiblings():
        if is_a(element, "bookmarkEnd") and attribute(element, "id") == number:
            break
        marked.append(element)
    else:
        if not is_a(start.getparent(), "p") or not _ends_soon(start, number):  # type: ignore[arg-type]
            raise unfit(
                f"bladwijzer '{name}' omvat meer dan een alinea",
                f"bookmark '{name}' spans more than one paragraph",
            )
    parent = start.getparent()
    assert parent is not None
    if any(is_a(element, "p", "tbl") for element in marked):
        blocks = tuple(element for element in marked if is_a(element, "p", "tbl", "sdt"))
        return Blocks(parent, blocks)
    kept = ("bookmarkStart", "bookmarkEnd", "pPr")
    return Stretch(parent, tuple(element for element in marked if not is_a(element, *kept)), start)


def _ends_soon(start: etree._Element, number: str | None) -> bool:
    """Whether a bookmark that goes on after its paragraph ends before any further text: Word marks a line so."""
    paragraph = start.getparent()
    assert paragraph is not None
    for element in paragraph.itersiblings():
        for inner in element.iter(*names("bookmarkEnd", "t", "tbl")):
            if is_a(inner, "bookmarkEnd"):
                if attribute(inner, "id") == number:
                    return True
            elif is_a(inner, "tbl") or inner.text:
                return False
    return False


def legacy_fields(form: Form) -> Iterator[tuple[etree._Element, str]]:
    """The begin of each legacy form field, with its name."""
    for begin in form.every("fldChar"):
        name = value_at(begin, "ffData", "name")
        if name:
            yield begin, name


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
