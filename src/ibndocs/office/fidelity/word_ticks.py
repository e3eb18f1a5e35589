"""The boxes and lists of a Word part that are ticked or chosen: controls, legacy fields, characters."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.fidelity.report import Change, Fidelity
from ibndocs.office.fidelity.word_text import BOX, Places
from ibndocs.office.word.tree import W14, attribute, child, is_a, is_fallback, names, value_at

_TICKED = "☑☒■◼"
_BOXES = f"{_TICKED}{BOX}□◻▢"


def compare_ticks(form: etree._Element, filled: etree._Element, places: Places, report: Fidelity) -> None:
    """Count the boxes and lists of a part that changed; where places are known, tell those that no slot ticks."""
    before, after = list(_read_states(form)), list(_read_states(filled))
    if len(before) != len(after):
        report.answered += abs(len(after) - len(before))  # rows with boxes in them came or went
        return
    for (box, state), (_, now) in zip(before, after, strict=True):
        if state == now:
            continue
        if places.known and box not in places.ticks:
            place = Text(f"aankruisvak of keuzelijst ({_name(box)})", f"check box or list ({_name(box)})")
            report.differ(Change.ALTERED, place, state, now)
        else:
            report.answered += 1


def _read_states(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter(*names("sdt", "fldChar", "t")):
        if is_fallback(element):
            continue
        if is_a(element, "sdt"):
            box = element.find(f"./{{*}}sdtPr/{W14}checkbox")
            if box is not None:
                checked = box.find(f"{W14}checked")
                yield element, _on(None if checked is None else checked.get(f"{W14}val", "1"))
        elif is_a(element, "t"):
            if not _is_drawn_by_control(element):
                for character in element.text or "":
                    if character in _BOXES:
                        yield element, _on("1" if character in _TICKED else "0")
        elif (data := child(element, "ffData")) is not None:
            box, listed = child(data, "checkBox"), child(data, "ddList")
            if box is not None:
                state = child(box, "checked") if child(box, "checked") is not None else child(box, "default")
                yield element, _on("0" if state is None else attribute(state, "val") or "1")
            elif listed is not None:
                yield element, value_at(listed, "result") or "0"


def _on(value: str | None) -> str:
    return BOX if value in (None, "0", "false", "off") else "☒"


def _is_drawn_by_control(element: etree._Element) -> bool:
    return any(sdt.find(f"./{{*}}sdtPr/{W14}checkbox") is not None for sdt in element.iterancestors(*names("sdt")))


def _name(box: etree._Element) -> str:
    data = child(box, "ffData")
    return (value_at(box, "sdtPr", "tag") or (value_at(data, "name") if data is not None else None)) or "☐"
