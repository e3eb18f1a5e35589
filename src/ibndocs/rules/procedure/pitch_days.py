"""The days of the pitch are still to come: keep them free (5.2.3).

A reminder and no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import place_of_day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO06",
    name="pitch-days-ahead",
    asks=Text("De dagen van de pitch worden vrijgehouden.", "The days of the pitch are kept free."),
    why=Text(
        "De pitchgesprekken vinden plaats in het Belpairegebouw in Brussel (5.2.3). Het juiste uur komt pas met de ontvangstmelding, als de vooraanmelding ontvankelijk is; daarom vraagt de handleiding beide dagen vrij te houden.",
        "The pitches take place in the Belpaire building in Brussels (5.2.3). The hour comes only with the receipt, when the pre-application is admissible; so the guideline asks to keep both days free.",
    ),
    wrong="check: {on: 2026-01-15}",
    right="check: {on: 2026-02-04}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """While the pitch is ahead."""
    pitch = dossier.call.date_by_id.get("pitch")
    if pitch is None or dossier.on >= pitch.day or dossier.project.submission.preselected is not None:
        return
    until = pitch.until or pitch.day
    yield Violation(
        place_of_day(dossier),
        Text(
            f"houd {Day(pitch.day)} en {Day(until)} vrij voor de pitch in Brussel",
            f"keep {pitch.day} and {until} free for the pitch in Brussels",
        ),
    )
