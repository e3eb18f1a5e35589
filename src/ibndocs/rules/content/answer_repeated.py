"""Two questions do not get nearly the same answer.

Wrong: the text on continuation pasted under the vision. Right: to each question what it asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.call.pack import Phase
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.answers import is_untouched, place_of, read_answer
from ibndocs.rules.likeness import find_twins
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON03",
    name="answer-repeated",
    asks=Text(
        "Geen twee vragen van een fase hebben bijna hetzelfde antwoord.",
        "No two questions of a phase have nearly the same answer.",
    ),
    why=Text(
        "Wie dezelfde tekst twee keer leest, vindt op een van de twee vragen geen antwoord. Vaak is een tekst op de verkeerde plaats geplakt. De grens is een eigen vuistregel.",
        "Who reads the same text twice finds no answer to one of the questions. Often a text was pasted in the wrong place. The limit is a rule of thumb of our own.",
    ),
    wrong="narrative:\n  vision: Na drie jaar dragen de leden het netwerk zelf.\n  continuation: Na drie jaar dragen de leden het netwerk zelf.",
    right="narrative:\n  vision: Na drie jaar is de keten gesloten.\n  continuation: De lidgelden dekken vanaf jaar vier een team van één VTE.",
    terms=("answers_alike",),
)
_PHASES: tuple[Phase, ...] = (1, 2)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The answers of each phase, each against the earlier ones."""
    least = float(dossier.call.thresholds["answers_alike"].value)
    for phase in _PHASES:
        questions = [question for question in dossier.call.questions if phase in question.phases]
        texts = {
            number: (text, "")
            for number, question in enumerate(questions)
            if (text := read_answer(dossier, question.id, phase)) and not is_untouched(text, dossier.call)
        }
        for number, (earlier, likeness) in find_twins(texts, least).items():
            share = Percent(Decimal(str(likeness)), 0)
            first, second = questions[earlier], questions[number]
            yield Violation(
                place_of(dossier, second.id, phase),
                Text(
                    f"het antwoord op “{second.title}” is voor {share} dat op “{first.title}”",
                    f"the answer to “{second.title}” is {likeness:.0%} the one to “{first.title}”",
                ),
                Text(f"antwoord op wat gevraagd is: {second.hint}", f"answer what is asked: {second.hint}"),
                Severity.WARNING,
                phase,
            )
