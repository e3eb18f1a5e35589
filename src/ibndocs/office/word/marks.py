"""Marks: what stands in a tree, and in its XML, where a tag will come.

A mark is a number between two characters of a private use area that the part itself does not use, so that a tree
with marks is an ordinary tree, and its XML can be cut at the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.budget import refuse
from ibndocs.office.faults import ExpressionFault, locate_fault
from ibndocs.office.word.places import Places
from ibndocs.office.word.tags import Tag

MAX_TAGS = 20_000
"""In one part: to compile each takes a tenth of a millisecond and ten kilobytes."""
_PRIVATE_USE = range(0xE000, 0xF8FF)


PLAIN = "_plain"
"""The filter that writes a value where no line break can stand: in an attribute, in a field code."""


@dataclass(slots=True)
class Mark:
    """One tag in its place.

    Attributes:
        trims_before: White space of the text before it goes.
        trims_after: White space of the text after it goes.
        filter: The filter that writes its value; "" in the text of a run.
        attribute: For a mark in an attribute, a name for that attribute, unique in its part.
        properties: For a `{{p }}` or `{{r }}` tag, the XML of the properties of its paragraph and of its run.
        sign: What stands for it in the tree.
    """

    tag: Tag
    place: Text
    trims_before: bool = False
    trims_after: bool = False
    filter: str = ""
    attribute: str = ""
    properties: tuple[str, str] | None = None
    sign: str = ""


@dataclass(slots=True)
class Marks:
    """The marks of one part, and the faults found on the way; `pattern` finds a mark, its group is the number."""

    places: Places
    spot: Spot
    signs: tuple[str, str]
    pattern: re.Pattern[str]
    marks: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, root: etree._Element, part: str, spot: Spot) -> Marks:
        """No marks yet in the tree of `part`."""
        text = "".join(map(str, root.itertext())) + "".join(
            str(value) for element in root.iter("*") for value in element.attrib.values()
        )
        used = set(text)
        free = (chr(code) for code in _PRIVATE_USE if chr(code) not in used)
        signs = (next(free), next(free))
        return cls(Places(root, part), spot, signs, re.compile(f"{signs[0]}(\\d+){signs[1]}"))

    def add(self, tag: Tag, place: Text, *, writer: str = "", attribute: str = "") -> str:
        """The sign that stands for `tag`; its value is written by the filter `writer`.

        Raises:
            FaultyInput: `TPL11`: there are more tags than any document has.
        """
        if len(self.marks) == MAX_TAGS:
            fault = refuse(f"het sjabloon telt meer dan {MAX_TAGS} tags", f"the template has more than {MAX_TAGS} tags")
            raise FaultyInput([locate_fault(fault, self.spot, tag.typed, place)])
        sign = f"{self.signs[0]}{len(self.marks)}{self.signs[1]}"
        mark = Mark(tag, place, tag.joins_before, tag.joins_after, writer, attribute, sign=sign)
        self.marks.append(mark)
        return sign

    def find(self, text: str | None) -> list[Mark]:
        """The marks in `text`."""
        if not text or self.signs[0] not in text:
            return []
        return [self.marks[int(number)] for number in self.pattern.findall(text)]

    def show(self, text: str) -> str:
        """`text` with each mark as the tag that was typed."""
        return self.pattern.sub(lambda sign: self.marks[int(sign[1])].tag.typed, text)

    def count_depth(self, text: str | None) -> int:
        """How many blocks more are opened than closed by the marks in `text`."""
        return sum(mark.tag.depth for mark in self.find(text))

    def blame(self, fault: ExpressionFault, tag: str, place: Text) -> None:
        """Note a fault of a tag."""
        self.findings.append(locate_fault(fault, self.spot, tag, place))

    @property
    def has_faults(self) -> bool:
        """Whether a tag was blamed."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def warn(self, text: Text, place: Text) -> None:
        """Note something that is allowed but hardly meant."""
        message = Text(nl=f"{place.nl}: {text.nl}", en=f"{place.en}: {text.en}")
        self.findings.append(Finding("TPL10", Severity.WARNING, message, spot=self.spot))
