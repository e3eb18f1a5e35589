"""An activity says more than its title: what happens, or what it yields.

Wrong: only a title. Right: a description or a result with numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF13",
    name="activity-undescribed",
    asks=Text(
        "Elke activiteit heeft een beschrijving of een resultaat.", "Every activity has a description or a result."
    ),
    why=Text(
        "Uit een titel alleen blijkt niet of de activiteit haalbaar is en voor wie ze dient.",
        "A title alone does not show whether the activity is feasible and whom it serves.",
    ),
    wrong="work_packages:\n  - activities: [{id: A1.1, title: Netwerkdagen}]",
    right="work_packages:\n  - activities: [{id: A1.1, title: Netwerkdagen, result: 6 netwerkdagen met samen 500 deelnames}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each activity."""
    for index, package in enumerate(dossier.project.work_packages):
        for number, activity in enumerate(package.activities):
            if not activity.description.strip() and not activity.result.strip():
                yield Violation(
                    ("work_packages", index, "activities", number),
                    Text(
                        f"{activity.id} heeft geen beschrijving en geen resultaat",
                        f"{activity.id} has no description and no result",
                    ),
                    Text("voeg description of result toe", "add description or result"),
                    Severity.WARNING,
                )
