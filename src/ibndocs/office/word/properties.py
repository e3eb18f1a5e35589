"""The document properties of the documents of one template, set without reading the part again for each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ibndocs.office.core_properties import (
    CORE_PART,
    CORE_RELATIONSHIP,
    CORE_TYPE,
    format_property,
    write_core_properties,
)
from ibndocs.office.package import CONTENT_TYPES, Package, relationships_part
from ibndocs.office.relations import add_relationships, add_types
from ibndocs.office.xmltext import escape

_SEAM = re.compile(r"ibn-seam-(\w+);")


class PropertyWriter:
    """Writes the core properties of one document after another."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.part = next(package.related("", "core-properties"), CORE_PART)
        self._patterns: dict[tuple[str, ...], str] = {}

    def write(self, properties: Mapping[str, str], rendered: bytes | None = None) -> dict[str, bytes]:
        """The parts that change when `properties` are set; the others of the template stay.

        Args:
            properties: The values by name, as in `write_core_properties`.
            rendered: The part as it is in this document, when the template has tags in it.
        """
        if not properties:
            return {}
        if rendered is not None:
            return {self.part: write_core_properties(rendered, properties)}
        keys = tuple(sorted(properties))
        if keys not in self._patterns:
            self._patterns[keys] = self._make_pattern(keys)
        xml = _SEAM.sub(lambda seam: escape(format_property(seam[1], properties[seam[1]])), self._patterns[keys])
        if self.part in self._package:
            return {self.part: xml.encode()}
        relationship = {"Id": "rIdIbnCore", "Type": CORE_RELATIONSHIP, "Target": CORE_PART}
        return {
            CORE_PART: xml.encode(),
            relationships_part(""): add_relationships(self._package, "", [relationship]),
            CONTENT_TYPES: add_types(self._package, (), {CORE_PART: CORE_TYPE}),
        }

    def _make_pattern(self, keys: tuple[str, ...]) -> str:
        part = self._package.part(self.part) if self.part in self._package else None
        return write_core_properties(part, {key: f"ibn-seam-{key};" for key in keys}).decode()
