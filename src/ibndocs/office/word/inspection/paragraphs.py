"""The places within one paragraph, in reading order: controls, fields, check boxes, blanks, bookmarks, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from lxml import etree

from ibndocs.office.labels import is_filler
from ibndocs.office.word.blanks import ListedBlank
from ibndocs.office.word.boxes import ListedBox
from ibndocs.office.word.form import Form
from ibndocs.office.word.inspection.anchors import Anchors
from ibndocs.office.word.tree import FALLBACK, attribute, child, is_a, names
from ibndocs.office.word.words import texts_of

_UNSEEN = ("pPr", "rPr", "sdtPr", "del", "moveFrom", "p")


class Sort(Enum):
    """What a find is."""

    CONTROL = auto()
    FIELD = auto()
    BOX = auto()
    BLANK = auto()
    BOOKMARK = auto()
    TEXT_BOX = auto()


@dataclass(frozen=True, slots=True)
class Find:
    """One place.

    Attributes:
        element: The control, the begin of the field, the box, the paragraph of the blank, the start of the bookmark.
        words: The words it belongs to; of the first check box those before it.
        box: The check box.
        blank: The blank.
    """

    sort: Sort
    element: etree._Element
    words: str = ""
    box: ListedBox | None = None
    blank: ListedBlank | None = None


def find_places(form: Form, anchors: Anchors, paragraph: etree._Element) -> list[Find]:
    """The places of a paragraph; those in a control that holds other controls too, those in text boxes not."""
    return list(_Scan(form, anchors, paragraph).read(paragraph))


class _Scan:
    def __init__(self, form: Form, anchors: Anchors, paragraph: etree._Element) -> None:
        self._form = form
        self._anchors = anchors
        self._paragraph = paragraph
        self._words: list[str] = []
        self._depth = 0
        self._blanks = anchors.blanks.get(paragraph, [])
        self._starts: dict[etree._Element, int] = {}
        if self._blanks:
            position = 0
            for text in texts_of(paragraph):
                self._starts[text] = position
                position += len(text.text or "")

    def read(self, parent: etree._Element) -> Iterator[Find]:
        for element in parent:
            if is_a(element, "t", "sym"):
                yield from self._read_text(element)
            elif is_a(element, "tab", "br"):
                self._words.append(" ")
            elif element in self._anchors.boxes:
                yield from (Find(Sort.BOX, element, self._take_words(), box) for box in self._anchors.boxes[element])
                self._words.clear()
                yield from self._read_mark(element)
            elif is_a(element, "sdt"):
                yield from self._read_control(element)
            elif is_a(element, "fldChar"):
                yield from self._read_mark(element)
            elif is_a(element, "bookmarkStart"):
                if not (attribute(element, "name") or "_").startswith(("_", "OLE_LINK")):
                    yield Find(Sort.BOOKMARK, element, self._take_words(keep=True))
            elif is_a(element, "txbxContent"):
                yield Find(Sort.TEXT_BOX, element)
            elif not is_a(element, *_UNSEEN) and element.tag != FALLBACK:
                yield from self.read(element)

    def _read_mark(self, element: etree._Element) -> Iterator[Find]:
        if not is_a(element, "fldChar"):
            return
        kind = attribute(element, "fldCharType")
        self._depth += (kind == "begin") - (kind == "end")
        if child(element, "ffData") is not None and child(element, "ffData", "checkBox") is None:
            yield Find(Sort.FIELD, element)
            self._words.clear()

    def _read_control(self, sdt: etree._Element) -> Iterator[Find]:
        yield Find(Sort.CONTROL, sdt, self._take_words())
        if next(sdt.iterdescendants(*names("sdt")), None) is not None:
            yield from self.read(sdt)
        self._words.clear()

    def _read_text(self, text: etree._Element) -> Iterator[Find]:
        if self._depth:
            return
        content = text.text or ""
        done = 0
        for box in self._anchors.boxes.get(text, ()):
            self._words.append(content[done : box.offset])
            yield Find(Sort.BOX, text, self._take_words(), box)
            done = box.offset + 1
        self._words.append(content[done:])
        start = self._starts.get(text, -1)
        for blank in self._blanks:
            # An open place comes right after its words, others begin with a character of their own.
            reach = blank.start if blank.content else blank.start - 1
            if start <= reach < start + len(content):
                yield Find(Sort.BLANK, self._paragraph, blank.words, blank=blank)
                self._words.clear()

    def _take_words(self, *, keep: bool = False) -> str:
        words = " ".join("".join(self._words).split())
        if not keep:
            self._words.clear()
        return "" if is_filler(words) else words
