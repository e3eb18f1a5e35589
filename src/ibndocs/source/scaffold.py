"""Write a first description: the call pack's starting values, with every key of the model explained in a comment.

The comments come from the model, so that a new project never explains a key that is gone or misses one that came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ibndocs.model import Project
from ibndocs.source.model_faults import resolve

Schema = dict[str, Any]
INDENT = "  "
SCHEMA_LINE = "# yaml-language-server: $schema={schema}"


def write_description(data: Mapping[str, object], *, schema: str, questions: Mapping[str, str]) -> str:
    """The text of a `project.yaml` with `data`, each key explained.

    Args:
        data: The starting values, checked by the caller against the model.
        schema: Path or address of the JSON Schema for the editor.
        questions: What each question of the forms asks, by id; all of them are listed under `narrative`.
    """
    root = Project.model_json_schema()
    answers = {question: f"Nog te schrijven. {hint}" for question, hint in questions.items()}
    lines = [
        SCHEMA_LINE.format(schema=schema),
        "# Elke sleutel is uitgelegd. Een sleutel na een '#' staat nog uit: haal het teken weg om hem te gebruiken.",
        "# Lange teksten kunnen in een eigen bestand: `summary: !file teksten/samenvatting.md`.",
        *_write_mapping({**data, "narrative": answers}, root, root, 0),
    ]
    return "\n".join(lines) + "\n"


def _write_mapping(data: Mapping[str, object], schema: Schema, root: Schema, depth: int) -> Iterator[str]:
    """The keys of `data` in the order of the model, then those left out as comments."""
    pad = INDENT * depth
    properties: Schema = _properties(schema, root)
    ordered = [key for key in properties if key in data] + [key for key in data if key not in properties]
    for key in [*properties, *(key for key in data if key not in properties)]:
        entry = properties.get(key, {})
        told = _explain(entry)
        if key not in ordered:
            yield f"{pad}# {key}:  {told}".rstrip()
            continue
        if depth == 0:
            yield ""
        if told:
            yield f"{pad}{told}"
        yield from _write_value(key, data[key], entry, root, depth)


def _write_value(key: str, value: object, schema: Schema, root: Schema, depth: int) -> Iterator[str]:
    pad = INDENT * depth
    if isinstance(value, Mapping) and value:
        yield f"{pad}{key}:"
        yield from _write_mapping(value, schema, root, depth + 1)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield f"{pad}{key}:"
        items = [option["items"] for option in resolve(schema, root) if "items" in option]
        for number, item in enumerate(value):
            # The keys are explained once, at the first item.
            lines = _write_mapping(item, items[0] if items and number == 0 else {}, root, depth + 2)
            yield from _mark_item(lines, depth + 1)
    elif isinstance(value, list):
        yield f"{pad}{key}: [{', '.join(_write_scalar(item) for item in value)}]"
    else:
        yield f"{pad}{key}: {_write_scalar(value)}"


def _mark_item(lines: Iterator[str], depth: int) -> Iterator[str]:
    """Put the dash of a list item before its first key."""
    marked = False
    for line in lines:
        if not marked and not line.lstrip().startswith("#"):
            yield f"{INDENT * depth}- {line.lstrip()}"
            marked = True
        else:
            yield line


def _properties(schema: Schema, root: Schema) -> Schema:
    found: Schema = {}
    for option in resolve(schema, root) if schema else ():
        found.update(option.get("properties", {}))
    return found


def _explain(schema: Schema) -> str:
    title, description = schema.get("title", ""), schema.get("description", "")
    return f"# {title}: {description}" if title and description else ""


def _write_scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(value)
    text = str(value)
    plain = text and all(char.isalnum() or char in " .-/éèëïöüàç,?()" for char in text)
    looks_like_number = text.replace(".", "").replace("-", "").isdigit() and text.count(".") != 2
    is_word = text.lower() in {"true", "false", "null", "yes", "no", "on", "off"}
    if plain and not looks_like_number and not is_word and text[0].isalnum() and text == text.strip():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
