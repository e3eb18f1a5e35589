"""The benefits of a tier tell which activities are included (3.5.1).

Wrong: `benefits: [Lidmaatschap]`. Right: `benefits: [twee plaatsen op elke netwerkdag, toegang tot verslagen]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF12",
    name="benefits-unclear",
    asks=Text(
        "De voordelen van een categorie noemen welke activiteiten of diensten begrepen zijn.",
        "The benefits of a tier name which activities or services are included.",
    ),
    why=Text(
        "De IBN geeft transparant aan welke activiteiten of diensten in het lidmaatschap begrepen zijn. Eén woord doet dat niet.",
        "The network shows transparently which activities or services are included in the membership. A single word does not.",
    ),
    wrong="cofinancing:\n  membership:\n    - {id: klein, fee: 3000, benefits: [Lidmaatschap]}",
    right="cofinancing:\n  membership:\n    - {id: klein, fee: 3000, benefits: [twee plaatsen op elke netwerkdag]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each tier with a fee."""
    for index, tier in enumerate(dossier.project.cofinancing.membership):
        if tier.fee and all(count_words(benefit) < 2 for benefit in tier.benefits):
            yield Violation(
                ("cofinancing", "membership", index, "benefits"),
                Text(
                    f"de voordelen van '{tier.name}' ({', '.join(tier.benefits)}) zeggen niet welke activiteiten begrepen zijn",
                    f"the benefits of '{tier.name}' ({', '.join(tier.benefits)}) do not say which activities are included",
                ),
                Text(
                    "som op welke activiteiten en diensten in het lidgeld zitten",
                    "list which activities and services the fee includes",
                ),
            )
