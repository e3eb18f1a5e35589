"""The fields of a Word part: their instructions, and the one of the page count (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.word.tree import attribute, is_a, names, set_attribute

_PAGE_COUNT = re.compile(r"\bNUMPAGES\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the elements that hold its instruction, and the instruction itself."""

    elements: tuple[etree._Element, ...]
    instruction: str

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals: `PAGE`, `NUMPAGES`, `HYPERLINK`."""
        return (self.instruction.split() or [""])[0].upper()

    def ask_page_of(self, bookmark: str) -> None:
        """Make a field that asks for the number of pages ask for the page of `bookmark`."""
        written = _PAGE_COUNT.sub(f"PAGEREF {bookmark}", self.instruction)
        first, *others = self.elements
        if is_a(first, "fldSimple"):
            set_attribute(first, "instr", written)
        else:
            first.text = written
            for element in others:
                element.text = ""


def find_fields(root: etree._Element) -> Iterator[Field]:
    """The fields of a part; of nested fields the inner ones first."""
    open_fields: list[list[etree._Element]] = []
    for element in root.iter(*names("fldSimple", "fldChar", "instrText")):
        if is_a(element, "fldSimple"):
            yield Field((element,), attribute(element, "instr") or "")
        elif is_a(element, "instrText"):
            if open_fields:
                open_fields[-1].append(element)
        elif attribute(element, "fldCharType") == "begin":
            open_fields.append([])
        elif attribute(element, "fldCharType") == "end" and open_fields:
            elements = open_fields.pop()
            yield Field(tuple(elements), "".join(item.text or "" for item in elements))
