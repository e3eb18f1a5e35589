"""Activities, deliverables and milestones lie within the project, and an activity ends after it starts.

Wrong: `start: 30`, `end: 40` in a project of 36 months. Right: months 1 to 36.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF07",
    name="months-outside",
    asks=Text(
        "Activiteiten, op te leveren zaken en mijlpalen vallen binnen het project, en een activiteit eindigt na haar begin.",
        "Activities, deliverables and milestones lie within the project, and an activity ends after it starts.",
    ),
    why=Text(
        "Wat buiten het project valt, kan niet gesteund of opgevolgd worden.",
        "What lies outside the project cannot be supported or followed.",
    ),
    wrong="activities:\n  - {id: A1.1, start: 30, end: 40}",
    right="activities:\n  - {id: A1.1, start: 30, end: 36}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every month of the work plan."""
    last = dossier.project.project.duration_months
    for index, package in enumerate(dossier.project.work_packages):
        for number, activity in enumerate(package.activities):
            path: Path = ("work_packages", index, "activities", number)
            if activity.end < activity.start:
                yield Violation(
                    (*path, "end"),
                    Text(
                        f"{activity.id} eindigt in maand {activity.end}, voor de start in maand {activity.start}",
                        f"{activity.id} ends in month {activity.end}, before it starts in month {activity.start}",
                    ),
                    Text("wissel de maanden om", "swap the months"),
                )
            for key, month in (("start", activity.start), ("end", activity.end)):
                if month > last:
                    yield outside((*path, key), month, last)
        moments = [("deliverables", i, entry.month) for i, entry in enumerate(package.deliverables)]
        moments += [("milestones", i, entry.month) for i, entry in enumerate(package.milestones)]
        for kind, number, month in moments:
            if month > last:
                yield outside(("work_packages", index, kind, number, "month"), month, last)


def outside(path: Path, month: int, last: int) -> Violation:
    """A month after the end."""
    return Violation(
        path,
        Text(
            f"maand {month} valt na het einde van het project (maand {last})",
            f"month {month} lies after the end of the project (month {last})",
        ),
        Text(f"kies een maand van 1 tot {last}", f"choose a month from 1 to {last}"),
    )
