"""Characters that are check boxes: those of Unicode, and those of the fonts Wingdings and Wingdings 2.

Word writes a symbol of such a font as `w:sym`, other programs as a letter in that font or in the private use area
from F000 on (ECMA-376 part 1, 17.3.3.30).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ibndocs.office.word.tree import attribute, child, is_a, names

_OPEN, _TICKED, _TICK = "☐□❏❑❒⬜▢○◯", "☑☒", "☒"
_SYMBOLS = {
    "wingdings": ({0x6F, 0x71, 0x72, 0xA8}, {0x78, 0xFD, 0xFE}, 0xFE),
    "wingdings 2": ({0xA3}, {0x52, 0x53, 0x54}, 0x52),
}
"""Of each font the open boxes, the ticked ones, and the one that ticks."""
_OPEN_SYMBOLS = {"wingdings": 0xA8, "wingdings 2": 0xA3}
_PRIVATE = 0xF000


def find_glyphs(text: etree._Element) -> Iterator[int]:
    """The offsets of the check boxes in a `w:t`, or 0 for a `w:sym` that is one."""
    if is_a(text, "sym"):
        if _is_symbol(text, ""):
            yield 0
        return
    for offset, character in enumerate(text.text or ""):
        if character in _OPEN or character in _TICKED or (not character.isspace() and _is_symbol(text, character)):
            yield offset


def _is_symbol(element: etree._Element, character: str) -> bool:
    return any(_code(element, character) in codes for codes in _SYMBOLS.get(_font(element), ((), (), 0))[:2])


def only_glyph(parent: etree._Element) -> tuple[etree._Element, int] | None:
    """The check box that is all there is to see in `parent`: its element and its offset in that; None without one."""
    found = [(text, offset) for text in parent.iter(*names("t", "sym")) for offset in find_glyphs(text)]
    words = "".join(text.text or "" for text in parent.iter(*names("t"))).strip()
    if len(found) != 1 or len(words) > (0 if is_a(found[0][0], "sym") else 1):
        return None
    return found[0]


def is_ticked(element: etree._Element, offset: int) -> bool:
    """Whether the box at an offset of a `w:t`, or a `w:sym`, shows a tick."""
    character = (element.text or "")[offset : offset + 1]
    return character in _TICKED if character and character in _OPEN + _TICKED else _is_in_ticked(element, character)


def _is_in_ticked(element: etree._Element, character: str) -> bool:
    symbols = _SYMBOLS.get(_font(element))
    return symbols is not None and _code(element, character) in symbols[1]


def ticked_form(element: etree._Element) -> str:
    """What a box shows when it is ticked: a character, or the code of a `w:sym`."""
    character = (element.text or "")[:1]
    if character and character in _OPEN + _TICKED:
        return _TICK
    return _write_symbol(element, character, _SYMBOLS[_font(element)][2])


def open_form(element: etree._Element) -> str:
    """What a box shows when it is not ticked: what the form shows, or an open box when that is a tick."""
    character = (element.text or "")[:1]
    if not is_ticked(element, 0):
        return character or attribute(element, "char") or ""
    if character and character in _TICKED:
        return _OPEN[0]
    return _write_symbol(element, character, _OPEN_SYMBOLS[_font(element)])


def _write_symbol(element: etree._Element, character: str, code: int) -> str:
    """A symbol of the font as the element writes it: the code of a `w:sym`, or a character."""
    if is_a(element, "sym"):
        return f"{_PRIVATE | code:04X}"
    return chr(code | (_PRIVATE if ord(character) >= _PRIVATE else 0))


def _font(element: etree._Element) -> str:
    if is_a(element, "sym"):
        return (attribute(element, "font") or "").casefold()
    run = element.getparent()
    fonts = child(run, "rPr", "rFonts") if run is not None else None
    return (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "").casefold() if fonts is not None else ""


def _code(element: etree._Element, character: str) -> int:
    """The place of a symbol in its font."""
    try:
        code = int(attribute(element, "char") or "", 16) if is_a(element, "sym") else ord(character)
    except ValueError:
        return -1
    return code & 0xFF if code <= 0xFF or code >> 8 == _PRIVATE >> 8 else -1
