"""The indicators: one table, and the matrix that shows what they cover (5.4.3)."""

from __future__ import annotations

from ibndocs.call.pack import Call
from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.values import Day, Number
from ibndocs.model import Project
from ibndocs.model.base import spread_years
from ibndocs.model.work import Aspect, Counting, Goal, Horizon, Kpi
from ibndocs.views.printing import Printer, View

REQUIRED = ("KPI1", "KPI2", "KPI3")
"""The indicators every project has; their ids are the guideline's (5.4.3)."""


def view_kpis(project: Project, call: Call, printer: Printer) -> View:
    """`kpis`, `kpis_required`, `kpis_specific`, `kpi_goals` and `kpi_matrix`."""
    years = project.project.duration_months // 12
    rows = [view_kpi(kpi, index, years, call, printer) for index, kpi in enumerate(project.kpis)]
    by_id = dict(zip((kpi.id for kpi in project.kpis), rows, strict=True))
    return {
        "kpis": rows,
        "kpis_required": [by_id[kpi] for kpi in REQUIRED if kpi in by_id],
        "kpis_specific": [row for kpi, row in by_id.items() if kpi not in REQUIRED],
        "kpi": by_id,
        "kpi_goals": [
            {"title": call.labels["goal"][goal], "kpis": own}
            for goal in Goal
            if (own := [by_id[kpi.id] for kpi in project.kpis if kpi.goal is goal and kpi.id not in REQUIRED])
        ],
        "kpi_matrix": view_matrix(project, call),
    }


def view_kpi(kpi: Kpi, index: int, years: int, call: Call, printer: Printer) -> View:
    """One indicator; `targets` one number per year, `total` as the indicator counts."""
    targets = spread_years(kpi.targets, years)
    started = spread_years(kpi.started, years) if kpi.started else ()
    total = sum(targets, ZERO) if kpi.counting is Counting.SUM else targets[-1]
    baseline = "–" if kpi.baseline is None else Number(kpi.baseline)
    measured = f" ({Day(kpi.baseline_on)})" if kpi.baseline_on else ""
    return {
        "id": kpi.id,
        "name": kpi.name,
        "definition": printer.prose(kpi.definition, f"kpis[{index}].definition"),
        "unit": kpi.unit,
        "level": call.labels["level"][kpi.level],
        "aspect": call.labels["aspect"][kpi.aspect],
        "goal": call.labels["goal"][kpi.goal],
        "horizon": call.labels["horizon"][kpi.horizon] if kpi.horizon else "–",
        "baseline": baseline,
        "baseline_text": f"{baseline}{measured}",
        "method": kpi.method,
        "data_source": kpi.data_source,
        "targets": printer.numbers(targets),
        "total": Number(total),
        "counting": call.labels["counting"][kpi.counting],
        "started": printer.numbers(started),
        "started_total": Number(sum(started, ZERO)) if started else None,
        "after": Number(kpi.after) if kpi.after is not None else "–",
        "policy": kpi.policy,
    }


def view_matrix(project: Project, call: Call) -> list[View]:
    """Ids of the indicators by goal and by what they follow; an empty place is a dash, so that a gap is seen."""

    def ids(goal: Goal, aspect: Aspect, horizon: Horizon | None = None) -> str:
        chosen = [
            k.id
            for k in project.kpis
            if k.goal is goal and k.aspect is aspect and (horizon is None or k.horizon is horizon)
        ]
        return ", ".join(chosen) or "–"

    return [
        {
            "goal": call.labels["goal"][goal],
            "do": ids(goal, Aspect.DO),
            "reach_short": ids(goal, Aspect.REACH, Horizon.SHORT),
            "reach_medium": ids(goal, Aspect.REACH, Horizon.MEDIUM),
            "who": ids(goal, Aspect.WHO),
        }
        for goal in Goal
    ]
