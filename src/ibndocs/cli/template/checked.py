"""What the check of a template found, and its JSON; `schemas/template.schema.json` describes that and has a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ibndocs.cli.formats.envelope import describe_envelope, describe_object, write_envelope
from ibndocs.cli.formats.json import describe_finding, finding_properties
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity
from ibndocs.office.variables import list_paths, write_path
from ibndocs.office.word.part import Request

FORMAT = 1


@dataclass(frozen=True)
class CheckedTemplate:
    """The check of one template; `requests` are empty when it could not be read."""

    file: str
    findings: tuple[Finding, ...]
    requests: tuple[Request, ...]

    def list_fields(self) -> list[str]:
        """The names of the values that it asks for, sorted."""
        return [write_path(path) for path in list_paths(request.use for request in self.requests)]


def write_json(checks: Sequence[CheckedTemplate], language: Language) -> str:
    """The checks as one JSON object."""
    data = {
        "templates": [_describe(check, language) for check in checks],
    }
    return write_envelope(FORMAT, data)


def _describe(check: CheckedTemplate, language: Language) -> dict[str, Any]:
    return {
        "file": check.file,
        "errors": sum(finding.severity is Severity.ERROR for finding in check.findings),
        "warnings": sum(finding.severity is Severity.WARNING for finding in check.findings),
        "findings": [describe_finding(finding, language) for finding in check.findings],
        "fields": [_describe_field(name, check, language) for name in check.list_fields()],
    }


def _describe_field(name: str, check: CheckedTemplate, language: Language) -> dict[str, Any]:
    asked = [request for request in check.requests if write_path(request.use.path) == name]
    return {
        "name": name,
        "optional": all(request.use.excused for request in asked),
        "places": list(dict.fromkeys(request.place.in_language(language) for request in asked)),
    }


def describe_template_format() -> dict[str, Any]:
    """The JSON Schema of the format."""
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    field = {
        "name": {**text, "description": "A name of docs/waarden.md, or of the user's own data; […] is any item."},
        "optional": {"type": "boolean", "description": "The template has a default, or asks whether it is there."},
        "places": {"type": "array", "items": text},
    }
    template = {
        "file": text,
        "errors": number,
        "warnings": number,
        "findings": {"type": "array", "items": describe_object(finding_properties())},
        "fields": {"type": "array", "items": describe_object(field)},
    }
    root = {
        "templates": {"type": "array", "items": describe_object(template)},
    }
    return describe_envelope("template check", FORMAT, root)
