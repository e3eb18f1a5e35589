"""The project lasts exactly as long as the call says (4.2.1, 5.3.2).

Wrong: `duration_months: 24`. Right: `duration_months: 36`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN07",
    name="duration-differs",
    asks=Text(
        "Het project duurt precies zo lang als de oproep vraagt.",
        "The project lasts exactly as long as the call asks.",
    ),
    why=Text(
        "Een andere duur is onontvankelijk.",
        "Another duration is inadmissible.",
    ),
    wrong="project:\n  duration_months: 24",
    right="project:\n  duration_months: 36",
    terms=("duration_months",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The duration."""
    months, asked = dossier.project.project.duration_months, int(dossier.call.terms.duration_months.value)
    if months != asked:
        yield Violation(
            ("project", "duration_months"),
            Text(
                f"duur van {months} maanden, de oproep vraagt er {asked}",
                f"lasts {months} months, the call asks {asked}",
            ),
            Text(f"zet duration_months op {asked}", f"set duration_months to {asked}"),
        )
