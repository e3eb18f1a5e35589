"""The contents list of a Word document: its entries get the numbers of the pages they lead to.

The list is a `TOC` field whose result holds a link per entry (ECMA-376 part 1, 17.16.5.68). A page number is written
as the result of a `PAGEREF` field behind a right tab, the way Word does; Word then has nothing to ask when it opens the
document, and renews the numbers with the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.word.tree import XML_SPACE, attribute, child, is_a, make, names, set_attribute

_NO_NUMBERS = re.compile(r'\s*\\n(?:\s+"?\d-\d"?)?')
_TWIPS_OF_A4 = 11906
_DEFAULT_MARGIN = 1440


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list of one document.

    Attributes:
        root: The main part.
        instructions: The instruction of the field, as the texts that hold it.
        links: The entries, each a `w:hyperlink` to a bookmark.
    """

    root: etree._Element
    instructions: tuple[etree._Element, ...]
    links: tuple[etree._Element, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        """The bookmarks that the entries lead to."""
        return tuple(attribute(link, "anchor") or "" for link in self.links)

    def write_numbers(self, pages: Mapping[str, int]) -> None:
        """Give every entry the page of its bookmark; one whose page is not known keeps what it has."""
        for instruction in self.instructions:
            instruction.text = _NO_NUMBERS.sub("", instruction.text or "")
        for link, anchor in zip(self.links, self.anchors, strict=True):
            if anchor in pages:
                _write_number(link, anchor, str(pages[anchor]))


def find_contents(root: etree._Element) -> Contents | None:
    """The contents list of a main part; None when it has none, or does not count its pages from one."""
    if any(attribute(number, "start") not in (None, "1") for number in root.iter(*names("pgNumType"))):
        return None
    instructions: list[etree._Element] = []
    links: list[etree._Element] = []
    for element, field in _walk_fields(root):
        if not any(_is_contents(texts) for texts in field):
            continue
        if is_a(element, "instrText") and _is_contents(field[-1]):
            instructions.append(element)
        elif is_a(element, "hyperlink") and attribute(element, "anchor"):
            links.append(element)
    return Contents(root, tuple(instructions), tuple(links)) if links else None


def number_contents(package: Package, pages: Mapping[str, int]) -> bytes | None:
    """The document in `package` with the page numbers of `pages`, by bookmark, in its contents list.

    None when it has no list, or the page of none of its entries is known.

    Raises:
        FaultyInput: The main part is missing or not well-formed.
    """
    main = package.main_part
    root = package.xml(main)
    contents = find_contents(root)
    if contents is None or pages.keys().isdisjoint(contents.anchors):
        return None
    contents.write_numbers(pages)
    return package.write({main: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def _walk_fields(root: etree._Element) -> Iterator[tuple[etree._Element, list[list[str]]]]:
    """Texts of instructions and links in order, each with the instructions of the fields around it."""
    around: list[list[str]] = []
    for element in root.iter(*names("fldChar", "instrText", "hyperlink")):
        kind = attribute(element, "fldCharType") if is_a(element, "fldChar") else None
        if kind == "begin":
            around.append([])
        elif kind == "end" and around:
            around.pop()
        elif kind is None:
            if is_a(element, "instrText") and around:
                around[-1].append(element.text or "")
            yield element, around


def _is_contents(texts: list[str]) -> bool:
    return "".join(texts).split()[:1] == ["TOC"]


def _write_number(link: etree._Element, anchor: str, number: str) -> None:
    shown = _find_number(link)
    if shown is None:
        _add_number(link, anchor, number)
    else:
        shown.text = number


def _find_number(link: etree._Element) -> etree._Element | None:
    """The text that shows the page number an entry has already."""
    asked = shown = False
    for element in link.iter(*names("instrText", "fldChar", "t")):
        if is_a(element, "instrText"):
            asked = asked or "PAGEREF" in (element.text or "")
        elif is_a(element, "fldChar"):
            shown = asked and attribute(element, "fldCharType") == "separate"
        elif shown:
            return element
    return None


def _add_number(link: etree._Element, anchor: str, number: str) -> None:
    def run(*content: etree._Element) -> etree._Element:
        return make(link, "r", *content)

    instruction = make(link, "instrText")
    instruction.set(XML_SPACE, "preserve")
    instruction.text = f" PAGEREF {anchor} \\h "
    shown = make(link, "t")
    shown.text = number
    link.append(run(make(link, "tab")))
    link.append(run(make(link, "fldChar", fldCharType="begin")))
    link.append(run(instruction))
    link.append(run(make(link, "fldChar", fldCharType="separate")))
    link.append(run(shown))
    link.append(run(make(link, "fldChar", fldCharType="end")))
    paragraph = next(link.iterancestors(*names("p")), None)
    if paragraph is not None:
        _set_right_tab(paragraph)


def _set_right_tab(paragraph: etree._Element) -> None:
    """A right tab with dots at the edge of the text; `w:tabs` stands where the order of CT_PPr wants it."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = make(paragraph, "pPr")
        paragraph.insert(0, properties)
    tabs = child(properties, "tabs")
    if tabs is None:
        tabs = make(paragraph, "tabs")
        before = names("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr")
        before += names("suppressLineNumbers", "pBdr", "shd")
        at = max((properties.index(item) + 1 for item in properties if item.tag in before), default=0)
        properties.insert(at, tabs)
    tab = make(paragraph, "tab", val="right", leader="dot")
    set_attribute(tab, "pos", str(_text_width(paragraph)))
    tabs.append(tab)


def _text_width(paragraph: etree._Element) -> int:
    """The width of the text where a paragraph stands, in twips: that of the section that ends after it."""
    blocks = chain([paragraph], *(block.itersiblings() for block in (paragraph, *paragraph.iterancestors())))
    section = next((found for block in blocks for found in block.iter(*names("sectPr"))), None)
    if section is None:
        return _TWIPS_OF_A4 - 2 * _DEFAULT_MARGIN
    size, margin = child(section, "pgSz"), child(section, "pgMar")
    width = _measure(size, "w", _TWIPS_OF_A4)
    for side in ("left", "right"):
        width -= _measure(margin, side, _DEFAULT_MARGIN)
    width -= _measure(margin, "gutter", 0)
    columns = child(section, "cols")
    count = max(_measure(columns, "num", 1), 1)
    return (width - (count - 1) * _measure(columns, "space", 720)) // count


def _measure(element: etree._Element | None, name: str, default: int) -> int:
    value = attribute(element, name) if element is not None else None
    return int(value) if value is not None and value.lstrip("-").isdigit() else default
