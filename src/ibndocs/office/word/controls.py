"""Finds content controls and opens what they hold."""

from __future__ import annotations

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Unresolved, not_found, pick, unfit
from ibndocs.office.places import Control
from ibndocs.office.word.form import Form
from ibndocs.office.word.targets import Blocks, Frame, Stretch, Target, Tick
from ibndocs.office.word.tree import BLIP, W14, child, is_a, make, names, through, value_at

CONTROL = Text("inhoudsbesturingselement", "content control")
_LOCKED = ("contentLocked", "sdtContentLocked")
_NO_TEXT = ("docPartObj", "docPartList", "citation", "bibliography", "equation", "group")


def find_controls(form: Form, place: Control) -> tuple[etree._Element, ...]:
    """Every content control with this tag or, when there is none, with this alias; only the `nth` when that is asked.

    Raises:
        Unresolved: There is none, or there are fewer than `nth`.
    """
    name = place.control
    if isinstance(name, int):
        return (pick(form.controls[name - 1 : name], place.nth, CONTROL, name, (f"1 .. {len(form.controls)}",)),)
    for named in form.once(name_controls):
        if found := named.get(name):
            return tuple(found) if place.nth is None else (pick(found, place.nth, CONTROL, name, ()),)
    raise not_found(CONTROL, name, form.control_names())


def name_controls(form: Form) -> tuple[dict[str, list[etree._Element]], dict[str, list[etree._Element]]]:
    """The content controls by their tags, and by their titles."""
    tags: dict[str, list[etree._Element]] = {}
    titles: dict[str, list[etree._Element]] = {}
    for sdt in form.controls:
        for key, found in (("tag", tags), ("alias", titles)):
            if name := value_at(sdt, "sdtPr", key):
                found.setdefault(name, []).append(sdt)
    return tags, titles


def check_lock(target: Target) -> None:
    """Make sure that a place is not in a control whose content the form locks.

    Raises:
        Unresolved: It is.
    """
    for above in (target.home, *target.claims, *target.home.iterancestors()):
        if locks_content(above):
            name = _name_of(above)
            raise Unresolved(
                "SLT17",
                Text(
                    f"het formulier vergrendelt wat in besturingselement '{name}' staat",
                    f"the form locks what control '{name}' holds",
                ),
                Text("zet 'replace: true' als het toch ingevuld moet", "set 'replace: true' to fill it all the same"),
            )


def locks_content(element: etree._Element) -> bool:
    """Whether an element is a control whose content nobody may change."""
    return is_a(element, "sdt") and value_at(element, "sdtPr", "lock") in _LOCKED


def _name_of(sdt: etree._Element) -> str:
    return value_at(sdt, "sdtPr", "tag") or value_at(sdt, "sdtPr", "alias") or "?"


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
    name = _name_of(sdt)
    properties = child(sdt, "sdtPr")
    if properties is not None and child(properties, "picture") is not None:
        if next(sdt.iter(BLIP), None) is None:
            raise unfit(f"besturingselement '{name}' heeft geen kader", f"control '{name}' has no frame")
        return Frame(sdt)
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
