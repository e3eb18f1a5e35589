"""Who leads a work package works in it.

Wrong: `lead: an` and no effort of an. Right: person-months of an in that work package.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF14",
    name="lead-without-effort",
    asks=Text(
        "De trekker van een werkpakket heeft er persoonsmaanden in.",
        "Who leads a work package has person-months in it.",
    ),
    why=Text(
        "Een trekker zonder inzet roept de vraag op wie het werkpakket draagt. Een werkpakket zonder enige inzet vindt een andere regel.",
        "A lead without effort raises the question who carries the work. A work package without any effort is found by another rule.",
    ),
    wrong="work_packages:\n  - {id: WP1, lead: an, effort: [{person: bo, months: 6}]}",
    right="work_packages:\n  - {id: WP1, lead: an, effort: [{person: an, months: 2}, {person: bo, months: 4}]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each work package with effort."""
    for index, package in enumerate(dossier.project.work_packages):
        workers = {effort.person for effort in package.effort if any(effort.months)}
        if workers and package.lead not in workers:
            yield Violation(
                ("work_packages", index, "lead"),
                Text(
                    f"{package.id} wordt getrokken door {package.lead}, die er geen persoonsmaanden in heeft",
                    f"{package.id} is led by {package.lead}, who has no person-months in it",
                ),
                Text(
                    "geef de trekker inzet, of kies een andere trekker", "give the lead effort, or choose another lead"
                ),
                Severity.WARNING,
            )
