r"""Values that hold more than one paragraph or page: `\a` begins a new paragraph, `\f` a new page, as in docxtpl.

While a value is written it only leaves a note, since what stands around it is not known there; few values have one.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from ibndocs.office.word.tree import XML_SPACE, child, is_a, make, names

PARAGRAPH: Final = "<?ibn-paragraph ?>"
PAGE: Final = "<?ibn-page ?>"


def split_at_notes(xml: str) -> str:
    """`xml` with its notes acted on; in a link or a control, which cannot be split, a line break stands for them."""
    if PARAGRAPH not in xml and PAGE not in xml:
        return xml
    root = etree.fromstring(xml)
    for note in reversed(list(root.iter(etree.PI))):  # so that each moves only what stands before the next
        if isinstance(note, etree._ProcessingInstruction) and note.target in ("ibn-paragraph", "ibn-page"):
            _split_at(note, page=note.target == "ibn-page")
    return etree.tostring(root, encoding="unicode")


def _split_at(note: etree._Element, *, page: bool) -> None:
    text = note.getparent()
    run = text.getparent() if text is not None else None
    above = run.getparent() if run is not None else None
    if text is None or run is None or above is None:
        return
    rest = make(text, "t", *note.itersiblings())
    rest.text, note.tail = note.tail, None
    rest.set(XML_SPACE, "preserve")
    text.remove(note)
    if not (is_a(run, "r") and is_a(above, "p")):
        text.addnext(rest)
        text.addnext(make(text, "br", **({"type": "page"} if page else {})))
        return
    of_run, of_paragraph = child(run, "rPr"), child(above, "pPr")
    second = make(run, "r", *_copies(of_run), rest, *text.itersiblings())
    following = make(above, "p", *_copies(of_paragraph), second, *run.itersiblings())
    if of_paragraph is not None:  # a section ends in the last of the paragraphs
        for section in list(of_paragraph.iterchildren(*names("sectPr"))):
            of_paragraph.remove(section)
    above.addnext(following)
    if page:
        above.addnext(make(above, "p", make(above, "r", make(above, "br", type="page"))))


def _copies(properties: etree._Element | None) -> list[etree._Element]:
    return [deepcopy(properties)] if properties is not None else []
