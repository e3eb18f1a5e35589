"""A baseline that is not zero says when it was measured (5.4.3).

Wrong: `baseline: 36` without `baseline_on`. Right: `baseline_on: 2026-01-15`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI05",
    name="baseline-undated",
    asks=Text("Een referentiewaarde die niet nul is, heeft een datum.", "A baseline that is not zero has a date."),
    why=Text(
        "Zonder datum is een referentiewaarde niet na te meten. De handleiding vraagt de datum niet met zoveel woorden.",
        "Without a date a baseline cannot be checked. The guideline does not ask the date in so many words.",
    ),
    wrong="kpis:\n  - {id: KPI1, baseline: 36}",
    right="kpis:\n  - {id: KPI1, baseline: 36, baseline_on: 2026-01-15}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator."""
    for index, kpi in enumerate(dossier.project.kpis):
        if kpi.baseline and kpi.baseline_on is None:
            yield Violation(
                ("kpis", index, "baseline"),
                Text(
                    f"{kpi.id}: de referentiewaarde {Number(kpi.baseline)} heeft geen datum",
                    f"{kpi.id}: the baseline {kpi.baseline} has no date",
                ),
                Text("voeg baseline_on toe", "add baseline_on"),
                Severity.WARNING,
            )
