"""The document properties people see under File > Info (ECMA-376 part 2, clause 11: core properties)."""

from __future__ import annotations

from collections.abc import Mapping

from ibndocs.office.xmltext import clean

CORE_PART = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAMES = {
    "title": f"{{{_DC}}}title",
    "creator": f"{{{_DC}}}creator",
    "subject": f"{{{_DC}}}subject",
    "keywords": f"{{{_CP}}}keywords",
    "language": f"{{{_DC}}}language",
    "created": f"{{{_TERMS}}}created",
    "modified": f"{{{_TERMS}}}modified",
}
MOMENTS = ("created", "modified")
_DAY = len("2026-01-15")
_MIDNIGHT = "T00:00:00Z"
"""A day alone is allowed by W3CDTF, but Office itself always writes a moment, and readers count on it."""
_EMPTY = f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_TERMS}" xmlns:xsi="{_XSI}"/>'


def format_property(name: str, value: str) -> str:
    """The text of a property; a day becomes the midnight it begins with."""
    text = clean(value)
    return text + _MIDNIGHT if name in MOMENTS and len(text) == _DAY else text


def write_core_properties(part: bytes | None, properties: Mapping[str, str]) -> bytes:
    """The core properties `part` (None: a new one) with `properties` set; the others stay.

    Args:
        part: The part as it is in the form.
        properties: By name: title, creator, subject, keywords, language, created and modified (ISO 8601).

    Raises:
        KeyError: For a property of another name.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(_EMPTY if part is None else part, parser)
    for name, value in properties.items():
        tag = _NAMES[name]
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        if name in MOMENTS:
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        element.text = format_property(name, value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
