"""The motivation of an operating cost says how the amount was found (4.2.2 III: real costs).

Wrong: `Nog te schrijven.` Right: number, price and purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG17",
    name="operating-motivation-thin",
    asks=Text(
        "De motivering van een werkingskost zegt waarvoor hij dient en hoe het bedrag berekend is.",
        "The motivation of an operating cost says what it is for and how the amount was reckoned.",
    ),
    why=Text(
        "Het toegestane bedrag voor werkingskosten wordt bij de evaluatie bepaald: een lijn zonder rekensom is de eerste die geschrapt wordt.",
        "The allowed amount of operating costs is set at the evaluation: a line without a sum is the first to be dropped.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, motivation: Nodig.}",
    right="budget:\n  operating:\n    - {id: W1, motivation: Vier netwerkdagen per jaar aan 3.000 euro voor zaal en maaltijd.}",
    terms=("operating_motivation_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each operating line."""
    asked = dossier.call.thresholds["operating_motivation_words_min"].value
    for index, line in enumerate(dossier.project.budget.operating):
        words = count_words(line.motivation)
        if words < asked:
            yield Violation(
                ("budget", "operating", index, "motivation"),
                Text(
                    f"motivering van werkingskost {line.id} telt {words} woorden; minstens {asked} zijn nodig",
                    f"motivation of operating cost {line.id} has {words} words; it takes at least {asked}",
                ),
                Text("schrijf aantal, prijs en doel", "write number, price and purpose"),
            )
