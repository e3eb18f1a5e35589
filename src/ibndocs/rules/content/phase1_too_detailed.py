"""An answer of the pre-application is shorter than that of the full application (5.2.1).

Wrong: the long text of phase 2 handed in as pre-application. Right: a short answer of its own for phase 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO05",
    name="phase-1-too-detailed",
    asks=Text(
        "Antwoorden van fase 1 zijn beknopt: niet langer dan die van fase 2, en niet heel lang.",
        "Answers of phase 1 are short: no longer than those of phase 2, and not very long.",
    ),
    why=Text(
        "De vooraanmelding is een beknopt voorstel; een uitgewerkt werkplan, cofinancieringsplan of begroting wordt nog niet gevraagd (5, 5.2.1). Een grens in woorden of bladzijden noemt de handleiding niet: die hier is een eigen vuistregel, en dit is alleen een opmerking.",
        "The pre-application is a short proposal; a detailed work plan, cofinancing plan or budget is not asked yet (5, 5.2.1). The guideline names no limit of words or pages: the one here is a rule of thumb of our own, and this is only a note.",
    ),
    wrong="narrative:\n  approach: {phase1: {file: teksten/fase2-approach.md}, phase2: {file: teksten/fase2-approach.md}}",
    right="narrative:\n  approach: {phase1: In het kort werken we in drie lijnen., phase2: {file: teksten/fase2-approach.md}}",
    terms=("phase1_words_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each question of phase 1."""
    most = int(dossier.call.thresholds["phase1_words_max"].value)
    for question in dossier.call.questions:
        answer = dossier.project.narrative.get(question.id)
        if answer is None or 1 not in question.phases:
            continue
        words = count_words(answer.phase1)
        full = count_words(answer.phase2) if 2 in question.phases and answer.phase1 != answer.phase2 else 0
        if words > most or 0 < full < words:
            yield Violation(
                ("narrative", question.id, "phase1"),
                Text(
                    f"“{question.title}” krijgt in fase 1 {words} woorden{f', in fase 2 maar {full}' if full else ''}; de vooraanmelding is beknopt",
                    f"“{question.title}” gets {words} words in phase 1{f', only {full} in phase 2' if full else ''}; the pre-application is short",
                ),
                Text("schrijf voor fase 1 een korter antwoord", "write a shorter answer for phase 1"),
            )
