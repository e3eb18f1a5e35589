"""What a cell's style means for its value: whether a number shows as a date, whether text goes on a next line.

ECMA-376 part 1, 18.8.30 (numFmt): formats below 164 are built in and need not be written down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ibndocs.office.package import Package
from ibndocs.office.sheets.workbook import Workbook

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


class Styles:
    """The number formats of a workbook's cell styles, and which of them wrap text."""

    def __init__(
        self,
        formats: tuple[int, ...] = (),
        codes: Mapping[int, str] | None = None,
        wrapping: frozenset[int] = frozenset(),
    ) -> None:
        self._formats = formats
        self._codes = codes or {}
        self._wrapping = wrapping

    @classmethod
    def read(cls, workbook: Workbook) -> Styles:
        """The styles of `workbook`; none when it has no style part."""
        package: Package = workbook.package
        for relationship in package.relationships(workbook.part):
            if relationship.type.endswith("/styles"):
                part = package.resolve(workbook.part, relationship.target)
                break
        else:
            return cls()
        root = package.xml(part)
        codes = {int(item.get("numFmtId", "0")): item.get("formatCode", "") for item in root.iter("{*}numFmt")}
        cells = root.find("{*}cellXfs")
        styles = () if cells is None else tuple(cells)
        wrapping = {
            index
            for index, style in enumerate(styles)
            if any(item.get("wrapText") in ("1", "true") for item in style.iter("{*}alignment"))
        }
        return cls(tuple(int(item.get("numFmtId", "0")) for item in styles), codes, frozenset(wrapping))

    def wraps(self, style: str | None) -> bool:
        """Whether long text in a cell of style `style` goes on a next line."""
        return _index(style) in self._wrapping

    def shows_date(self, style: str | None) -> bool:
        """Whether a number in a cell of style `style` (the `s` of the cell) shows as a date or a time."""
        index = _index(style)
        number = self._formats[index] if index < len(self._formats) else 0
        code = self._codes.get(number)
        if code is None:
            return number in _BUILT_IN_DATES
        return bool(_DATE_LETTERS.search(_QUOTED.sub("", code.partition(";")[0])))


def _index(style: str | None) -> int:
    return int(style) if style and style.isdigit() else 0
