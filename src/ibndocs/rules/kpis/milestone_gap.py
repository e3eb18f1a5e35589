"""Milestones are spread over the project: one at least each year, no long silence (annex 1).

Wrong: all milestones in year 3. Right: at least one a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI09",
    name="milestone-gap",
    asks=Text(
        "Elk projectjaar heeft een mijlpaal, en tussen twee mijlpalen ligt geen te lange stilte.",
        "Every project year has a milestone, and between two there is no long silence.",
    ),
    why=Text(
        "Een uitgebalanceerd systeem van indicatoren en mijlpalen laat toe de voortgang te volgen en bij te sturen.",
        "A balanced set of indicators and milestones lets one follow progress and adjust.",
    ),
    wrong="work_packages:\n  - milestones: [{id: M1, title: Alles klaar, month: 36}]",
    right="work_packages:\n  - milestones: [{id: M1, title: Gestart, month: 6}, {id: M2, title: Halfweg, month: 18}, {id: M3, title: Klaar, month: 34}]",
    terms=("milestone_gap_months",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The years without a milestone; when there are none, the longest silence."""
    months = sorted(stone.month for package in dossier.project.work_packages for stone in package.milestones)
    years = dossier.budget.parameters.years
    empty = [year for year in range(1, years + 1) if not any((month - 1) // 12 + 1 == year for month in months)]
    for year in empty:
        yield Violation(
            ("work_packages",),
            Text(f"jaar {year} heeft geen mijlpaal", f"year {year} has no milestone"),
            Text(
                f"plan een mijlpaal in maand {(year - 1) * 12 + 1} tot {year * 12}",
                f"plan a milestone in month {(year - 1) * 12 + 1} to {year * 12}",
            ),
        )
    most = int(dossier.call.thresholds["milestone_gap_months"].value)
    moments = [0, *months]
    gap, before = max(
        ((later - earlier, earlier) for earlier, later in zip(moments, months, strict=False)), default=(0, 0)
    )
    if not empty and gap > most:
        yield Violation(
            ("work_packages",),
            Text(
                f"{gap} maanden zonder mijlpaal na maand {before}; reken op hoogstens {most}",
                f"{gap} months without a milestone after month {before}; count on at most {most}",
            ),
            Text("plan er een tussenin", "plan one in between"),
        )
