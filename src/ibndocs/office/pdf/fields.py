"""The fields of a Word part: their instructions, and the one of the page count (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ibndocs.office.word.tree import attribute, is_a, make, names, set_attribute

_PAGE_COUNT = re.compile(r"\bNUMPAGES\b", re.IGNORECASE)
_PLAIN_COUNT = re.compile(r"\s*NUMPAGES(?:\s+\\\*\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC))*\s*", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """One field.

    Attributes:
        marks: The elements that make it a field: `w:fldSimple`, or each `w:fldChar`.
        instructions: The `w:instrText` of a complex field.
        results: The `w:t` that show its result.
    """

    marks: list[etree._Element]
    instructions: list[etree._Element] = field(default_factory=list)
    results: list[etree._Element] = field(default_factory=list)

    @property
    def instruction(self) -> str:
        """What the field asks."""
        if is_a(self.marks[0], "fldSimple"):
            return attribute(self.marks[0], "instr") or ""
        return "".join(item.text or "" for item in self.instructions)

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals: `PAGE`, `NUMPAGES`, `HYPERLINK`."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def is_plain_count(self) -> bool:
        """Whether it asks for the number of pages, in plain digits."""
        return _PLAIN_COUNT.fullmatch(self.instruction) is not None

    def ask_page_of(self, bookmark: str) -> None:
        """Make a field that asks for the number of pages ask for the page of `bookmark`."""
        written = _PAGE_COUNT.sub(f"PAGEREF {bookmark}", self.instruction)
        if is_a(self.marks[0], "fldSimple"):
            set_attribute(self.marks[0], "instr", written)
        else:
            self.instructions[0].text = written
            for element in self.instructions[1:]:
                element.text = ""

    def become_text(self, text: str) -> None:
        """Make the field the plain `text`, in the looks of its result."""
        if not self.results:
            run = make(self.marks[0], "r")
            if is_a(self.marks[0], "fldSimple"):
                self.marks[0].append(run)
            else:
                run = _parent(self.marks[-1])
            self.results = [make(run, "t")]
            run.append(self.results[0])
        self.results[0].text = text
        for element in self.results[1:]:
            element.text = ""
        for element in (*self.instructions, *self.marks):
            parent = _parent(element)
            for child in element if is_a(element, "fldSimple") else ():
                element.addprevious(child)
            parent.remove(element)


def find_fields(root: etree._Element) -> Iterator[Field]:
    """The fields of a part; of nested fields the inner ones first."""
    yield from list(_find_fields(root))


def _find_fields(root: etree._Element) -> Iterator[Field]:
    around: list[Field] = []
    shown: list[bool] = []
    for element in root.iter(*names("fldSimple", "fldChar", "instrText", "t")):
        if is_a(element, "fldSimple"):
            yield Field([element], results=list(element.iter(*names("t"))))
        elif is_a(element, "instrText"):
            if around:
                around[-1].instructions.append(element)
        elif is_a(element, "t"):
            if around and shown[-1]:
                around[-1].results.append(element)
        else:
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                around.append(Field([element]))
                shown.append(False)
            elif around:
                around[-1].marks.append(element)
                shown[-1] = True
                if kind == "end":
                    shown.pop()
                    yield around.pop()


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None, "an element of a field stands within a part"
    return parent
