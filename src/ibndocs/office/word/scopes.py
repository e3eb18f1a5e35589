"""Tags with a scope: the row, cell, paragraph or run around them gives way to them.

What stays of such an element: the end of a section, and bookmarks and the like whose other half stands elsewhere,
since the document would be broken without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.word.marks import Mark, Marks
from ibndocs.office.word.richness import RICH
from ibndocs.office.word.tags import Kind, Scope, Tag
from ibndocs.office.word.tree import XML_SPACE, attribute, child, is_a, make, names

_ELEMENTS: tuple[tuple[Scope, Text], ...] = (
    ("tr", Text(nl="een tabelrij", en="a table row")),
    ("tc", Text(nl="een tabelcel", en="a table cell")),
    ("p", Text(nl="een alinea", en="a paragraph")),
)
_RANGES = ("bookmark", "commentRange", "moveFromRange", "moveToRange", "perm")
_NAMESPACE = re.compile(r' xmlns(?::[\w.-]+)?="[^"]*"')


def apply_scopes(root: etree._Element, marks: Marks) -> None:
    """Let every row, cell, paragraph and run that holds a tag of its scope give way to that tag."""
    for scope, name in _ELEMENTS:
        around: dict[etree._Element, list[tuple[Mark, etree._Element]]] = {}
        for text in root.iter(*names("t")):
            for mark in marks.find(text.text):
                if mark.tag.scope != scope:
                    continue
                element = next(text.iterancestors(*names(scope)), None)
                if element is not None:
                    around.setdefault(element, []).append((mark, text))
                else:
                    text.text = (text.text or "").replace(mark.sign, "")
                    words = Text(nl=f"staat niet in {name.nl}", en=f"does not stand in {name.en}")
                    marks.blame(ExpressionFault("TPL07", words), mark.tag.typed, mark.place)
        for element, found in around.items():
            if root in element.iterancestors():  # not gone with a row around it
                _give_way(element, found, marks)
    _split_runs(root, marks)


def _give_way(element: etree._Element, found: list[tuple[Mark, etree._Element]], marks: Marks) -> None:
    for mark, text in found:
        if mark.tag.kind is Kind.VALUE and is_a(element, "p"):
            run = text.getparent()
            of_run = child(run, "rPr") if run is not None else None
            mark.properties = (write_properties(child(element, "pPr")), write_properties(of_run))
        elif mark.tag.kind is Kind.VALUE:
            mark.filter = "_markup"
    _warn_of_loss(element, [mark for mark, _ in found], marks)
    opens = any(mark.tag.depth > 0 for mark, _ in found)
    section = list(_section_end(element))
    halves = list(_lone_halves(element))
    if opens:
        before, after = halves + section, []
    elif all(mark.tag.kind is Kind.VALUE for mark, _ in found):
        before, after = halves, section
    else:
        before, after = [], halves + section
    replace_element(element, "".join(mark.sign for mark, _ in found), before, after)


def replace_element(
    element: etree._Element, text: str, before: list[etree._Element], after: list[etree._Element]
) -> None:
    """Put other elements and between them `text` in the place of `element`."""
    parent = element.getparent()
    if parent is None:
        return
    for item in before:
        element.addprevious(item)
    add_text_before(element, text)
    for item in after:
        element.addprevious(item)
    add_text_before(element, element.tail or "")
    parent.remove(element)


def add_text_before(element: etree._Element, text: str) -> None:
    """Put `text` right before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def write_properties(properties: etree._Element | None) -> str:
    """The XML of a `w:pPr` or `w:rPr` as it can stand in another paragraph: no section, no revision."""
    if properties is None:
        return ""
    copied = deepcopy(properties)
    copied.tail = None
    for item in list(copied.iter(*names("sectPr", "pPrChange", "rPrChange"))):
        parent = item.getparent()
        if parent is not None:
            parent.remove(item)
    return _NAMESPACE.sub("", etree.tostring(copied, encoding="unicode"))


def _warn_of_loss(element: etree._Element, found: list[Mark], marks: Marks) -> None:
    text = "".join(item.text or "" for item in element.iter(*names("t")))
    for mark in found:
        text = text.replace(mark.sign, "")
    lost = " ".join(marks.show(text).split())
    if lost:
        tag = found[0].tag.typed
        marks.warn(Text(nl=f"“{lost}” naast {tag} valt weg", en=f"“{lost}” beside {tag} is dropped"), found[0].place)


def _section_end(element: etree._Element) -> Iterator[etree._Element]:
    section = child(element, "pPr", "sectPr") if is_a(element, "p") else None
    if section is not None:
        yield make(element, "p", make(element, "pPr", deepcopy(section)))


def _lone_halves(element: etree._Element) -> Iterator[etree._Element]:
    """Copies of the starts and ends of ranges in `element` that have their other half elsewhere."""
    for kind in _RANGES:
        starts, ends = (list(element.iter(*names(f"{kind}{half}"))) for half in ("Start", "End"))
        for these, others in ((ends, starts), (starts, ends)):
            paired = {attribute(other, "id") for other in others}
            for item in these:
                if attribute(item, "id") not in paired:
                    copied = deepcopy(item)
                    copied.tail = None
                    yield copied


def _split_runs(root: etree._Element, marks: Marks) -> None:
    """Cut runs in two at `{%r %}` and `{{r }}` tags; the tag stands between them."""
    texts = list(root.iter(*names("t")))
    cut: list[etree._Element] = []
    while texts:
        text = texts.pop()
        for mark in marks.find(text.text):
            if mark.tag.scope == "r" or _is_rich(mark.tag):
                run = text.getparent()
                if mark.tag.kind is Kind.VALUE and run is not None:
                    mark.properties = ("", write_properties(child(run, "rPr")))
                texts.append(_split_run(text, mark))
                cut += (text, texts[-1])
                break
    for text in cut:
        _drop_if_empty(text)


def _is_rich(tag: Tag) -> bool:
    """Whether a value tag without a scope gives runs of its own."""
    return tag.kind is Kind.VALUE and not tag.scope and RICH.search(tag.body) is not None


def _drop_if_empty(text: etree._Element) -> None:
    """Take a text away that a cut left without letters, and its run when that holds nothing more."""
    run = text.getparent()
    if run is None or text.text:
        return
    run.remove(text)
    above = run.getparent()
    if above is not None and all(is_a(left, "rPr") for left in run):
        add_text_before(run, run.tail or "")
        above.remove(run)


def _split_run(text: etree._Element, mark: Mark) -> etree._Element:
    """Cut the run of `text` at `mark`; gives the text that follows the mark."""
    run = text.getparent()
    if run is None:
        return text
    head, _, rest = (text.text or "").partition(mark.sign)
    second = make(text, "t")
    second.text = rest
    second.set(XML_SPACE, "preserve")
    new_run = make(text, "r")
    properties = child(run, "rPr")
    if properties is not None:
        new_run.append(deepcopy(properties))
    new_run.append(second)
    new_run.extend(list(text.itersiblings()))
    text.text = head
    run.addnext(new_run)
    new_run.tail, run.tail = run.tail, mark.sign
    return second
