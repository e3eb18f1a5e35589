"""What stands on a slide: every named shape, also in groups, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.slides.markup import path, place_child, q

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHART_DATA = path("a:graphic", "a:graphicData", "c:chart")
_TABLE_DATA = path("a:graphic", "a:graphicData", "a:tbl")
_SHAPES = {q(f"p:{name}") for name in ("sp", "pic", "cxnSp", "graphicFrame", "grpSp")}


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape and its name; of several with one name the second is also called `Name#2`."""

    name: str
    element: etree._Element

    @property
    def body(self) -> etree._Element | None:
        """Where its text stands."""
        return self.element.find(q("p:txBody"))

    @property
    def takes_text(self) -> bool:
        """Whether text can stand in it."""
        return self.element.tag == q("p:sp")

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.element.tag == q("p:pic")

    def open_body(self) -> etree._Element:
        """Where its text stands, made when it has none yet."""
        body = self.body
        if body is None:
            body = etree.Element(q("p:txBody"))
            for name in ("a:bodyPr", "a:lstStyle", "a:p"):
                etree.SubElement(body, q(name))
            place_child(self.element, body, ("p:extLst",))
        return body

    @property
    def table(self) -> etree._Element | None:
        """Its table."""
        return self.element.find(_TABLE_DATA)

    @property
    def chart(self) -> str | None:
        """The relationship id of its native chart."""
        element = self.element.find(_CHART_DATA)
        return None if element is None else element.get(q("r:id"))

    @property
    def placeholder(self) -> tuple[str, str] | None:
        """Type and index when it is a placeholder; both have defaults (`obj`, `0`)."""
        element = self.element.find(f"./*/{q('p:nvPr')}/{q('p:ph')}")
        return None if element is None else (element.get("type", "obj"), element.get("idx", "0"))


def list_shapes(root: etree._Element) -> list[Shape]:
    """The shapes of a slide, a layout, a master or a notes page."""
    tree = root.find(path("p:cSld", "p:spTree"))
    return [] if tree is None else [_name(element) for element in _walk(tree)]


def _walk(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in _SHAPES:
            yield element
            yield from _walk(element) if element.tag == q("p:grpSp") else ()
        elif element.tag == f"{_COMPATIBILITY}AlternateContent":
            # Only the choice is filled; a fallback is a picture for programs from before 2010.
            choice = element.find(f"{_COMPATIBILITY}Choice")
            yield from _walk(choice) if choice is not None else ()


def _name(element: etree._Element) -> Shape:
    properties = element.find(f"./*/{q('p:cNvPr')}")
    return Shape("" if properties is None else properties.get("name", ""), element)


def find_named(shapes: list[Shape], name: str) -> list[Shape]:
    """The shapes called `name`; `Name#2` is the second of that name."""
    found = [shape for shape in shapes if shape.name == name]
    stem, mark, number = name.rpartition("#")
    if not found and mark and number.isdecimal():
        same = [shape for shape in shapes if shape.name == stem]
        return same[int(number) - 1 : int(number)] if int(number) else []
    return found
