"""Of a signed letter it is known who signed, and in which function (5.2.2, 5.3.2).

Without a signatory the contact person is taken. Wrong: a signed letter of somebody without a function.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.grouping import show_first
from ibndocs.rules.letter_worth import signature_of
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF08",
    name="signatory-unknown",
    asks=Text(
        "Van elke ondertekende brief is bekend wie hem ondertekende en in welke functie.",
        "Of every signed letter it is known who signed it, and in which function.",
    ),
    why=Text(
        "De handleiding vraagt ondertekende brieven (5.2.2, 5.3.2). Wie tekent, moet het bedrijf kunnen verbinden; dat ziet een lezer aan naam en functie. De functie wordt niet met zoveel woorden gevraagd, daarom is dit een waarschuwing.",
        "The guideline asks for signed letters (5.2.2, 5.3.2). Who signs must be able to commit the company; a reader sees that by name and function. The function is not asked in so many words, so this is a warning.",
    ),
    wrong="companies:\n  - contact: {name: Hilde Raeymaekers}\n    letters: {phase1: {signed_on: 2026-01-08}}",
    right="companies:\n  - contact: {name: Hilde Raeymaekers, function: directeur innovatie}\n    letters: {phase1: {signed_on: 2026-01-08}}",
    terms=("findings_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each signed letter of both phases."""
    yield from show_first(_find_unknown(dossier), dossier, Text("brieven", "letters"))


def _find_unknown(dossier: Dossier) -> Iterator[Violation]:
    for index, company in enumerate(dossier.project.companies):
        for phase in (1, 2):
            signature = signature_of(company, phase)
            if not signature.signed_on:
                continue
            name = signature.signatory or company.contact.name
            function = signature.function or ("" if signature.signatory else company.contact.function)
            path = ("companies", index, "letters", f"phase{phase}")
            if is_unknown(name, dossier.call):
                yield Violation(
                    (*path, "signatory"),
                    Text(
                        f"wie de brief van {company.name} ondertekende, is niet bekend: “{name}”",
                        f"who signed the letter of {company.name} is not known: “{name}”",
                    ),
                    Text("vul de ondertekenaar in", "fill in the signatory"),
                    Severity.WARNING,
                    phase,
                )
            if not function.strip():
                yield Violation(
                    (*path, "function") if signature.signatory else ("companies", index, "contact", "function"),
                    Text(
                        f"{name} ondertekende de brief van {company.name}, maar in welke functie?",
                        f"{name} signed the letter of {company.name}, but in which function?",
                    ),
                    Text("vul de functie in", "fill in the function"),
                    Severity.WARNING,
                    phase,
                )
