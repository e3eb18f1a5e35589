"""Block tags with a dash: `{%- … -%}` makes one line of what a person wrote on several, to keep it readable.

The end of a paragraph and a typed line break both go; inside a line the dash trims white space, as in Jinja.
"""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from ibndocs.office.word.joining import merge_paragraphs, remove_if_empty, walk_texts
from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.tags import Kind
from ibndocs.office.word.tree import attribute, is_a, names


def join_dashes(root: etree._Element, marks: Marks) -> None:
    """Take away the ends of paragraphs and the line breaks that block tags with a dash touch."""
    if not any(mark.trims_before or mark.trims_after for mark in marks.marks):
        return
    for paragraph in list(root.iter(*names("p"))):
        if paragraph.getparent() is None:
            continue
        _join_lines(paragraph, marks)
        first = _edge_mark(_text_of(paragraph), marks, at_end=False)
        current = paragraph
        if first is not None and first.trims_before:
            before = paragraph.getprevious()
            if before is not None and is_a(before, "p") and merge_paragraphs(before, paragraph):
                first.trims_before = False
                current = before
        while (last := _edge_mark(_text_of(current), marks, at_end=True)) is not None and last.trims_after:
            after = current.getnext()
            if after is None or not is_a(after, "p") or not merge_paragraphs(current, after):
                break
            last.trims_after = False


def _join_lines(paragraph: etree._Element, marks: Marks) -> None:
    lines: list[list[etree._Element]] = [[]]
    breaks: list[etree._Element] = []
    for element in walk_texts(paragraph):
        if is_a(element, "t"):
            lines[-1].append(element)
        elif is_a(element, "cr") or (is_a(element, "br") and attribute(element, "type") in (None, "textWrapping")):
            breaks.append(element)
            lines.append([])
    if not breaks:
        return
    texts = ["".join(text.text or "" for text in line) for line in lines]
    for element, (before, after) in zip(breaks, pairwise(texts), strict=True):
        last, first = _edge_mark(before, marks, at_end=True), _edge_mark(after, marks, at_end=False)
        joined = False
        if last is not None and last.trims_after:
            last.trims_after, joined = False, True
        if first is not None and first.trims_before:
            first.trims_before, joined = False, True
        if joined:
            remove_if_empty(element)


def _text_of(paragraph: etree._Element) -> str:
    return "".join(item.text or "" for item in walk_texts(paragraph) if is_a(item, "t"))


def _edge_mark(text: str, marks: Marks, *, at_end: bool) -> Mark | None:
    """The block tag with which a text begins or ends."""
    text = text.strip()
    found = list(marks.pattern.finditer(text))
    if not found:
        return None
    edge = found[-1] if at_end else found[0]
    touches = edge.end() == len(text) if at_end else edge.start() == 0
    mark = marks.marks[int(edge[1])]
    return mark if touches and mark.tag.kind is Kind.BLOCK and not mark.tag.scope else None
