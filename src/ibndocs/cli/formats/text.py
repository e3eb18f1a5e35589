"""Findings for people: grouped by file, a summary per phase, and the day on which deadlines were judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

from ibndocs.cli.formats.report import Checked
from ibndocs.cli.language import Language
from ibndocs.cli.report import format_finding
from ibndocs.foundation.findings import Finding
from ibndocs.foundation.values import Day


def write(checks: Sequence[Checked], language: Language) -> str:
    """The findings of every description, each group of one file apart from the next.

    Files are named from the folder of their description, or of several descriptions, as they are typed.
    """
    folders = [PurePath(check.file).parent if len(checks) > 1 else PurePath() for check in checks]
    written = (write_one(check, folder, language) for check, folder in zip(checks, folders, strict=True))
    return "\n\n".join(written) + "\n"


def write_one(check: Checked, folder: PurePath, language: Language) -> str:
    """The findings on one description, its files named from `folder`."""
    ordered = sorted((_place(finding, folder) for finding in check.findings), key=lambda finding: finding.order)
    groups = [
        "\n".join(format_finding(finding, language) for finding in group) for _, group in groupby(ordered, _file_of)
    ]
    summary = [text.in_language(language) for text in check.summaries()]
    judged = ""
    if check.on:
        judged = f" (getoetst op {Day(check.on)})" if language == "nl" else f" (judged on {check.on})"
    return "\n\n".join([*groups, "\n".join([f"{check.file}{judged}", *(f"  {line}" for line in summary)])])


def _place(finding: Finding, folder: PurePath) -> Finding:
    spot = finding.spot
    return replace(finding, spot=replace(spot, file=(folder / spot.file).as_posix())) if spot else finding


def _file_of(finding: Finding) -> str:
    return finding.spot.file if finding.spot else ""
