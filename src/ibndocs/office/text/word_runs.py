"""The text within one Word paragraph: runs, fields, links, tracked changes, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ibndocs.office.text.drawing import add_address, describe_picture, read_chart, read_diagram
from ibndocs.office.text.tree import (
    Links,
    attribute,
    chosen,
    each,
    every,
    first,
    is_on,
    local,
    relation,
    whole,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIXED = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "pgNum": "{PAGE}"}
_CHANGES = {"ins": ("{+", "+}"), "moveTo": ("{+", "+}"), "del": ("{-", "-}"), "moveFrom": ("{-", "-}")}
_INVISIBLE_FIELDS = {"XE", "TC", "RD", "SET", "TA", "ASK", "PRIVATE", ""}
_LINK_FIELD = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_TRANSPARENT = {
    "r", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "object"
}  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its code, and whether its result has begun."""

    code: str = ""
    in_result: bool = False
    legacy: _Element | None = None


@dataclass(slots=True)
class Runs:
    """Reads the paragraphs of one part; fields may run from one paragraph into the next.

    Attributes:
        links: The relationships of the part.
        read_blocks: Reads the paragraphs and tables within an element (for text boxes).
        anchored: Lines that follow the paragraph: text boxes, charts, diagrams. The reader takes them.
    """

    links: Links
    read_blocks: Callable[[_Element], list[str]]
    anchored: list[str] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, parent: _Element) -> str:
        """The text of everything within `parent`."""
        text = "".join(self._read_child(child) for child in chosen(parent))
        return text.replace("+}{+", "").replace("-}{-", "")

    def _read_child(self, element: _Element) -> str:  # noqa: PLR0911 - one answer for each kind of element
        kind = local(element)
        if kind in ("t", "delText"):
            return (element.text or "") if self._shows() else ""
        if kind in _TRANSPARENT:
            return self._read_simple_field(element) if kind == "fldSimple" else self.read(element)
        if kind in _CHANGES:
            text, (before, after) = self.read(element), _CHANGES[kind]
            return f"{before}{text}{after}" if text.strip() else text
        if kind in ("fldChar", "instrText"):
            return self._read_field(element, kind)
        if kind == "hyperlink":
            return add_address(self.read(element), self.links.address(relation(element)))
        if not self._shows():
            return ""
        if kind in ("drawing", "pict"):
            return self._read_drawing(element)
        if kind in ("oMath", "oMathPara"):
            return "".join(item.text or "" for item in every(element, "t"))
        return self._read_mark(element, kind)

    def _read_mark(self, element: _Element, kind: str) -> str:
        if kind == "br":
            return "\n[nieuwe pagina]\n" if attribute(element, "type") == "page" else "\n"
        if kind == "sym":
            return _read_symbol(element)
        if kind in ("footnoteReference", "endnoteReference", "commentReference"):
            letter = {"f": "", "e": "e", "c": "o"}[kind[0]]
            return f"[^{letter}{attribute(element, 'id')}]"
        if kind == "OLEObject":
            return f"[ingesloten object: {attribute(element, 'ProgID')}]"
        return _FIXED.get(kind, "")

    def _shows(self) -> bool:
        return all(item.in_result for item in self._fields)

    def _read_simple_field(self, element: _Element) -> str:
        return self.read(element) or _show_code(attribute(element, "instr"))

    def _read_field(self, element: _Element, kind: str) -> str:
        """Follow a complex field; what it shows is its result, or its code when it has none.

        Source: ECMA-376 part 1, 17.16.18.
        """
        if kind == "instrText":
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].code += element.text or ""
            return ""
        step = attribute(element, "fldCharType")
        if step == "begin":
            self._fields.append(_Field(legacy=first(element, "ffData")))
        elif step == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif step == "end" and self._fields:
            return self._close_field(self._fields.pop())
        return ""

    def _close_field(self, done: _Field) -> str:
        if not self._shows():
            return ""
        box = first(done.legacy, "checkBox")
        if box is not None:
            checked = first(box, "checked")
            return "[x]" if is_on(checked if checked is not None else first(box, "default")) else "[ ]"
        choices = first(done.legacy, "ddList")
        if choices is not None:
            entries = [attribute(entry, "val") for entry in each(choices, "listEntry")]
            index = whole(attribute(first(choices, "result"), "val"))
            return entries[index] if index < len(entries) else ""
        link = _LINK_FIELD.search(done.code) if done.in_result else None
        if link:
            return f" <{link[1]}>"
        return "" if done.in_result else _show_code(done.code)

    def _read_drawing(self, element: _Element) -> str:
        """A drawing: pictures stand in the line; text boxes, charts and diagrams come after the paragraph."""
        text = ""
        for item in _walk(element):
            kind = local(item)
            if kind in ("pic", "imagedata"):
                text += self._read_picture(element, item)
            elif kind == "txbxContent":
                outer, self._fields = self._fields, []
                lines = self.read_blocks(item)
                self._fields = outer
                self.anchored += [f"[tekstvak] {line}" for line in "\n".join(lines).split("\n") if line.strip()]
            elif kind == "chart":
                self.anchored += read_chart(self.links, relation(item))
            elif kind == "relIds":
                self.anchored += read_diagram(self.links, relation(item, "dm"))
        return text

    def _read_picture(self, drawing: _Element, picture: _Element) -> str:
        if local(picture) == "imagedata":
            parent = picture.getparent()
            alt = attribute(parent, "alt") or attribute(picture, "title")
            return f"[afbeelding: {alt}]" if alt else "[afbeelding]"
        outer = next(every(drawing, "docPr"), None)
        if not attribute(outer, "descr"):
            outer = next((item for item in every(picture, "cNvPr") if attribute(item, "descr")), outer)
        return describe_picture(outer)


def _walk(element: _Element) -> list[_Element]:
    """The descendants that say something, of alternatives the first only, not those within a text box."""
    found: list[_Element] = []
    for child in chosen(element):
        found.append(child)
        if local(child) != "txbxContent":
            found += _walk(child)
    return found


def _show_code(code: str) -> str:
    name = code.strip().partition(" ")[0].upper()
    return "" if name in _INVISIBLE_FIELDS else f"{{{name}}}"


def _read_symbol(element: _Element) -> str:
    """A symbol as its character, or by number where only its font knows what it looks like."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return f"[symbool {attribute(element, 'font')} {code:04X}]"
    return chr(code)
