"""What is asked of the making of letters, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ibndocs.foundation.findings import Finding, Severity
from ibndocs.letters.naming import DEFAULT


@dataclass(frozen=True)
class Request:
    """What is asked.

    Attributes:
        template: The Word file with tags.
        companies: The list.
        folder: Where the letters go.
        settings: Values for all letters.
        pattern: How letters are named.
        sheet: The sheet of a workbook; its first filled one when "".
        force: Overwrite also what a person edited.
        jobs: Processes.
        executor: Address of a cluster; "" for this machine.
    """

    template: Path
    companies: Path
    folder: Path
    settings: Mapping[str, object] = field(default_factory=dict)
    pattern: str = DEFAULT
    sheet: str = ""
    force: bool = False
    jobs: int = 1
    executor: str = ""

    @property
    def pictures(self) -> str:
        """The folder in which pictures that a row names are looked up: that of the list."""
        return str(self.companies.resolve().parent)


@dataclass(frozen=True)
class Progress:
    """How far it is: rows done, how many of them gave no letter, and how much of the list has been read (0 to 1)."""

    done: int
    faulty: int
    fraction: float


@dataclass(frozen=True)
class Outcome:
    """What was done.

    Attributes:
        written: Letters that are new or changed.
        unchanged: Letters that were there already.
        kept: Letters left alone because a person edited them.
        faulty: Rows that gave no letter.
        left: Letters in the folder that do not belong to the list.
        findings: The findings to show; all of them are in `report`.
        counts: How many findings there are by severity.
        report: The CSV file of all findings; None when there are none.
    """

    written: int
    unchanged: int
    kept: int
    faulty: int
    left: int
    findings: tuple[Finding, ...]
    counts: Mapping[Severity, int]
    report: Path | None
