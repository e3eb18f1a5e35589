"""The numbering part of a Word file, with room for the lists that a document adds (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import SPACES, attribute, names

NUMBERING_PART = "word/numbering.xml"
NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LEVELS = 9
_BULLETS = "•◦▪"
_FORMATS = (("decimal", "."), ("lowerLetter", "."), ("lowerRoman", "."))
_EMPTY = f'<w:numbering xmlns:w="{SPACES[0]}"/>'.encode()
_SEAM = "ibn-seam"


@dataclass(frozen=True, slots=True)
class List:
    """One list of a document."""

    number: int
    ordered: bool
    start: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering part cut where definitions and lists are added.

    Attributes:
        part: Its name; a new one when the form has none.
        is_new: Whether the form has none.
        free_definition: The first free id of an abstract numbering; two are used.
        free_list: The first free id of a list.
    """

    part: str
    is_new: bool
    free_definition: int
    free_list: int
    pieces: tuple[str, str, str]

    @classmethod
    def of(cls, package: Package) -> Numbering:
        """The numbering of `package`."""
        part = related_part(package, "numbering")
        root = package.xml(part) if part else etree.fromstring(_EMPTY)
        lists = list(root.iterchildren(*names("num")))
        definitions = list(root.iterchildren(*names("abstractNum")))
        end = next(root.iterchildren(*names("numIdMacAtCleanup")), None)
        after = lists[0] if lists else end
        _put_seam(root, after)
        _put_seam(root, end)
        head, middle, tail = etree.tostring(root, encoding="unicode").split(f"<!--{_SEAM}-->")
        return cls(
            part or NUMBERING_PART,
            part is None,
            1 + max((int(attribute(item, "abstractNumId") or 0) for item in definitions), default=-1),
            1 + max((int(attribute(item, "numId") or 0) for item in lists), default=0),
            (head, middle, tail),
        )

    def write(self, lists: Sequence[List]) -> bytes:
        """The part with `lists` added."""
        head, middle, tail = self.pieces
        definitions = "".join(
            _write_definition(self.free_definition + ordered, ordered=ordered)
            for ordered in sorted({item.ordered for item in lists})
        )
        added = "".join(_write_list(item, self.free_definition + item.ordered) for item in lists)
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return (declaration + head + definitions + middle + added + tail).encode()


def _put_seam(root: etree._Element, before: etree._Element | None) -> None:
    seam = etree.Comment(_SEAM)
    if before is None:
        root.append(seam)
    else:
        before.addprevious(seam)


def _write_definition(number: int, *, ordered: bool) -> str:
    levels = "".join(_write_level(level, ordered=ordered) for level in range(_LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _write_level(level: int, *, ordered: bool) -> str:
    if ordered:
        style, mark = _FORMATS[level % len(_FORMATS)]
        text = f"%{level + 1}{mark}"
    else:
        style, text = "bullet", _BULLETS[level % len(_BULLETS)]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def _write_list(item: List, definition: int) -> str:
    overrides = ""
    if item.ordered:
        # Without it Word would go on counting from the last list of this definition.
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{item.start}"/></w:lvlOverride>'
            for level in range(_LEVELS)
        )
    return f'<w:num w:numId="{item.number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
