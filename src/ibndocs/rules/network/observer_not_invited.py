"""The account manager of the agency is invited to the steering group as observer (5.4.2).

Wrong: `observer_invited: false`. Right: `observer_invited: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET08",
    name="observer-not-invited",
    asks=Text(
        "De accountmanager van VLAIO wordt als waarnemer uitgenodigd op de stuurgroep.",
        "The account manager of the agency is invited to the steering group as observer.",
    ),
    why=Text(
        "De uitvoering en opvolging van het project vragen het.",
        "Carrying out and following up the project call for it.",
    ),
    wrong="governance:\n  observer_invited: false",
    right="governance:\n  observer_invited: true",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The invitation."""
    if not dossier.project.governance.observer_invited:
        yield Violation(
            ("governance", "observer_invited"),
            Text(
                f"de accountmanager van {dossier.call.call.agency} wordt niet als waarnemer uitgenodigd",
                f"the account manager of {dossier.call.call.agency} is not invited as observer",
            ),
            Text("zet observer_invited op true", "set observer_invited to true"),
        )
