"""The smallest pieces of WordprocessingML: runs, paragraphs, content controls, fields, bookmarks.

All give XML text with the prefix `w`. Source: ECMA-376-1, 17.3 (paragraphs, runs), 17.5.2 (controls), 17.16 (fields).
"""

from __future__ import annotations

from xml.sax.saxutils import escape

ACCENT = "1F6F5C"
TINT = "E8F2EE"
INK = "1E2B28"
GREY = "5F6B68"
RULE = "C9D8D2"
WHITE = "FFFFFF"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def attribute(text: str) -> str:
    """`text` as the value of an attribute."""
    return escape(text, {'"': "&quot;"})


def run(text: str, properties: str = "") -> str:
    """A run of text; a tab in it becomes a real tab."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    )
    return f"<w:r>{look}{pieces}</w:r>"


def paragraph(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph around runs; `properties` follow the style in the order of the schema."""
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{content}</w:p>"


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with its cached result."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, properties)}"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(tag: str, number: int, *, shown: str = "", properties: str = "") -> str:
    """A plain-text content control within a line, that shows `[shown]` until it is filled."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    placeholder = properties or '<w:rStyle w:val="PlaceholderText"/>'
    return (
        f'<w:sdt><w:sdtPr>{look}<w:alias w:val="{attribute(tag)}"/><w:tag w:val="{attribute(tag)}"/>'
        f'<w:id w:val="{number}"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>'
        f"<w:r><w:rPr>{placeholder}</w:rPr>"
        f'<w:t xml:space="preserve">[{escape(shown or tag)}]</w:t></w:r></w:sdtContent></w:sdt>'
    )


def bookmark(content: str, name: str, number: int) -> str:
    """`content` marked as the target of a link."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def shade(colour: str) -> str:
    """The shading of a cell or paragraph."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def edge(name: str, colour: str = RULE, size: int = 4, space: int = 0) -> str:
    """One border; `size` in eighths of a point."""
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def no_edge(name: str) -> str:
    """One border that is not drawn."""
    return f'<w:{name} w:val="nil"/>'
