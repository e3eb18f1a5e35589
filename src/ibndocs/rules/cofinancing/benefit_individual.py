"""A fee buys no service to one company: such income is no cofinancing (4.2.4).

Wrong: `vijf dagen advies op maat` among the benefits. Right: `twee plaatsen op elke netwerkdag`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.suspicion import find_suspect
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF06",
    name="benefit-individual",
    asks=Text(
        "Geen enkel voordeel van een lidgeld is een dienst aan één onderneming.",
        "No benefit of a fee is a service to one company.",
    ),
    why=Text(
        "Diensten aan één onderneming tellen niet als cofinanciering, ook niet wanneer ze in het lidgeld begrepen zijn. Het voordeel wordt beoordeeld op woorden: een vermoeden, dus een waarschuwing.",
        "Services to one company are no cofinancing, not even when they are included in the fee. The benefit is judged by words: a suspicion, hence a warning.",
    ),
    wrong="cofinancing:\n  membership:\n    - {id: groot, fee: 10000, benefits: [vijf dagen advies op maat]}",
    right="cofinancing:\n  membership:\n    - {id: groot, fee: 10000, benefits: [zes plaatsen op elke netwerkdag]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each benefit of each tier."""
    call = dossier.call
    for index, tier in enumerate(dossier.project.cofinancing.membership):
        for number, benefit in enumerate(tier.benefits):
            allowed = (*call.words["referral"], *call.words["group"])
            word = find_suspect(benefit, call.words["individual_activity"], call, allowed=allowed)
            if word:
                yield Violation(
                    ("cofinancing", "membership", index, "benefits", number),
                    Text(
                        f"'{tier.name}': “{word}” wijst mogelijk op een dienst aan één onderneming; zulk lidgeld telt niet mee",
                        f"'{tier.name}': “{word}” may point to a service to one company; such a fee does not count",
                    ),
                    Text(
                        "omschrijf wat alle leden van de categorie in groep krijgen",
                        "describe what all members of the tier get in a group",
                    ),
                    Severity.WARNING,
                )
