"""Puts a picture in the frame of a picture control: as large as fits, its proportions kept.

Source: ECMA-376 part 1, 20.1.8.13 (blip), 20.4.2.7 (extent).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ibndocs.office.word.manners import Shown
from ibndocs.office.word.resources import Resources
from ibndocs.office.word.tagging import Answer
from ibndocs.office.word.targets import Frame
from ibndocs.office.word.tree import BLIP, child, names

FRAME = "_frame"
"""The function that places a picture while a part is rendered."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture in its frame: the id of its relationship, and its size in English metric units."""

    embed: str
    width: int
    height: int


def place_picture(shown: Shown, width: int, height: int, embed: str, resources: Resources) -> Placed:
    """A picture as large as fits in a frame of this size; without one the form's own picture stays."""
    picture = shown.picture
    if picture is None:
        return Placed(embed, width, height)
    across, down = picture.width / picture.dpi[0], picture.height / picture.dpi[1]
    scale = min(width / across, height / down)
    return Placed(
        resources.picture(picture.data, picture.extension),
        max(1, round(across * scale)),
        max(1, round(down * scale)),
    )


def fill_frame(answer: Answer, target: Frame) -> None:
    """Write the tags of a picture in the drawing of a control."""
    blip = next(target.control.iter(BLIP))
    drawing = next(blip.iterancestors(*names("drawing")))
    sizes = list(_find_sizes(drawing))
    width, height = (int(sizes[0].get(side, "1")) for side in ("cx", "cy"))
    call = f'{FRAME}({answer.source}, {width}, {height}, "{blip.get(_EMBED, "")}")'
    blip.set(_EMBED, f"{{{{ {call}.embed }}}}")
    for item in list(blip):  # such as the same picture as SVG, which would be shown instead
        blip.remove(item)
    for cut in list(drawing.iter(f"{{{_DRAWING}}}srcRect")):
        cut.getparent().remove(cut)  # type: ignore[union-attr]
    for size in sizes:
        size.set("cx", f"{{{{ {call}.width }}}}")
        size.set("cy", f"{{{{ {call}.height }}}}")
    placeholder = child(target.control, "sdtPr", "showingPlcHdr")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)  # type: ignore[union-attr]


def _find_sizes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The size of the drawing in the text, then that of the picture in the drawing."""
    yield from drawing.iter("{*}extent")
    yield from drawing.iterfind(f".//{{*}}spPr/{{{_DRAWING}}}xfrm/{{{_DRAWING}}}ext")
