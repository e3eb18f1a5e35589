"""How much room a place gives: an empty cell, a cell of a row that repeats, a line that may grow into paragraphs."""

from __future__ import annotations

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import Unresolved, is_filler, unfit
from ibndocs.office.slots import Markup
from ibndocs.office.word.controls import cell_blocks, open_control
from ibndocs.office.word.fields import open_field
from ibndocs.office.word.glyphs import only_glyph
from ibndocs.office.word.targets import Blocks, Frame, Selection, Single, Stretch, Target, Tick
from ibndocs.office.word.tree import child, is_a, names, text_of
from ibndocs.office.word.words import isolate

_THINGS = ("tbl", "drawing", "pict", "object")


def is_empty(tc: etree._Element) -> bool:
    """Whether a cell waits for an answer: nothing in it, or one control that shows its placeholder."""
    controls = list(tc.iter(*names("sdt")))
    if len(controls) == 1 and child(controls[0], "sdtPr", "showingPlcHdr") is not None:
        return is_filler(text_of(tc).replace(text_of(controls[0]), "", 1))
    return not controls and is_filler(text_of(tc)) and next(tc.iter(*names(*_THINGS)), None) is None


def open_cell(tc: etree._Element, *, replace: bool) -> Target:
    """The place in a table cell: its only control, field or check box, else all that stands in it.

    Raises:
        Unresolved: The form has something of its own there and `replace` is not set.
    """
    if replace:
        return Blocks(tc, cell_blocks(tc))
    controls = list(tc.iterdescendants(*names("sdt")))
    fields = [begin for begin in tc.iter(*names("fldChar")) if child(begin, "ffData") is not None]
    if len(controls) + len(fields) > 1:
        raise unfit(
            "de cel bevat meer dan een besturingselement of veld",
            "the cell holds several controls or fields",
            Text("wijs ze aan met {control: ..} of {bookmark: ..}", "name them with {control: ..} or {bookmark: ..}"),
        )
    box = only_glyph(tc) if not controls and not fields else None
    if box is not None:
        element, offset = box
        if is_a(element, "t"):
            isolate(element, offset, offset + 1)
        return Tick(element)
    text = text_of(tc).replace(text_of(controls[0]), "", 1) if controls else text_of(tc)
    if fields or (controls and is_filler(text)):
        return open_control(controls[0]) if controls else open_field(fields[0])
    if not is_filler(text):
        shown = " ".join(text.split())[:60]
        raise Unresolved(
            "SLT13",
            Text(
                f"op deze plaats staat al tekst van het formulier: '{shown}'",
                f"the form has text of its own here: '{shown}'",
            ),
            Text("zet 'replace: true' als die tekst weg mag", "set 'replace: true' if that text may go"),
        )
    if next(tc.iter(*names(*_THINGS)), None) is not None:
        raise unfit("op deze plaats staat een tabel of beeld", "a table or picture stands here")
    return Blocks(tc, cell_blocks(tc))


def open_repeated_cell(tc: etree._Element, markup: Markup) -> Single:
    """The place in a cell of a row that repeats: what it shows as an example makes way."""
    try:
        target = open_cell(tc, replace=False)
    except Unresolved as fault:
        if fault.code != "SLT13":
            raise
        target = open_cell(tc, replace=True)
    target = make_room(target) if markup == "markdown" else target
    assert isinstance(target, Stretch | Blocks | Tick | Selection | Frame)
    return target


def make_room(target: Target) -> Target:
    """A place for paragraphs: a stretch that is all there is in its paragraph becomes that whole paragraph.

    Raises:
        Unresolved: Other text stands in the same paragraph, or the control takes no prose.
    """
    if not _takes_prose(target):
        raise unfit(
            "deze plaats neemt geen proza",
            "this place takes no prose",
            Text("laat 'as: markdown' weg", "leave out 'as: markdown'"),
        )
    if not isinstance(target, Stretch):
        return target
    paragraph = target.parent if target.control is None else target.control.getparent()
    inside = "".join(text_of(element) for element in target.claims)
    alone = paragraph is not None and is_a(paragraph, "p") and is_filler(text_of(paragraph).replace(inside, "", 1))
    if paragraph is None or not alone:
        raise unfit(
            "in een zin past alleen tekst, geen proza in alinea's",
            "a place within a line takes text only, not paragraphs",
            Text("laat 'as: markdown' weg", "leave out 'as: markdown'"),
        )
    parent = paragraph.getparent()
    assert parent is not None
    if target.control is None:
        return Blocks(parent, (paragraph,))
    # A control in a line cannot hold paragraphs; around its paragraph it can, and says the same.
    paragraph.addprevious(target.control)
    paragraph.extend(target.replaced)
    target.parent.append(paragraph)
    return Blocks(target.parent, (paragraph,), target.control)


def _takes_prose(target: Target) -> bool:
    if isinstance(target, Stretch | Blocks):
        kinds = ("dropDownList", "comboBox", "date")
        control = target.control
        chooses = control is not None and any(child(control, "sdtPr", kind) is not None for kind in kinds)
        return not chooses and (isinstance(target, Blocks) or target.field is None)
    return not isinstance(target, Tick | Selection | Frame)
