"""Form controls on sheets: check boxes, drop-down lists and the like, and the setting of them.

A control stands in three places: a `ctrlProp` part with its state (Excel 2010 and later), the VML drawing that every
Excel reads, and the cell it is linked to. All three are kept in step. Source: [MS-XLSX] 2.3.6 (formControlPr), ECMA-376
part 4, 19.4 (ClientData).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import Package
from ibndocs.office.sheets.draft import Draft
from ibndocs.office.sheets.markup import local_name
from ibndocs.office.sheets.references import Address
from ibndocs.office.sheets.workbook import Sheet, Workbook

if TYPE_CHECKING:
    from lxml import etree

_EXCEL = "urn:schemas-microsoft-com:office:excel"
ACTIVE_X = "ActiveX"
"""The kind of controls that only Excel itself can set: their state stands in a binary part."""
_KINDS = {"CheckBox": "Checkbox", "Drop": "Drop", "List": "List", "Radio": "Radio"}
_ON = ("1", "true", "Checked", "checked")


@dataclass(frozen=True, slots=True)
class FormControl:
    """One control.

    Attributes:
        kind: `Checkbox`, `Drop`, `List`, `Radio`, `Button`, `Label`, `GBox`... as VML names it, or `ActiveX`.
        caption: The words on it.
        name: As the sheet names it.
        sheet: Where it stands.
        at: The cell below its upper left corner.
        link: The cell that follows it, as a formula; "" for none.
        entries: Where the entries of a list stand, as a formula.
        state: `1` for a box that is ticked, the number of the chosen entry, "" for neither.
        properties: Its `ctrlProp` part; "" for none.
        drawing: The VML part that draws it; "" for none.
        shape: Its id there.
    """

    kind: str
    caption: str
    name: str
    sheet: Sheet
    at: Address | None = None
    link: str = ""
    entries: str = ""
    state: str = ""
    properties: str = ""
    drawing: str = ""
    shape: str = ""


def read_controls(workbook: Workbook, sheet: Sheet) -> Iterator[FormControl]:
    """The form controls of a sheet, in the order of the sheet; those that VML alone has (Excel 2007) come last."""
    package = workbook.package
    parts = {rel.id: package.resolve(sheet.part, rel.target) for rel in package.relationships(sheet.part)}
    drawn, texts = dict(_read_drawings(package, sheet)), dict(_read_texts(package, sheet))
    listed: set[str] = set()
    for element in package.xml(sheet.part).iter("{*}control"):
        shape = f"_x0000_s{element.get('shapeId', '')}"
        ids = [str(value) for key, value in element.attrib.items() if str(key).endswith("}id")]
        part = parts.get(ids[0], "") if ids else ""
        # The same control stands twice where older versions of Excel get a fallback.
        if shape in listed or not part:
            continue
        listed.add(shape)
        if not package.content_type(part).endswith("controlproperties+xml"):
            yield FormControl(ACTIVE_X, "", element.get("name", ""), sheet, drawn.get(shape, _Drawn()).at)
        else:
            box = drawn.get(shape, _Drawn())
            box = box if box.caption else replace(box, caption=texts.get(shape, ""))
            yield _make_control(sheet, element.get("name", ""), shape, box, (package.xml(part), part))
    for shape, box in drawn.items():
        if shape not in listed and box.kind not in ("Note", "Pict", ""):
            yield _make_control(sheet, box.name, shape, box)


def _make_control(
    sheet: Sheet, name: str, shape: str, box: _Drawn, properties: tuple[etree._Element, str] | None = None
) -> FormControl:
    """A control as its drawing has it; what its `ctrlProp` part says goes before."""
    told: dict[str, str] = {} if properties is None else {str(key): str(value) for key, value in properties[0].items()}
    kind, ticked = told.get("objectType", ""), "1" if told.get("checked") in _ON else ""
    return FormControl(
        kind=_KINDS.get(kind, kind) or box.kind,
        caption=box.caption,
        name=name,
        sheet=sheet,
        at=box.at,
        link=told.get("fmlaLink", box.link),
        entries=told.get("fmlaRange", box.entries),
        state=box.state if properties is None else told.get("sel", ticked),
        properties="" if properties is None else properties[1],
        drawing=box.part,
        shape=shape,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A control as the VML drawing has it."""

    kind: str = ""
    caption: str = ""
    name: str = ""
    at: Address | None = None
    link: str = ""
    entries: str = ""
    state: str = ""
    part: str = ""


