"""The styles of all Word forms: one face, one colour, and for every kind of text one style.

The face is Calibri; LibreOffice sets Carlito in its place, which runs exactly as wide. Names are Word's own English
names where Word has such a style, so that any program knows them; the others are Dutch. ECMA-376-1, 17.7.
"""

from __future__ import annotations

from tools.forms.markup import ACCENT, GREY, INK, NAMESPACES, RULE, TINT, WHITE, edge, no_edge, shade

_HEADINGS = {
    # level: (half points, colour, before, after, more paragraph properties)
    1: (34, ACCENT, 480, 120, f"<w:pBdr>{edge('bottom', ACCENT, 8, 4)}</w:pBdr>"),
    2: (25, ACCENT, 320, 60, ""),
    3: (22, INK, 240, 60, ""),
    4: (21, GREY, 200, 40, ""),
}


def _style(
    kind: str,
    identifier: str,
    name: str,
    *,
    based: str = "Normal",
    following: str = "",
    paragraph: str = "",
    run: str = "",
    extra: str = "",
    quick: bool = True,
    custom: bool = False,
) -> str:
    inherits = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    look += f"<w:rPr>{run}</w:rPr>" if run else ""
    own = ' w:customStyle="1"' if custom else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{identifier}"><w:name w:val="{name}"/>{inherits}{after}'
        f"{'<w:qFormat/>' if quick else ''}{look}{extra}</w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _spacing(before: int, after: int, line: int = 240) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _defaults() -> str:
    return (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" '
        f'w:cs="Calibri"/>{_colour(INK)}{_size(21)}<w:lang w:val="nl-BE" w:eastAsia="nl-BE" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{_spacing(0, 120, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _headings() -> list[str]:
    styles = []
    for level, (size, colour, before, after, more) in _HEADINGS.items():
        layout = (
            f"<w:keepNext/><w:keepLines/>{more}<w:suppressAutoHyphens/>{_spacing(before, after)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        look = f"<w:b/><w:bCs/>{_colour(colour)}{_size(size)}"
        styles.append(
            _style("paragraph", f"Heading{level}", f"heading {level}", following="Normal", paragraph=layout, run=look)
        )
    return styles


def _front() -> list[str]:
    return [
        _style("paragraph", "Title", "Title", paragraph=f"<w:suppressAutoHyphens/>{_spacing(0, 120)}",
               run=f"<w:b/><w:bCs/>{_colour(WHITE)}{_size(72)}"),
        _style("paragraph", "Subtitle", "Subtitle", paragraph=f"<w:suppressAutoHyphens/>{_spacing(0, 0)}",
               run=f"{_colour(WHITE)}{_size(30)}"),
        _style("paragraph", "Acroniem", "Acroniem", based="Subtitle", run=f"<w:b/><w:bCs/>{_size(44)}", custom=True),
        _style("paragraph", "Oproep", "Oproep", paragraph=f"<w:suppressAutoHyphens/>{_spacing(0, 200)}",
               run=f'<w:caps/>{_colour("CFE6DD")}<w:spacing w:val="30"/>{_size(19)}', custom=True),
        _style("paragraph", "TOCHeading", "TOC Heading", paragraph=f"<w:keepNext/>{_spacing(0, 160)}",
               run=f"<w:b/><w:bCs/>{_colour(ACCENT)}{_size(34)}"),
        _style("paragraph", "TOC1", "toc 1", paragraph=f"<w:keepNext/><w:suppressAutoHyphens/>{_spacing(180, 20)}",
               run=f"<w:b/><w:bCs/>{_colour(ACCENT)}{_size(21)}", quick=False),
        _style("paragraph", "TOC2", "toc 2",
               paragraph=f'<w:suppressAutoHyphens/>{_spacing(10, 10)}<w:ind w:left="567" w:hanging="567"/>',
               run=_size(20), quick=False),
    ]  # fmt: skip


def _texts() -> list[str]:
    box = "".join(edge(name, TINT, 4, 6) for name in ("top",)) + edge("left", ACCENT, 24, 8)
    box += edge("bottom", TINT, 4, 6) + edge("right", TINT, 4, 6)
    return [
        _style("paragraph", "Toelichting", "Toelichting", following="Normal",
               paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(0, 100)}",
               run=f"<w:i/><w:iCs/>{_colour(GREY)}{_size(18)}",
               custom=True),
        _style("paragraph", "Instructie", "Instructie",
               paragraph=f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{shade(TINT)}{_spacing(120, 200, 264)}"
               '<w:ind w:left="200" w:right="160"/>', run=_size(19), custom=True),
        _style("paragraph", "Caption", "caption", following="Normal",
               paragraph=f"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{_spacing(200, 80)}",
               run=f"<w:b/><w:bCs/>{_colour(ACCENT)}{_size(18)}"),
        _style("paragraph", "Tabeltekst", "Tabeltekst",
               paragraph=f'<w:suppressAutoHyphens w:val="0"/>{_spacing(30, 30)}', run=_size(18), custom=True),
        _style("paragraph", "Tabelkop", "Tabelkop", based="Tabeltekst",
               paragraph="<w:keepNext/><w:suppressAutoHyphens/>", run=f"<w:b/><w:bCs/>{_colour(ACCENT)}", custom=True),
        _style("paragraph", "Tabellabel", "Tabellabel", based="Tabeltekst", paragraph="<w:suppressAutoHyphens/>",
               run=f"<w:b/><w:bCs/>{_colour(INK)}", custom=True),
        _style("paragraph", "Tabelnoot", "Tabelnoot", based="Tabeltekst",
               run=f"<w:i/><w:iCs/>{_colour(GREY)}{_size(17)}", custom=True),
        _style("paragraph", "Tabelcompact", "Tabelcompact", based="Tabeltekst", paragraph=_spacing(0, 0), run=_size(16),
               custom=True),
        _style("paragraph", "Kerncijfer", "Kerncijfer", based="Tabeltekst", following="Kerncijferlabel",
               paragraph=f"<w:keepNext/>{_spacing(0, 0)}", run=f"<w:b/><w:bCs/>{_colour(ACCENT)}{_size(36)}",
               custom=True),
        _style("paragraph", "Kerncijferlabel", "Kerncijferlabel", based="Tabeltekst",
               paragraph=_spacing(0, 0), run=f"{_colour(GREY)}{_size(17)}", custom=True),
        _style("paragraph", "Tussenruimte", "Tussenruimte", paragraph=f'{_spacing(0, 0, 20).replace("auto", "exact")}',
               run=_size(2), custom=True, quick=False),
        _style("paragraph", "ListParagraph", "List Paragraph", paragraph='<w:ind w:left="425"/><w:contextualSpacing/>'),
        _style("paragraph", "ListBullet", "List Bullet",
               paragraph='<w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/>'),
        _style("paragraph", "ListNumber", "List Number",
               paragraph='<w:numPr><w:numId w:val="2"/></w:numPr><w:contextualSpacing/>'),
        _style("paragraph", "Quote", "Quote", following="Normal",
               paragraph=f'<w:pBdr>{edge("left", ACCENT, 18, 10)}</w:pBdr>{_spacing(80, 160, 264)}'
               '<w:ind w:left="340" w:right="340"/>', run=f"<w:i/><w:iCs/>{_colour(GREY)}"),
        _style("paragraph", "Header", "header", paragraph=f'<w:pBdr>{edge("bottom", RULE, 4, 4)}</w:pBdr>'
               f'<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>{_spacing(0, 0)}',
               run=f"{_colour(GREY)}{_size(16)}", quick=False),
        _style("paragraph", "Footer", "footer", paragraph=f'<w:pBdr>{edge("top", RULE, 4, 4)}</w:pBdr>'
               f'<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>{_spacing(0, 0)}',
               run=f"{_colour(GREY)}{_size(16)}", quick=False),
    ]  # fmt: skip


def _characters() -> list[str]:
    return [
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph '
        'Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        _style("character", "Hyperlink", "Hyperlink", based="DefaultParagraphFont", quick=False,
               run=f'{_colour(ACCENT)}<w:u w:val="single"/>'),
        _style("character", "PlaceholderText", "Placeholder Text", based="DefaultParagraphFont", quick=False,
               run=_colour("7A8784")),
        _style("character", "Strong", "Strong", based="DefaultParagraphFont", run="<w:b/><w:bCs/>"),
        _style("character", "Emphasis", "Emphasis", based="DefaultParagraphFont", run="<w:i/><w:iCs/>"),
    ]  # fmt: skip


