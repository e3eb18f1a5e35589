"""Slides left out of a deck, with everything that only they needed."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import RELATIONSHIPS, q

_SECTION_SLIDE = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"


def drop_slides(deck: Deck, slides: Iterable[str]) -> None:
    """Take slides (part names) out: their place in the show, links to them, their notes, charts and media."""
    gone = set(slides)
    if not gone:
        return
    before = _reachable(deck)
    for part in sorted(before - gone):
        for relationship in deck.relationships(part):
            if deck.resolve(part, relationship) in gone and not _belongs_to(deck, part, gone):
                _forget(deck, part, relationship.id)
                deck.unrelate(part, relationship.id)
    for part in sorted(before - _reachable(deck)):
        deck.remove(part)


def _belongs_to(deck: Deck, part: str, gone: set[str]) -> bool:
    """Whether a part is the notes page of a slide that goes, and so goes along."""
    return any(deck.related(slide, "notesSlide") == part for slide in gone)


def _reachable(deck: Deck) -> set[str]:
    """The parts that relationships lead to, from the package on."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        part = waiting.pop()
        for relationship in deck.relationships(part):
            target = deck.resolve(part, relationship)
            if target and target not in found and target in deck:
                found.add(target)
                waiting.append(target)
    return found


def _forget(deck: Deck, part: str, identifier: str) -> None:
    """Remove what refers to a relationship: a place in the show, in a section, in a custom show, a link."""
    root = deck.change(part)
    referring = [
        element
        for element in root.iter()
        if any(
            str(name).startswith(f"{{{RELATIONSHIPS}}}") and value == identifier
            for name, value in element.attrib.items()
        )
    ]
    for element in referring:
        if element.tag == q("p:sldId"):
            for entry in [e for e in root.iter(_SECTION_SLIDE) if e.get("id") == element.get("id")]:
                _remove(entry)
        _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
