"""Every letter comes from another enterprise: no enterprise number stands twice (5.3.2).

Wrong: two companies with `1999.000.051`. Right: each company once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF09",
    name="same-enterprise-twice",
    asks=Text(
        "Elke brief komt van een andere onderneming.",
        "Every letter comes from another enterprise.",
    ),
    why=Text(
        "De oproep telt brieven van individuele ondernemingen.",
        "The call counts letters of individual enterprises.",
    ),
    wrong="companies:\n  - {name: A, enterprise_number: 1999.000.051}\n  - {name: B, enterprise_number: 1999.000.051}",
    right="companies:\n  - {name: A, enterprise_number: 1999.000.051}\n  - {name: B, enterprise_number: 1999.013.711}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company that has the number of an earlier one."""
    first: dict[str, str] = {}
    for index, company in enumerate(dossier.project.companies):
        number = company.enterprise_number
        if number in first:
            yield Violation(
                ("companies", index, "enterprise_number"),
                Text(
                    f"{company.name} heeft hetzelfde ondernemingsnummer als {first[number]}: {number}",
                    f"{company.name} has the same enterprise number as {first[number]}: {number}",
                ),
                Text(
                    "schrap de dubbele vermelding of verbeter het nummer",
                    "remove the double entry or correct the number",
                ),
            )
        first.setdefault(number, company.name)
