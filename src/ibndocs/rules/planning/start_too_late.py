"""The project starts no later than the last start date of the call (4.2.1, 5.3.2, 5.4.1).

Wrong: `start: 2027-02-01`. Right: `start: 2027-01-01` or earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN06",
    name="start-too-late",
    asks=Text(
        "Het project start niet later dan de uiterste startdatum van de oproep.",
        "The project starts no later than the last start date of the call.",
    ),
    why=Text(
        "Een latere start is onontvankelijk. De handleiding noemt op twee plaatsen een ander jaar (van beslissen, van indienen); hier vallen die samen.",
        "A later start is inadmissible. The guideline names two years in two places (of decision, of submission); here they coincide.",
    ),
    wrong="project:\n  start: 2027-02-01",
    right="project:\n  start: 2027-01-01",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The start date."""
    start, latest = dossier.project.project.start, dossier.call.call.start_latest
    if start > latest:
        yield Violation(
            ("project", "start"),
            Text(
                f"start op {Day(start)}, de oproep vraagt uiterlijk {Day(latest)}",
                f"starts on {start}, the call asks {latest} at the latest",
            ),
            Text(f"zet de start op {latest} of vroeger", f"set the start to {latest} or earlier"),
        )
