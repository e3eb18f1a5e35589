"""Enough valid signed letters of intent stand behind phase 2 (4.1, 5.3.1, 5.3.2).

Only letters count that pass the rules on letters. Wrong: letters from Brussels, unsigned or twice from one enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.letter_count import ask_enough
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN10",
    name="too-few-letters-phase-2",
    asks=Text(
        "Minstens {letters_phase2_min} geldige brieven voor fase 2 zijn ondertekend, elk van een andere Vlaamse onderneming en na de termijn van fase 1.",
        "At least {letters_phase2_min} valid letters for phase 2 are signed, each of another Flemish enterprise and after the deadline of phase 1.",
    ),
    why=Text(
        "Zonder {letters_phase2_min} geldige brieven is de aanvraag niet ontvankelijk (5.3.2). De aanvrager voegt “opnieuw de nodige intentiebrieven” toe (5.3.1): in de veilige lezing zijn dat allemaal nieuwe, in de andere tellen die van fase 1 mee. Ver voor de termijn is dit een opmerking of waarschuwing, vlak ervoor een fout.",
        "Without {letters_phase2_min} valid letters the application is not admissible (5.3.2). The applicant adds “the necessary letters of intent again” (5.3.1): on the safe reading all are new, on the other those of phase 1 count too. Long before the deadline this is a note or warning, shortly before it an error.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase2: {}}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase2: {signed_on: 2026-04-14}}",
    terms=("letters_phase2_min", "days_before_deadline"),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The number of letters of phase 2."""
    yield from ask_enough(dossier, 2, int(dossier.call.terms.letters_phase2_min.value))
