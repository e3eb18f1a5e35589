"""A preliminary talk with the agency can still be asked for (5.1).

A reminder and no fault: the talk is optional.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import place_of_day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO07",
    name="talk-possible",
    asks=Text(
        "Zolang het kan, is een voorbespreking te overwegen.",
        "As long as it is possible, a preliminary talk may be considered.",
    ),
    why=Text(
        "Wie niet zeker is of het idee in de oproep past, kan een voorbespreking vragen door het ingevulde sjabloon te mailen (5.1). Ze gaat vooraf aan de vooraanmelding en is niet verplicht.",
        "Who is not sure whether the idea fits the call can ask for a preliminary talk by mailing the form (5.1). It comes before the pre-application and is optional.",
    ),
    wrong="check: {on: 2025-12-01}",
    right="check: {on: 2025-12-15}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Until the last day of the talks."""
    talk = dossier.call.date_by_id.get("preliminary_talk")
    if talk is None or dossier.on > (talk.until or talk.day):
        return
    days = Text(f"{Day(talk.day)} en {Day(talk.until or talk.day)}", f"{talk.day} and {talk.until or talk.day}")
    yield Violation(
        place_of_day(dossier),
        Text(
            f"een voorbespreking is mogelijk op {days.nl}; ze is niet verplicht",
            f"a preliminary talk is possible on {days.en}; it is optional",
        ),
        Text(
            f"mail het ingevulde sjabloon naar {dossier.call.call.email}",
            f"mail the form to {dossier.call.call.email}",
        ),
    )
