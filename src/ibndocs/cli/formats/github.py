"""Findings as workflow commands of GitHub Actions, which shows them beside the line they are about."""

from __future__ import annotations

from collections.abc import Sequence

from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language
from ibndocs.foundation.findings import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(checks: Sequence[Checked], language: Language) -> str:
    """One workflow command per finding."""
    lines = [annotate(finding, check, language) for check in checks for finding in check.findings]
    return "".join(f"{line}\n" for line in lines)


def annotate(finding: Finding, check: Checked, language: Language) -> str:
    """`::error file=..,line=..,col=..,title=..::message`."""
    from pathlib import PurePath

    places: dict[str, object] = {}
    spot = finding.spot
    if spot:
        places["file"] = (PurePath(check.file).parent / spot.file).as_posix()
        if spot.line:
            places |= {"line": spot.line, **({"col": spot.column} if spot.column else {})}
    places["title"] = f"{finding.id} {finding.name}".strip()
    message = finding.message.in_language(language)
    if spot and spot.cell:
        message = f"{spot}: {message}"
    if finding.fix:
        message += f"\n{finding.fix.in_language(language)}"
    told = ",".join(f"{key}={_escape(str(value), property_=True)}" for key, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_escape(message)}"


def _escape(text: str, *, property_: bool = False) -> str:
    """What the runner's parser would read as its own is percent-encoded."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
