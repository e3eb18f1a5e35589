"""Values of a row that are more than text: a picture by its file name, Markdown, text in a colour or a size.

`{{ logo|image(width="4cm") }}`, `{{p text|markdown }}`, `{{ name|styled(bold=true, color="C00000") }}`: what docxtpl
needs Python objects for, from plain data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Markdown
from ibndocs.office.budget import refuse
from ibndocs.office.faults import ExpressionFault, shorten
from ibndocs.office.picture import EMU_PER_INCH, EMU_PER_TWIP, draw, find_picture
from ibndocs.office.printing import print_value
from ibndocs.office.word.formatting import TEXT_WIDTH, Properties, read_properties, write_run_properties
from ibndocs.office.xmltext import escape

if TYPE_CHECKING:
    from ibndocs.office.word.resources import Resources

RICH: Final = re.compile(r"\|\s*(?:image|markdown|styled)\b")
"""In a value tag: it gives more than text, so runs of its own."""
_LENGTH: Final = re.compile(r"\s*(\d{1,5}(?:[.,]\d{1,4})?)\s*(cm|mm|in|pt)\s*", re.IGNORECASE)
_EMU: Final = {"cm": 360_000, "mm": 36_000, "in": EMU_PER_INCH, "pt": 12_700}
_LARGEST: Final = 22 * EMU_PER_INCH
"""The largest page of Word."""
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6})")
_SIZES: Final = range(1, 1639)
_MOST_TO_LOOK_THROUGH: Final = 400_000_000
"""Characters after brackets: about a second; a hundred pages with a link on each line are a tenth of it."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture to draw; its size in English metric units, None for its own."""

    name: str
    width: int | None
    height: int | None
    description: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A text with run properties of its own."""

    text: str
    properties: Mapping[str, str] = field(default_factory=dict)


def as_image(value: object, width: object = None, height: object = None, description: object = "") -> Image:
    """The picture in the file `value` of the data's folder: `logo|image(width="4cm")`."""
    return Image(print_value(value), _read_length(width), _read_length(height), print_value(description))


def as_markdown(value: object) -> Markdown:
    """Text in Markdown: with `{{p }}` as paragraphs, else as runs.

    Raises:
        ExpressionFault: `TPL11`: after each of its many brackets, all that follows would be looked through.
    """
    if isinstance(value, Markdown):
        return value
    text = print_value(value)
    if text.count("[") * len(text) > _MOST_TO_LOOK_THROUGH:
        raise refuse("heeft te veel haken om Markdown te zijn", "has too many brackets to be Markdown")
    return Markdown(text)


def as_styled(
    value: object,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    strike: bool = False,
    color: str | None = None,
    size: float | None = None,
    font: str | None = None,
    style: str | None = None,
) -> Styled:
    """A text in a look of its own; `size` in points, `color` as six hex digits, `style` the id of a character style."""
    made: dict[str, str] = {}
    switches = {"b": bold, "bCs": bold, "i": italic, "iCs": italic, "strike": strike}
    made |= {name: f"<w:{name}/>" for name, on in switches.items() if on}
    if underline:
        made["u"] = '<w:u w:val="single"/>'
    if color is not None:
        found = _COLOUR.fullmatch(print_value(color))
        if found is None:
            raise _refuse(color, "geen kleur van zes hexcijfers", "no colour of six hex digits")
        made["color"] = f'<w:color w:val="{found[1].upper()}"/>'
    if size is not None:
        if isinstance(size, bool) or not isinstance(size, int | float) or int(size) not in _SIZES:
            raise _refuse(size, "geen lettergrootte in punten", "no size in points")
        made |= {name: f'<w:{name} w:val="{round(size * 2)}"/>' for name in ("sz", "szCs")}
    if font is not None:
        name = escape(print_value(font))
        made["rFonts"] = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    if style is not None:
        made["rStyle"] = f'<w:rStyle w:val="{escape(print_value(style))}"/>'
    return Styled(print_value(value), made)


def draw_image(image: Image, resources: Resources, folder: str | None) -> str:
    """The run of a picture, no wider than the text unless a size is asked.

    Raises:
        ExpressionFault: `TPL12`: there is no such picture in the folder.
    """
    picture = find_picture(folder, image.name)
    if picture is None:
        text = Text(
            nl=f"“{image.name}” is geen PNG, JPEG of GIF in de map van de gegevens",
            en=f"“{image.name}” is no PNG, JPEG or GIF in the folder of the data",
        )
        raise ExpressionFault("TPL12", text)
    width, height = picture.extent(TEXT_WIDTH * EMU_PER_TWIP)
    if image.width is not None or image.height is not None:
        across, down = picture.width / picture.dpi[0], picture.height / picture.dpi[1]
        width = image.width or round((image.height or 0) * across / down)
        height = image.height or round(width * down / across)
    drawing = draw(
        escape(resources.picture(picture.data, picture.extension)),
        resources.next_id(),
        description=image.description,
        size=(max(1, min(width, _LARGEST)), max(1, min(height, _LARGEST))),
    )
    return f"<w:r>{drawing}</w:r>"


def lay_over(styled: Styled, properties: str) -> str:
    """The `w:rPr` of a place with the look of a text over it."""
    own: Properties = {**read_properties(properties, "rPr"), **styled.properties}
    return write_run_properties(own)


def find_pictures_in(prose: Markdown, folder: str | None) -> Markdown:
    """Prose of the data, whose pictures are looked up in `folder`; prose of a description knows its own."""
    return replace(prose, folder=folder) if prose.folder is None else prose


def _read_length(value: object) -> int | None:
    if value is None:
        return None
    found = _LENGTH.fullmatch(print_value(value))
    if found is None:
        raise _refuse(value, 'geen maat zoals "4cm", "40mm", "2in" of "90pt"', 'no size such as "4cm", "40mm" or "2in"')
    return round(float(found[1].replace(",", ".")) * _EMU[found[2].lower()])


def _refuse(value: object, nl: str, en: str) -> ExpressionFault:
    shown = shorten(print_value(value))
    return ExpressionFault("TPL06", Text(nl=f"“{shown}” is {nl}", en=f"“{shown}” is {en}"))


DRAWING_FILTERS: Final = frozenset({"image", "markdown"})
"""The filters that may draw a picture out of the folder."""
RICH_FILTERS: Final = {"image": as_image, "markdown": as_markdown, "styled": as_styled}
