"""An answer is given to a question that no form of the call asks, so it would be printed nowhere.

Wrong: `narrative: {visie: ...}` when the question is called `vision`. Right: a question id of the call pack.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_or_list
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF05",
    name="unknown-question",
    asks=Text(
        "Elk antwoord hoort bij een vraag van de formulieren.",
        "Every answer belongs to a question of the forms.",
    ),
    why=Text(
        "Een antwoord op een onbekende vraag wordt nergens afgedrukt.",
        "An answer to an unknown question is printed nowhere.",
    ),
    wrong="narrative:\n  visie: Na drie jaar ...",
    right="narrative:\n  vision: Na drie jaar ...",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every answer."""
    known = list(dossier.call.question_by_id)
    for question in dossier.project.narrative:
        if question not in known:
            yield Violation(
                ("narrative", question),
                Text(f"geen enkel formulier stelt de vraag '{question}'", f"no form asks the question '{question}'"),
                suggest_or_list(question, known),
            )
