"""Draws `examples/medverpakking/teksten/beelden/kringloop.png`: the way of a reusable tray and of recyclable film.

Run as `python -m tools.examples.medverpakking_picture`. Needs Pillow, which comes with python-pptx.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TARGET = Path(__file__).parents[2] / "examples" / "medverpakking" / "teksten" / "beelden" / "kringloop.png"
SIZE = (1200, 520)
BOX = (230, 84)
DPI = 192
_INK = "#1E2B2A"
_REUSE = "#1F5C57"
_RECYCLE = "#B0601A"
_FILL = "#EAF3F1"

_BOXES = {
    "material": (40, 60, "Materiaal\nen folie"),
    "packaging": (340, 60, "Verpakking\nen schalen"),
    "device": (640, 60, "Hulpmiddelen\nsteriel verpakt"),
    "hospital": (930, 218, "Ziekenhuis\nen zorginstelling"),
    "wash": (640, 376, "Reiniging\nen sterilisatie"),
    "recycler": (40, 376, "Sortering\nen recyclage"),
}
_ARROWS = (
    ("#6B7B79", [(270, 102), (340, 102)]),
    ("#6B7B79", [(570, 102), (640, 102)]),
    ("#6B7B79", [(870, 102), (1045, 102), (1045, 218)]),
    (_REUSE, [(1045, 302), (1045, 418), (870, 418)]),
    (_REUSE, [(755, 376), (755, 144)]),
    (_RECYCLE, [(930, 260), (420, 260), (420, 418), (270, 418)]),
    (_RECYCLE, [(155, 376), (155, 144)]),
)


def draw_loop() -> Image.Image:
    """The picture, in a palette of few colours so that the file stays small."""
    picture = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(24)
    small = ImageFont.load_default(20)
    for colour, points in _ARROWS:
        pen.line(points, fill=colour, width=5, joint="curve")
        _draw_head(pen, colour, points[-2], points[-1])
    for left, top, words in _BOXES.values():
        pen.rounded_rectangle((left, top, left + BOX[0], top + BOX[1]), 12, fill=_FILL, outline=_INK, width=3)
        middle = (left + BOX[0] / 2, top + BOX[1] / 2)
        pen.multiline_text(middle, words, fill=_INK, font=font, anchor="mm", align="center")
    pen.text((880, 440), "terug voor hergebruik", fill=_REUSE, font=small, anchor="lm")
    pen.text((440, 288), "apart ingezameld voor recyclage", fill=_RECYCLE, font=small, anchor="lm")
    return picture.quantize(16, dither=Image.Dither.NONE)


def _draw_head(
    pen: ImageDraw.ImageDraw, colour: str, before: tuple[int, int], tip: tuple[int, int], reach: int = 14
) -> None:
    along = ((tip[0] > before[0]) - (tip[0] < before[0]), (tip[1] > before[1]) - (tip[1] < before[1]))
    base = (tip[0] - along[0] * reach, tip[1] - along[1] * reach)
    side = (along[1] * reach // 2, along[0] * reach // 2)
    pen.polygon([tip, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])], fill=colour)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    draw_loop().save(TARGET, optimize=True, dpi=(DPI, DPI))
