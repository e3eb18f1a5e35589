"""Every enterprise number is one that can exist: its last two digits follow from the first eight (mod 97; 5.2.1).

Wrong: `1999.000.052`. Right: `1999.000.051`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.letter_worth import can_exist
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF04",
    name="enterprise-number-impossible",
    asks=Text(
        "Elk ondernemingsnummer kan bestaan: het controlegetal klopt (97 min de eerste acht cijfers modulo 97).",
        "Every enterprise number can exist: its check digits are right (97 less the first eight digits modulo 97).",
    ),
    why=Text(
        "Een brief zonder geldig ondernemingsnummer telt niet mee. De handleiding vraagt het nummer; de controle is van ons.",
        "A letter without a valid enterprise number does not count. The guideline asks the number; the check is ours.",
    ),
    wrong="companies:\n  - {enterprise_number: 1999.000.052}",
    right="companies:\n  - {enterprise_number: 1999.000.051}",
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
        if not can_exist(number):
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
