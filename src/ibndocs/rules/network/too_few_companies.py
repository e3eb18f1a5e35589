"""The network counts enough enterprises in Flanders when it applies (3.3, 4.1).

Wrong: 24 companies with an establishment in Flanders. Right: 30 or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.letter_worth import FLANDERS, find_region, is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET05",
    name="too-few-companies",
    asks=Text(
        "Het netwerk telt bij de aanvraag minstens {companies_min} ondernemingen met een vestiging in Vlaanderen.",
        "The network counts at least {companies_min} enterprises with an establishment in Flanders when it applies.",
    ),
    why=Text(
        "Alleen ondernemingen die rechtstreeks bij het netwerk betrokken zijn tellen mee; kenniscentra, federaties en overheden niet. “Vlaamse onderneming” is niet omschreven: getoetst wordt of de vestiging in Vlaanderen ligt, zoals de intentiebrief vraagt; een strengere lezing zou de maatschappelijke zetel vragen. In fase 1 is het een waarschuwing.",
        "Only enterprises directly involved count, not knowledge centres, federations or public bodies. “Flemish enterprise” is not defined: the establishment is tested, as the letter of intent asks; a stricter reading would ask the registered office. In phase 1 it is a warning.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, address: {postal_code: 1000}}",
    right="companies:\n  - {name: Bedrijf 01, address: {postal_code: 9000}}",
    terms=("companies_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The count, for each phase."""
    least = int(dossier.call.terms.companies_min.value)
    listed = dossier.project.companies
    found = sum(
        is_counted(company) and find_region(company.address.postal_code, dossier.call) == FLANDERS for company in listed
    )
    if found >= least:
        return
    message = Text(
        f"{found} Vlaamse ondernemingen (van {len(listed)} in de lijst), de oproep vraagt er minstens {least}",
        f"{found} Flemish enterprises (of {len(listed)} listed), the call asks at least {least}",
    )
    fix = Text(f"werf er nog {least - found}", f"recruit {least - found} more")
    yield Violation(("companies",), message, fix, Severity.WARNING, 1)
    yield Violation(("companies",), message, fix, None, 2)
