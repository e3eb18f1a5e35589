"""How the workbook forms look: colours, number formats and the roles a cell can have."""

from __future__ import annotations

from typing import Final

from tools.forms.markup import ACCENT, GREY, INK, RULE, TINT, WHITE

INPUT: Final = "FFF8E1"
INPUT_EDGE: Final = "E8D9A8"
MIDDLE: Final = "8CC3B0"
SAND: Final = "D9A441"
SLATE: Final = "4F6D7A"
DARK: Final = "17352D"
GOOD: Final = {"font_color": "#1F6F5C", "bg_color": "#DDEFE8", "bold": True}
BAD: Final = {"font_color": "#A3262A", "bg_color": "#FBE3E1", "bold": True}
PENDING: Final = {"font_color": "#7A5B00", "bg_color": "#FCEFC9"}

Properties = dict[str, object]

# The locale in the brackets lets dates and separators read in the Dutch of Belgium wherever the program follows it;
# `_)` keeps a number off the edge of its cell.
_DASH: Final = '"–"_)'


def _number(digits: str, *, zero: str = _DASH) -> Properties:
    code = f"[$-813]{digits}_);[$-813]\\-{digits}_)" + (f";{zero}" if zero else "")
    return {"num_format": code, "align": "right", "indent": 0}


EURO: Final = '"€ "#,##0.00'
KINDS: Final[dict[str, Properties]] = {
    "text": {"num_format": "@"},
    "short": {"align": "left", "indent": 1},
    "name": {"align": "right", "indent": 1},
    "wrapped": {"text_wrap": True, "align": "left", "indent": 1},
    "choice": {"align": "center"},
    "euro": _number(EURO),
    "zero": _number(EURO, zero=""),
    "percent": _number("0.0\\ %", zero=""),
    "rate": _number("0\\ %", zero=""),
    "fte": _number("0.00"),
    "count": _number("#,##0"),
    "index": _number("0.000", zero=""),
    "date": {"num_format": "[$-813]d\\ mmmm\\ yyyy", "align": "left"},
}


def _edges(colour: str, *sides: str, weight: int = 1) -> Properties:
    return {key: value for side in sides for key, value in ((side, weight), (f"{side}_color", f"#{colour}"))}


_LEFT: Final[Properties] = {"align": "left", "indent": 1}
_PLAIN: Final[Properties] = {"font_name": "Calibri", "font_size": 10, "font_color": f"#{INK}", "valign": "vcenter"}
_BAND: Final[Properties] = {"bg_color": f"#{ACCENT}", "font_color": f"#{WHITE}", **_LEFT}
ROLES: Final[dict[str, Properties]] = {
    "plain": {},
    "title": {**_BAND, "bold": True, "font_size": 18},
    "subtitle": {**_BAND, "font_color": "#CFE6DD", "font_size": 10},
    "notice": {"font_color": f"#{GREY}", "italic": True, "font_size": 9, **_LEFT},
    "section": {"bold": True, "font_size": 13, "font_color": f"#{ACCENT}", **_edges(ACCENT, "bottom", weight=2)},
    "head": {
        **{"bold": True, "font_color": f"#{ACCENT}", "bg_color": f"#{TINT}", "text_wrap": True, "align": "center"},
        **_edges(ACCENT, "bottom"),
        **_edges(WHITE, "left", "right"),
    },
    "head left": {
        **{"bold": True, "font_color": f"#{ACCENT}", "bg_color": f"#{TINT}", "text_wrap": True, **_LEFT},
        **_edges(ACCENT, "bottom"),
        **_edges(WHITE, "right"),
    },
    "subhead": {"font_color": f"#{GREY}", "font_size": 9, "align": "center", **_edges(RULE, "bottom")},
    "label": {**_edges(RULE, "bottom"), "text_wrap": True, **_LEFT},
    "strong": {**_edges(RULE, "bottom"), "bold": True, "text_wrap": True, **_LEFT},
    "calc": _edges(RULE, "bottom", "left", "right"),
    "input": {"bg_color": f"#{INPUT}", **_edges(INPUT_EDGE, "bottom", "top", "left", "right")},
    "total": {**_LEFT, "bold": True, "bg_color": f"#{TINT}", **_edges(ACCENT, "top", "bottom")},
    "words": {
        **{"text_wrap": True, "valign": "top", "bg_color": f"#{INPUT}", **_LEFT},
        **_edges(INPUT_EDGE, "left", "right"),
    },
    "prose": {"text_wrap": True, "valign": "top", **_LEFT},
}


def compose(role: str, kind: str, **extra: object) -> Properties:
    """All properties of a cell: of its role, of the kind of its value, and its own."""
    kinds = KINDS.get(kind, {})
    properties = {**_PLAIN, **ROLES[role], **kinds, **extra}
    if properties.get("align") not in ("left", "right"):
        properties.pop("indent", None)
    return properties
