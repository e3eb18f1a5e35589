"""Text of a template that looks like a tag and is none: a brace too few, a space between two, a merge field of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.word.joining import walk_texts
from ibndocs.office.word.marks import Marks
from ibndocs.office.word.tree import attribute, is_a, names

_BROKEN = re.compile(r"\{\s+[{%]\s*[^\s{}]|(?<!\})\}\}(?!\})|%\}|#\}")
_MERGE_FIELD = re.compile(r"\bMERGEFIELD\s+(\"[^\"]+\"|\S+)", re.IGNORECASE)
_SHOWN = 30


def warn_of_broken_tags(root: etree._Element, marks: Marks) -> None:
    """Note what a person most likely meant as a tag, once the real tags are marks."""
    for paragraph in root.iter(*names("p")):
        text = "".join(item.text or "" for item in walk_texts(paragraph) if is_a(item, "t"))
        broken = _BROKEN.search(text) if "{" in text or "}" in text else None
        if broken is not None:
            shown = marks.show(text[max(broken.start() - _SHOWN, 0) : broken.end() + _SHOWN]).strip()
            said = Text(nl=f"“{shown}” lijkt op een tag maar is er geen", en=f"“{shown}” looks like a tag but is none")
            marks.warn(said, marks.places.describe(paragraph, marks.show))
    for element, code in _field_codes(root):
        for field in _MERGE_FIELD.finditer(code):
            name = field[1].strip('"')
            said = Text(
                nl=f"samenvoegveld {name} wordt niet ingevuld: typ {{{{ {name} }}}}",
                en=f"merge field {name} is not filled in: type {{{{ {name} }}}}",
            )
            marks.warn(said, marks.places.describe(element, marks.show))


def _field_codes(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter(*names("instrText", "fldSimple")):
        yield element, (attribute(element, "instr") if is_a(element, "fldSimple") else element.text) or ""