def _read_drawings(package: Package, sheet: Sheet) -> Iterator[tuple[str, _Drawn]]:
    for part in package.related(sheet.part, "vmlDrawing"):
        try:
            root = package.xml(part)
        except FaultyInput:
            # Old versions of Excel wrote HTML into it; then there is nothing to be read or set.
            continue
        for data in root.iter(f"{{{_EXCEL}}}ClientData"):
            shape = data.getparent()
            if shape is not None:
                yield shape.get(_SPID) or shape.get("id") or "", _read_drawn(shape, data, part)


_SPID = "{urn:schemas-microsoft-com:office:office}spid"


def _read_drawn(shape: etree._Element, data: etree._Element, part: str) -> _Drawn:
    def text(name: str) -> str:
        return (data.findtext(f"{{{_EXCEL}}}{name}") or "").strip()

    box = shape.find("{urn:schemas-microsoft-com:vml}textbox")
    words = "" if box is None else " ".join("".join(str(piece) for piece in box.itertext()).split())
    return _Drawn(
        kind=data.get("ObjectType", ""),
        caption=words,
        name=shape.get("alt", "") or shape.get("id", ""),
        at=_read_corner(text("Anchor")),
        link=text("FmlaLink"),
        entries=text("FmlaRange"),
        state=text("Sel") or ("1" if text("Checked") in _ON else ""),
        part=part,
    )


def _read_corner(anchor: str) -> Address | None:
    """The upper left cell of an anchor: column, offset, row, offset, and the same of the lower right one, from 0."""
    numbers = [number.strip() for number in anchor.split(",")]
    if len(numbers) < 3 or not (numbers[0].isdigit() and numbers[2].isdigit()):
        return None
    return Address(int(numbers[0]) + 1, int(numbers[2]) + 1)


def _read_texts(package: Package, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The words of the shapes that newer versions of Excel draw for a control, by the id in the VML drawing."""
    for part in package.related(sheet.part, "drawing"):
        for twin in package.xml(part).iter("{*}compatExt"):
            shape = next((one for one in twin.iterancestors() if local_name(one) == "sp"), None)
            if shape is not None:
                words = "".join(element.text or "" for element in shape.iter("{*}t"))
                yield twin.get("spid", ""), " ".join(words.split())


def set_control(draft: Draft, control: FormControl, state: int) -> None:
    """Tick a box (1) or leave it open (0); choose the entry number `state` of a list, from 1.

    The cell that it is linked to is written by the caller, as any other cell.
    """
    if control.properties:
        root = draft.tree(control.properties)
        if control.kind == "Checkbox":
            if state:
                root.set("checked", "Checked")
            else:
                root.attrib.pop("checked", "")
        else:
            root.set("sel", str(state))
        draft.touch(control.properties)
    if control.drawing:
        for data in draft.tree(control.drawing).iter(f"{{{_EXCEL}}}ClientData"):
            shape = data.getparent()
            if shape is not None and control.shape in (shape.get(_SPID), shape.get("id")):
                _set_drawn(data, "Checked" if control.kind == "Checkbox" else "Sel", state)
                draft.touch(control.drawing)


def _set_drawn(data: etree._Element, name: str, state: int) -> None:
    from lxml import etree

    element = data.find(f"{{{_EXCEL}}}{name}")
    if name == "Checked" and not state:
        if element is not None:
            data.remove(element)
        return
    if element is None:
        element = etree.SubElement(data, f"{{{_EXCEL}}}{name}")
    element.text = str(state)
