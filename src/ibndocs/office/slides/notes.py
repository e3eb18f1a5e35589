"""The speaker's notes of a slide: the page that is there, or a new one, with a master when the deck has none."""

from __future__ import annotations

from lxml import etree

from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import NAMESPACES, place_child, q
from ibndocs.office.slides.notes_markup import NOTES_BODY, NOTES_MASTER, NOTES_PAGE
from ibndocs.office.slides.shapes import list_shapes

_TYPES = "application/vnd.openxmlformats-officedocument"
_AFTER_NOTES_MASTERS = ("p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz")


def open_notes(deck: Deck, slide: str) -> etree._Element:
    """The text body of the notes of `slide`, to be filled; made when it is not there."""
    page = deck.related(slide, "notesSlide") or _add_page(deck, slide)
    root = deck.change(page)
    for shape in list_shapes(root):
        if shape.takes_text and shape.placeholder and shape.placeholder[0] == "body":
            return shape.open_body()
    tree = root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    assert tree is not None, "a notes page has a shape tree"
    return _add_body(tree)


def _add_body(tree: etree._Element) -> etree._Element:
    taken = [int(element.get("id", "0")) for element in tree.iter(q("p:cNvPr"))]
    shape = _parse(NOTES_BODY.format(id=max(taken, default=1) + 1))
    place_child(tree, shape, ("p:extLst",))
    body = shape.find(q("p:txBody"))
    assert body is not None, "the shape above has a text body"
    return body


def _add_page(deck: Deck, slide: str) -> str:
    master = deck.related(deck.presentation, "notesMaster") or _add_master(deck)
    page = deck.free_name("ppt/notesSlides/notesSlide{}.xml")
    deck.add(page, _parse(NOTES_PAGE), f"{_TYPES}.presentationml.notesSlide+xml")
    deck.relate(page, "notesMaster", master)
    deck.relate(page, "slide", slide)
    deck.relate(slide, "notesSlide", page)
    return page


def _add_master(deck: Deck) -> str:
    master = deck.free_name("ppt/notesMasters/notesMaster{}.xml")
    theme = deck.free_name("ppt/theme/theme{}.xml")
    deck.add(master, _parse(NOTES_MASTER), f"{_TYPES}.presentationml.notesMaster+xml")
    deck.add(theme, _slide_theme(deck), f"{_TYPES}.theme+xml")
    deck.relate(master, "theme", theme)
    identifier = deck.relate(deck.presentation, "notesMaster", master)
    presentation = deck.change(deck.presentation)
    masters = presentation.find(q("p:notesMasterIdLst"))
    if masters is None:
        masters = etree.Element(q("p:notesMasterIdLst"))
        place_child(presentation, masters, _AFTER_NOTES_MASTERS)
    entry = etree.SubElement(masters, q("p:notesMasterId"))
    entry.set(q("r:id"), identifier)
    return master


def _slide_theme(deck: Deck) -> bytes:
    """A copy of the theme of the slides: a notes master has one of its own."""
    slide_master = deck.related(deck.presentation, "slideMaster")
    theme = deck.related(slide_master, "theme") if slide_master else None
    assert theme, "a presentation has a slide master and that has a theme"
    return deck.data(theme)


def _parse(markup: str) -> etree._Element:
    spaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in "apr")
    return etree.fromstring(markup.replace(">", f" {spaces}>", 1))
