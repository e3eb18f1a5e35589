"""What a cell's style means for its value: whether a number shows as a date.

ECMA-376 part 1, 18.8.30 (numFmt): formats below 164 are built in and need not be written down.
"""

from __future__ import annotations

import re

from ibndocs.office.package import Package
from ibndocs.office.sheets.workbook import Workbook

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


class Styles:
    """The number formats of a workbook's cell styles."""

    def __init__(self, formats: tuple[int, ...] = (), codes: dict[int, str] | None = None) -> None:
        self._formats = formats
        self._codes = codes or {}

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
        formats = () if cells is None else tuple(int(item.get("numFmtId", "0")) for item in cells)
        return cls(formats, codes)

    def shows_date(self, style: str | None) -> bool:
        """Whether a number in a cell of style `style` (the `s` of the cell) shows as a date or a time."""
        index = int(style) if style and style.isdigit() else 0
        number = self._formats[index] if index < len(self._formats) else 0
        code = self._codes.get(number)
        if code is None:
            return number in _BUILT_IN_DATES
        return bool(_DATE_LETTERS.search(_QUOTED.sub("", code.partition(";")[0])))
