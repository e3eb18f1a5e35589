"""Findings as JSON for scripts; the format is described by `schemas/check.schema.json` and has a version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ibndocs.cli.formats.envelope import describe_envelope, describe_object, write_envelope
from ibndocs.cli.formats.report import Checked, weight_of
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity

FORMAT = 1


def write(checks: Sequence[Checked], language: Language) -> str:
    """The findings as one JSON object."""
    data = {
        "projects": [describe(check, language) for check in checks],
    }
    return write_envelope(FORMAT, data)


def describe(check: Checked, language: Language) -> dict[str, Any]:
    """One description."""
    return {
        "file": check.file,
        "on": check.on.isoformat() if check.on else None,
        "errors": check.errors,
        "warnings": sum(finding.severity is Severity.WARNING for finding in check.findings),
        "phases": {str(phase): dict(sorted(check.counts(phase).items())) for phase in check.phases},
        "findings": [describe_finding(finding, language) for finding in check.findings],
    }


def describe_finding(finding: Finding, language: Language) -> dict[str, Any]:
    """One finding; places that it does not have are null."""
    spot = finding.spot
    return {
        "id": finding.id,
        "name": finding.name or None,
        "severity": finding.severity.value,
        "weight": weight_of(finding),
        "phases": list(finding.phases),
        "message": finding.message.in_language(language),
        "fix": finding.fix.in_language(language) if finding.fix else None,
        "source": finding.source or None,
        "path": finding.path or None,
        "file": spot.file if spot else None,
        "line": spot.line if spot else None,
        "column": spot.column if spot else None,
        "sheet": spot.sheet if spot else None,
        "cell": spot.cell if spot else None,
    }


def finding_properties() -> dict[str, Any]:
    """The properties of one finding, for a JSON Schema."""
    nullable_text, nullable_number = {"type": ["string", "null"]}, {"type": ["integer", "null"], "minimum": 1}
    return {
        "id": {"type": "string", "description": "Clause of the call, or a check of the program's own."},
        "name": nullable_text,
        "severity": {"enum": [severity.value for severity in Severity]},
        "weight": {"enum": ["knock-out", "exclusion", "limit", "structure", "advice", "info", "waived"]},
        "phases": {"type": "array", "items": {"enum": [0, 1, 2]}, "description": "Empty: every phase."},
        "message": {"type": "string"},
        "fix": nullable_text,
        "source": nullable_text,
        "path": nullable_text,
        "file": nullable_text,
        "line": nullable_number,
        "column": nullable_number,
        "sheet": nullable_text,
        "cell": nullable_text,
    }


def describe_format() -> dict[str, Any]:
    """The JSON Schema of the format."""
    project = {
        "file": {"type": "string"},
        "on": {"type": ["string", "null"], "format": "date", "description": "Day on which deadlines were judged."},
        "errors": {"type": "integer"},
        "warnings": {"type": "integer"},
        "phases": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        "findings": {"type": "array", "items": describe_object(finding_properties())},
    }
    root = {
        "projects": {"type": "array", "items": describe_object(project)},
    }
    return describe_envelope("check", FORMAT, root)
