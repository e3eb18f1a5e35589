"""A question of the forms has no answer; the document would say that it is still to be filled in (5.3.2: complete).

Wrong: no `narrative.vision`. Right: a text in Markdown, or one per phase.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.deadlines import is_phase1_over, weigh_by_deadline
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
        "Een onvolledig dossier kan onontvankelijk zijn (5.3.2), al kan VLAIO vragen het te vervolledigen; zonder antwoord staat er “[nog in te vullen]”. Tijdens het schrijven is dit een waarschuwing, vlak voor de termijn een fout. Dat alles op de officiële sjablonen van Word en Excel staat, kijkt een persoon na: die sjablonen zijn geen deel van dit programma.",
        "An incomplete dossier may be inadmissible (5.3.2), although the agency may ask to complete it; without an answer the form says that it is still to be filled in. While one writes this is a warning, shortly before the deadline an error. That all stands on the official forms of Word and Excel a person must check: these forms are no part of this program.",
    ),
    wrong="narrative:\n  vision: ''",
    right="narrative:\n  vision: Na drie jaar draagt het netwerk zichzelf ...",
    terms=("days_before_deadline",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each question of each phase."""
    for question in dossier.call.questions:
        answer = dossier.project.narrative.get(question.id)
        for phase in question.phases:
            text = "" if answer is None else (answer.phase2 if phase == 2 else answer.phase1)
            if not text.strip() and not (phase == 1 and is_phase1_over(dossier)):
                yield Violation(
                    ("narrative", question.id),
                    Text(
                        f"de vraag “{question.title}” van fase {phase} heeft geen antwoord",
                        f"the question “{question.title}” of phase {phase} has no answer",
                    ),
                    Text(f"voeg narrative.{question.id} toe", f"add narrative.{question.id}"),
                    weigh_by_deadline(dossier, phase, Severity.WARNING) if phase else Severity.WARNING,
                    phase,
                )
