"""What every JSON of the program has around its own: a version of the format, and of the program that wrote it."""

from __future__ import annotations

import json
from typing import Any

from ibndocs import __version__


def write_envelope(version: int, data: dict[str, Any]) -> str:
    """The data as one JSON object."""
    return json.dumps({"format": version, "program": __version__, **data}, ensure_ascii=False, indent=1) + "\n"


def describe_envelope(command: str, version: int, properties: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of what `ibndocs <command> --format json` prints."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"ibndocs {command} --format json",
        **describe_object({"format": {"const": version}, "program": {"type": "string"}, **properties}),
    }


def describe_object(properties: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of an object that has all these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
