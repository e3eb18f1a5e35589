"""A new legal person that becomes beneficiary is founded no later than the project starts (4.1, 5.4.1).

Wrong: `founded_on: 2027-02-01` for a project that starts in January. Right: `founded_on: 2026-10-15`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Day
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN15",
    name="founded-too-late",
    asks=Text(
        "De nieuwe rechtspersoon wordt opgericht ten laatste op de startdatum van het project.",
        "The new legal person is founded at the latest on the day on which the project starts.",
    ),
    why=Text(
        "Een nieuwe rechtspersoon die begunstigde is, bestaat ten laatste bij aanvang van het project (4.1). De aanvrager zelf moet bij de indiening al rechtspersoonlijkheid hebben (5.3.2); dat zijn twee verschillende eisen.",
        "A new legal person that is beneficiary exists at the latest when the project begins (4.1). The applicant itself must have legal personality already when it applies (5.3.2); these are two different demands.",
    ),
    wrong="applicant:\n  beneficiary: {name: MEDPACK-C cv, legal_form: cv, founded_on: 2027-02-01}",
    right="applicant:\n  beneficiary: {name: MEDPACK-C cv, legal_form: cv, founded_on: 2026-10-15}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The day of founding."""
    new, start = dossier.project.applicant.beneficiary, dossier.project.project.start
    if new and new.founded_on > start:
        yield Violation(
            ("applicant", "beneficiary", "founded_on"),
            Text(
                f"{new.name} wordt opgericht op {Day(new.founded_on)}, de oproep vraagt uiterlijk de start: {Day(start)}",
                f"{new.name} is founded on {new.founded_on}, the call asks the start at the latest: {start}",
            ),
            Text("vervroeg de oprichting", "found it earlier"),
        )
