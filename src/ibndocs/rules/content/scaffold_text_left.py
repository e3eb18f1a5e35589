"""A text of the new project has not been replaced yet.

Wrong: `Nog te schrijven. Welke knelpunten ...`. Right: your own text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import is_untouched
from ibndocs.rules.prose_texts import read_prose
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON02",
    name="scaffold-text-left",
    asks=Text(
        "Geen enkele tekst is nog die waarmee `ibndocs new` een project begint.",
        "No text is still the one with which `ibndocs new` starts a project.",
    ),
    why=Text(
        "Die teksten zeggen wat er moet komen; in een ingediend document horen ze niet.",
        "Those texts say what is to come; they do not belong in a document that is handed in.",
    ),
    wrong="narrative:\n  problem: Nog te schrijven. Welke knelpunten kunnen de bedrijven niet alleen oplossen?",
    right="narrative:\n  problem: Acht schakels kennen elkaar slecht en bestellen in te kleine volumes.",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each text; the hint of a question alone is no answer either."""
    hints = {question.hint for question in dossier.call.questions}
    for prose in read_prose(dossier.project):
        if is_untouched(prose.text, dossier.call) or prose.text in hints:
            yield Violation(
                prose.path,
                Text("deze tekst is nog die van een nieuw project", "this text is still the one of a new project"),
                Text("schrijf de eigen tekst", "write your own text"),
                Severity.WARNING,
                prose.phase,
            )
