"""Which headings of a form stand once as an example, and are to be repeated with all under them for each item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ibndocs.documents.binding.offers import Offers, Part
from ibndocs.office.outline import Item, Kind

_NUMBERING = re.compile(r"^\s*(?:(?:[A-Za-z]\.?)?\d+(?:\.\d+)*|[A-Za-z])[.)]?\s+(?=\w{2})")
_BRACKETED = re.compile(r"\W*[\[<«‹]\s*([^\[\]<>«»‹›]+?)\s*[\]>»›]\W*")
_COUNTED = re.compile(r"(\w[\w -]*?)\s*(?:nr\.?|nummer)?\s*(?:\b(?:\d+|[XYNxyn])\b|[.…]{2,}|…|_{2,}|\[[^\[\]]*\]).*")
_ALIKE = 90


def find_parts(items: Iterable[Item], offers: Offers) -> Mapping[str, Part]:
    """The headings that stand for an item of a list, by their words: `Werkpakket 1: …`, `WP X`, `[doelstelling]`.

    Where a form has several of them it counts out its parts by itself, and none is an example.
    """
    found: dict[str, list[tuple[str, Part]]] = {}
    for item in items:
        if item.kind is Kind.HEADING and (part := _match(item.label, offers)) is not None:
            found.setdefault(part.offer.value, []).append((item.label, part))
    return dict(headings[0] for headings in found.values() if len(headings) == 1)


def _match(heading: str, offers: Offers) -> Part | None:
    bare = _NUMBERING.sub("", heading)
    shaped = _BRACKETED.fullmatch(bare) or _COUNTED.fullmatch(bare)
    if shaped is None:
        return None
    named = (
        (max(offers.wording.compare(shaped[1], label) for label in part.offer.labels), part) for part in offers.parts
    )
    score, best = max(named, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= _ALIKE else None
