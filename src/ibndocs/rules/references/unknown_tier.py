"""A company or a recruitment names a membership tier that does not exist, so its fee would count as nothing.

Wrong: `tier: kleinn`. Right: the id of a tier of `cofinancing.membership`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.suggestions import suggest_or_list
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF02",
    name="unknown-tier",
    asks=Text(
        "Een bedrijf of een werving verwijst naar een bestaande lidmaatschapscategorie.",
        "A company or a recruitment refers to a membership tier that exists.",
    ),
    why=Text(
        "Anders telt het lidgeld als nul in het cofinancieringsplan.",
        "Otherwise the fee counts as nothing in the cofinancing plan.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, tier: kleinn}",
    right="companies:\n  - {name: Bedrijf 01, tier: klein}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Every reference to a tier; a company without tier pays what its own `cash` says."""
    known = [tier.id for tier in dossier.project.cofinancing.membership]
    places: list[tuple[Path, str]] = [
        (("companies", i, "tier"), company.tier) for i, company in enumerate(dossier.project.companies) if company.tier
    ]
    places += [
        (("cofinancing", "recruitment", i, "tier"), line.tier)
        for i, line in enumerate(dossier.project.cofinancing.recruitment)
    ]
    for path, tier in places:
        if tier not in known:
            yield Violation(
                path,
                Text(f"lidmaatschapscategorie '{tier}' bestaat niet", f"there is no membership tier '{tier}'"),
                suggest_or_list(tier, known),
            )
