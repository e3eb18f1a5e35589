"""Writes tags into a form: the runs and paragraphs that stand in a place until it is rendered.

A value that is missing must never leave a blank: it prints `[nog in te vullen]`, highlighted, unless the slot says
that it is optional.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.slots import Expression, Markup
from ibndocs.office.word.tree import XML_SPACE, attribute, child, is_a, make, names

ANSWER = "slot_answer"
MISSING = f"{ANSWER} is none or not {ANSWER}|trim"
SHOW = "_show"
"""The function that shows a value in a manner; the form gives it with the values."""
LONGEST_TAG = 64
"""Word calls a file with a longer `w:tag` damaged."""
_OF_THE_MARK = ("ins", "del", "moveFrom", "moveTo", "rPrChange")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed in a place.

    Attributes:
        value: The value.
        markup: How it is set.
        optional: Whether it may stay blank.
        manner: The number of the manner in which the place shows it; None when it shows what comes.
        mark: What a check box that is a character gives way to when it is ticked.
    """

    value: Expression
    markup: Markup
    optional: bool
    manner: int | None = None
    mark: str | None = None

    @property
    def source(self) -> str:
        """The expression that gives the value as the place shows it."""
        return f"({self.value.source})" if self.manner is None else f"{SHOW}(({self.value.source}), {self.manner})"

    @property
    def setting(self) -> str:
        """The statement that gives the value its name."""
        return f"set {ANSWER} = {self.source}"


def make_run(like: etree._Element, text: str, properties: etree._Element | None = None) -> etree._Element:
    """A run with a text."""
    words = make(like, "t")
    words.text = text
    words.set(XML_SPACE, "preserve")
    return make(like, "r", *([deepcopy(properties)] if properties is not None else []), words)


def make_statement(like: etree._Element, scope: str, statement: str) -> etree._Element:
    """The run, paragraph or row that carries a statement and gives way to it."""
    run = make_run(like, f"{{%{scope} {statement} %}}")
    if scope == "r":
        return run
    paragraph = make(like, "p", run)
    return paragraph if scope == "p" else make(like, "tr", make(like, "tc", paragraph))


def make_text_runs(like: etree._Element, answer: Answer, properties: etree._Element | None) -> list[etree._Element]:
    """The runs that print a value in a line."""
    writer = "_optional" if answer.optional else "_answer"
    return [make_run(like, f"{{{{r {answer.source}|{writer} }}}}", properties)]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A block content control that comes around prose, tagged with the place of the value in the description.

    Attributes:
        alias: What Word shows above it.
        number: Its id.
    """

    alias: str
    number: int


def make_prose(
    paragraph: etree._Element, answer: Answer, properties: etree._Element | None, wrapping: Wrapping | None
) -> etree._Element:
    """The paragraph that gives way to Markdown, set with the paragraph properties of `paragraph`.

    Args:
        paragraph: The paragraph that lends its properties.
        answer: What is printed.
        properties: The run properties of the place.
        wrapping: The control that comes around it; None for none.
    """
    own = child(paragraph, "pPr")
    details = [f"optional={answer.optional}"]
    if wrapping is not None:
        details += [f"alias={json.dumps(wrapping.alias[:LONGEST_TAG])}", f"number={wrapping.number}"]
    run = make_run(paragraph, f"{{{{p {answer.source}|_prose({', '.join(details)}) }}}}", properties)
    return make(paragraph, "p", *([deepcopy(own)] if own is not None else []), run)


def lent_properties(
    replaced: Iterable[etree._Element], control: etree._Element | None, paragraph: etree._Element | None
) -> etree._Element | None:
    """The run properties a place lends to its value.

    Those of the control that shows its placeholder, else of the first run that makes way, else of the paragraph mark.
    The looks of the placeholder itself (a character style) are not lent.
    """
    shows_placeholder = control is not None and child(control, "sdtPr", "showingPlcHdr") is not None
    if control is not None and shows_placeholder:
        own = child(control, "sdtPr", "rPr")
        if own is not None:
            return deepcopy(own)
    run = next((run for element in replaced for run in element.iter(*names("r"))), None)
    holder = run if run is not None or paragraph is None else child(paragraph, "pPr")
    found = child(holder, "rPr") if holder is not None else None
    return _clean(found, placeholder=shows_placeholder) if found is not None else None


def _clean(properties: etree._Element, *, placeholder: bool) -> etree._Element:
    copy = deepcopy(properties)
    looks = ("rStyle",) if placeholder else ()
    for item in list(copy.iterchildren(*names(*_OF_THE_MARK, *looks))):
        copy.remove(item)
    return copy


def free_control(control: etree._Element) -> None:
    """Make a control say what stands in it, with no data of its own that would take its place."""
    show_content(control)
    unbind(control)


def find_bindings(control: etree._Element) -> list[etree._Element]:
    """The data bindings of a control; Word 2013 writes its own beside that of the standard."""
    properties = child(control, "sdtPr")
    if properties is None:
        return []
    return [item for item in properties if isinstance(item.tag, str) and item.tag.endswith("}dataBinding")]


def data_keys(control: etree._Element) -> list[tuple[str, str]]:
    """What data a control is bound to: the id of the store and the path in it."""
    bindings = find_bindings(control)
    return list(
        dict.fromkeys(
            ((attribute(one, "storeItemID") or "").casefold(), attribute(one, "xpath") or "") for one in bindings
        )
    )


def unbind(control: etree._Element) -> None:
    """Take the data bindings of a control away: Word puts the data over what stands in the control."""
    for binding in find_bindings(control):
        parent = binding.getparent()
        if parent is not None:
            parent.remove(binding)


def show_content(control: etree._Element) -> None:
    """Make what stands in a control its content: no placeholder, no other date behind it."""
    properties = child(control, "sdtPr")
    if properties is None:
        return
    for item in list(properties):
        if is_a(item, "showingPlcHdr"):
            properties.remove(item)
        elif is_a(item, "date"):
            for key in names("fullDate"):
                if key in item.attrib:
                    del item.attrib[key]


def allow_prose(control: etree._Element) -> None:
    """Make a plain-text control one for rich text: only that may hold paragraphs."""
    properties = child(control, "sdtPr")
    if properties is not None:
        for item in list(properties.iterchildren(*names("text"))):
            properties.remove(item)
