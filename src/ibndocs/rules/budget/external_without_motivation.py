"""Every external service is motivated: the guideline calls them exceptional (4.2.2 IV).

Wrong: `motivation: ""`. Right: a text that says why the team cannot do it and how the amount was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG07",
    name="external-without-motivation",
    asks=Text(
        "Elke externe prestatie is gemotiveerd.",
        "Every external service is motivated.",
    ),
    why=Text(
        "De handleiding noemt externe prestaties uitzonderlijk.",
        "The guideline calls external services exceptional.",
    ),
    wrong="budget:\n  external:\n    - {id: X1, motivation: ''}",
    right="budget:\n  external:\n    - {id: X1, motivation: Het team heeft geen jurist; bedrag volgens offerte.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each external line."""
    for index, line in enumerate(dossier.project.budget.external):
        if not line.motivation.strip():
            yield Violation(
                ("budget", "external", index, "motivation"),
                Text(
                    f"externe prestatie {line.id} heeft geen motivering",
                    f"external service {line.id} has no motivation",
                ),
                Text(
                    "schrijf waarom de dienst nodig is en hoe het bedrag is bepaald",
                    "write why the service is needed and how the amount was found",
                ),
            )
