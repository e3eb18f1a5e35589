"""Text boxes stand twice in a file: as a drawing and, for older programs, in VML. The second copy follows the first.

Source: ECMA-376 part 3, 7 (AlternateContent); Word writes the same paragraphs in both branches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from ibndocs.office.word.tree import COMPATIBILITY, names, text_of

Pair = tuple[etree._Element, etree._Element]


class Twins:
    """The text boxes that stand twice and say the same; make it before places are looked for in the trees."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._pairs = [(pair, etree.tostring(pair[0])) for root in roots for pair in _find_pairs(root)]

    def follow(self) -> None:
        """Write what changed in the first copy of a text box in the second."""
        for (first, second), before in self._pairs:
            if etree.tostring(first) != before:
                second[:] = [deepcopy(block) for block in first]


def _find_pairs(root: etree._Element) -> Iterator[Pair]:
    for alternatives in root.iter(f"{COMPATIBILITY}AlternateContent"):
        firsts, seconds = (_find_boxes(alternatives, name) for name in ("Choice", "Fallback"))
        if len(firsts) == len(seconds):
            yield from (pair for pair in zip(firsts, seconds, strict=True) if text_of(pair[0]) == text_of(pair[1]))


def _find_boxes(alternatives: etree._Element, branch: str) -> list[etree._Element]:
    branches = alternatives.iterchildren(COMPATIBILITY + branch)
    return [box for one in branches for box in one.iter(*names("txbxContent"))]
