"""A company is in a tier that is meant for its size (3.5.1).

Wrong: a large company in the tier for small ones. Right: the tier of its own size.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.grouping import show_first
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF12",
    name="tier-for-other-size",
    asks=Text(
        "Een bedrijf zit in een categorie die voor zijn grootteklasse bedoeld is.",
        "A company is in a tier meant for its size class.",
    ),
    why=Text(
        "Categorieën zijn transparant en voor iedereen gelijk: wie in een goedkopere zit dan zijn grootte vraagt, ondergraaft dat. Een eigen lidgeld in cash maakt de afwijking zichtbaar en wordt aanvaard.",
        "Tiers are transparent and the same for all: whoever is in a cheaper one than its size asks undermines that. An own fee in cash makes the difference visible and is accepted.",
    ),
    wrong="cofinancing:\n  membership:\n    - {id: klein, sizes: [small]}\ncompanies:\n  - {name: Bedrijf 01, size: large, tier: klein}",
    right="cofinancing:\n  membership:\n    - {id: klein, sizes: [small]}\ncompanies:\n  - {name: Bedrijf 01, size: small, tier: klein}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company in a tier that names sizes."""
    yield from show_first(
        find_misplaced(dossier), dossier, Text("bedrijven in een andere categorie", "companies in another tier")
    )


def find_misplaced(dossier: Dossier) -> Iterator[Violation]:
    """Every company outside the sizes of its tier."""
    labels = dossier.call.labels["size"]
    for payer in dossier.plan.counted:
        tier, company = payer.tier, payer.company
        if tier and tier.sizes and company.size not in tier.sizes and not company.cash:
            meant = ", ".join(labels[size] for size in tier.sizes)
            yield Violation(
                ("companies", payer.index, "tier"),
                Text(
                    f"{company.name} ({labels[company.size]}) zit in '{tier.name}', bedoeld voor: {meant}",
                    f"{company.name} ({company.size}) is in '{tier.name}', meant for: {', '.join(tier.sizes)}",
                ),
                Text("kies de categorie van de grootteklasse", "choose the tier of the size class"),
                Severity.WARNING,
            )
