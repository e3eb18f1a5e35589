"""A letter of phase 2 supports the full application, so it is signed after the pre-application was handed in (5.3.1).

Wrong: the letter of phase 1 used again in phase 2. Right: a new letter, signed between the two deadlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import deadline_of
from ibndocs.rules.declarations import find_missing
from ibndocs.rules.grouping import show_first
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF06",
    name="letter-from-before",
    asks=Text(
        "Een brief van fase 2 is ondertekend na de termijn van de vooraanmelding: hij steunt de volledige aanvraag.",
        "A letter of phase 2 is signed after the deadline of the pre-application: it supports the full application.",
    ),
    why=Text(
        "De aanvrager voegt “opnieuw de nodige intentiebrieven” toe (5.3.1). Of brieven van fase 1 mogen terugkomen, zegt de handleiding niet; hier geldt de veilige lezing: allemaal nieuwe brieven. In de andere lezing tellen die van fase 1 mee. Wie tekende vóór er een aanvraag was, kan daar ook geen kennis van genomen hebben.",
        "The applicant adds “the necessary letters of intent again” (5.3.1). Whether letters of phase 1 may return the guideline does not say; the safe reading is used: all letters are new. In the other reading those of phase 1 count too. Who signed before there was an application cannot have taken note of it either.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase2: {signed_on: 2026-01-08}}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase2: {signed_on: 2026-04-14}}",
    terms=("findings_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The declarations of the call pack, then each letter of phase 2."""
    yield from find_missing(dossier, ABOUT.clause)
    yield from show_first(_find_early(dossier), dossier, Text("brieven uit fase 1", "letters from phase 1"))


def _find_early(dossier: Dossier) -> Iterator[Violation]:
    first = deadline_of(dossier, 1)
    for index, company in enumerate(dossier.project.companies):
        day = company.letters.phase2.signed_on
        if day and day <= first:
            yield Violation(
                ("companies", index, "letters", "phase2", "signed_on"),
                Text(
                    f"brief van {company.name} voor fase 2 is ondertekend op {Day(day)}, vóór er een volledige aanvraag was",
                    f"letter of {company.name} for phase 2 is signed on {day}, before there was a full application",
                ),
                Text(
                    f"laat een nieuwe brief tekenen na {Day(first)}",
                    f"have a new letter signed after {first}",
                ),
                phase=2,
            )