def _tables() -> list[str]:
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    plain = margins.replace('"40"', '"0"').replace('"85"', '"108"')
    lines = edge("top", ACCENT, 8) + no_edge("left") + edge("bottom", ACCENT, 8) + no_edge("right")
    borders = f"<w:tblBorders>{lines}{edge('insideH')}{no_edge('insideV')}</w:tblBorders>"
    first = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>{_colour(ACCENT)}</w:rPr><w:tcPr>'
        f"<w:tcBorders>{edge('bottom', ACCENT, 8)}</w:tcBorders>{shade(TINT)}</w:tcPr></w:tblStylePr>"
    )
    prose = f"<w:pPr>{_spacing(0, 0)}</w:pPr><w:rPr>{_size(18)}</w:rPr>"
    body = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}{margins}</w:tblPr>{first}'
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{plain}'
        "</w:tblPr></w:style>",
        _style("table", "TableGrid", "Table Grid", based="TableNormal", extra=prose + body, quick=False),
        _style("table", "Formuliertabel", "Formuliertabel", based="TableNormal", extra=body, custom=True),
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority '
        'w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    ]


def write_styles() -> str:
    """The styles part."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
    )
    styles = [normal, *_headings(), *_front(), *_texts(), *_characters(), *_tables()]
    return f"<w:styles {NAMESPACES}>{_defaults()}{''.join(styles)}</w:styles>"
