"""A state moves one way over the years, and on after the project (5.4.3: realistic).

Wrong: `targets: [20, 35, 30]`. Right: `targets: [20, 30, 35]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.model.work import Counting
from ibndocs.rules.indicators import targets_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI07",
    name="targets-zigzag",
    asks=Text(
        "Streefwaarden van een stand gaan niet op en neer, en de streefwaarde na het project keert niet terug.",
        "Targets of a state do not go up and down, and the target after the project does not go back.",
    ),
    why=Text(
        "Een streefwaarde die eerst stijgt en dan daalt, is meestal een tikfout; anders vraagt ze uitleg.",
        "A target that first rises and then falls is mostly a slip; else it needs explaining.",
    ),
    wrong="kpis:\n  - {id: E2, baseline: 11, targets: [20, 50, 35], counting: last}",
    right="kpis:\n  - {id: E2, baseline: 11, targets: [20, 35, 50], counting: last}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each state but KPI1, which has a rule of its own."""
    for index, kpi in enumerate(dossier.project.kpis):
        if kpi.counting is not Counting.LAST or not kpi.targets or kpi.id == REQUIRED[0]:
            continue
        values = [kpi.begin, *targets_of(kpi, dossier), *([kpi.after] if kpi.after is not None else [])]
        steps = [later - earlier for earlier, later in pairwise(values)]
        if min(steps) < 0 < max(steps):
            shown = ", ".join(str(Number(value)) for value in values)
            yield Violation(
                ("kpis", index, "targets"),
                Text(f"{kpi.id} gaat op en neer: {shown}", f"{kpi.id} goes up and down: {shown}"),
                Text(
                    "kijk de streefwaarden na, of leg het verloop uit in de definitie",
                    "look at the targets, or explain the course in the definition",
                ),
            )
