"""An answer is more than a word or two.

Wrong: "Ja." as answer to a question of the form. Right: a few sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.call.pack import Phase
from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import count_own_words, place_of, read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON03",
    name="answer-thin",
    asks=Text(
        "Elk antwoord telt minstens enkele zinnen.",
        "Every answer has at least a few sentences.",
    ),
    why=Text(
        "Een vraag die met een woord beantwoord wordt, is niet beantwoord, ook als de andere antwoorden bij hetzelfde criterium lang genoeg zijn. De handleiding noemt geen omvang; het getal is een vuistregel.",
        "A question that is answered in a word is not answered, even when the other answers to the same criterion are long enough. The guideline gives no length; the number is a rule of thumb.",
    ),
    wrong="narrative:\n  international: Ja.",
    right="narrative:\n  international: Het netwerk sluit aan bij drie buitenlandse netwerken en bezoekt er elk jaar een.",
    terms=("answer_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each answer that somebody wrote; what is still empty or untouched has rules of its own."""
    least = int(dossier.call.thresholds["answer_words_min"].value)
    for question in dossier.call.questions:
        for phase in question.phases:
            words = _count(dossier, question.id, phase)
            if 0 < words < least:
                yield Violation(
                    place_of(dossier, question.id, phase),
                    Text(
                        f"het antwoord op “{question.title}” telt {words} woorden, reken op minstens {least}",
                        f"the answer to “{question.title}” has {words} words, count on at least {least}",
                    ),
                    Text(f"werk uit: {question.hint}", f"work out: {question.hint}"),
                    Severity.WARNING,
                    phase,
                )


def _count(dossier: Dossier, question: str, phase: Phase) -> int:
    return count_own_words(read_answer(dossier, question, phase), dossier.call)
