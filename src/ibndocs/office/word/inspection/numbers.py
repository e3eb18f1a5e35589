"""The numbers that Word counts by itself before headings, questions and lines: `2.1`, `a)`, a bullet.

Source: ECMA-376 part 1, 17.9 (numbering). Picture bullets and counting in words are left aside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ibndocs.office.word.form import Form
from ibndocs.office.word.styles import related_part
from ibndocs.office.word.tree import attribute, child, names, value_at

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_SMALL_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class _Level:
    text: str
    format: str
    start: int
    is_legal: bool


@dataclass(slots=True)
class _List:
    """One abstract numbering, as far as it has been counted."""

    levels: dict[int, _Level]
    styles: dict[str, int]
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """What Word prints before each paragraph of the body that it numbers."""

    def __init__(self, form: Form) -> None:
        self._styles = _read_styles(form)
        self._lists, self._starts = _read_lists(form)
        self._found: dict[etree._Element, str] = {}
        for paragraph in form.main.iter(*names("p")):
            self._count(paragraph)

    def of(self, paragraph: etree._Element) -> str:
        """The number before a paragraph, without its closing point; "" without one."""
        return self._found.get(paragraph, "")

    def _count(self, paragraph: etree._Element) -> None:
        number, level = self._find(paragraph)
        counted = self._lists.get(number)
        if counted is None or level not in counted.levels:
            return
        own = counted.levels[level]
        if own.format == "bullet":
            return
        for step, start in self._starts.pop(number, {}).items():
            counted.counts[step] = start - 1
        counted.counts[level] = counted.counts.get(level, own.start - 1) + 1
        for deeper in [step for step in counted.counts if step > level]:
            del counted.counts[deeper]
        self._found[paragraph] = _write(counted, own)

    def _find(self, paragraph: etree._Element) -> tuple[str, int]:
        """The id of the list and the level of a paragraph: its own, else those of its style."""
        style = value_at(paragraph, "pPr", "pStyle") or ""
        around = self._styles.get(style, ("", None))
        number = value_at(paragraph, "pPr", "numPr", "numId") or around[0]
        level = value_at(paragraph, "pPr", "numPr", "ilvl") or around[1]
        if level is None and number in self._lists:
            level = str(self._lists[number].styles.get(style, 0))
        return number, int(level) if level is not None and level.isdigit() else 0


def _read_styles(form: Form) -> dict[str, tuple[str, str | None]]:
    """By style the list and the level that it or one it is based on belongs to."""
    part = related_part(form.package, "styles")
    root = form.package.xml(part) if part else None
    styles = {attribute(one, "styleId") or "": one for one in (root if root is not None else ())}
    found: dict[str, tuple[str, str | None]] = {}
    for name, style in styles.items():
        seen: set[str] = set()
        at: etree._Element | None = style
        while at is not None and (value_at(at, "pPr", "numPr", "numId")) is None:
            base = value_at(at, "basedOn") or ""
            at = styles.get(base) if base not in seen else None
            seen.add(base)
        if at is not None:
            found[name] = (value_at(at, "pPr", "numPr", "numId") or "", value_at(at, "pPr", "numPr", "ilvl"))
    return found


def _read_lists(form: Form) -> tuple[dict[str, _List], dict[str, dict[int, int]]]:
    """The lists by id, those of one definition counting together; and where a list starts anew."""
    part = related_part(form.package, "numbering")
    root = form.package.xml(part) if part else None
    if root is None:
        return {}, {}
    definitions = {
        attribute(one, "abstractNumId"): _List(dict(map(_read_level, one.iterchildren(*names("lvl")))), _link(one))
        for one in root.iterchildren(*names("abstractNum"))
    }
    lists: dict[str, _List] = {}
    starts: dict[str, dict[int, int]] = {}
    for one in root.iterchildren(*names("num")):
        number = attribute(one, "numId") or ""
        definition = definitions.get(value_at(one, "abstractNumId"))
        if definition is not None:
            lists[number] = definition
        for override in one.iterchildren(*names("lvlOverride")):
            start = value_at(override, "startOverride")
            if start is not None:
                starts.setdefault(number, {})[_number(attribute(override, "ilvl"), 0)] = _number(start, 1)
    return lists, starts


def _read_level(level: etree._Element) -> tuple[int, _Level]:
    legal = child(level, "isLgl")
    return _number(attribute(level, "ilvl"), 0), _Level(
        value_at(level, "lvlText") or "",
        value_at(level, "numFmt") or "decimal",
        _number(value_at(level, "start"), 1),
        legal is not None and attribute(legal, "val") not in _OFF,
    )


def _link(definition: etree._Element) -> dict[str, int]:
    linked = ((value_at(level, "pStyle"), attribute(level, "ilvl")) for level in definition.iterchildren(*names("lvl")))
    return {style: _number(level, 0) for style, level in linked if style}


def _write(counted: _List, own: _Level) -> str:
    text = own.text
    for step in range(_LEVELS):
        if f"%{step + 1}" in text:
            level = counted.levels.get(step, own)
            count = counted.counts.get(step, level.start)
            write = _FORMATS.get("decimal" if own.is_legal else level.format, str)
            text = text.replace(f"%{step + 1}", write(count))
    return text.strip().rstrip(".):").lstrip("(")


def _roman(count: int) -> str:
    written = ""
    for value, letters in (*_ROMAN, *_SMALL_ROMAN):
        written += letters * (count // value)
        count %= value
    return written


def _letter(count: int) -> str:
    """Word counts a, b ... z, aa, bb: the same letter more often."""
    return chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26) if count > 0 else ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else default


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda _: "",
}
