"""KPI3 says how many initiatives have started, and not more than there are (5.4.3).

Wrong: `targets: [5, 7, 8]`, `started: [6, 3, 4]`. Right: `started: [1, 3, 4]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.model.base import spread_years
from ibndocs.model.work import Counting
from ibndocs.rules.indicators import find_kpi, targets_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI03",
    name="started-initiatives-disagree",
    asks=Text(
        "KPI3 noemt de opgestarte innovatie-initiatieven, en dat zijn er in geen enkel jaar meer dan het aantal initiatieven tot dan.",
        "KPI3 names the innovation initiatives that started, in no year more than the initiatives until then.",
    ),
    why=Text(
        "De handleiding vraagt KPI3 met het aantal opgestarte innovatie-initiatieven; wat gestart is, hoort bij wat er is. Getoetst wordt het totaal tot en met elk jaar, want een initiatief van vorig jaar kan dit jaar starten.",
        "The guideline asks KPI3 with the number of innovation initiatives started; those belong to the initiatives. The running total is tested, as last year's initiative may start this year.",
    ),
    wrong="kpis:\n  - {id: KPI3, targets: [2, 4, 6], started: [3, 3, 3]}",
    right="kpis:\n  - {id: KPI3, targets: [2, 4, 6], started: [1, 2, 3]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Whether it is said, then year after year."""
    found = find_kpi(dossier.project, REQUIRED[2])
    if found is None or not found[1].targets:
        return
    index, kpi = found
    started = spread_years(kpi.started, dossier.budget.parameters.years)
    if not any(started):
        yield Violation(
            ("kpis", index, "started") if kpi.started else ("kpis", index),
            Text(
                f"{kpi.id} zegt niet hoeveel innovatie-initiatieven opgestart worden",
                f"{kpi.id} does not say how many initiatives start",
            ),
            Text("voeg started toe, een aantal per jaar", "add started, a number per year"),
        )
        return
    adding = kpi.counting is Counting.SUM
    existing = begun = ZERO
    for year, (target, start) in enumerate(zip(targets_of(kpi, dossier), started, strict=True), 1):
        existing, begun = (existing + target, begun + start) if adding else (target, start)
        if begun > existing:
            yield Violation(
                ("kpis", index, "started"),
                Text(
                    f"{kpi.id}: {Number(begun)} opgestart tot en met jaar {year}, maar er zijn dan {Number(existing)} initiatieven",
                    f"{kpi.id}: {begun} started by year {year}, but there are {existing} initiatives then",
                ),
                Text("verlaag started of verhoog targets", "lower started or raise targets"),
            )
            return
