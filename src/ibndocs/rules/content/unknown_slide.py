"""A message of the pitch belongs to a slide that exists.

Wrong: `messages: {probleem: ...}`. Right: `messages: {problem: ...}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.project import Pitch
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.pitch import view_pitch_messages

ABOUT = About(
    clause="CON05",
    name="unknown-slide",
    asks=Text(
        "Elke sleutel van pitch.messages is de id van een dia.", "Every key of pitch.messages is the id of a slide."
    ),
    why=Text(
        "Een boodschap bij een onbekende dia komt nergens terecht.", "A message for an unknown slide ends up nowhere."
    ),
    wrong="pitch:\n  messages: {probleem: Geen bedrijf lost dit alleen op}",
    right="pitch:\n  messages: {problem: Geen bedrijf lost dit alleen op}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each message."""
    messages = dossier.project.pitch.messages
    if not messages:
        return
    silent = dossier.project.model_copy(update={"pitch": Pitch()})
    known = list(view_pitch_messages(silent, dossier.budget, dossier.plan, 1))
    for slide in messages:
        if slide not in known:
            near = get_close_matches(slide, known, 1, 0.5)
            yield Violation(
                ("pitch", "messages", slide),
                Text(f"de pitch heeft geen dia '{slide}'", f"the pitch has no slide '{slide}'"),
                Text(
                    f"bedoelde u '{near[0]}'?" if near else f"kies uit {', '.join(known)}",
                    f"did you mean '{near[0]}'?" if near else f"choose from {', '.join(known)}",
                ),
                Severity.WARNING,
            )
