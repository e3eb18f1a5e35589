"""JSON Schemas, by which an editor completes and explains a description or a call pack while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ibndocs.call.pack import Call
from ibndocs.model import Project

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_POINTER: Schema = {
    "type": "object",
    "title": "Bestand",
    "description": "Verwijzing naar een bestand in de map van het project.",
    "properties": {
        "file": {"type": "string", "title": "Bestand", "description": "Pad in de map van het project."},
        "sheet": {"type": "string", "title": "Blad", "description": "Naam van het werkblad."},
        "columns": {
            "type": "object",
            "title": "Kolommen",
            "description": "Kolomkop en de sleutel waarvoor ze staat, voor koppen die niet herkend worden.",
            "additionalProperties": {"type": "string"},
        },
    },
    "required": ["file"],
    "additionalProperties": False,
}


def describe_project(call: Call) -> Schema:
    """The schema of a description for `call`: the model, with the questions of the call as keys of `narrative`."""
    schema = Project.model_json_schema()
    properties = schema["properties"]
    for key in ("companies", "partners"):
        table = properties[key]
        rows = {name: table.pop(name) for name in ("type", "items", "minItems") if name in table}
        table["anyOf"] = [rows, {"type": "string", "description": "Naam van een .csv- of .xlsx-bestand."}, _POINTER]
    narrative = properties["narrative"]
    answer = narrative.pop("additionalProperties", {})
    narrative.pop("propertyNames", None)
    narrative.pop("patternProperties", None)
    reference = answer if "$ref" in answer else {"$ref": "#/$defs/Answer"}
    narrative["properties"] = {
        question.id: {
            "title": question.title,
            "description": f"{question.hint} (handleiding {question.section})",
            "anyOf": [{"type": "string"}, reference],
        }
        for question in call.questions
    }
    narrative["additionalProperties"] = False
    return {
        "$schema": DIALECT,
        "title": "Beschrijving van een IBN-project",
        **{k: v for k, v in schema.items() if k != "title"},
    }


def describe_call() -> Schema:
    """The schema of `call.toml`."""
    schema = Call.model_json_schema()
    schema["properties"].pop("folder")
    schema["required"].remove("folder")
    return {"$schema": DIALECT, **schema, "title": "Call pack of ibndocs"}


def write_schemas(call: Call, others: Mapping[str, Schema] | None = None) -> dict[str, str]:
    """The text of every schema file, by file name; `others` are schemas of formats that this room does not know."""
    schemas = {"project.schema.json": describe_project(call), "call.schema.json": describe_call(), **(others or {})}
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}
