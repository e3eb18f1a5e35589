"""Which letters are still without a date of signing, once a phase has signed ones (5.2.2, 5.3.2).

Wrong: a company whose letter came back without a date. Right: `signed_on` for every letter that is handed in.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.deadlines import is_phase1_over
from ibndocs.rules.grouping import list_names
from ibndocs.rules.letter_worth import is_counted, signature_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF08",
    name="letters-unsigned",
    asks=Text(
        "Van elk bedrijf is een ondertekende brief genoteerd, zodra er van de fase een is.",
        "Of every company a signed letter is noted, as soon as there is one of the phase.",
    ),
    why=Text(
        "Een brief zonder handtekening telt niet mee. Niet elk bedrijf hoeft te tekenen, zolang het gevraagde aantal gehaald wordt; daarom is dit een opmerking, met de namen van wie nog ontbreekt.",
        "A letter without signature does not count. Not every company has to sign as long as the number asked is reached; so this is a note, with the names of who is missing.",
    ),
    wrong="companies:\n  - {name: Vezelpaneel Kempen nv, letters: {phase1: {}}}",
    right="companies:\n  - {name: Vezelpaneel Kempen nv, letters: {phase1: {signed_on: 2026-01-08}}}",
    terms=("findings_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The letters of each phase."""
    counted = [(index, company) for index, company in enumerate(dossier.project.companies) if is_counted(company)]
    for phase in (1, 2):
        unsigned = [(index, company) for index, company in counted if not signature_of(company, phase).signed_on]
        if not unsigned or len(unsigned) == len(counted) or (phase == 1 and is_phase1_over(dossier)):
            continue
        names = list_names(
            (company.name for _, company in unsigned), int(dossier.call.thresholds["findings_max"].value)
        )
        yield Violation(
            ("companies", unsigned[0][0], "letters", f"phase{phase}", "signed_on"),
            Text(
                f"fase {phase}: {len(unsigned)} van de {len(counted)} bedrijven {'heeft' if len(unsigned) == 1 else 'hebben'} nog geen ondertekende brief: {names.nl}",
                f"phase {phase}: {len(unsigned)} of the {len(counted)} companies {'has' if len(unsigned) == 1 else 'have'} no signed letter yet: {names.en}",
            ),
            Text("noteer de datum zodra de brief ondertekend is", "note the date once the letter is signed"),
            Severity.NOTE,
            phase,
        )
