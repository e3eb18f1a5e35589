"""An establishment number, where given, is one that can exist (5.2.1: address of an establishment in Flanders).

Ten digits of which the first is 2 to 8, with the same check digits as an enterprise number. Wrong: an enterprise number
in its place. Right: `2.147.812.701`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.numbers import NumberFault, format_establishment_number, has_valid_establishment_check
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF04",
    name="establishment-number-impossible",
    asks=Text(
        "Een vestigingsnummer, als het opgegeven is, heeft tien cijfers waarvan het eerste 2 tot 8 is, met een kloppend controlegetal.",
        "An establishment number, where given, has ten digits of which the first is 2 to 8, with check digits that are right.",
    ),
    why=Text(
        "Een ondernemingsnummer begint met 0 of 1, een vestigingsnummer met 2 tot 8; wie ze verwisselt, zet een fout nummer in de brief. De oproep vraagt het vestigingsnummer niet, daarom is dit een waarschuwing. Dat het controlegetal op dezelfde manier berekend wordt als dat van een ondernemingsnummer, is afgeleid van de voorbeelden van de FOD Economie.",
        "An enterprise number starts with 0 or 1, an establishment number with 2 to 8; mixing them up puts a wrong number in the letter. The call does not ask for the establishment number, so this is a warning. That its check digits are made as those of an enterprise number is inferred from the examples of the FPS Economy.",
    ),
    wrong="companies:\n  - {name: Vezelpaneel Kempen nv, establishment_number: 1999.000.051}",
    right="companies:\n  - {name: Vezelpaneel Kempen nv, establishment_number: 2.147.812.701}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company that gives one."""
    for index, company in enumerate(dossier.project.companies):
        if not (given := company.establishment_number.strip()):
            continue
        try:
            number = format_establishment_number(given)
        except NumberFault as fault:
            reason, fix = fault.text, fault.fix
        else:
            if has_valid_establishment_check(number):
                continue
            reason = Text(
                f"vestigingsnummer {given} bestaat niet: het controlegetal klopt niet",
                f"establishment number {given} cannot exist: its check digits are wrong",
            )
            fix = Text(
                "kijk het na in de Kruispuntbank van Ondernemingen",
                "look it up in the Crossroads Bank for Enterprises",
            )
        yield Violation(("companies", index, "establishment_number"), reason, fix, Severity.WARNING)
