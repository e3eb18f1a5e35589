"""A deliverable or milestone falls while its work package is at work.

Wrong: a deliverable in month 3 of a work package that starts in month 6. Right: month 6 or later.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF12",
    name="result-outside-package",
    asks=Text(
        "Een mijlpaal of resultaat valt niet voor de eerste of na de laatste maand van de activiteiten van zijn werkpakket.",
        "A milestone or deliverable does not fall before the first or after the last month of the activities of its work package.",
    ),
    why=Text(
        "Een resultaat voor het werk begint, is meestal een verkeerde maand.",
        "A result before the work begins is mostly a wrong month.",
    ),
    wrong="work_packages:\n  - {id: WP2, activities: [{id: A2.1, start: 6, end: 36}], deliverables: [{id: D2.1, month: 3}]}",
    right="work_packages:\n  - {id: WP2, activities: [{id: A2.1, start: 6, end: 36}], deliverables: [{id: D2.1, month: 12}]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each deliverable and milestone."""
    last_month = dossier.project.project.duration_months
    for index, package in enumerate(dossier.project.work_packages):
        first = min(activity.start for activity in package.activities)
        last = max(activity.end for activity in package.activities)
        moments = [("deliverables", number, entry.id, entry.month) for number, entry in enumerate(package.deliverables)]
        moments += [("milestones", number, entry.id, entry.month) for number, entry in enumerate(package.milestones)]
        for kind, number, name, month in moments:
            if not first <= month <= last and month <= last_month:
                yield Violation(
                    ("work_packages", index, kind, number, "month"),
                    Text(
                        f"{name} valt in maand {month}, {package.id} loopt van maand {first} tot {last}",
                        f"{name} falls in month {month}, {package.id} runs from month {first} to {last}",
                    ),
                    Text("pas de maand of de activiteiten aan", "change the month or the activities"),
                    Severity.WARNING,
                )
