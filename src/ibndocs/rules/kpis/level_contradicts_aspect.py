"""What we do is output; what we reach is result or impact (5.4.3).

Wrong: `aspect: reach`, `level: output`. Right: `aspect: reach`, `level: result`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.work import Aspect, Level
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI06",
    name="level-contradicts-aspect",
    asks=Text(
        "Een indicator van wat we doen is output, een van wat we bereiken is resultaat of impact.",
        "An indicator of what we do is output, one of what we reach is result or impact.",
    ),
    why=Text(
        "De handleiding maakt dat onderscheid: outputindicatoren meten activiteiten, resultaats- en impactindicatoren de veranderingen bij de leden.",
        "The guideline makes that distinction: output measures activities, result and impact the changes with the members.",
    ),
    wrong="kpis:\n  - {id: E2, aspect: reach, level: output}",
    right="kpis:\n  - {id: E2, aspect: reach, level: result}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator; whom we reach may be either."""
    labels = dossier.call.labels
    for index, kpi in enumerate(dossier.project.kpis):
        if kpi.aspect is Aspect.WHO or (kpi.aspect is Aspect.DO) == (kpi.level is Level.OUTPUT):
            continue
        fitting = "output" if kpi.aspect is Aspect.DO else "result of impact"
        yield Violation(
            ("kpis", index, "level"),
            Text(
                f"{kpi.id} meet “{labels['aspect'][kpi.aspect].lower()}”, maar is van de soort {labels['level'][kpi.level].lower()}",
                f"{kpi.id} follows {kpi.aspect}, but its level is {kpi.level}",
            ),
            Text(
                f"zet level op {fitting}, of pas aspect aan",
                f"set level to {fitting.replace(' of ', ' or ')}, or change aspect",
            ),
        )
