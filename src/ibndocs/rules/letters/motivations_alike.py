"""No two companies give nearly the same motivation (5.2.1: personal).

Wrong: one text for all, with the name of the company filled in. Right: a text of each company's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.grouping import show_first
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.likeness import find_twins
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF11",
    name="motivations-alike",
    asks=Text(
        "De motiveringen van twee bedrijven verschillen: minder dan de helft van hun woordgroepen van drie is dezelfde.",
        "The motivations of two companies differ: fewer than half of their groups of three words are the same.",
    ),
    why=Text(
        "De handleiding geeft de voorkeur aan persoonlijk gemotiveerde brieven (5.2.1). Wie dertig keer dezelfde zin leest, gelooft niet dat dertig bedrijven het initiatief dragen. De naam van het bedrijf in de tekst maakt geen verschil. De grens is een eigen vuistregel.",
        "The guideline prefers letters with a personal motivation (5.2.1). Who reads the same sentence thirty times does not believe that thirty companies carry the initiative. The company's name in the text makes no difference. The limit is a rule of thumb of our own.",
    ),
    wrong="companies:\n  - {name: A nv, motivation: A nv gelooft in samenwerking en neemt daarom met veel zin deel aan dit netwerk.}\n  - {name: B bv, motivation: B bv gelooft in samenwerking en neemt daarom met veel zin deel aan dit netwerk.}",
    right="companies:\n  - {name: A nv, motivation: Onze lijn voor hennepmatten draait op veertig procent omdat telers geen zekerheid hebben.}\n  - {name: B bv, motivation: Architecten vragen ons naar leem en we vinden geen plaatser die garantie geeft.}",
    terms=("motivations_alike", "findings_max"),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each motivation against the earlier ones."""
    yield from show_first(_find_alike(dossier), dossier, Text("motiveringen die op een andere lijken", "alike"))


def _find_alike(dossier: Dossier) -> Iterator[Violation]:
    allowed = dossier.call.thresholds["motivations_alike"].value
    companies = dossier.project.companies
    texts = {
        index: (company.motivation, company.name)
        for index, company in enumerate(companies)
        if company.motivation and is_counted(company)
    }
    for index, (earlier, likeness) in find_twins(texts, float(allowed)).items():
        share = Percent(Decimal(str(likeness)), 0)
        yield Violation(
            ("companies", index, "motivation"),
            Text(
                f"de motivering van {companies[index].name} is voor {share} dezelfde als die van {companies[earlier].name}",
                f"the motivation of {companies[index].name} is {likeness:.0%} the same as that of {companies[earlier].name}",
            ),
            Text(
                "schrijf wat dit bedrijf zelf zoekt en inbrengt",
                "write what this company itself looks for and brings",
            ),
        )
