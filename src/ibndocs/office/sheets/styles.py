"""What a cell's style means: whether a number shows as a date, text goes on a next line, the cell asks to be filled.

ECMA-376 part 1, 18.8.30 (numFmt): formats below 164 are built in and need not be written down; 18.8.33 (protection):
a cell is locked unless its style says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibndocs.office.package import Package
from ibndocs.office.sheets.markup import real
from ibndocs.office.sheets.workbook import Workbook
from ibndocs.office.text.tree import whole

if TYPE_CHECKING:
    from lxml import etree

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_INPUT = "20"
"""The number of the built-in cell style Input."""
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a cell looks, as far as its height goes; `size` in points."""

    font: str = "Calibri"
    size: float = 11.0
    bold: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Face:
    """What the style of a cell says of it as a place.

    Attributes:
        locked: It cannot be typed in while its sheet is protected.
        bordered: It has a border.
        fill: The number of its colour; 0 for none.
        is_input: It has the cell style that Excel calls Input.
    """

    locked: bool = True
    bordered: bool = False
    fill: int = 0
    is_input: bool = False


_PLAIN = Face()


class Styles:
    """The number formats of a workbook's cell styles, and `wrapped`: the looks of those that wrap text, by number."""

    def __init__(
        self,
        formats: tuple[int, ...] = (),
        codes: Mapping[int, str] | None = None,
        looks: Mapping[str, Look] | None = None,
        faces: tuple[Face, ...] = (),
    ) -> None:
        self._formats = formats
        self._codes = codes or {}
        self._faces = faces
        self.wrapped = looks or {}

    @classmethod
    def read(cls, workbook: Workbook) -> Styles:
        """The styles of `workbook`; none when it has no style part."""
        package: Package = workbook.package
        part = next(package.related(workbook.part, "styles"), None)
        if part is None:
            return cls()
        root = package.xml(part)
        codes = {whole(item.get("numFmtId", "")): item.get("formatCode", "") for item in root.iter("{*}numFmt")}
        cells = root.find("{*}cellXfs")
        formats = () if cells is None else tuple(whole(item.get("numFmtId", "")) for item in cells)
        return cls(formats, codes, _read_looks(root), tuple(_read_faces(root)))

    def face(self, style: str | None) -> Face:
        """What style `style` (the `s` of a cell) says of a cell as a place."""
        index = _index(style)
        return self._faces[index] if index < len(self._faces) else _PLAIN

    def format_code(self, style: str | None) -> str:
        """The number format of style `style` as it was typed; "" for one that is built in."""
        index = _index(style)
        return self._codes.get(self._formats[index], "") if index < len(self._formats) else ""

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
        number = whole(style.get("fontId", ""))
        font = fonts[number] if number < len(fonts) else Look()
        indent = whole(alignment.get("indent", ""))
        looks[str(index)] = Look(font.font, font.size, font.bold, indent)
    return looks


def _read_faces(root: etree._Element) -> Iterator[Face]:
    """The faces of the styles, in order."""
    bordered = [any(side.get("style", "none") != "none" for side in border) for border in _listed(root, "border")]
    filled = [fill.find("{*}patternFill[@patternType='solid']") is not None for fill in _listed(root, "fill")]
    inputs = {one.get("xfId") for one in root.iterfind("{*}cellStyles/{*}cellStyle") if one.get("builtinId") == _INPUT}
    for style in root.iterfind("{*}cellXfs/{*}xf"):
        protection = style.find("{*}protection")
        yield Face(
            locked=protection is None or protection.get("locked") not in ("0", "false"),
            bordered=_at(bordered, style.get("borderId")),
            fill=_index(style.get("fillId")) if _at(filled, style.get("fillId")) else 0,
            is_input=style.get("xfId") in inputs,
        )


def _listed(root: etree._Element, name: str) -> list[etree._Element]:
    return root.findall(f"{{*}}{name}s/{{*}}{name}")


def _at(known: list[bool], index: str | None) -> bool:
    return _index(index) < len(known) and known[_index(index)]


def _read_font(font: etree._Element) -> Look:
    name, size, bold = (font.find(f"{{*}}{tag}") for tag in ("name", "sz", "b"))
    return Look(
        font=name.get("val", "Calibri") if name is not None else "Calibri",
        size=real(None if size is None else size.get("val"), 11.0),
        bold=bold is not None and bold.get("val", "1") not in ("0", "false"),
    )
