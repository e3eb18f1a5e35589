"""Every letter comes from another enterprise: no enterprise number stands twice, nor is it the applicant's (5.3.2).

Wrong: two companies with `1999.000.051`, however it is spelt. Right: each company once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF09",
    name="same-enterprise-twice",
    asks=Text(
        "Geen twee bedrijven hebben hetzelfde ondernemingsnummer of dezelfde naam, en geen bedrijf is de aanvrager zelf.",
        "No two companies have the same enterprise number or name, and no company is the applicant itself.",
    ),
    why=Text(
        "De brieven komen van individuele ondernemingen (5.3.2): twee vestigingen van één onderneming zijn één brief. Hoe het nummer geschreven is (met BE, punten of spaties) maakt niet uit. Dezelfde naam onder een ander nummer kan toeval zijn en geeft een waarschuwing. Of de aanvrager zichzelf kan mandateren zegt de handleiding niet; in de veilige lezing kan dat niet.",
        "The letters come from individual enterprises (5.3.2): two establishments of one enterprise make one letter. How the number is spelt (BE, dots, spaces) does not matter. The same name under another number may be chance and gives a warning. Whether the applicant can mandate itself the guideline does not say; on the safe reading it cannot.",
    ),
    wrong="companies:\n  - {name: Vezelpaneel Kempen nv, enterprise_number: 1999.000.051}\n  - {name: Vezelpaneel Geel, enterprise_number: BE1999000051}",
    right="companies:\n  - {name: Vezelpaneel Kempen nv, enterprise_number: 1999.000.051}\n  - {name: Bouwgroep Van der Elsken nv, enterprise_number: 1999.013.711}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company that has the number or the name of an earlier one, or the number of the applicant."""
    applicant = dossier.project.applicant
    by_number: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for index, company in enumerate(dossier.project.companies):
        number, name = company.enterprise_number, " ".join(company.name.casefold().split())
        if number in by_number:
            yield Violation(
                ("companies", index, "enterprise_number"),
                Text(
                    f"{company.name} heeft hetzelfde ondernemingsnummer als {by_number[number]}: {number}",
                    f"{company.name} has the same enterprise number as {by_number[number]}: {number}",
                ),
                Text(
                    "schrap de dubbele vermelding of verbeter het nummer",
                    "remove the double entry or correct the number",
                ),
            )
        elif name in by_name:
            yield Violation(
                ("companies", index, "name"),
                Text(
                    f"{company.name} staat twee keer in de lijst, met nummer {by_name[name]} en {number}",
                    f"{company.name} is listed twice, with number {by_name[name]} and {number}",
                ),
                Text("kijk na of het om twee ondernemingen gaat", "see whether these are two enterprises"),
                Severity.WARNING,
            )
        if number == applicant.enterprise_number:
            yield Violation(
                ("companies", index, "enterprise_number"),
                Text(
                    f"{company.name} is de aanvrager zelf ({number}); zijn brief telt in de veilige lezing niet mee",
                    f"{company.name} is the applicant itself ({number}); on the safe reading its letter does not count",
                ),
                Text("schrap de aanvrager uit de bedrijven", "remove the applicant from the companies"),
                Severity.WARNING,
            )
        by_number.setdefault(number, company.name)
        by_name.setdefault(name, number)
