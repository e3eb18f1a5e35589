"""Findings for people: grouped by file, a summary per phase, and the day on which deadlines were judged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language
from ibndocs.cli.report import format_finding
from ibndocs.foundation.findings import Finding
from ibndocs.foundation.values import Day


def write(checks: Sequence[Checked], language: Language) -> str:
    """The findings of every description, each group of one file apart from the next."""
    return "\n\n".join(write_one(check, language) for check in checks) + "\n"


def write_one(check: Checked, language: Language) -> str:
    """The findings on one description."""
    ordered = sorted(check.findings, key=lambda finding: finding.order)
    groups = [
        "\n".join(format_finding(finding, language) for finding in group) for _, group in groupby(ordered, _file_of)
    ]
    summary = [text.in_language(language) for text in check.summaries()]
    judged = ""
    if check.on:
        judged = f" (getoetst op {Day(check.on)})" if language == "nl" else f" (judged on {check.on})"
    return "\n\n".join([*groups, "\n".join([f"{check.file}{judged}", *(f"  {line}" for line in summary)])])


def _file_of(finding: Finding) -> str:
    return finding.spot.file if finding.spot else ""
