"""The pre-application is handed in before its deadline (5.2.1, 5.2.2).

Wrong: nothing handed in on 24 January 2026. Right: handed in on 22 January.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.deadlines import is_phase1_over
from ibndocs.rules.handing_in import ask_in_time
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO01",
    name="phase-1-late",
    asks=Text(
        "De vooraanmelding is ingediend voor de termijn, of de termijn is nog niet voorbij.",
        "The pre-application is handed in before the deadline, or the deadline is still to come.",
    ),
    why=Text(
        "Een vooraanmelding die te laat komt, is niet ontvankelijk (5.2.2). Er is één uur op de dag zelf, Belgische tijd; wie op die dag indient, kijkt het uur zelf na. Zet submission.phase1_submitted_on zodra het dossier binnen is.",
        "A pre-application that comes late is not admissible (5.2.2). The hour on the day itself is Belgian time; who hands in on that day checks the hour. Set submission.phase1_submitted_on as soon as the dossier is in.",
    ),
    wrong="submission: {phase1_submitted_on: 2026-01-24}",
    right="submission: {phase1_submitted_on: 2026-01-22}",
    terms=("days_of_notice",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The day of handing in, or the day of the check."""
    if not is_phase1_over(dossier):
        yield from ask_in_time(dossier, 1, dossier.project.submission.phase1_submitted_on)
