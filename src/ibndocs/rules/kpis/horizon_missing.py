"""Indicators of what is reached say on which term, and both terms are there (annex 1.3).

Wrong: `aspect: reach` without `horizon`. Right: some `short`, some `medium`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.work import Aspect, Horizon
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET14",
    name="horizon-missing",
    asks=Text(
        "Elke indicator van wat we bereiken heeft een termijn, en er is minstens één op korte en één op middellange termijn.",
        "Every indicator of what is reached has a term, and there is at least one on the short and one on the medium term.",
    ),
    why=Text(
        "Een goed project bereikt resultaten tijdens het project, op korte termijn (tot drie jaar na afloop) en op middellange termijn (vijf jaar na afloop).",
        "A good project reaches results during the project, on the short term (up to three years after) and on the medium term (five years after).",
    ),
    wrong="kpis:\n  - {id: E2, aspect: reach}",
    right="kpis:\n  - {id: E2, aspect: reach, horizon: short}\n  - {id: E3, aspect: reach, horizon: medium}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator of what is reached, then each term."""
    reached = [(index, kpi) for index, kpi in enumerate(dossier.project.kpis) if kpi.aspect is Aspect.REACH]
    for index, kpi in reached:
        if kpi.horizon is None:
            yield Violation(
                ("kpis", index),
                Text(
                    f"{kpi.id} zegt wat we bereiken, maar niet op welke termijn",
                    f"{kpi.id} says what is reached, but not on which term",
                ),
                Text("voeg horizon: short of medium toe", "add horizon: short or medium"),
            )
    present = {kpi.horizon for _, kpi in reached}
    for horizon in Horizon:
        if horizon not in present:
            label = dossier.call.labels["horizon"][horizon]
            yield Violation(
                ("kpis",),
                Text(
                    f"geen enkele indicator meet een resultaat op {label}",
                    f"no indicator measures a result on the {horizon} term",
                ),
                Text(f"voeg een indicator met horizon: {horizon} toe", f"add an indicator with horizon: {horizon}"),
            )
