"""Findings as SARIF 2.1.0 (OASIS), for code-scanning views and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ibndocs import __version__
from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PATH_SIGNS = "/:@!$&'()*+,;=~"
"""What stands for itself in the path of an address (RFC 3986, pchar)."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(checks: Sequence[Checked], language: Language) -> str:
    """One run with the results of every description."""
    found = [(check, finding) for check in checks for finding in check.findings]
    rules = sorted({(finding.id, finding.name) for _, finding in found})
    indexes = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "ibndocs",
                "version": __version__,
                "rules": [{"id": _rule_id(*rule), **({"name": rule[1]} if rule[1] else {})} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [result(check, finding, indexes[finding.id, finding.name], language) for check, finding in found],
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def result(check: Checked, finding: Finding, index: int, language: Language) -> dict[str, Any]:
    """One finding."""
    text = finding.message.in_language(language)
    if finding.fix:
        text += f" – {finding.fix.in_language(language)}"
    spot = finding.spot
    found: dict[str, Any] = {
        "ruleId": _rule_id(finding.id, finding.name),
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
    }
    if spot:
        uri = quote((PurePath(check.file).parent / spot.file).as_posix(), safe=_PATH_SIGNS)
        place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
        if spot.line:
            place["region"] = {"startLine": spot.line, **({"startColumn": spot.column} if spot.column else {})}
        location: dict[str, Any] = {"physicalLocation": place}
        name = finding.path or (str(spot) if spot.cell else "")
        if name:
            location["logicalLocations"] = [{"fullyQualifiedName": name}]
        found["locations"] = [location]
    return found


def _rule_id(id_: str, name: str) -> str:
    return f"{id_}/{name}" if name else id_
