"""Enough valid signed letters of intent stand behind phase 1 (5.2.1, 5.2.2).

Only letters count that pass the rules on letters. Wrong: letters from Brussels, unsigned or twice from one enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.deadlines import is_phase1_over
from ibndocs.rules.letter_count import ask_enough
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO04",
    name="too-few-letters-phase-1",
    asks=Text(
        "Minstens {letters_phase1_min} geldige brieven voor fase 1 zijn ondertekend: met naam, contactpersoon, Vlaams adres en mogelijk ondernemingsnummer, elk van een andere onderneming, voor de termijn.",
        "At least {letters_phase1_min} valid letters for phase 1 are signed: with name, contact person, Flemish address and a possible enterprise number, each of another enterprise, before the deadline.",
    ),
    why=Text(
        "Zonder {letters_phase1_min} geldige brieven is de vooraanmelding niet ontvankelijk (5.2.2). Een brief die op een andere regel over brieven struikelt, telt niet mee. De samenvattende tabel en 4.1 spreken van een mandaat van {letters_phase2_min} ondernemingen; dat geldt hier als de eis van fase 2, want 5.2.2 noemt voor fase 1 een eigen aantal. Ver voor de termijn is dit een opmerking of waarschuwing, vlak ervoor een fout.",
        "Without {letters_phase1_min} valid letters the pre-application is not admissible (5.2.2). A letter that fails another rule on letters does not count. The summary table and 4.1 speak of a mandate of {letters_phase2_min} enterprises; that is taken as the demand of phase 2, as 5.2.2 gives phase 1 a number of its own. Long before the deadline this is a note or warning, shortly before it an error.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {}}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {signed_on: 2026-01-08}}",
    terms=("letters_phase1_min", "days_before_deadline"),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The number of letters of phase 1."""
    if not is_phase1_over(dossier):
        yield from ask_enough(dossier, 1, int(dossier.call.terms.letters_phase1_min.value))
