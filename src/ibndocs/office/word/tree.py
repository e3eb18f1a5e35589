"""The few steps through a WordprocessingML tree that finding and filling a place need.

Transitional and Strict alike: a name is looked up in both namespaces, and a new element takes that of its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")


@lru_cache(maxsize=256)
def names(*local: str) -> tuple[str, ...]:
    """The full names of `w:` elements, in both namespaces."""
    return tuple(f"{{{space}}}{name}" for name in local for space in SPACES)


_TEXTS, _HYPHENS = frozenset(names("t")), frozenset(names("noBreakHyphen"))
_SPACES, _ENDS = frozenset(names("tab", "br", "cr", "ptab")), frozenset(names("p", "tc"))
FALLBACK = f"{COMPATIBILITY}Fallback"
_UNSEEN = {*names("del", "moveFrom", "txbxContent", "pPr", "rPr", "sdtPr"), FALLBACK}


def is_a(element: etree._Element, *local: str) -> bool:
    """Whether an element is one of these `w:` elements."""
    return element.tag in names(*local)


def child(element: etree._Element, *steps: str) -> etree._Element | None:
    """The first `w:` child along the steps, or None."""
    found: etree._Element | None = element
    for step in steps:
        if found is None:
            return None
        found = next(found.iterchildren(*names(step)), None)
    return found


def attribute(element: etree._Element, name: str) -> str | None:
    """A `w:` attribute."""
    return next((value for full in names(name) if (value := element.get(full)) is not None), None)


def set_attribute(element: etree._Element, name: str, value: str) -> None:
    """Set a `w:` attribute in the namespace of its element."""
    element.set(f"{{{etree.QName(element).namespace}}}{name}", value)


def value_at(element: etree._Element, *steps: str) -> str | None:
    """The `w:val` of the child along the steps, or None."""
    found = child(element, *steps)
    return attribute(found, "val") if found is not None else None


def make(like: etree._Element, name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """A new `w:` element in the namespace of `like`."""
    space = etree.QName(like).namespace
    element = like.makeelement(f"{{{space}}}{name}", nsmap={"w": str(space)})
    for key, value in attributes.items():
        element.set(f"{{{space}}}{key}", value)
    element.extend(children)
    return element


def through(parent: etree._Element, *local: str) -> Iterator[etree._Element]:
    """The children of these names, seen through content controls and other transparent wrappers."""
    for element in parent:
        if is_a(element, *local):
            yield element
        elif is_a(element, *WRAPPERS):
            yield from through(element, *local)


def text_of(element: etree._Element) -> str:
    """The text a reader sees; not that of text boxes, which stand apart, nor what a revision deleted."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for item in element:
        tag = item.tag
        if tag in _TEXTS:
            yield item.text or ""
        elif tag in _SPACES:
            yield " "
        elif tag in _HYPHENS:
            yield "-"
        elif tag not in _UNSEEN and isinstance(tag, str):
            yield from _pieces(item)
            if tag in _ENDS:
                yield " "


def is_fallback(element: etree._Element) -> bool:
    """Whether an element is the old-fashioned twin of a text box that the same part also holds in its new form."""
    return next(element.iterancestors(FALLBACK), None) is not None
