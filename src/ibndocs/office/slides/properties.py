"""The document properties of a deck: those people see, and the count and titles of its slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ibndocs.office.core_properties import CORE_PART, CORE_RELATIONSHIP, CORE_TYPE, write_core_properties
from ibndocs.office.slides.deck import Deck
from ibndocs.office.slides.markup import whole_number

_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"


def set_properties(deck: Deck, properties: Mapping[str, str]) -> None:
    """Set title, creator and their like; the others stay as they are in the form."""
    if not properties:
        return
    part = deck.related("", "core-properties")
    data = write_core_properties(deck.data(part) if part else None, properties)
    if part:
        deck.replace(part, data)
    else:
        deck.add(CORE_PART, data, CORE_TYPE)
        deck.relate("", CORE_RELATIONSHIP, CORE_PART)


def forget_slides(deck: Deck, numbers: Sequence[int]) -> None:
    """Take slides (from 1) that were left out of `docProps/app.xml`: their count and their titles."""
    part = deck.related("", "extended-properties")
    if part is None or not numbers:
        return
    root = deck.tree(part)
    total = len(deck.slides)
    count = root.find(f"{_APP}Slides")
    if count is not None and whole_number(count.text) == total:
        deck.change(part)
        count.text = str(total - len(numbers))
    pairs = root.findall(f"{_APP}HeadingPairs/{_VT}vector/{_VT}variant")
    titles = root.find(f"{_APP}TitlesOfParts/{_VT}vector")
    if not pairs or titles is None or len(titles) < total:
        return
    # Titles of slides come last but for custom shows; only the plain case is touched.
    last = pairs[-1].find(f"{_VT}i4")
    if last is None or whole_number(last.text) != total:
        return
    deck.change(part)
    last.text = str(total - len(numbers))
    first = len(titles) - total
    for number in sorted(numbers, reverse=True):
        titles.remove(titles[first + number - 1])
    titles.set("size", str(len(titles)))
