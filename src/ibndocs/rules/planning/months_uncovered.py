"""In every month of the project some activity runs.

Wrong: activities in months 1-12 and 25-36. Right: no month without any.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF10",
    name="months-uncovered",
    asks=Text(
        "In elke projectmaand loopt minstens één activiteit.", "In every project month at least one activity runs."
    ),
    why=Text(
        "Het team wordt elke maand betaald; een gat in het werkplan is meestal een tikfout.",
        "The team is paid every month; a hole in the work plan is mostly a slip.",
    ),
    wrong="work_packages:\n  - activities: [{id: A1.1, start: 1, end: 12}, {id: A1.2, start: 25, end: 36}]",
    right="work_packages:\n  - activities: [{id: A1.1, start: 1, end: 24}, {id: A1.2, start: 25, end: 36}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The stretches of months in which nothing runs."""
    covered = {
        month
        for package in dossier.project.work_packages
        for activity in package.activities
        for month in range(activity.start, min(activity.end, dossier.project.project.duration_months) + 1)
    }
    stretch: list[int] = []
    for month in range(1, dossier.project.project.duration_months + 2):
        if month <= dossier.project.project.duration_months and month not in covered:
            stretch.append(month)
        elif stretch:
            nl = f"maand {stretch[0]}" if len(stretch) == 1 else f"maand {stretch[0]} tot {stretch[-1]}"
            yield Violation(
                ("work_packages",),
                Text(
                    f"in {nl} loopt geen enkele activiteit",
                    f"no activity runs in {nl.replace('maand', 'month').replace(' tot ', ' to ')}",
                ),
                Text("verleng een activiteit of voeg er een toe", "lengthen an activity or add one"),
                Severity.WARNING,
            )
            stretch = []
