"""Adds relationships and content types to a package that gets new parts (ECMA-376 part 2, 9.3 and 10.1.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NONE = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
_PICTURE_TYPES = {"jpg": "image/jpeg", "svg": "image/svg+xml", "tif": "image/tiff", "emf": "image/x-emf"}


def add_relationships(package: Package, part: str, added: Iterable[Mapping[str, str]]) -> bytes:
    """The relationships of `part` ("" for the package) with `added`, each given by its XML attributes."""
    from lxml import etree

    name = relationships_part(part)
    root = package.xml(name) if name in package else etree.fromstring(_NONE)
    for item in added:
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", dict(item))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_types(package: Package, pictures: Iterable[str], overrides: Mapping[str, str]) -> bytes:
    """The content types with those of new parts: pictures go by their extension, others by name."""
    from lxml import etree

    root = package.xml(CONTENT_TYPES)
    known = {item.get("Extension", "").lower() for item in root.iter("{*}Default")}
    for extension in sorted({posixpath.splitext(part)[1][1:] for part in pictures} - known):
        kind = _PICTURE_TYPES.get(extension, f"image/{extension}")
        root.insert(0, etree.Element(f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": kind}))
    for part, kind in overrides.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": kind})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
