"""The house style of the deck: theme, master and the layouts that its slides are made of."""

from __future__ import annotations

from tools.forms.pitch_markup import (
    HEIGHT,
    NAMESPACES,
    SLIDE_NUMBER,
    WIDTH,
    Box,
    Look,
    cm,
    common_data,
    model_placeholder,
    shape,
)

COLOURS = {
    "dk1": "1D2B27",
    "lt1": "FFFFFF",
    "dk2": "54655F",
    "lt2": "E8F2EE",
    "accent1": "1F6F5C",
    "accent2": "7DB8A6",
    "accent3": "B9561A",
    "accent4": "BBD9CF",
    "accent5": "164F42",
    "accent6": "FBE9DC",
    "hlink": "1F6F5C",
    "folHlink": "54655F",
}
"""Deep green with its tints, and one warm colour (accent3, its tint accent6) for what must be seen first."""
GREEN, LIGHT, WARM, PALE, DEEP, WARM_TINT = (f"accent{number}" for number in range(1, 7))
INK, MUTED, TINT, WHITE = "tx1", "tx2", "bg2", "bg1"

LEFT, RIGHT = 1.7, 32.17
TOP, BOTTOM = 4.25, 17.4
FULL = RIGHT - LEFT

TITLE = Look(28, INK, bold=True, line=92)
KICKER = Look(14, GREEN, bold=True, caps=True)
SMALL = Look(11, MUTED)
NOTICE = "NIET het officiële sjabloon"

_TITLE_BOX = Box(LEFT, 1.6, FULL, 2.35)
_KICKER_BOX = Box(LEFT, 0.85, 22, 0.7)
_FOOTER_BOX = Box(LEFT, 18.0, 20, 0.6)
_NUMBER_BOX = Box(RIGHT - 2, 18.0, 2, 0.6)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_KEEP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def write_theme() -> str:
    """Colours, fonts, and the three plain fills, lines and effects that the schema asks."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{plain}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme {NAMESPACES} name="Pitch IBN"><a:themeElements>'
        f'<a:clrScheme name="Pitch IBN">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Pitch IBN"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Pitch IBN"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def write_master(layouts: int) -> str:
    """Title, kicker-less body, footer, number, and the notice that no slide may lose."""
    body = Box(LEFT, TOP, FULL, BOTTOM - TOP)
    shapes = (
        model_placeholder(2, "Titel", "title", _TITLE_BOX, TITLE, "De boodschap van deze dia")
        + model_placeholder(3, "Tekst", "body", body, Look(18), "Tekst", index=1)
        + _footer()
    )
    listed = "".join(f'<p:sldLayoutId id="{2**31 + number}" r:id="rId{number}"/>' for number in range(1, layouts + 1))
    levels = "".join(Look(size).level_style(level) for level, size in enumerate((18, 16, 14, 14, 14), start=1))
    return (
        f"<p:sldMaster {NAMESPACES}>{common_data(shapes, background=WHITE)}{_MAP}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{TITLE.level_style(1)}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{Look(18).level_style(1)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _footer(colour: str = MUTED, margin: float = 2) -> str:
    look = SMALL.but(colour=colour)
    notice = Box(21.0, 18.0, RIGHT - margin - 21.0, 0.6)
    return (
        model_placeholder(4, "Voettekst", "ftr", _FOOTER_BOX, look, "Acroniem en oproep", index=20, anchor="ctr")
        + model_placeholder(
            5,
            "Dianummer",
            "sldNum",
            _NUMBER_BOX,
            look.but(align="r"),
            "",
            index=21,
            anchor="ctr",
            content=SLIDE_NUMBER,
        )
        + shape(6, "Vermelding", notice, [(NOTICE, look.but(align="r"))], anchor="ctr")
    )


def write_layouts() -> list[str]:
    """The layouts by number: cover, content, content beside a panel."""
    return [_cover(), _content("Inhoud"), _content("Inhoud met paneel", panel=True)]


PANEL = Box(22.6, TOP, RIGHT - 22.6, BOTTOM - TOP)


def _content(name: str, *, panel: bool = False) -> str:
    shapes = shape(8, "Paneel", PANEL, colour=TINT) if panel else ""
    shapes += (
        model_placeholder(2, "Titel", "title", _TITLE_BOX, TITLE, "De boodschap van deze dia")
        + model_placeholder(3, "Rubriek", "body", _KICKER_BOX, KICKER, "Rubriek", index=10)
        + _footer_places()
    )
    return _layout(name, "obj", shapes)


def _footer_places() -> str:
    """The footer and the number of a layout; the notice is the master's and shows through."""
    look = SMALL
    return model_placeholder(
        4, "Voettekst", "ftr", _FOOTER_BOX, look, "Acroniem en oproep", index=20, anchor="ctr"
    ) + model_placeholder(
        5, "Dianummer", "sldNum", _NUMBER_BOX, look.but(align="r"), "", index=21, anchor="ctr", content=SLIDE_NUMBER
    )


def _cover() -> str:
    """Green all over, with two circles that share a part: companies that do together what none does alone."""
    shapes = (
        _circle(10, Box(20.2, -3.2, 15.2, 15.2), "accent5", 55)
        + _circle(11, Box(25.4, 6.6, 15.2, 15.2), "accent2", 24)
        + model_placeholder(3, "Rubriek", "body", Box(LEFT, 1.7, 22, 0.9), _on_green(KICKER), "Rubriek", index=10)
        + model_placeholder(
            2, "Titel", "ctrTitle", Box(LEFT, 4.5, 24, 2.7), Look(66, WHITE, bold=True, line=90), "Acroniem", anchor="b"
        )
        + model_placeholder(
            7, "Ondertitel", "subTitle", Box(LEFT, 7.5, 15.6, 3.6), Look(26, WHITE, line=95), "Volledige titel", index=1
        )
        + model_placeholder(
            9, "Aanvrager", "body", Box(LEFT, 16.3, 20, 0.9), Look(16, PALE), "Aanvrager en datum", index=11
        )
        + _footer(PALE, margin=0)
    )
    return _layout("Titel", "title", shapes, background=GREEN, own=True)


def _on_green(look: Look) -> Look:
    return look.but(colour=PALE)


def _circle(number: int, box: Box, colour: str, opacity: int) -> str:
    plain = shape(number, f"Cirkel {number}", box, colour=colour, geometry="ellipse")
    return plain.replace(
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:ln>',
        f'<a:schemeClr val="{colour}"><a:alpha val="{opacity * 1000}"/></a:schemeClr></a:solidFill><a:ln>',
    )


def _layout(name: str, kind: str, shapes: str, *, background: str = "", own: bool = False) -> str:
    hide = ' showMasterSp="0"' if own else ""
    return (
        f'<p:sldLayout {NAMESPACES} type="{kind}" preserve="1"{hide}>'
        f"{common_data(shapes, background=background, name=name)}{_KEEP}</p:sldLayout>"
    )


def write_presentation(slides: int, master: str, first: int) -> str:
    """The main part; `first` is the number of the first slide's relationship."""
    listed = "".join(f'<p:sldId id="{256 + number}" r:id="rId{first + number}"/>' for number in range(slides))
    levels = "".join(Look(18).level_style(level) for level in range(1, 10))
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{2**31}" r:id="{master}"/></p:sldMasterIdLst><p:sldIdLst>{listed}</p:sldIdLst>'
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="{cm(19.05)}" cy="{cm(25.4)}"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )
