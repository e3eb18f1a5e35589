"""The parts around the document: header, footer, settings, lists, properties, and the package that holds them."""

from __future__ import annotations

from collections.abc import Mapping

from tools.forms.markup import NAMESPACES, attribute

from ibndocs.office.core_properties import CORE_PART, CORE_RELATIONSHIP, CORE_TYPE, write_core_properties
from ibndocs.office.package import Package

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_TYPES}.wordprocessingml"
_BULLETS = ("•", "–", "▪")
MADE_ON = "2025-12-04T00:00:00Z"
"""The day of the information session: a fixed date, so that a form made twice is the same file."""


def write_settings() -> str:
    """Settings: Dutch of Belgium, hyphens only where a style allows them, the layout of Word 2013 and later."""
    compat = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
    }
    listed = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{compat}" w:val="{value}"/>' for name, value in modes.items()
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="425"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="300"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{listed}</w:compat><w:themeFontLang w:val="nl-BE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def write_numbering() -> str:
    """Two lists: bullets and numbers, three levels each."""

    def level(number: int, kind: str, text: str) -> str:
        left = 425 * (number + 1)
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="425"/></w:pPr></w:lvl>'
        )

    bullets = "".join(level(number, "bullet", sign) for number, sign in enumerate(_BULLETS))
    numbers = "".join(level(number, "decimal", f"%{number + 1}.") for number in range(3))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        "</w:abstractNum>"
        for number, levels in enumerate((bullets, numbers))
    )
    uses = "".join(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(2))
    return f"<w:numbering {NAMESPACES}>{lists}{uses}</w:numbering>"


def _font_table() -> str:
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _relationships(items: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in items.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def _application_properties(application: str) -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{attribute(application)}</Application></Properties>"
    )


def pack(document: str, styles: str, stories: Mapping[str, str], *, title: str, subject: str, keywords: str) -> bytes:
    """The file.

    Args:
        document: The main part.
        styles: The styles part.
        stories: Headers and footers by relationship id, such as `header1`; the id is also the file name.
        title: Document property.
        subject: Document property.
        keywords: Document property.
    """
    kinds = {"styles": styles, "settings": write_settings(), "numbering": write_numbering(), "fontTable": _font_table()}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>' for name in sorted(kinds)
    )
    relations = {name: (f"{_OFFICE}/{name}", f"{name}.xml") for name in kinds}
    for name in stories:
        kind = name.rstrip("0123456789")
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        relations[name] = (f"{_OFFICE}/{kind}", f"{name}.xml")
    content_types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{types}'
        f'<Override PartName="/{CORE_PART}" ContentType="{CORE_TYPE}"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{_TYPES}.extended-properties+xml"/></Types>'
    )
    package = _relationships(
        {
            "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "core": (CORE_RELATIONSHIP, CORE_PART),
            "app": (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        }
    )
    texts = {
        "[Content_Types].xml": content_types,
        "_rels/.rels": package,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(relations),
        "docProps/app.xml": _application_properties("Microsoft Office Word"),
        **{f"word/{name}.xml": text for name, text in {**kinds, **stories}.items()},
    }
    properties = {"title": title, "subject": subject, "keywords": keywords, "created": MADE_ON, "modified": MADE_ON}
    core = write_core_properties(None, properties)
    parts = {name: (_DECLARATION + text).encode() for name, text in texts.items()}
    return Package([], title).write({**parts, CORE_PART: core})
