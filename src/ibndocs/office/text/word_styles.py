"""What a Word paragraph is: a heading, a list item or plain text, by its style and its numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibndocs.office.text.tree import Links, attribute, each, first, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_TEXT = 9
_HEADING_NAME = re.compile(r"heading ([1-9])")
_DEEPEST_STYLE_CHAIN = 32


@dataclass(frozen=True, slots=True)
class _Style:
    level: int | None
    list_id: str | None
    list_level: int


class ParagraphKinds:
    """The paragraph styles and lists of one document.

    Source: ECMA-376 part 1, 17.3.1.20 (outlineLvl), 17.3.1.19 (numPr), 17.7.4.3 (basedOn).
    """

    def __init__(self, links: Links) -> None:
        self._raw: dict[str, _Element] = {}
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in each(links.tree("styles"), "style"):
            identifier = attribute(style, "styleId")
            self._raw[identifier] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                self._default = identifier
        self._formats = _read_lists(links.tree("numbering"))

    def mark(self, properties: _Element | None) -> str:
        """What goes before the text of a paragraph: `## `, `  - `, `1. ` or nothing."""
        style = self._style(attribute(first(properties, "pStyle"), "val") or self._default)
        level = _outline(first(properties, "outlineLvl"))
        level = style.level if level is None else level
        if level is not None and level < _BODY_TEXT:
            return "#" * (level + 1) + " "
        numbers = first(properties, "numPr")
        list_id = attribute(first(numbers, "numId"), "val") or style.list_id
        depth = whole(attribute(first(numbers, "ilvl"), "val"), style.list_level)
        number_format = self._formats.get(list_id or "", {}).get(depth, "none")
        if number_format == "none":
            return ""
        return "  " * depth + ("- " if number_format == "bullet" else "1. ")

    def _style(self, identifier: str) -> _Style:
        if identifier not in self._styles:
            self._styles[identifier] = self._read_style(identifier)
        return self._styles[identifier]

    def _read_style(self, identifier: str) -> _Style:
        level: int | None = None
        list_id: str | None = None
        list_level: int | None = None
        style = self._raw.get(identifier)
        for _ in range(_DEEPEST_STYLE_CHAIN):
            if style is None:
                break
            properties = first(style, "pPr")
            name = attribute(first(style, "name"), "val").lower()
            level = _outline(first(properties, "outlineLvl")) if level is None else level
            if level is None and (heading := _HEADING_NAME.fullmatch(name)):
                level = int(heading[1]) - 1
            if level is None and name == "title":
                level = 0
            numbers = first(properties, "numPr")
            list_id = list_id or attribute(first(numbers, "numId"), "val") or None
            depth = attribute(first(numbers, "ilvl"), "val")
            list_level = whole(depth) if list_level is None and depth else list_level
            style = self._raw.get(attribute(first(style, "basedOn"), "val"))
        return _Style(level, list_id, list_level or 0)


def _outline(element: _Element | None) -> int | None:
    return whole(attribute(element, "val"), _BODY_TEXT) if element is not None else None


def _read_lists(numbering: _Element | None) -> dict[str, dict[int, str]]:
    """The number format of every level of every list, by `w:numId`."""
    abstract = {attribute(item, "abstractNumId"): _read_levels(item) for item in each(numbering, "abstractNum")}
    lists = {}
    for item in each(numbering, "num"):
        levels = dict(abstract.get(attribute(first(item, "abstractNumId"), "val"), {}))
        for override in each(item, "lvlOverride"):
            levels.update(_read_levels(override))
        lists[attribute(item, "numId")] = levels
    return lists


def _read_levels(parent: _Element) -> dict[int, str]:
    return {
        whole(attribute(level, "ilvl")): attribute(first(level, "numFmt"), "val", "decimal")
        for level in each(parent, "lvl")
    }
