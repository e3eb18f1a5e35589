"""What a content control or a legacy form field is for: its kind, its choices, what stands in it.

Source: ECMA-376 part 1, 17.5.2 (structured document tags) and 17.16.17 (ffData); [MS-DOCX] 2.5.1, 2.5.4 (w14, w15).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ibndocs.office.outline import Kind
from ibndocs.office.word.controls import is_check_box
from ibndocs.office.word.sections import is_item, is_section
from ibndocs.office.word.tree import W14, attribute, child, names, text_of, value_at

Facts = dict[str, str]
_KINDS = {
    "dropDownList": (Kind.DROP_DOWN, "drop-down"),
    "comboBox": (Kind.DROP_DOWN, "combo box"),
    "date": (Kind.DATE, "date"),
    "picture": (Kind.PICTURE, "picture"),
    "text": (Kind.CONTROL, "plain text"),
    "richText": (Kind.CONTROL, "rich text"),
    "docPartList": (Kind.CONTROL, "building block"),
    "docPartObj": (Kind.CONTROL, "building block"),
    "citation": (Kind.CONTROL, "citation"),
    "bibliography": (Kind.CONTROL, "bibliography"),
    "equation": (Kind.CONTROL, "equation"),
    "group": (Kind.CONTROL, "group"),
}
_FIELD_TYPES = {"regular": "text", "currentDate": "date", "currentTime": "time", "calculated": "formula"}
_OFF = {"0", "false", "off"}


def read_control(sdt: etree._Element) -> tuple[Kind, tuple[str, ...], Facts]:
    """The kind of a content control, its choices, and what else there is to know about it."""
    kind, facts = _read_kind(sdt)
    for key, name in (("tag", "tag"), ("alias", "title"), ("lock", "lock")):
        value = value_at(sdt, "sdtPr", key)
        if value and value != "unlocked":
            facts[name] = value
    binding = child(sdt, "sdtPr", "dataBinding")
    if binding is not None:
        facts["binding"] = attribute(binding, "xpath") or ""
    if child(sdt, "sdtPr", "showingPlcHdr") is not None:
        facts["placeholder"] = "true"
    return kind, tuple(_read_choices(sdt)), facts


def _read_kind(sdt: etree._Element) -> tuple[Kind, Facts]:
    if is_check_box(sdt):
        box = next(sdt.iter(f"{W14}checkbox"))
        state = next((mark.get(f"{W14}val") for mark in box.iterchildren(f"{W14}checked")), None)
        return Kind.CHECK_BOX, {"checked": "true"} if state in {"1", "true"} else {}
    if is_section(sdt) or is_item(sdt):
        return Kind.REPEATING, {}
    for name, (kind, shown) in _KINDS.items():
        found = child(sdt, "sdtPr", name)
        if found is not None:
            facts = {"type": shown}
            style = value_at(found, "dateFormat") if kind is Kind.DATE else None
            return kind, facts | ({"format": style} if style else {})
    return Kind.CONTROL, {"type": "rich text"}


def _read_choices(sdt: etree._Element) -> Iterator[str]:
    for name in ("dropDownList", "comboBox"):
        found = child(sdt, "sdtPr", name)
        for entry in found.iterchildren(*names("listItem")) if found is not None else ():
            # The first entry often is the prompt, which has no value: it cannot be chosen.
            if attribute(entry, "value"):
                yield attribute(entry, "displayText") or attribute(entry, "value") or ""


def content_of(sdt: etree._Element) -> str:
    """What stands in a control, on one line."""
    content = child(sdt, "sdtContent")
    return " ".join(text_of(content).split()) if content is not None else ""


def read_field(begin: etree._Element) -> tuple[Kind, tuple[str, ...], Facts]:
    """The kind of a legacy form field, its choices, and what else there is to know about it."""
    data = child(begin, "ffData")
    assert data is not None
    facts = {key: value for key in ("name",) if (value := value_at(data, key))}
    for key, name in (("helpText", "help"), ("statusText", "hint")):
        if value := value_at(data, key):
            facts[name] = value
    box = child(data, "checkBox")
    if box is not None:
        mark = child(box, "checked")
        mark = mark if mark is not None else child(box, "default")
        ticked = mark is not None and attribute(mark, "val") not in _OFF
        return Kind.CHECK_BOX, (), facts | ({"checked": "true"} if ticked else {})
    entries = child(data, "ddList")
    if entries is not None:
        listed = (attribute(entry, "val") or "" for entry in entries.iterchildren(*names("listEntry")))
        return Kind.DROP_DOWN, tuple(listed), facts
    for key, name in (("maxLength", "max length"), ("default", "default"), ("format", "format")):
        value = value_at(data, "textInput", key)
        if value and value != "0":
            facts[name] = value
    kind = value_at(data, "textInput", "type")
    return Kind.FIELD, (), facts | ({"type": _FIELD_TYPES.get(kind, kind)} if kind else {})


def result_of(begin: etree._Element) -> str:
    """What a legacy form field shows, on one line; a drop-down that was never opened shows its first entry."""
    run = begin.getparent()
    if run is None:
        return ""
    words: list[str] = []
    depth, shown = 1, False
    for element in run.itersiblings():
        for mark in element.iter(*names("fldChar")):
            kind = attribute(mark, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            shown = shown or (kind == "separate" and depth == 1)
        if depth == 0:
            break
        if shown:
            words.append(text_of(element))
    return " ".join("".join(words).split())
