"""An outline as JSON for scripts; the format is described by `schemas/outline.schema.json` and has a version."""

from __future__ import annotations

from typing import Any

from ibndocs.cli.formats.envelope import describe_envelope, describe_object, write_envelope
from ibndocs.cli.formats.json import describe_finding, finding_properties
from ibndocs.cli.language import Language
from ibndocs.office.outline import Item, Kind, Outline
from ibndocs.office.places import Office

FORMAT = 1


def write_json(outline: Outline, language: Language) -> str:
    """The outline as one JSON object."""
    data = {
        "file": outline.file,
        "office": outline.office.value,
        "sha256": outline.sha256,
        "facts": dict(outline.facts),
        "items": [_describe_item(item) for item in outline.items],
        "findings": [describe_finding(finding, language) for finding in outline.findings],
    }
    return write_envelope(FORMAT, data)


def _describe_item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "label": item.label,
        "at": item.anchor or None,
        "where": list(item.where),
        "text": item.text,
        "depth": item.depth,
        "choices": list(item.choices),
        "facts": dict(item.facts),
    }


def describe_outline_format() -> dict[str, Any]:
    """The JSON Schema of the format."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    facts = {"type": "object", "additionalProperties": {"type": "string"}}
    item = {
        "kind": {"enum": [kind.value for kind in Kind]},
        "label": {**text, "description": "The words printed at it."},
        "at": {
            "type": ["object", "null"],
            "description": "How a slots file names the place; null where nothing can be filled in.",
            "additionalProperties": {"type": ["string", "integer", "boolean"]},
        },
        "where": {**texts, "description": "The headings above it, from the outside in; the sheet; the slide."},
        "text": {**text, "description": "What stands in it now."},
        "depth": {"type": "integer", "minimum": 0},
        "choices": {**texts, "description": "The entries of a list."},
        "facts": {**facts, "description": "What else there is to know: format, lock, binding, rows..."},
    }
    root = {
        "file": text,
        "office": {"enum": [office.value for office in Office]},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "facts": {**facts, "description": "What holds for the whole form: protection, macros, template..."},
        "items": {"type": "array", "items": describe_object(item)},
        "findings": {"type": "array", "items": describe_object(finding_properties())},
    }
    return describe_envelope("form inspect", FORMAT, root)
