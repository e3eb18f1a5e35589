"""Tags in the paragraphs of a tree: each one whole, in one text, as a mark.

Word spreads a typed tag over runs, spelling errors, bookmarks and links; here its letters come together in the text
where it begins, and the runs that are left with nothing go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.word.marks import Marks
from ibndocs.office.word.tags import CLOSINGS, Found, find_tags
from ibndocs.office.word.tree import XML_SPACE, child, is_a, names

_FARTHEST = 6
"""How many paragraphs one tag may be spread over."""


@dataclass(slots=True)
class _Piece:
    """A text of a paragraph, or an element that counts as one character of it."""

    element: etree._Element
    start: int
    text: str


def join_tags(root: etree._Element, marks: Marks) -> None:
    """Put a mark in the place of every tag in the paragraphs of `root`."""
    for paragraph in list(root.iter(*names("p"))):
        if paragraph.getparent() is not None:
            _join_paragraph(paragraph, marks)


def _join_paragraph(paragraph: etree._Element, marks: Marks) -> None:
    pieces = list(_read_pieces(paragraph))
    text = "".join(piece.text for piece in pieces)
    if "{" not in text and "}_}" not in text:
        return
    found = list(find_tags(text))
    if not found:
        return
    if found[-1].tag is None and _take_in_rest(paragraph, text[found[-1].start :]):
        _join_paragraph(paragraph, marks)
        return
    place = marks.places.describe(paragraph)
    for lone in [item for item in found if item.tag is None]:
        shown = text[lone.start : lone.start + 30]
        closing = CLOSINGS[shown[:2]]
        fault = ExpressionFault(
            "TPL01",
            Text(nl="wordt nergens gesloten", en="is never closed"),
            Text(nl=f"sluit de tag met {closing}", en=f"close the tag with {closing}"),
        )
        marks.blame(fault, shown, place)
    tags = [item for item in found if item.tag is not None]
    signs = [marks.add(item.tag, place) for item in tags if item.tag is not None]
    ends = [item.end for item in tags]
    for piece in pieces:
        first = bisect_right(ends, piece.start)
        last = first
        while last < len(tags) and tags[last].start < piece.start + len(piece.text):
            last += 1
        _write_piece(piece, tags[first:last], signs[first:last])


def _read_pieces(paragraph: etree._Element) -> Iterator[_Piece]:
    start = 0
    for element in walk_texts(paragraph):
        if is_a(element, "t"):
            text = element.text or ""
        elif is_a(element, "noBreakHyphen"):
            text = "-"
        else:
            text = " "
        yield _Piece(element, start, text)
        start += len(text)


def walk_texts(parent: etree._Element) -> Iterator[etree._Element]:
    """The texts, breaks and tabs of a paragraph itself, not of the text boxes in it."""
    for element in parent:
        if is_a(element, "t", "br", "cr", "tab", "noBreakHyphen"):
            yield element
        elif isinstance(element.tag, str) and not is_a(element, "p", "pPr", "rPr"):
            yield from walk_texts(element)


def _write_piece(piece: _Piece, tags: list[Found], signs: list[str]) -> None:
    """Write a piece anew, with the signs of the tags that it has letters of."""
    begin, end = piece.start, piece.start + len(piece.text)
    written, position = "", begin
    for tag, sign in zip(tags, signs, strict=True):
        written += piece.text[position - begin : max(tag.start, position) - begin]
        written += sign if begin <= tag.start else ""
        position = min(tag.end, end)
    if position == begin:
        return
    element = piece.element
    if is_a(element, "t"):
        element.text = written + piece.text[position - begin :]
        element.set(XML_SPACE, "preserve")
    else:
        element.text = None
    remove_if_empty(element)


def remove_if_empty(element: etree._Element) -> None:
    """Take a text without letters, or a break, away, and its run when that holds nothing more."""
    run = element.getparent()
    if run is None or element.text:
        return
    run.remove(element)
    if is_a(run, "r") and all(is_a(left, "rPr") for left in run):
        above = run.getparent()
        if above is not None:
            above.remove(run)


def _take_in_rest(paragraph: etree._Element, opening: str) -> bool:
    """Whether a tag left open in `paragraph` was closed in one of the next, which then are one with it."""
    following: list[etree._Element] = []
    text = opening
    sibling = paragraph.getnext()
    while sibling is not None and is_a(sibling, "p") and len(following) < _FARTHEST:
        following.append(sibling)
        text += " " + "".join(piece.text for piece in _read_pieces(sibling))
        first = next(find_tags(text))
        if first.tag is not None:
            if "{{" in first.tag.typed[2:] or "{%" in first.tag.typed[2:]:
                return False  # the closing of another tag
            for taken in following:
                merge_paragraphs(paragraph, taken)
            return True
        sibling = sibling.getnext()
    return False


def merge_paragraphs(target: etree._Element, source: etree._Element) -> bool:
    """Move what stands in `source` to the end of `target`; a paragraph that ends a section stays."""
    if child(target, "pPr", "sectPr") is not None or child(source, "pPr", "sectPr") is not None:
        return False
    target.extend([item for item in source if not is_a(item, "pPr")])
    parent = source.getparent()
    if parent is not None:
        parent.remove(source)
    return True
