"""Every company has its name: the letter of intent must say from which enterprise it comes (5.2.1).

Wrong: `name: n.t.b.`. Right: the name as the Crossroads Bank for Enterprises has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF01",
    name="company-name-unknown",
    asks=Text(
        "Elk bedrijf heeft een naam; een plaatshouder zoals “n.t.b.” of een nummer alleen is er geen.",
        "Every company has a name; a placeholder such as “tbd” or a mere number is none.",
    ),
    why=Text(
        "De naam van de onderneming hoort tot wat een intentiebrief minstens bevat (5.2.1). Een brief zonder naam telt niet mee voor het gevraagde aantal.",
        "The name of the enterprise is among the least that a letter of intent holds (5.2.1). A letter without it does not count.",
    ),
    wrong="companies:\n  - {name: n.t.b., enterprise_number: 1999.000.051}",
    right="companies:\n  - {name: Vezelpaneel Kempen nv, enterprise_number: 1999.000.051}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company."""
    for index, company in enumerate(dossier.project.companies):
        if is_counted(company) and is_unknown(company.name, dossier.call):
            yield Violation(
                ("companies", index, "name"),
                Text(
                    f"“{company.name}” is geen naam van een onderneming; de brief moet er een noemen",
                    f"“{company.name}” is no name of an enterprise; the letter must say one",
                ),
                Text(
                    "vul de naam in zoals in de Kruispuntbank van Ondernemingen, of schrap het bedrijf",
                    "fill in the name as the Crossroads Bank for Enterprises has it, or remove the company",
                ),
            )
