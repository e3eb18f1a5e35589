"""Finds a stretch of the form's own text that asks to be replaced, over the borders of runs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ibndocs.foundation.findings import Text
from ibndocs.office.labels import pick, unfit
from ibndocs.office.places import Placeholder
from ibndocs.office.word.form import Form
from ibndocs.office.word.targets import Stretch, Target
from ibndocs.office.word.tree import XML_SPACE, is_a, names, text_of

PLACEHOLDER = Text("tekst", "text")


def find_words(form: Form, place: Placeholder) -> tuple[Target, ...]:
    """Every place where these very words stand, or the `nth`; runs are split so that nothing else is touched."""
    found = [
        (paragraph, start) for paragraph, text in form.once(_read_texts) for start in _starts(text, place.placeholder)
    ]
    if place.nth is not None or not found:
        found = [pick(found, place.nth, PLACEHOLDER, place.placeholder, _lines(form))]
    # From the last to the first, so that splitting a run moves no place that is still to come.
    return tuple(cut_out(paragraph, start, place.placeholder) for paragraph, start in reversed(found))


def _read_texts(form: Form) -> list[tuple[etree._Element, str]]:
    return [(paragraph, plain_text(paragraph)) for paragraph in form.every("p")]


def _lines(form: Form) -> Iterator[str]:
    return (text_of(paragraph) for paragraph in form.every("p"))


def _starts(text: str, words: str) -> list[int]:
    starts: list[int] = []
    start = text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + len(words))
    return starts


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    """The text elements of a paragraph itself, not those of paragraphs in its text boxes."""
    return [
        text
        for text in paragraph.iter(*names("t"))
        if next(text.iterancestors(*names("p"))) is paragraph
        and next(text.iterancestors(*names("del", "moveFrom")), None) is None
    ]


def plain_text(paragraph: etree._Element) -> str:
    """The characters of the text elements of a paragraph itself, as `cut_out` counts them."""
    return "".join(text.text or "" for text in texts_of(paragraph))


def cut_out(paragraph: etree._Element, start: int, words: str) -> Stretch:
    """The words at an offset in the text of a paragraph, in runs of their own.

    Raises:
        Unresolved: They do not stand in one and the same link or control.
    """
    end = start + len(words)
    runs: list[etree._Element] = []
    position = 0
    for text in texts_of(paragraph):
        length = len(text.text or "")
        low, high = max(start - position, 0), min(end - position, length)
        position += length
        if low < high:
            runs.append(isolate(text, low, high))
    parent = runs[0].getparent()
    if parent is None or any(run.getparent() is not parent for run in runs):
        raise unfit(
            f"'{words}' ligt over de grens van een koppeling of besturingselement",
            f"'{words}' lies across the border of a link or control",
        )
    control = parent.getparent() if is_a(parent, "sdtContent") else None
    return Stretch(parent, tuple(runs), runs[0].getprevious(), control)


def cut_open(paragraph: etree._Element, offset: int) -> Stretch:
    """The empty place at an offset in the text of a paragraph, right after words, with a space between."""
    position = 0
    for text in texts_of(paragraph):
        position += len(text.text or "")
        if position >= offset and text.text:
            break
    run = isolate(text, 0, len(text.text or ""))
    if not (text.text or "").endswith((" ", "\u00a0")):
        space = _empty_copy(run)
        space.append(_text_like(text, " "))
        run.addnext(space)
        run = space
    parent = run.getparent()
    assert parent is not None
    return Stretch(parent, (), run)


def isolate(text: etree._Element, low: int, high: int) -> etree._Element:
    """Split the run of a text so that one run holds just these characters."""
    run = text.getparent()
    assert run is not None
    whole = text.text or ""
    before, after = _empty_copy(run), _empty_copy(run)
    passed = False
    for item in list(run):
        if item is text:
            passed = True
        elif not is_a(item, "rPr"):
            (after if passed else before).append(item)
    if whole[:low]:
        before.append(_text_like(text, whole[:low]))
    if whole[high:]:
        after.insert(len(_properties(after)), _text_like(text, whole[high:]))
    text.text = whole[low:high]
    text.set(XML_SPACE, "preserve")
    if _has_content(before):
        run.addprevious(before)
    if _has_content(after):
        run.addnext(after)
    return run


def _empty_copy(run: etree._Element) -> etree._Element:
    copy = run.makeelement(run.tag, {str(key): str(value) for key, value in run.attrib.items()})
    copy.extend(deepcopy(item) for item in _properties(run))
    return copy


def _properties(run: etree._Element) -> list[etree._Element]:
    return [item for item in run if is_a(item, "rPr")]


def _has_content(run: etree._Element) -> bool:
    return len(run) > len(_properties(run))


def _text_like(text: etree._Element, words: str) -> etree._Element:
    copy = text.makeelement(text.tag)
    copy.text = words
    copy.set(XML_SPACE, "preserve")
    return copy
