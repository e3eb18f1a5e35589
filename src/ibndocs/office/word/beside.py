"""The words printed beside a place that has none of its own: on its line, on the line above, in the cell beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ibndocs.office.labels import is_filler
from ibndocs.office.word.form import Form
from ibndocs.office.word.glyphs import only_glyph
from ibndocs.office.word.tree import attribute, child, is_a, names, text_of


def words_before(form: Form, place: etree._Element) -> str:
    """The last words on the line before `place`, those of another form field aside, else `words_near` its paragraph."""
    paragraph = next(place.iterancestors(*names("p")), None)
    if paragraph is None:
        return ""
    pieces = (" ".join(piece.split()) for piece in reversed(_read_up_to(paragraph, place)))
    return next((words for words in pieces if not is_filler(words)), "") or words_near(form, paragraph)


def _read_up_to(paragraph: etree._Element, place: etree._Element) -> list[str]:
    """The text before a place, cut at each form field."""
    pieces = [""]
    depth = 0
    for element in paragraph.iter(*names("t", "tab", "br", "fldChar")):
        if element is place:
            break
        if is_a(element, "fldChar"):
            kind = attribute(element, "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if child(element, "ffData") is not None:
                pieces.append("")
        elif not depth:
            pieces[-1] += element.text or "" if is_a(element, "t") else " "
    return pieces


def words_near(form: Form, paragraph: etree._Element) -> str:
    """The words on the line above, in a cell else those of the cell left of it or above it."""
    return next(_lines_above(paragraph), "") or words_of_cells(form, paragraph, left_first=True)


def words_of_cells(form: Form, paragraph: etree._Element, *, left_first: bool) -> str:
    """The words of the first cell beside or above that of a paragraph that has some."""
    tc = next(paragraph.iterancestors(*names("tc")), None)
    if tc is None or tc not in form.cells:
        return ""
    grid, row, cell = form.cells[tc]
    left, right = row.at(cell.start - 1), row.at(cell.start + cell.span)
    upper = grid.above(row)
    above = upper.at(cell.start) if upper is not None else None
    order = (left, above) if left_first else (right, left, above)
    said = (" ".join(text_of(one.tc).split()) for one in order if one is not None and only_glyph(one.tc) is None)
    return next((text for text in said if text), "")


def _lines_above(paragraph: etree._Element) -> Iterator[str]:
    for block in paragraph.itersiblings(*names("p"), preceding=True):
        if not is_filler(text := text_of(block)):
            yield " ".join(text.split())
