"""The full application is handed in before its deadline (5.3.1, 5.3.2).

Wrong: nothing handed in on 12 May 2026. Right: handed in on 8 May.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.handing_in import ask_in_time
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN02",
    name="phase-2-late",
    asks=Text(
        "De volledige aanvraag is ingediend voor de termijn, of de termijn is nog niet voorbij.",
        "The full application is handed in before the deadline, or the deadline is still to come.",
    ),
    why=Text(
        "Een aanvraag die te laat komt, is niet ontvankelijk (5.3.2). Er is één uur op de dag zelf, Belgische tijd; wie op die dag indient, kijkt het uur zelf na. Zet submission.phase2_submitted_on zodra het dossier binnen is.",
        "An application that comes late is not admissible (5.3.2). The hour on the day itself is Belgian time; who hands in on that day checks the hour. Set submission.phase2_submitted_on as soon as the dossier is in.",
    ),
    wrong="submission: {phase2_submitted_on: 2026-05-12}",
    right="submission: {phase2_submitted_on: 2026-05-08}",
    terms=("days_of_notice",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The day of handing in, or the day of the check."""
    yield from ask_in_time(dossier, 2, dossier.project.submission.phase2_submitted_on)
