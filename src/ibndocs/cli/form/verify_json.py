"""A comparison as JSON for scripts; the format is described by `schemas/verify.schema.json` and has a version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ibndocs.cli.formats.envelope import describe_envelope, describe_object, write_envelope
from ibndocs.cli.language import Language

if TYPE_CHECKING:
    from ibndocs.office.fidelity import Fidelity

FORMAT = 1


def write_json(result: Fidelity, form: Path, filled: Path, language: Language) -> str:
    """The comparison as one JSON object."""
    data = {
        "form": form.as_posix(),
        "filled": filled.as_posix(),
        "unchanged": result.holds,
        "answered": result.answered,
        "empty": result.empty,
        "parts": {"all": result.parts, "same_to_the_byte": result.same_parts},
        "differences": [
            {
                "change": one.change.value,
                "place": one.place.in_language(language),
                "before": one.before,
                "after": one.after,
            }
            for one in result.differences
        ],
    }
    return write_envelope(FORMAT, data)


def describe_verify_format() -> dict[str, Any]:
    """The JSON Schema of the format."""
    from ibndocs.office.fidelity import Change

    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    difference = {
        "change": {"enum": [change.value for change in Change]},
        "place": {**text, "description": "Where, in the words of someone who looks at the page."},
        "before": {**text, "description": "What the form says."},
        "after": {**text, "description": "What the filled file says."},
    }
    root = {
        "form": text,
        "filled": text,
        "unchanged": {"type": "boolean", "description": "Whether nothing but answers differs."},
        "answered": {**count, "description": "How many places were filled in."},
        "empty": {"type": "array", "items": text, "description": "Questions and places that wait for an answer."},
        "parts": describe_object({"all": count, "same_to_the_byte": count}),
        "differences": {"type": "array", "items": describe_object(difference)},
    }
    return describe_envelope("form verify", FORMAT, root)
