"""Every company has a contact person, a person and not the company itself (5.2.1).

Wrong: `contact: {name: onbekend}`. Right: the name of somebody, with a way to reach them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.parties import Company
from ibndocs.rules.grouping import list_names
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.patterns import is_email
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF02",
    name="contact-unknown",
    asks=Text(
        "Elk bedrijf heeft een contactpersoon met een naam, en een e-mailadres of telefoonnummer.",
        "Every company has a contact person with a name, and an e-mail address or telephone number.",
    ),
    why=Text(
        "De contactpersoon hoort tot wat een intentiebrief minstens bevat (5.2.1); zonder telt de brief niet mee. Hoe die te bereiken is, vraagt de handleiding niet: daarover komt een waarschuwing.",
        "The contact person is among the least that a letter of intent holds (5.2.1); a letter without does not count. How to reach them the guideline does not ask: that is a warning.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    contact: {name: onbekend}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    contact: {name: Hilde Raeymaekers, email: hilde@vezelpaneel.example.be}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company; those nobody can reach together."""
    silent: list[tuple[int, Company]] = []
    for index, company in enumerate(dossier.project.companies):
        contact = company.contact
        if not is_counted(company):
            continue
        if is_unknown(contact.name, dossier.call) or contact.name.casefold() == company.name.casefold():
            yield Violation(
                ("companies", index, "contact", "name"),
                Text(
                    f"“{contact.name}” is geen contactpersoon van {company.name}; de brief moet er een noemen",
                    f"“{contact.name}” is no contact person of {company.name}; the letter must say one",
                ),
                Text("vul voornaam en naam in", "fill in a first name and a name"),
            )
        if contact.email and not is_email(contact.email):
            yield Violation(
                ("companies", index, "contact", "email"),
                Text(f"“{contact.email}” is geen e-mailadres", f"“{contact.email}” is no e-mail address"),
                Text("verbeter het adres", "correct the address"),
                Severity.WARNING,
            )
        if not contact.email and not contact.phone:
            silent.append((index, company))
    if silent:
        names = list_names(company.name for _, company in silent)
        yield Violation(
            ("companies", silent[0][0], "contact"),
            Text(
                f"contactpersonen zonder e-mailadres of telefoon ({len(silent)}): {names.nl}",
                f"contact persons without e-mail address or telephone ({len(silent)}): {names.en}",
            ),
            Text("vul een e-mailadres of telefoonnummer in", "fill in an e-mail address or telephone number"),
            Severity.WARNING,
        )
