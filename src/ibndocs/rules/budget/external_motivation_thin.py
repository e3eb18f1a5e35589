"""The motivation of an external service says something, and something of its own (4.2.2 IV).

Wrong: `Nodig voor het project.` Right: why the team cannot do it, how much of it, and at which price.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG07",
    name="external-motivation-thin",
    asks=Text(
        "De motivering van een externe prestatie heeft inhoud en is niet dezelfde als die van een andere lijn.",
        "The motivation of an external service has substance and is not the same as that of another line.",
    ),
    why=Text(
        "Externe prestaties zijn uitzonderlijk: een jury wil per lijn lezen waarom het team het niet zelf kan en hoe het bedrag is bepaald. Drie woorden overtuigen niet.",
        "External services are exceptional: a jury wants to read, line by line, why the team cannot do it and how the amount was found. Three words do not convince.",
    ),
    wrong="budget:\n  external:\n    - {id: X1, motivation: Nodig voor het project.}",
    right="budget:\n  external:\n    - id: X1\n      motivation: >-\n        Het team heeft geen jurist; drie modelafspraken opstellen vraagt twaalf dagen aan 900 euro, volgens prijsopgave.",
    terms=("external_motivation_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each external line that has a motivation."""
    asked = dossier.call.thresholds["external_motivation_words_min"].value
    lines = dossier.project.budget.external
    alike = Counter(" ".join(line.motivation.casefold().split()) for line in lines)
    for index, line in enumerate(lines):
        words = count_words(line.motivation)
        if not words:
            continue
        if words < asked:
            yield Violation(
                ("budget", "external", index, "motivation"),
                Text(
                    f"motivering van {line.id} telt {words} woorden; minstens {asked} zijn nodig om te overtuigen",
                    f"motivation of {line.id} has {words} words; it takes at least {asked} to convince",
                ),
                Text(
                    "schrijf waarom het team het niet zelf kan, hoeveel er nodig is en aan welke prijs",
                    "write why the team cannot do it, how much is needed and at which price",
                ),
                Severity.WARNING,
            )
        elif alike[" ".join(line.motivation.casefold().split())] > 1:
            yield Violation(
                ("budget", "external", index, "motivation"),
                Text(
                    f"motivering van {line.id} is dezelfde als die van een andere lijn",
                    f"motivation of {line.id} is the same as that of another line",
                ),
                Text("motiveer elke prestatie afzonderlijk", "motivate each service by itself"),
                Severity.WARNING,
            )
