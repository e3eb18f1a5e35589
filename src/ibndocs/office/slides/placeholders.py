"""Placeholders by what they are for, in the words of PowerPoint's own menu.

ECMA-376 part 1, 19.7.10 (ST_PlaceholderType).
"""

from __future__ import annotations

from collections.abc import Mapping

from ibndocs.office.slides.shapes import Shape

PICTURE = "picture"
KINDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "ctrTitle"),
    "subtitle": ("subTitle",),
    "body": ("body", "obj"),
    PICTURE: ("pic", "clipArt"),
    "table": ("tbl",),
    "chart": ("chart",),
    "diagram": ("dgm",),
    "media": ("media",),
    "date": ("dt",),
    "footer": ("ftr",),
    "number": ("sldNum",),
    "header": ("hdr",),
}
"""What a placeholder is called in a slots file, and its types in the file."""
_BY_TYPE = {kind: name for name, kinds in KINDS.items() for kind in kinds}


def placeholder_kind(shape: Shape) -> str:
    """What a shape is the placeholder of; "" when it is none."""
    own = shape.placeholder
    return "" if own is None else _BY_TYPE.get(own[0], own[0])


def find_placeholders(shapes: list[Shape], kind: str) -> list[Shape]:
    """The placeholders of a kind, in the order of the slide."""
    return [shape for shape in shapes if placeholder_kind(shape) == kind.casefold()]
