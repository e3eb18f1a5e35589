"""A cost line or an income line names an activity that is not in the work plan (4.2.2, 4.2.4: traceable).

Wrong: `activity: A9.9`. Right: the id of an activity, or for a cost line of a work package.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF03",
    name="unknown-activity",
    asks=Text(
        "Elke kostenlijn en elke inkomstenlijn hoort bij een activiteit van het werkplan.",
        "Every cost line and every income line belongs to an activity of the work plan.",
    ),
    why=Text(
        "Kosten worden verrekend in functie van de activiteiten (4.2.2) en inkomsten zijn traceerbaar (4.2.4).",
        "Costs follow from the activities (4.2.2) and income is traceable (4.2.4).",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, activity: A9.9}",
    right="budget:\n  operating:\n    - {id: W1, activity: A1.1}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every reference to an activity."""
    project = dossier.project
    activities = {activity.id for package in project.work_packages for activity in package.activities}
    costed = activities | {package.id for package in project.work_packages}
    places = [
        (("budget", rubric, index, "activity"), line.activity, costed)
        for rubric, lines in (("operating", project.budget.operating), ("external", project.budget.external))
        for index, line in enumerate(lines)
    ]
    places += [
        (("cofinancing", "activity_income", index, "activity"), line.activity, activities)
        for index, line in enumerate(project.cofinancing.activity_income)
    ]
    for path, activity, known in places:
        if activity not in known:
            yield Violation(
                path,
                Text(
                    f"activiteit '{activity}' staat niet in het werkplan",
                    f"activity '{activity}' is not in the work plan",
                ),
                Text(f"kies een van: {', '.join(sorted(known))}", f"choose one of: {', '.join(sorted(known))}"),
            )
