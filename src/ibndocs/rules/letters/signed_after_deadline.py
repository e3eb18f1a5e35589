"""A letter is signed no later than the deadline of its phase (5.2.1, 5.3.1).

Wrong: a letter of phase 1 signed in February 2026. Right: signed in January.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.deadlines import deadline_of
from ibndocs.rules.letter_worth import signature_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF08",
    name="signed-after-deadline",
    asks=Text(
        "Elke brief is ondertekend ten laatste op de dag waarop zijn fase sluit.",
        "Every letter is signed at the latest on the day on which its phase closes.",
    ),
    why=Text(
        "De ondertekende brieven horen bij de indiening (5.2.2, 5.3.2). Een brief met een latere datum kan er niet bij gezeten hebben en telt niet mee; vaak is het jaar of de maand verkeerd getypt.",
        "The signed letters are part of what is handed in (5.2.2, 5.3.2). A letter with a later date cannot have been there and does not count; often a year or month is mistyped.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {signed_on: 2026-02-08}}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    letters: {phase1: {signed_on: 2026-01-08}}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each letter of both phases."""
    for phase in (1, 2):
        last = deadline_of(dossier, phase)
        for index, company in enumerate(dossier.project.companies):
            day = signature_of(company, phase).signed_on
            if day and day > last:
                yield Violation(
                    ("companies", index, "letters", f"phase{phase}", "signed_on"),
                    Text(
                        f"brief van {company.name} is ondertekend op {Day(day)}, na de termijn van fase {phase} ({Day(last)})",
                        f"letter of {company.name} is signed on {day}, after the deadline of phase {phase} ({last})",
                    ),
                    Text("verbeter de datum, of laat de brief vallen", "correct the date, or drop the letter"),
                    phase=phase,
                )
