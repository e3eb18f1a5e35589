"""Findings: one fault or piece of advice, with its place, what was found, what was wanted and how to mend it.

A user's fault is never an exception that travels with a traceback: it is a `Finding`, or a `FaultyInput` that
carries all the findings there are at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only `ERROR` makes `check` and `build` fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Text:
    """One message in the two languages of the program."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` ("nl" or "en")."""
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: `project.yaml:42:7` or, in a workbook, `companies.xlsx:Blad1!C17`.

    `file` is the path as the user would type it, relative to the description's folder. Lines and columns count from 1.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}:{self.sheet}!{self.cell}" if self.sheet else f"{self.file}:{self.cell}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts by place."""
        return (self.file, self.line or 0, self.column or 0, self.sheet or "", self.cell or "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or advice.

    Attributes:
        id: The clause or check it comes from, such as `COF03` or `STR01`.
        severity: What it weighs.
        message: What was found and what is wanted.
        spot: The place in the user's file, when there is one.
        path: The place in the description, such as `cofinancing.membership.tiers[2].fee`.
        fix: What to do about it.
        source: Where the call asks it, such as `handleiding 4.2.4`.
        details: Further lines to show below the message.
        name: Name of the rule, such as `cash-share-too-low`.
        phases: The phases of the call in which it matters; empty for all.
        weight: How a summary counts it: `knock-out`, `limit`, `exclusion`, `advice`, `info`, `structure`, `waived`.
    """

    id: str
    severity: Severity
    message: Text
    spot: Spot | None = None
    path: str = ""
    fix: Text | None = None
    source: str = ""
    details: tuple[str, ...] = field(default=())
    name: str = ""
    phases: tuple[int, ...] = ()
    weight: str = ""

    @property
    def order(self) -> tuple[tuple[str, int, int, str, str], int, str, str]:
        """Sorts by place, then by weight."""
        spot = self.spot.order if self.spot else ("", 0, 0, "", "")
        return (spot, self.severity.rank, self.id, self.message.nl)


class FaultyInput(Exception):  # noqa: N818 - named for what it says: the input is faulty, not the program
    """The user's input cannot be used; carries every finding there is, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=lambda finding: finding.order))
        super().__init__("; ".join(f"{f.spot or ''} {f.id} {f.message.en}" for f in self.findings))


def format_path(path: Iterable[str | int]) -> str:
    """The path of a value as people read it: `("kpis", 2, "name")` gives `kpis[2].name`; indexes count from 0."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text
