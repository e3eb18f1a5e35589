"""Each company has its own contact person (5.3.2: individual enterprises).

Wrong: one e-mail address for three companies. Right: an address per company.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.grouping import show_first
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF09",
    name="same-contact-twice",
    asks=Text(
        "Geen twee bedrijven hebben hetzelfde e-mailadres.",
        "No two companies have the same e-mail address.",
    ),
    why=Text(
        "De brieven komen van individuele ondernemingen (5.3.2). Een gedeeld adres wijst op één groep of op een fout bij het kopiëren; wie zo een brief twee keer mailt, krijgt er één terug. Het mag wel, daarom een waarschuwing.",
        "The letters come from individual enterprises (5.3.2). A shared address hints at one group or at a slip while copying; who mails two letters there gets one back. It is allowed, so this is a warning.",
    ),
    wrong="companies:\n  - {name: A nv, contact: {name: An, email: an@example.be}}\n  - {name: B bv, contact: {name: An, email: an@example.be}}",
    right="companies:\n  - {name: A nv, contact: {name: An, email: an@example.be}}\n  - {name: B bv, contact: {name: Bo, email: bo@example.be}}",
    terms=("findings_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company whose address an earlier one has."""
    yield from show_first(_find_shared(dossier), dossier, Text("gedeelde e-mailadressen", "shared e-mail addresses"))


def _find_shared(dossier: Dossier) -> Iterator[Violation]:
    seen: dict[str, str] = {}
    for index, company in enumerate(dossier.project.companies):
        address = company.contact.email.casefold()
        if not address or not is_counted(company):
            continue
        if address in seen:
            yield Violation(
                ("companies", index, "contact", "email"),
                Text(
                    f"{company.name} heeft het e-mailadres van {seen[address]}: {company.contact.email}",
                    f"{company.name} has the e-mail address of {seen[address]}: {company.contact.email}",
                ),
                Text("geef een eigen adres", "give an address of its own"),
                Severity.WARNING,
            )
        seen.setdefault(address, company.name)
