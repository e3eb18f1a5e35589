"""Finds the answer place below a heading or a question, and the part of the form that a heading stands over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Unresolved, is_filler, pick
from ibndocs.office.places import Under
from ibndocs.office.word.controls import open_control
from ibndocs.office.word.fields import open_field
from ibndocs.office.word.form import Form
from ibndocs.office.word.grid import Grid
from ibndocs.office.word.outline import Outline
from ibndocs.office.word.rooms import is_empty, open_cell
from ibndocs.office.word.targets import Blocks, Clearing, Gap, Region, Target
from ibndocs.office.word.tree import child, is_a, names, text_of, value_at

HEADING = Text("kop of vraag", "heading or question")
_THINGS = (
    *("drawing", "pict", "object", "br", "fldChar", "fldSimple", "footnoteReference", "sym", "hyperlink"),
    *("del", "moveFrom"),
)
_MARKS = ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")


def find_heading(form: Form, label: str, nth: int | None) -> etree._Element:
    """The heading or question paragraph that says `label`; headings go before other paragraphs."""
    found = form.paragraph_labels.match(label)
    headings = [paragraph for paragraph in found if form.outline.level(paragraph) is not None]
    return pick(headings or found, nth, HEADING, label, _candidates(form))


def _candidates(form: Form) -> Iterator[str]:
    return (text_of(paragraph) for _, paragraph in form.paragraphs)


def find_answer(
    form: Form, place: Under, others: frozenset[etree._Element], *, replace: bool = False
) -> tuple[Target, ...]:
    """The answer place: the first empty paragraph, control or boxed cell before the next heading.

    When there is none, the answer comes after what the form says under the heading.

    Args:
        form: The form.
        place: The heading or question.
        others: Paragraphs under which other slots answer; no answer place lies beyond them.
        replace: The paragraphs in which the form explains what to answer make way.
    """
    heading = find_heading(form, place.under, place.nth)
    target = open_answer(form, heading, others)
    told = tuple(_find_explanation(form, heading, target, others)) if replace else ()
    return (target, Clearing(told)) if told else (target,)


def _find_explanation(
    form: Form, heading: etree._Element, target: Target, others: frozenset[etree._Element]
) -> Iterator[etree._Element]:
    """The paragraphs of plain text between a heading and its answer place."""
    homes = {*target.claims, target.home, *target.home.iterancestors()}
    for block in following(heading):
        is_last = block in homes
        if is_last and not (isinstance(target, Gap) and block is target.after):
            return
        if not is_a(block, "p") or block in others or _is_next(form.outline, heading, block):
            return
        if text_of(block).strip() and next(block.iter(*names(*_THINGS, "sdt")), None) is None:
            yield block
        if is_last:
            return


def open_answer(form: Form, heading: etree._Element, others: frozenset[etree._Element]) -> Target:
    """The answer place below a heading or question; see `find_answer`."""
    last = heading
    for block in following(heading):
        if is_a(block, "p"):
            if block in others or _is_next(form.outline, heading, block):
                break
            found = _open_paragraph(block)
            if found is not None:
                return found
        elif is_a(block, "sdt"):
            if is_filler(text_of(block)) or child(block, "sdtPr", "showingPlcHdr") is not None:
                return open_control(block)
            break
        elif is_a(block, "tbl"):
            boxed = _open_box(block)
            if boxed is not None:
                return boxed
            break
        elif is_a(block, "sectPr"):
            break
        if is_a(block, *_MARKS):
            continue
        last = block
    return _open_neighbour(form, last) or Gap(last)


def _open_neighbour(form: Form, block: etree._Element) -> Target | None:
    """For a question that is alone in its cell: the empty cell below it or, failing that, right of it."""
    tc = block.getparent()
    if tc is None or not is_a(tc, "tc") or any(other is not block for other in tc.iterchildren(*names("p", "tbl"))):
        return None
    if tc not in form.cells:
        return None
    grid, row, cell = form.cells[tc]
    number = grid.number(row) + 1
    below = grid.rows[number].at(cell.start) if number < len(grid.rows) else None
    for beside in (below, row.at(cell.start + cell.span)):
        if beside is not None and not beside.merged_up and is_empty(beside.tc):
            return open_cell(beside.tc, replace=False)
    return None


def following(element: etree._Element) -> Iterator[etree._Element]:
    """The blocks after an element in its container, out of any control that ends with it."""
    yield from element.itersiblings()
    above = element.getparent()
    while above is not None and is_a(above, "sdtContent", "sdt", "customXml"):
        yield from above.itersiblings()
        above = above.getparent()


def _is_next(outline: Outline, heading: etree._Element, block: etree._Element) -> bool:
    """Whether a paragraph starts something else: a heading, a section break, a page break, a like question."""
    if outline.level(block) is not None or child(block, "pPr", "sectPr") is not None:
        return True
    if not is_filler(text_of(block)):
        return outline.level(heading) is None and _look(block) == _look(heading)
    return next(block.iter(*names("br")), None) is not None


def _look(paragraph: etree._Element) -> tuple[object, ...]:
    run = next(iter(paragraph.iter(*names("r"))), None)
    bold = italic = False
    if run is not None:
        bold, italic = (_is_on(run, kind) for kind in ("b", "i"))
    return (value_at(paragraph, "pPr", "pStyle"), child(paragraph, "pPr", "numPr") is not None, bold, italic)


def _is_on(run: etree._Element, kind: str) -> bool:
    found = child(run, "rPr", kind)
    return found is not None and value_at(run, "rPr", kind) not in {"0", "false", "off"}


def _open_paragraph(paragraph: etree._Element) -> Target | None:
    """An empty paragraph or a line to write on, or the control that is all there is in it."""
    controls = list(paragraph.iterdescendants(*names("sdt")))
    if len(controls) == 1 and is_filler(text_of(paragraph).replace(text_of(controls[0]), "", 1)):
        shows_placeholder = child(controls[0], "sdtPr", "showingPlcHdr") is not None
        if shows_placeholder or is_filler(text_of(controls[0])):
            return open_control(controls[0])
    fields = [mark for mark in paragraph.iter(*names("fldChar")) if child(mark, "ffData", "textInput") is not None]
    if len(fields) == 1 and not controls:
        return _open_lone_field(paragraph, fields[0])
    if controls or not is_blank(paragraph):
        return None
    parent = paragraph.getparent()
    assert parent is not None
    lines = [paragraph]
    if text_of(paragraph).strip():
        lines.extend(more_lines(paragraph))
    return Blocks(parent, tuple(lines), prose=True)


def _open_lone_field(paragraph: etree._Element, begin: etree._Element) -> Target | None:
    """The text field that is all there is in a paragraph; its result may go on in the next ones."""
    with suppress(Unresolved):
        target = open_field(begin)
        inside = "".join(text_of(element) for element in target.claims)
        if is_filler(text_of(paragraph).replace(inside, "", 1)):
            return target
    return None


def more_lines(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs right below that are lines to write on too."""
    for block in paragraph.itersiblings():
        if not is_a(block, "p") or not is_blank(block) or not text_of(block).strip():
            return
        yield block


def is_blank(paragraph: etree._Element) -> bool:
    """Whether a paragraph has no text but dots to write on, and nothing else to see."""
    return is_filler(text_of(paragraph)) and next(paragraph.iter(*names(*_THINGS)), None) is None


def _open_box(table: etree._Element) -> Target | None:
    """The cell of a table that is only a frame to write in."""
    grid = Grid(table)
    cells = [cell for row in grid.rows for cell in row.cells]
    if len(cells) != 1:
        return None
    return open_cell(cells[0].tc, replace=False) if is_empty(cells[0].tc) else None


def find_section(form: Form, label: str, nth: int | None) -> Region:
    """A heading with all blocks up to the next heading of its level or higher."""
    heading = find_heading(form, label, nth)
    level = form.outline.level(heading)
    blocks = [heading]
    for block in heading.itersiblings():
        if is_a(block, "sectPr") or child(block, "pPr", "sectPr") is not None:
            break
        other = form.outline.level(block) if is_a(block, "p") else None
        if other is not None and (level is None or other <= level):
            break
        blocks.append(block)
    return Region(tuple(blocks))
