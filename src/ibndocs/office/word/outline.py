"""Which paragraphs of a Word document are headings, captions or lines of a table of contents."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from ibndocs.office.word.tree import attribute, child, names, value_at

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9


class Outline:
    """What the styles part says about paragraphs; without a styles part only the paragraphs themselves speak."""

    def __init__(self, styles: etree._Element | None) -> None:
        found = styles.iter(*names("style")) if styles is not None else ()
        self._styles = {attribute(style, "styleId") or "": style for style in found}
        self._level_of_style = lru_cache(maxsize=None)(self._find_style_level)

    def level(self, paragraph: etree._Element) -> int | None:
        """The outline level of a heading from 1, or None for a paragraph that is none."""
        own = value_at(paragraph, "pPr", "outlineLvl")
        if own is not None and own.isdigit():
            return int(own) + 1 if int(own) < _BODY_LEVEL else None
        return self._level_of_style(value_at(paragraph, "pPr", "pStyle"))

    def style_name(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style in lower case; the id when the style is unknown."""
        style_id = value_at(paragraph, "pPr", "pStyle") or ""
        style = self._styles.get(style_id)
        return (value_at(style, "name") if style is not None else style_id or "") or ""

    def is_caption(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is the caption of a table or figure."""
        return self.style_name(paragraph).casefold() in {"caption", "bijschrift"}

    def has_leader(self, paragraph: etree._Element) -> bool:
        """Whether a tab of a paragraph may draw dots or a line (ECMA-376 part 1, 17.3.1.37)."""
        style = self._styles.get(value_at(paragraph, "pPr", "pStyle") or "")
        return any(
            (attribute(stop, "leader") or "none") != "none"
            for holder in (paragraph, style)
            if holder is not None and (stops := child(holder, "pPr", "tabs")) is not None
            for stop in stops
        )

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a line of a table of contents, where every heading stands once more."""
        if re.match(r"(?:toc|inhopg|table of figures|lijst met)", self.style_name(paragraph), re.IGNORECASE):
            return True
        return any(child(above, "sdtPr", "docPartObj") is not None for above in paragraph.iterancestors(*names("sdt")))

    def _find_style_level(self, style_id: str | None) -> int | None:
        seen: set[str] = set()
        while style_id is not None and style_id not in seen:
            seen.add(style_id)
            style = self._styles.get(style_id)
            if style is None:
                break
            level = value_at(style, "pPr", "outlineLvl")
            if level is not None and level.isdigit():
                return int(level) + 1 if int(level) < _BODY_LEVEL else None
            named = _HEADING.fullmatch((value_at(style, "name") or "").strip())
            if named:
                return int(named[1])
            style_id = value_at(style, "basedOn")
        return None
