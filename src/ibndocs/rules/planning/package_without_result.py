"""A work package yields something: a deliverable or a milestone.

Wrong: only activities. Right: at least one deliverable or milestone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF11",
    name="package-without-result",
    asks=Text(
        "Elk werkpakket heeft een mijlpaal of een op te leveren resultaat.",
        "Every work package has a milestone or a deliverable.",
    ),
    why=Text(
        "Zonder resultaat is niet te zien of het werkpakket vordert.",
        "Without a result nobody sees whether the work package gets on.",
    ),
    wrong="work_packages:\n  - {id: WP2, activities: [{id: A2.1, title: Werkgroepen}]}",
    right="work_packages:\n  - {id: WP2, activities: [{id: A2.1, title: Werkgroepen}], deliverables: [{id: D2.1, title: Bundel van projectschetsen, month: 20}]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each work package."""
    for index, package in enumerate(dossier.project.work_packages):
        if not package.deliverables and not package.milestones:
            yield Violation(
                ("work_packages", index),
                Text(
                    f"{package.id} heeft geen mijlpaal en levert niets op",
                    f"{package.id} has no milestone and no deliverable",
                ),
                Text("voeg deliverables of milestones toe", "add deliverables or milestones"),
                Severity.WARNING,
            )
