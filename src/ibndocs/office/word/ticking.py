"""Ticks a check box when its value holds; a value that is missing or false leaves it open."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ibndocs.office.slots import Expression
from ibndocs.office.word.glyphs import open_form, ticked_form
from ibndocs.office.word.literals import protect_text
from ibndocs.office.word.tagging import make_run, make_statement, show_content
from ibndocs.office.word.targets import Tick
from ibndocs.office.word.tree import W14, child, is_a, make, names, set_attribute

CHECKED = "☒"
_STATES = {"checkedState": CHECKED, "uncheckedState": "☐"}
_FONT = "MS Gothic"


def tick(value: Expression, target: Tick, mark: str | None = None) -> None:
    """Write the tags of a check box: a content control, a legacy field, a symbol or a character.

    Args:
        value: Whether it is ticked.
        target: The box.
        mark: What a symbol or character gives way to when it is ticked; None for the ticked box it has itself.
    """
    if mark is not None and is_a(target.box, "t", "sym"):
        _replace_box(value.source, target.box, mark)
    elif is_a(target.box, "sdt"):
        _tick_control(value.source, target.box)
    elif is_a(target.box, "fldChar"):
        _tick_field(value.source, target.box)
    elif is_a(target.box, "sym"):
        ticked, open_box = ticked_form(target.box), open_form(target.box)
        set_attribute(target.box, "char", f"{{{{ '{ticked}' if ({value.source}) else '{open_box}' }}}}")
    else:
        ticked, open_box = ticked_form(target.box), open_form(target.box)
        target.box.text = f'{{{{ "{ticked}" if ({value.source}) else "{open_box}" }}}}'


def _replace_box(source: str, box: etree._Element, mark: str) -> None:
    """Put a mark of one's own in the place of a box."""
    run = box.getparent()
    if run is None:
        return
    properties = child(run, "rPr")
    kept = make(run, "r", *([deepcopy(properties)] if properties is not None else []))
    marked = make_run(run, protect_text(mark), properties)
    for fonts in list(marked.iter(*names("rFonts"))) if is_a(box, "sym") else ():
        fonts.getparent().remove(fonts)  # type: ignore[union-attr]
    run.addprevious(make_statement(run, "r", f"if ({source})"))
    run.addprevious(marked)
    run.addprevious(make_statement(run, "r", "else"))
    kept.append(box)
    run.addprevious(kept)
    run.addprevious(make_statement(run, "r", "endif"))
    if not any(not is_a(item, "rPr") for item in run):
        run.getparent().remove(run)  # type: ignore[union-attr]


def _tick_control(source: str, sdt: etree._Element) -> None:
    box = sdt.find(f".//{W14}checkbox")
    content = child(sdt, "sdtContent")
    if box is None or content is None:
        return
    state = box.find(f"{W14}checked")
    if state is None:
        state = box.makeelement(f"{W14}checked")
        box.insert(0, state)
    state.set(f"{W14}val", f"{{{{ 1 if ({source}) else 0 }}}}")
    show_content(sdt)
    runs = list(content.iter(*names("r")))
    parent = runs[0].getparent() if runs else next(content.iter(*names("p")), content)
    if parent is None:
        return
    index = parent.index(runs[0]) if runs else len(parent)
    properties = child(runs[0], "rPr") if runs else None
    checked, unchecked = (_make_box(content, box, kind, properties) for kind in _STATES)
    steps = [f"if ({source})", "else", "endif"]
    opening, otherwise, closing = (make_statement(content, "r", step) for step in steps)
    parent[index:index] = [opening, checked, otherwise, unchecked, closing]
    for run in runs:
        above = run.getparent()
        if above is not None:
            above.remove(run)


def _make_box(
    like: etree._Element, box: etree._Element, kind: str, properties: etree._Element | None
) -> etree._Element:
    state = box.find(f"{W14}{kind}")
    code = state.get(f"{W14}val", "") if state is not None else ""
    character = chr(int(code, 16)) if code else _STATES[kind]
    font = state.get(f"{W14}font", _FONT) if state is not None else _FONT
    own = deepcopy(properties) if properties is not None else make(like, "rPr")
    for old in list(own.iterchildren(*names("rFonts"))):
        own.remove(old)
    style = child(own, "rStyle")
    own.insert(0 if style is None else 1, make(like, "rFonts", ascii=font, eastAsia=font, hAnsi=font, hint="eastAsia"))
    return make_run(like, character, own)


def _tick_field(source: str, begin: etree._Element) -> None:
    box = child(begin, "ffData", "checkBox")
    if box is None:
        return
    state = child(box, "checked")
    if state is None:
        state = make(box, "checked")
        box.append(state)
    set_attribute(state, "val", f"{{{{ 1 if ({source}) else 0 }}}}")
