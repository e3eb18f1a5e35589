"""What a cell's style means for its value: whether a number shows as a date, whether text goes on a next line.

ECMA-376 part 1, 18.8.30 (numFmt): formats below 164 are built in and need not be written down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.sheets.workbook import Workbook

if TYPE_CHECKING:
    from lxml import etree

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a cell looks, as far as its height goes; `size` in points."""

    font: str = "Calibri"
    size: float = 11.0
    bold: bool = False
    indent: int = 0


class Styles:
    """The number formats of a workbook's cell styles, and `wrapped`: the looks of those that wrap text, by number."""

    def __init__(
        self,
        formats: tuple[int, ...] = (),
        codes: Mapping[int, str] | None = None,
        looks: Mapping[str, Look] | None = None,
    ) -> None:
        self._formats = formats
        self._codes = codes or {}
        self.wrapped = looks or {}

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
        return cls(formats, codes, _read_looks(root))

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


def _read_looks(root: etree._Element) -> dict[str, Look]:
    """The looks of the styles that wrap text, by number, out of the styles part."""
    fonts = [_read_font(font) for font in root.iterfind("{*}fonts/{*}font")]
    looks: dict[str, Look] = {}
    for index, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        alignment = style.find("{*}alignment")
        if alignment is None or alignment.get("wrapText") not in ("1", "true"):
            continue
        number = int(style.get("fontId", "0"))
        font = fonts[number] if number < len(fonts) else Look()
        indent = int(alignment.get("indent", "0"))
        looks[str(index)] = Look(font.font, font.size, font.bold, indent)
    return looks


def _read_font(font: etree._Element) -> Look:
    name, size, bold = (font.find(f"{{*}}{tag}") for tag in ("name", "sz", "b"))
    return Look(
        font=name.get("val", "Calibri") if name is not None else "Calibri",
        size=float(size.get("val", "11")) if size is not None else 11.0,
        bold=bold is not None and bold.get("val", "1") not in ("0", "false"),
    )
