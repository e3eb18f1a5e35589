"""Every enterprise number is one that can exist: its last two digits follow from the first eight (mod 97; 5.2.1).

Wrong: `1999.000.052`. Right: `1999.000.051`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.numbers import has_valid_check
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF04",
    name="enterprise-number-impossible",
    asks=Text("", ""),
    why=Text("", ""),
    wrong="",
    right="",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Applicant, companies and partners."""
    project = dossier.project
    places: list[tuple[Path, str]] = [(("applicant", "enterprise_number"), project.applicant.enterprise_number)]
    places += [
        (("companies", i, "enterprise_number"), company.enterprise_number)
        for i, company in enumerate(project.companies)
    ]
    places += [
        (("partners", i, "enterprise_number"), partner.enterprise_number)
        for i, partner in enumerate(project.partners)
        if partner.enterprise_number
    ]
    for path, number in places:
        if not has_valid_check(number):
            yield Violation(
                path,
                Text(
                    f"ondernemingsnummer {number} bestaat niet: het controlegetal klopt niet",
                    f"enterprise number {number} cannot exist: its check digits are wrong",
                ),
                Text(
                    "kijk het na in de Kruispuntbank van Ondernemingen",
                    "look it up in the Crossroads Bank for Enterprises",
                ),
            )
