"""A question of the forms has no answer; the document would say that it is still to be filled in (5.3.2: complete).

Wrong: no `narrative.vision`. Right: a text in Markdown, or one per phase.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN03",
    name="missing-answer",
    asks=Text(
        "Elke vraag van de formulieren heeft een antwoord.",
        "Every question of the forms has an answer.",
    ),
    why=Text(
        "Een onvolledig dossier kan onontvankelijk zijn; zonder antwoord staat er “[nog in te vullen]”.",
        "An incomplete dossier may be inadmissible; without an answer the form says that it is still to be filled in.",
    ),
    wrong="narrative:\n  vision: ''",
    right="narrative:\n  vision: Na drie jaar draagt het netwerk zichzelf ...",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each question of each phase."""
    for question in dossier.call.questions:
        answer = dossier.project.narrative.get(question.id)
        for phase in question.phases:
            text = "" if answer is None else (answer.phase2 if phase == 2 else answer.phase1)
            if not text.strip():
                yield Violation(
                    ("narrative", question.id),
                    Text(
                        f"de vraag “{question.title}” van fase {phase} heeft geen antwoord",
                        f"the question “{question.title}” of phase {phase} has no answer",
                    ),
                    Text(f"voeg narrative.{question.id} toe", f"add narrative.{question.id}"),
                    Severity.WARNING,
                )
