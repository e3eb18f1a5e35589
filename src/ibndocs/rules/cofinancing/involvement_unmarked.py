"""A broader association says which members are involved; another applicant needs no such mark (4.2.4).

Wrong: `other_members: true` and every member involved without anything to show it. Right: `involved: false` for
members outside the network, or a role for those within.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF08",
    name="involvement-unmarked",
    asks=Text(
        "Bij een ledenorganisatie met bredere werking is te zien welke leden betrokken zijn.",
        "Of an association with a broader working one can see which members are involved.",
    ),
    why=Text(
        "Bij een bredere ledenorganisatie telt de gewone ledenbijdrage niet mee. Zijn alle bedrijven betrokken en heeft er geen een rol in het project, dan valt niet te zien of het om leden van het netwerk gaat. Een niet-betrokken bedrijf bij een aanvrager zonder bredere werking is dan weer een tegenspraak.",
        "With a broader association the ordinary fee does not count. When all companies are involved and none has a role in the project, one cannot see whether they are members of the network. An uninvolved company of an applicant without broader working, in turn, is a contradiction.",
    ),
    wrong="applicant: {other_members: true}\ncompanies:\n  - {name: Bedrijf 01}\n  - {name: Bedrijf 02}",
    right="applicant: {other_members: true}\ncompanies:\n  - {name: Bedrijf 01, role: Werkgroep retour}\n  - {name: Bedrijf 02, involved: false}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The whole list."""
    project = dossier.project
    companies = project.companies
    uninvolved = next((index for index, company in enumerate(companies) if not company.involved), None)
    if project.applicant.other_members:
        if uninvolved is None and not any(company.role.strip() for company in companies):
            yield Violation(
                ("applicant", "other_members"),
                Text(
                    f"de aanvrager heeft ook andere leden, maar van geen van de {len(companies)} bedrijven is te zien of het betrokken is",
                    f"the applicant has other members too, but of none of the {len(companies)} companies one can see whether it is involved",
                ),
                Text(
                    "geef bedrijven een rol, of zet involved op false bij wie niet meedoet",
                    "give companies a role, or set involved to false for those that do not take part",
                ),
                Severity.WARNING,
            )
    elif uninvolved is not None:
        yield Violation(
            ("companies", uninvolved, "involved"),
            Text(
                f"{companies[uninvolved].name} is niet betrokken, terwijl de aanvrager geen andere leden heeft",
                f"{companies[uninvolved].name} is not involved, while the applicant has no other members",
            ),
            Text(
                "zet applicant.other_members op true, of schrap het bedrijf",
                "set applicant.other_members to true, or drop the company",
            ),
            Severity.WARNING,
        )
