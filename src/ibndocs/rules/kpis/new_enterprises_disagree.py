"""The new enterprises of KPI2 are enough for the growth of KPI1 (5.4.3).

Wrong: KPI1 grows by 20, KPI2 counts 12. Right: KPI2 counts at least 20.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.indicators import end_value, find_kpi, targets_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI02",
    name="new-enterprises-disagree",
    asks=Text(
        "De nieuwe ondernemingen van KPI2 volstaan voor de groei van KPI1.",
        "The new enterprises of KPI2 are enough for the growth of KPI1.",
    ),
    why=Text(
        "Elke bijkomende actieve onderneming is eerst een nieuwe; het kunnen er meer zijn, want er vallen ook leden weg.",
        "Every additional active company is a new one first; there may be more, as members also leave.",
    ),
    wrong="kpis:\n  - {id: KPI1, baseline: 36, targets: [40, 48, 56], counting: last}\n  - {id: KPI2, targets: [4, 4, 4]}",
    right="kpis:\n  - {id: KPI1, baseline: 36, targets: [40, 48, 56], counting: last}\n  - {id: KPI2, targets: [4, 8, 8]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The two indicators side by side."""
    active, new = (find_kpi(dossier.project, kpi) for kpi in REQUIRED[:2])
    if active is None or new is None or not active[1].targets or not new[1].targets:
        return
    growth = targets_of(active[1], dossier)[-1] - active[1].begin
    arrivals = end_value(new[1], dossier)
    if arrivals < growth:
        yield Violation(
            ("kpis", new[0], "targets"),
            Text(
                f"{active[1].id} groeit met {Number(growth)} ondernemingen, {new[1].id} telt er maar {Number(arrivals)} nieuwe",
                f"{active[1].id} grows by {growth} companies, {new[1].id} counts only {arrivals} new ones",
            ),
            Text("breng de twee indicatoren in overeenstemming", "make the two indicators agree"),
            Severity.WARNING,
        )
