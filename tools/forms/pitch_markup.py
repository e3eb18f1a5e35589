"""The smallest pieces of a slide: lengths, looks, runs, paragraphs, shapes (ECMA-376 part 1, 19.3 and 21.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.forms.markup import attribute

WIDTH, HEIGHT = 12_192_000, 6_858_000
LANGUAGE = "nl-BE"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def cm(length: float) -> int:
    """Centimetres in EMU, the unit of DrawingML."""
    return round(length * 360_000)


@dataclass(frozen=True)
class Box:
    """A place on the slide, in centimetres; the slide is 33.87 by 19.05."""

    left: float
    top: float
    width: float
    height: float

    def write(self, tag: str = "a:xfrm") -> str:
        """The transform."""
        return (
            f'<{tag}><a:off x="{cm(self.left)}" y="{cm(self.top)}"/>'
            f'<a:ext cx="{cm(self.width)}" cy="{cm(self.height)}"/></{tag}>'
        )


@dataclass(frozen=True)
class Look:
    """How a run looks and how its paragraph stands; `colour` is a name of the theme."""

    size: float = 16
    colour: str = "tx1"
    bold: bool = False
    caps: bool = False
    align: str = "l"
    above: float = 0
    line: int = 100

    def run_properties(self, tag: str = "a:rPr") -> str:
        """The character properties."""
        marks = ' b="1"' if self.bold else ' b="0"'
        marks += ' cap="all" spc="120"' if self.caps else ""
        language = f' lang="{LANGUAGE}"' if tag != "a:defRPr" else ""
        return (
            f'<{tag}{language} sz="{round(self.size * 100)}"{marks}><a:solidFill><a:schemeClr val="{self.colour}"/>'
            f'</a:solidFill><a:latin typeface="+mn-lt"/></{tag}>'
        )

    def paragraph_properties(self, level: int = 0, *, tag: str = "a:pPr", inner: str = "") -> str:
        """The paragraph properties; no bullet and no indent at any level, so that levels may serve as looks."""
        at = f' lvl="{level}"' if level and tag == "a:pPr" else ""
        return (
            f'<{tag} marL="0" indent="0" algn="{self.align}"{at}>'
            f'<a:lnSpc><a:spcPct val="{self.line * 1000}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{round(self.above * 100)}"/></a:spcBef><a:buNone/>{inner}</{tag}>'
        )

    def level_style(self, level: int) -> str:
        """A level of a list style, for a placeholder."""
        return self.paragraph_properties(tag=f"a:lvl{level}pPr", inner=self.run_properties("a:defRPr"))

    def but(self, **changes: object) -> Look:
        """The same look with something else."""
        return replace(self, **changes)  # type: ignore[arg-type]


Line = tuple[str, Look]
"""The how-manieth line is also its level, so that a slot may choose a look by level."""


def paragraph(text: str, look: Look, level: int = 0) -> str:
    """A paragraph of one run."""
    content = f"<a:r>{look.run_properties()}<a:t>{attribute(text)}</a:t></a:r>" if text else ""
    return f"<a:p>{look.paragraph_properties(level)}{content}{look.run_properties('a:endParaRPr')}</a:p>"


def paragraphs(lines: Sequence[Line]) -> str:
    """Paragraphs, each a level deeper than the one before."""
    return "".join(paragraph(text, look, level) for level, (text, look) in enumerate(lines))


def body_properties(anchor: str = "t", inset: float = 0) -> str:
    """A text body that never changes its size by itself."""
    side = cm(inset)
    return (
        f'<a:bodyPr wrap="square" lIns="{side}" tIns="{side}" rIns="{side}" bIns="{side}" anchor="{anchor}" '
        'rtlCol="0"><a:noAutofit/></a:bodyPr>'
    )


def fill(colour: str | None) -> str:
    """A solid fill in a colour of the theme, or none."""
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def shape(
    number: int,
    name: str,
    box: Box,
    lines: Sequence[Line] = (),
    *,
    colour: str | None = None,
    anchor: str = "t",
    inset: float = 0,
    geometry: str = "rect",
) -> str:
    """A shape with or without text; one without is hidden from screen readers as decoration."""
    kind = "" if colour else ' txBox="1"'
    decoration = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    text = paragraphs(lines) if lines else f'<a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}">{"" if lines else decoration}</p:cNvPr>'
        f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{box.write()}<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{fill(colour)}'
        f"<a:ln><a:noFill/></a:ln></p:spPr>"
        f"<p:txBody>{body_properties(anchor, inset)}<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def placeholder(number: int, name: str, kind: str, text: str, *, index: int = 0, content: str = "") -> str:
    """A placeholder on a slide: it takes its place and looks from the layout."""
    at = f' idx="{index}"' if index else ""
    inner = content or f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{attribute(text)}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{at}/></p:nvPr></p:nvSpPr><p:spPr/>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}<a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def model_placeholder(
    number: int,
    name: str,
    kind: str,
    box: Box,
    look: Look,
    text: str,
    *,
    index: int = 0,
    anchor: str = "t",
    content: str = "",
) -> str:
    """A placeholder on a master or a layout, with its place and its looks."""
    at = f' idx="{index}"' if index else ""
    inner = content or f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{attribute(text)}</a:t></a:r>'
    size = ' sz="quarter"' if kind in ("ftr", "sldNum") else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{size}{at}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{box.write()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(anchor)}<a:lstStyle>{look.level_style(1)}</a:lstStyle>"
        f'<a:p>{inner}<a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


SLIDE_NUMBER = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{LANGUAGE}"/>' + (
    "<a:t>‹nr.›</a:t></a:fld>"
)
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def common_data(shapes: str, *, background: str = "", name: str = "") -> str:
    """What slides, layouts and masters have in common."""
    called = f' name="{attribute(name)}"' if name else ""
    ground = f"<p:bg><p:bgPr>{fill(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    return f"<p:cSld{called}>{ground}<p:spTree>{TREE_HEAD}{shapes}</p:spTree></p:cSld>"
