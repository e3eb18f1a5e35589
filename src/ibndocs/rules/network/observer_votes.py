"""The agency sits in the steering group without a vote (5.4.2).

Wrong: a seat of VLAIO with a vote. Right: `voting: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET08",
    name="observer-votes",
    asks=Text(
        "Een zetel van VLAIO, of van wie waarnemer heet, heeft geen stemrecht.",
        "A seat of the agency, or of one called observer, has no vote.",
    ),
    why=Text(
        "De accountmanager is waarnemer; stemt die mee, dan klopt ook de meerderheid van de ondernemingen niet.",
        "The account manager is an observer; with a vote the majority of the companies is miscounted too.",
    ),
    wrong="governance:\n  steering_group:\n    - {name: Accountmanager, organisation: VLAIO, company: false, role: waarnemer}",
    right="governance:\n  steering_group:\n    - {name: Accountmanager, organisation: VLAIO, company: false, role: waarnemer, voting: false}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each seat with a vote."""
    for index, seat in enumerate(dossier.project.governance.steering_group):
        agency = dossier.call.call.agency.casefold() in seat.organisation.casefold().split()
        if seat.voting and (agency or match_word(seat.role, dossier.call.words["observer"])):
            yield Violation(
                ("governance", "steering_group", index),
                Text(
                    f"{seat.name} ({seat.organisation}) is waarnemer maar heeft stemrecht",
                    f"{seat.name} ({seat.organisation}) is an observer but has a vote",
                ),
                Text("voeg voting: false toe", "add voting: false"),
                Severity.WARNING,
            )
