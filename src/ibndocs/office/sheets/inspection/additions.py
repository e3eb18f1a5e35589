"""What lies on a sheet besides its cells: form controls, comments, charts and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ibndocs.office.faults import ExpressionFault
from ibndocs.office.outline import Item, Kind
from ibndocs.office.package import Package
from ibndocs.office.places import SheetCheckBox, SheetDropDown
from ibndocs.office.sheets.anchors import Anchors
from ibndocs.office.sheets.control_anchors import ControlAnchors
from ibndocs.office.sheets.controls import FormControl
from ibndocs.office.sheets.markup import local_name
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet, Workbook
from ibndocs.office.text.tree import whole

if TYPE_CHECKING:
    from lxml import etree

_TOP = Address(1, 1)
_KINDS = {"Checkbox": Kind.CHECK_BOX, "Drop": Kind.DROP_DOWN, "List": Kind.DROP_DOWN}


def list_additions(anchors: Anchors, controls: ControlAnchors, sheet: Sheet) -> Iterator[tuple[Address, Item]]:
    """All of it, each with the cell it lies on."""
    for control in controls.on(sheet):
        yield control.at or _TOP, _describe_control(anchors, controls, control)
    yield from _list_comments(anchors.workbook, sheet)
    yield from _list_drawn(anchors.workbook, sheet)


def _describe_control(anchors: Anchors, controls: ControlAnchors, control: FormControl) -> Item:
    caption = controls.caption(control)
    choices = anchors.choices.at(control.entries, control.sheet) if control.entries else None
    linked = controls.linked_cell(control)
    facts = {"type": "form control", "name": control.name}
    if control.kind == "Checkbox":
        facts["checked"] = "true" if control.state == "1" else "false"
    if linked is not None:
        facts["linked cell"] = str(linked)
    number = int(control.state) if control.state.isdigit() else 0
    return Item(
        kind=_KINDS.get(control.kind, Kind.CONTROL),
        label=caption or control.name,
        at=_find_place(controls, control, caption),
        where=(control.sheet.name,),
        text=choices[number - 1] if choices and 0 < number <= len(choices) else "",
        depth=1,
        choices=choices or (),
        facts=MappingProxyType(facts if control.kind in _KINDS else facts | {"type": control.kind}),
    )


def _find_place(controls: ControlAnchors, control: FormControl, caption: str) -> SheetCheckBox | SheetDropDown | None:
    """The shortest place by which exactly this control is found; None for one that takes no value."""
    if control.kind not in _KINDS:
        return None
    kind = SheetCheckBox if control.kind == "Checkbox" else SheetDropDown
    linked, alike = controls.linked_cell(control), len(controls.on(control.sheet))
    tries = [
        *(kind(words) for words in (caption, control.name) if words),
        *([kind(str(linked))] if linked else []),
        *(kind(words, control.sheet.name) for words in (caption, control.name) if words),
        *(kind(caption or control.name, control.sheet.name, nth) for nth in range(1, alike + 1)),
    ]
    for place in tries:
        try:
            found = controls.find(place)
        except ExpressionFault:
            continue
        if found == control:
            return place
    return None


def _list_comments(workbook: Workbook, sheet: Sheet) -> Iterator[tuple[Address, Item]]:
    package = workbook.package
    for part in package.related(sheet.part, "comments"):
        for comment in package.xml(part).iter("{*}comment"):
            at = Address.read(comment.get("ref", ""))
            words = " ".join("".join(text.text or "" for text in comment.iter("{*}t")).split())
            if at is not None:
                yield at, Item(Kind.COMMENT, str(at), where=(sheet.name,), text=words, depth=1)


def _list_drawn(workbook: Workbook, sheet: Sheet) -> Iterator[tuple[Address, Item]]:
    """Charts, by their title or their name, and pictures: they stay as they are."""
    package = workbook.package
    for drawing in package.related(sheet.part, "drawing"):
        parts = {rel.id: package.resolve(drawing, rel.target) for rel in package.relationships(drawing)}
        for drawn in package.xml(drawing).iter("{*}graphicFrame", "{*}pic"):
            properties = drawn.find("./*/{*}cNvPr")
            name = "" if properties is None else properties.get("name") or ""
            kind = Kind.PICTURE if local_name(drawn) == "pic" else Kind.CHART
            title = _read_title(package, parts, drawn)
            yield _corner(drawn), Item(kind, title or name, where=(sheet.name,), depth=1)


def _read_title(package: Package, parts: Mapping[str, str], drawn: etree._Element) -> str:
    chart = next(drawn.iter("{*}chart"), None)
    ids = [] if chart is None else [str(value) for key, value in chart.attrib.items() if str(key).endswith("}id")]
    part = parts.get(ids[0], "") if ids else ""
    title = package.xml(part).find("{*}chart/{*}title") if part in package else None
    return "" if title is None else " ".join("".join(text.text or "" for text in title.iter("{*}t")).split())


def _corner(drawn: etree._Element) -> Address:
    """The cell that something drawn begins in."""
    owner = drawn.getparent()
    corner = None if owner is None else owner.find("{*}from")
    if corner is None:
        return _TOP
    return Address(whole(corner.findtext("{*}col") or "") + 1, whole(corner.findtext("{*}row") or "") + 1)
