"""A baseline is measured before the first target is due (5.4.3).

Wrong: `baseline_on: 2028-06-30` in a project that starts on 1 January 2027. Right: a date before the start.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI05",
    name="baseline-too-late",
    asks=Text(
        "Een referentiewaarde is gemeten voor het eerste projectjaar om is.",
        "A baseline is measured before the first project year is over.",
    ),
    why=Text(
        "Een referentiewaarde toont waar het netwerk begint. Een datum na het eerste projectjaar, waarvoor al een streefwaarde geldt, is geen begin maar een tikfout of een latere meting.",
        "A baseline shows where the network begins. A date after the first project year, for which a target holds already, is no beginning but a slip or a later measurement.",
    ),
    wrong="project: {start: 2027-01-01}\nkpis:\n  - {id: KPI1, baseline: 36, baseline_on: 2028-06-30}",
    right="project: {start: 2027-01-01}\nkpis:\n  - {id: KPI1, baseline: 36, baseline_on: 2026-12-31}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator with a dated baseline."""
    start = dossier.project.project.start
    for index, kpi in enumerate(dossier.project.kpis):
        measured = kpi.baseline_on
        if measured and (measured.year - start.year, measured.month, measured.day) >= (1, start.month, start.day):
            yield Violation(
                ("kpis", index, "baseline_on"),
                Text(
                    f"{kpi.id}: de referentiewaarde is van {Day(measured)}, het project begint op {Day(start)}",
                    f"{kpi.id}: the baseline is of {measured}, the project begins on {start}",
                ),
                Text(
                    "verbeter de datum, of geef de waarde van voor de start",
                    "correct the date, or give the value from before the start",
                ),
                Severity.WARNING,
            )
