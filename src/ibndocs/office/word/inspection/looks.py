"""How the words of a paragraph look: bold as a question, or slanting, small or grey as an instruction.

Formatting comes from the run, its character style and the paragraph's style with those it is based on (ECMA-376
part 1, 17.7.2). Table styles and the theme are left aside: they tell no question from its instruction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ibndocs.office.package import Package
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import attribute, child, is_a, names, value_at

_ADVICE = re.compile(r"toelicht|instruct|uitleg|hulp|hint|guidance|aanwijz|help", re.IGNORECASE)
_OFF = {"0", "false", "off"}
_GREY = range(0x40, 0xD0)
_SMALLER = 2  # half-points
_USUAL_SIZE = 22


@dataclass(frozen=True, slots=True)
class Look:
    """What strikes the eye in a paragraph; it holds for all of its words."""

    bold: bool = False
    italic: bool = False
    muted: bool = False
    advice: bool = False
    """Whether its style is called one for explanations."""


class Looks:
    """The looks of the paragraphs of one form."""

    def __init__(self, package: Package) -> None:
        part = related_part(package, "styles")
        root = package.xml(part) if part else None
        found = root.iterchildren(*names("style")) if root is not None else ()
        self._styles = {attribute(style, "styleId") or "": style for style in found}
        self._style = lru_cache(maxsize=None)(self._read_style)
        self._usual = {"sz": str(_USUAL_SIZE)}
        if root is not None:
            self._usual |= _read(child(root, "docDefaults", "rPrDefault", "rPr"))
            normal = next((key for key, one in self._styles.items() if attribute(one, "default") in {"1", "true"}), "")
            self._usual |= self._style(normal)

    def of(self, paragraph: etree._Element) -> Look:
        """The look of a paragraph, as its words have it in common."""
        style = value_at(paragraph, "pPr", "pStyle") or ""
        advice = style in self._styles and bool(_ADVICE.search(value_at(self._styles[style], "name") or ""))
        runs = [run for run in paragraph.iter(*names("r")) if _has_words(run)]
        if not runs:
            return Look(advice=advice)
        around = {**self._usual, **self._style(style)}
        looks = [around | self._style(value_at(run, "rPr", "rStyle") or "") | _read(child(run, "rPr")) for run in runs]
        return Look(
            bold=all(look.get("b") == "on" for look in looks),
            italic=all(look.get("i") == "on" for look in looks),
            muted=all(self._is_muted(look) for look in looks),
            advice=advice,
        )

    def _is_muted(self, look: dict[str, str]) -> bool:
        return _is_grey(look.get("color", "")) or int(look["sz"]) <= int(self._usual["sz"]) - _SMALLER

    def _read_style(self, name: str) -> dict[str, str]:
        merged: dict[str, str] = {}
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            merged = _read(child(style, "rPr")) | merged
            name = value_at(style, "basedOn") or ""
        return merged


def _has_words(run: etree._Element) -> bool:
    return any((text.text or "").strip() for text in run.iterchildren(*names("t")))


def _read(properties: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in properties if properties is not None else ():
        if is_a(item, "b", "i"):
            found[etree.QName(item).localname] = "off" if attribute(item, "val") in _OFF else "on"
        elif is_a(item, "color"):
            found["color"] = attribute(item, "val") or ""
        elif is_a(item, "sz") and (attribute(item, "val") or "").isdigit():
            found["sz"] = attribute(item, "val") or ""
    return found


def _is_grey(colour: str) -> bool:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return False
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) <= 0x10 and parts[0] in _GREY
