"""The e-mail addresses of the applicant and of the partners can be written to.

Wrong: `an@voorbeeld`. Right: `an@example.be`. Those of the companies are judged with their letters (`BRF02`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.parties import Contact
from ibndocs.rules.patterns import is_email
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF16",
    name="email-impossible",
    asks=Text(
        "De e-mailadressen van de aanvrager en de partners hebben de vorm van een adres.",
        "The e-mail addresses of the applicant and the partners have the form of an address.",
    ),
    why=Text(
        "Wie het dossier leest, schrijft naar dit adres: feedback en vragen om bijkomende informatie komen met een termijn. Of het adres bestaat, gaat deze regel niet na.",
        "Whoever reads the application writes to this address: feedback and questions for more information come with a term. Whether the address exists this rule does not check.",
    ),
    wrong="applicant:\n  contact: {name: An Voorbeeld, email: an@voorbeeld}",
    right="applicant:\n  contact: {name: An Voorbeeld, email: an@example.be}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The people of the applicant, then those of the partners."""
    applicant, partners = dossier.project.applicant, dossier.project.partners
    people: list[tuple[Path, Contact | None]] = [
        (("applicant", "contact"), applicant.contact),
        (("applicant", "legal_representative"), applicant.legal_representative),
        *((("partners", index, "contact"), partner.contact) for index, partner in enumerate(partners)),
    ]
    for path, person in people:
        if person and person.email and not is_email(person.email):
            yield Violation(
                (*path, "email"),
                Text(f"“{person.email}” is geen e-mailadres", f"“{person.email}” is no e-mail address"),
                Text("verbeter het adres", "correct the address"),
                Severity.WARNING,
            )
