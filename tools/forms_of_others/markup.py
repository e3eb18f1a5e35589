"""The WordprocessingML of forms: paragraphs, tables, fields, content controls, and the file around them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15" '
    f'xmlns:r="{OFFICE}"'
)
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
WIDTH = 9638
"""Between the margins, in twentieths of a point."""


def r(text: str, properties: str = "") -> str:
    """A run."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inside: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; text that is no markup becomes a run."""
    own = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    runs = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{runs}</w:p>"


def tc(content: str, width: int, *, span: int = 1, merge: str = "", shade: str = "") -> str:
    """A cell."""
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    own += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    own += {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, "")
    own += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    block = content if content.startswith(("<w:p>", "<w:sdt>", "<w:tbl>")) else p(content)
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{block}</w:tc>"


def tr(*cells: str, header: bool = False) -> str:
    """A row."""
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{''.join(cells)}</w:tr>"


def tbl(columns: tuple[int, ...], *rows: str, style: str = "Raster") -> str:
    """A table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    own = f'<w:tblStyle w:val="{style}"/>' if style else ""
    own += f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{own}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(
    name: str, inner: str, code: str, result: str = "\u2002\u2002\u2002\u2002\u2002", *, copied: bool = False
) -> str:
    """A legacy form field with a bookmark of its name, as Word makes it; one that was copied has the name only."""
    data = f'<w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/>{inner}</w:ffData>'
    mark = f'<w:bookmarkStart w:id="{{id}}" w:name="{name}"/>' if name and not copied else ""
    end = '<w:bookmarkEnd w:id="{id}"/>' if mark else ""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    return (
        f'{mark}<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{shown}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{end}'
    )


def text_field(name: str = "", kind: str = "", picture: str = "", most: int = 0, *, copied: bool = False) -> str:
    """A field for text."""
    inner = f'<w:type w:val="{kind}"/>' if kind else ""
    inner += f'<w:maxLength w:val="{most}"/>' if most else ""
    inner += f'<w:format w:val="{escape(picture)}"/>' if picture else ""
    return field(name, f"<w:textInput>{inner}</w:textInput>", "FORMTEXT", copied=copied)


def box_field(name: str = "") -> str:
    """A check box."""
    return field(name, '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", "")


def list_field(name: str, *entries: str) -> str:
    """A drop-down list."""
    listed = "".join(f'<w:listEntry w:val="{escape(entry)}"/>' for entry in entries)
    return field(name, f"<w:ddList>{listed}</w:ddList>", "FORMDROPDOWN", "")


def control(tag: str, content: str, kind: str = "<w:text/>", *, title: str = "", extra: str = "") -> str:
    """A content control; it shows its placeholder when the content is a run in that style."""
    shows = "<w:showingPlcHdr/>" if "Tijdelijk" in content and not content.startswith("<w:sdt") else ""
    own = f'<w:alias w:val="{escape(title or tag)}"/><w:tag w:val="{tag}"/>{extra}<w:id w:val="{{id}}"/>{shows}{kind}'
    return f"<w:sdt><w:sdtPr>{own}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def hint(text: str) -> str:
    """The run of a placeholder."""
    return r(text, '<w:rStyle w:val="Tijdelijk"/>')


def number_ids(xml: str, first: int = 1000) -> str:
    """Every `{id}` as a number from `first`; those of a bookmark come in pairs."""
    pieces = xml.split("{id}")
    ids: list[str] = []
    for number, piece in enumerate(pieces[:-1]):
        ids.append(ids[-1] if piece.endswith('<w:bookmarkEnd w:id="') else str(first + number))
    return "".join(piece + number for piece, number in zip(pieces, [*ids, ""], strict=True))


def style(kind: str, key: str, name: str, inside: str = "", based: str = "") -> str:
    """A style."""
    own = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{own}{inside}</w:style>'


def make_styles(font: str, colour: str) -> str:
    """The styles of a form in one font and one colour."""

    def heading(level: int, size: int) -> str:
        looks = f'<w:rPr><w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'
        spacing = (
            f'<w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        )
        return style("paragraph", f"Kop{level}", f"heading {level}", spacing + looks, "Standaard")

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    return (
        f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="20"/><w:lang w:val="nl-BE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="60"/></w:pPr></w:style>'
        + heading(1, 28)
        + heading(2, 22)
        + style(
            "paragraph",
            "Titel",
            "Title",
            f'<w:rPr><w:b/><w:color w:val="{colour}"/><w:sz w:val="40"/></w:rPr>',
            "Standaard",
        )
        + style(
            "paragraph",
            "Uitleg",
            "Uitleg",
            '<w:rPr><w:i/><w:color w:val="5A5A5A"/><w:sz w:val="18"/></w:rPr>',
            "Standaard",
        )
        + style("character", "Tijdelijk", "Placeholder Text", '<w:rPr><w:color w:val="767676"/></w:rPr>')
        + style("table", "Raster", "Table Grid", f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>")
        + "</w:styles>"
    )


def pack(body: str, styles: str, settings: str, parts: Mapping[str, str], title: str, creator: str) -> bytes:
    """The file.

    Args:
        body: What stands in `w:body`.
        styles: The styles part.
        settings: What stands in `w:settings`.
        parts: `header1` and `footer1`, and parts of custom XML by their full name.
        title: Of the document.
        creator: Of the document.
    """
    kinds = {"header1": ("header", "hdr"), "footer1": ("footer", "ftr")}
    overrides = {
        "word/document.xml": "document.main",
        "word/styles.xml": "styles",
        "word/settings.xml": "settings",
        **{f"word/{name}.xml": kind for name, (kind, _) in kinds.items() if name in parts},
    }
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{WORD}.{kind}+xml"/>' for part, kind in overrides.items()
    )
    links = [("styles", "styles.xml"), ("settings", "settings.xml")]
    links += [(kind, f"{name}.xml") for name, (kind, _) in kinds.items() if name in parts]
    links += [("customXml", f"../{name}") for name in parts if name.endswith("item1.xml")]
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator></cp:coreProperties>"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}<Override '
        f'PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}'
        f'/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata'
        '/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{number_ids(body)}</w:body></w:document>",
        "word/styles.xml": styles,
        "word/settings.xml": f"<w:settings {SPACES}>{settings}</w:settings>",
        **{
            f"word/{name}.xml": f"<w:{tag} {SPACES}>{number_ids(parts[name], 5000)}</w:{tag}>"
            for name, (_, tag) in kinds.items()
            if name in parts
        },
        **{name: text for name, text in parts.items() if "/" in name},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (2025, 9, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return target.getvalue()
