"""A fee is in proportion to what it includes (3.5.1).

Wrong: of two tiers for small companies the dearer one includes less. Right: who pays more gets more, or is larger.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.model.money import Tier
from ibndocs.model.parties import Size
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF12",
    name="fee-out-of-proportion",
    asks=Text(
        "Het lidgeld staat in verhouding tot voordelen en grootte: geen gratis lidmaatschap met voordelen, geen duurdere categorie met minder.",
        "A fee is in proportion to benefits and size: no free membership with benefits, no dearer tier with less.",
    ),
    why=Text(
        "Voordelige deelname mag in het lidgeld begrepen zijn voor zover de bijdrage in verhouding is met de kostprijs van die voordelen. Bijdragen mogen verschillen naar grootte: dezelfde voordelen voor een ander lidgeld zijn enkel vreemd bij dezelfde grootteklasse.",
        "Participation at a low price may be included in the fee as far as the fee is in proportion to the cost of those benefits. Contributions may differ by size: the same benefits for another fee are odd only within one size class.",
    ),
    wrong="cofinancing:\n  membership:\n    - {id: groot, fee: 2000, sizes: [large], benefits: [Netwerkdagen]}\n    - {id: klein, fee: 3500, sizes: [small], benefits: [Netwerkdagen]}",
    right="cofinancing:\n  membership:\n    - {id: groot, fee: 7500, sizes: [large], benefits: [Netwerkdagen]}\n    - {id: klein, fee: 3500, sizes: [small], benefits: [Netwerkdagen]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each tier, then each pair; tiers are few."""
    tiers = list(enumerate(dossier.project.cofinancing.membership))
    for index, tier in tiers:
        if not tier.fee:
            yield blame(
                index,
                Text(
                    f"'{tier.name}' is gratis en geeft {count_of(len(tier.benefits), 'voordeel', 'voordelen')}; activiteiten zijn betalend",
                    f"'{tier.name}' is free and gives {count_of(len(tier.benefits), 'benefit', 'benefits')}; activities are paid",
                ),
            )
        for _, other in tiers:
            if is_larger(tier, other) and ZERO < tier.fee < other.fee:
                yield blame(
                    index,
                    Text(
                        f"'{tier.name}' betaalt {Euro(tier.fee)}, minder dan '{other.name}' ({Euro(other.fee)}) voor kleinere ondernemingen",
                        f"'{tier.name}' pays {Euro(tier.fee)}, less than '{other.name}' ({Euro(other.fee)}) for smaller companies",
                    ),
                )
            elif (
                set(tier.sizes) & set(other.sizes)
                and tier.fee > other.fee
                and set(tier.benefits) <= set(other.benefits)
            ):
                yield blame(
                    index,
                    Text(
                        f"'{tier.name}' betaalt {Euro(tier.fee)} en krijgt niet meer dan '{other.name}' ({Euro(other.fee)}) voor dezelfde grootte",
                        f"'{tier.name}' pays {Euro(tier.fee)} and gets no more than '{other.name}' ({Euro(other.fee)}) for the same size",
                    ),
                )


def is_larger(tier: Tier, other: Tier) -> bool:
    """Whether every size of `tier` is above every size of `other`."""
    order = list(Size)
    return bool(tier.sizes and other.sizes) and min(map(order.index, tier.sizes)) > max(map(order.index, other.sizes))


def blame(index: int, message: Text) -> Violation:
    """A warning at the fee of a tier."""
    return Violation(
        ("cofinancing", "membership", index, "fee"),
        message,
        Text(
            "breng lidgeld, voordelen en grootte met elkaar in overeenstemming", "bring fee, benefits and size in line"
        ),
        Severity.WARNING,
    )
