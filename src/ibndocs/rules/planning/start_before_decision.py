"""The project does not start before it is decided on (5.4.1, figure 2).

Wrong: a start in December 2025. Right: a start after the decision and no later than the last date of the call.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN06",
    name="start-before-decision",
    asks=Text(
        "Het project start na de beslissing over de aanvraag.",
        "The project starts after the decision on the application.",
    ),
    why=Text(
        "De handleiding noemt alleen de laatste startdatum. Wie voor de beslissing start, draagt kosten waarvan niemand weet of ze gesteund worden; meestal is het jaar verkeerd getypt. Daarom een waarschuwing.",
        "The guideline names only the last start date. Who starts before the decision bears costs that may never be supported; mostly the year is mistyped. So this is a warning.",
    ),
    wrong="project:\n  start: 2025-12-01",
    right="project:\n  start: 2026-12-01",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The start date."""
    start, decision = dossier.project.project.start, dossier.call.date_by_id["decision"].day
    if start < decision:
        yield Violation(
            ("project", "start"),
            Text(
                f"start op {Day(start)}, voor de beslissing van {Day(decision)}",
                f"starts on {start}, before the decision of {decision}",
            ),
            Text("kijk het jaar na", "look at the year"),
            Severity.WARNING,
        )
