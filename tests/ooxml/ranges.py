"""Cell addresses and areas, as the checks of workbooks need them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_WIDEST, _LONGEST = 16_384, 1_048_576


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, edges included, counted from 1."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def read(cls, text: str) -> Area | None:
        """The area `A1:C3`, or the cell `A1`; None when it is neither or does not fit on a sheet."""
        first, _, last = text.partition(":")
        corners = [_ADDRESS.fullmatch(corner) for corner in (first, last or first)]
        if corners[0] is None or corners[1] is None:
            return None
        (left, top), (right, bottom) = ((_column(c[1]), int(c[2])) for c in corners if c)
        fits = left <= right <= _WIDEST and top <= bottom <= _LONGEST
        return cls(left, top, right, bottom) if fits else None

    def overlaps(self, other: Area) -> bool:
        """Whether the two share a cell."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
