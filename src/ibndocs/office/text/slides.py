"""A PowerPoint presentation as text: slide by slide, in the order a screen reader reads it, with the notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.text.drawing import (
    add_address,
    describe_picture,
    read_chart,
    read_diagram,
    read_paragraphs,
    read_table,
)
from ibndocs.office.text.lines import flatten
from ibndocs.office.text.tree import Links, attribute, chosen, each, every, first, local, relation

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = {"title", "ctrTitle"}
_FURNITURE = {"sldNum", "sldImg", "hdr", "dt", "ftr"}


def read_presentation(package: Package) -> list[str]:
    """The lines of a presentation."""
    main = package.main_part
    links = Links(package, main)
    lines: list[str] = []
    for number, reference in enumerate(each(first(package.xml(main), "sldIdLst"), "sldId"), start=1):
        part = links.target(relation(reference))
        lines += _read_slide(package, part, number) if part else ["", f"--- dia {number}: [ontbreekt]"]
    return lines


def _read_slide(package: Package, part: str, number: int) -> Iterator[str]:
    root = package.xml(part)
    links = Links(package, part)
    shapes = list(_shapes(first(root, "cSld", "spTree")))
    title = next((shape for shape in shapes if _placeholder(shape) in _TITLES), None)
    hidden = " (verborgen)" if attribute(root, "show") in ("0", "false") else ""
    name = flatten(read_paragraphs(first(title, "txBody"), links)) if title is not None else ""
    yield ""
    yield f"--- dia {number}{hidden}: {name}".rstrip(": ")
    for shape in shapes:
        if shape is not title:
            yield from _read_shape(shape, links)
    for notes_part in links.parts("notesSlide")[:1]:
        notes = list(_read_notes(package, notes_part))
        if notes:
            yield from ["", "notities:", *notes]
    for comments_part in links.parts("comments"):
        for comment in package.xml(comments_part):
            words = flatten(item.text or "" for tag in ("t", "text") for item in every(comment, tag))
            if words:
                yield f"[opmerking] {words}"


def _shapes(tree: _Element | None) -> Iterator[_Element]:
    """The shapes of a slide, those of groups among them, in the order of the file, which is the reading order."""
    for shape in chosen(tree) if tree is not None else ():
        if local(shape) == "grpSp":
            yield from _shapes(shape)
        elif local(shape) in ("sp", "pic", "graphicFrame", "cxnSp"):
            yield shape


def _placeholder(shape: _Element) -> str:
    """The kind of placeholder a shape is; "" for any other shape."""
    holder = first(next(iter(shape), None), "nvPr", "ph")
    return attribute(holder, "type", "obj") if holder is not None else ""


def _read_shape(shape: _Element, links: Links) -> Iterator[str]:
    properties = first(next(iter(shape), None), "cNvPr")
    address = links.address(relation(first(properties, "hlinkClick")))
    if local(shape) == "pic":
        yield add_address(describe_picture(properties), address)
    elif local(shape) == "graphicFrame":
        yield from _read_frame(shape, links)
    else:
        lines = read_paragraphs(first(shape, "txBody"), links)
        yield from [*lines[:-1], add_address(lines[-1], address)] if lines else []


def _read_frame(frame: _Element, links: Links) -> Iterator[str]:
    """A table, chart, diagram or embedded object."""
    data = first(frame, "graphic", "graphicData")
    for item in chosen(data) if data is not None else ():
        kind = local(item)
        if kind == "tbl":
            yield from read_table(item, links)
        elif kind == "chart":
            yield from read_chart(links, relation(item))
        elif kind == "relIds":
            yield from read_diagram(links, relation(item, "dm"))
        elif kind == "oleObj":
            yield f"[ingesloten object: {attribute(item, 'progId')}]"


def _read_notes(package: Package, part: str) -> Iterator[str]:
    links = Links(package, part)
    for shape in _shapes(first(package.xml(part), "cSld", "spTree")):
        if local(shape) == "sp" and _placeholder(shape) not in _FURNITURE:
            yield from read_paragraphs(first(shape, "txBody"), links)
