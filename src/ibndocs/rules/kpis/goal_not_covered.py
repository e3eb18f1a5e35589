"""Indicators of the project itself cover the three goals: what we do, and what we reach on both terms (5.4.3).

Wrong: nothing on what start-ups reach. Right: one indicator for each cell of the matrix.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.work import Aspect, Goal, Horizon, Kpi
from ibndocs.rules.indicators import is_required
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI04",
    name="goal-not-covered",
    asks=Text(
        "Voor elk van de drie doelen (ecosysteem, samenwerking, start- en scale-ups) is er een projectspecifieke indicator van wat we doen en van wat we bereiken op korte en op middellange termijn; en een van wie we bereiken.",
        "For each of the three goals (ecosystem, collaboration, start-ups and scale-ups) there is a project-specific indicator of what we do and of what we reach on the short and on the medium term; and one of whom we reach.",
    ),
    why=Text(
        "De handleiding vraagt projectspecifieke indicatoren naast KPI1 tot KPI3; daarom vullen die drie hier geen vak van “doen” of “bereiken”. Een mildere lezing telt ze mee, of neemt korte en middellange termijn samen. “Wie we bereiken” vraagt de handleiding in het algemeen: dat vak is een waarschuwing en KPI1 en KPI2 tellen mee.",
        "The guideline asks project-specific indicators beside KPI1 to KPI3, so those three fill no cell of doing or reaching here. A milder reading counts them, or takes both terms together. Whom we reach is asked in general: that cell is a warning, and KPI1 and KPI2 count.",
    ),
    wrong="kpis:\n  - {id: T1, goal: start_scale_ups, aspect: do}",
    right="kpis:\n  - {id: T1, goal: start_scale_ups, aspect: do}\n  - {id: T2, goal: start_scale_ups, aspect: reach, horizon: short}\n  - {id: T3, goal: start_scale_ups, aspect: reach, horizon: medium}\n  - {id: T4, goal: start_scale_ups, aspect: who}",
)

CELLS = (
    (Aspect.DO, None, None),
    (Aspect.REACH, Horizon.SHORT, None),
    (Aspect.REACH, Horizon.MEDIUM, None),
    (Aspect.WHO, None, Severity.WARNING),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each cell of the matrix."""
    labels = dossier.call.labels
    for goal in Goal:
        for aspect, horizon, severity in CELLS:
            if any(fills(kpi, goal, aspect, horizon) for kpi in dossier.project.kpis):
                continue
            term = f", {labels['horizon'][horizon]}" if horizon else ""
            yield Violation(
                ("kpis",),
                Text(
                    f"geen projectspecifieke indicator voor “{labels['goal'][goal]}”: {labels['aspect'][aspect].lower()}{term}",
                    f"no project-specific indicator for {goal}: {aspect}{f', {horizon} term' if horizon else ''}",
                ),
                Text(
                    f"voeg een indicator toe met goal: {goal}, aspect: {aspect}"
                    + (f", horizon: {horizon}" if horizon else ""),
                    f"add an indicator with goal: {goal}, aspect: {aspect}"
                    + (f", horizon: {horizon}" if horizon else ""),
                ),
                severity,
            )


def fills(kpi: Kpi, goal: Goal, aspect: Aspect, horizon: Horizon | None) -> bool:
    """Whether an indicator fills a cell."""
    if kpi.goal is not goal or kpi.aspect is not aspect or (horizon and kpi.horizon is not horizon):
        return False
    return aspect is Aspect.WHO or not is_required(kpi)
