"""A message of the pitch belongs to a slide that exists.

Wrong: `messages: {probleem: ...}`. Right: `messages: {problem: ...}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.suggestions import suggest_or_list
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
            yield Violation(
                ("pitch", "messages", slide),
                Text(f"de pitch heeft geen dia '{slide}'", f"the pitch has no slide '{slide}'"),
                suggest_or_list(slide, known),
                Severity.WARNING,
            )
