"""What the network reaches, it reaches with more than a few companies (annex 1.3).

Wrong: 3 of 36 companies in a collaboration. Right: 20 of 36.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.model.work import Aspect, Goal, Kpi
from ibndocs.rules.indicators import end_value, is_required
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET15",
    name="reach-too-narrow",
    asks=Text(
        "Indicatoren die ondernemingen tellen, mikken op meer dan een klein deel van het netwerk.",
        "Indicators that count companies aim at more than a small part of the network.",
    ),
    why=Text(
        "Het is van belang dat de competitiviteitsverbetering zich niet situeert bij een zeer beperkt aantal ondernemingen. Indicatoren voor start- en scale-ups gaan over een kleinere groep en blijven buiten beschouwing.",
        "It matters that the gain is not confined to very few companies. Indicators on start-ups and scale-ups are about a smaller group and are left out.",
    ),
    wrong="kpis:\n  - {id: S2, unit: ondernemingen, aspect: reach, goal: collaboration, targets: [1, 2, 3], counting: last}",
    right="kpis:\n  - {id: S2, unit: ondernemingen, aspect: reach, goal: collaboration, targets: [10, 18, 25], counting: last}",
    terms=("reach_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator counted in companies."""
    companies = sum(is_counted(company) for company in dossier.project.companies)
    least = dossier.call.thresholds["reach_share_min"].value
    for index, kpi in enumerate(dossier.project.kpis):
        if is_required(kpi) or kpi.aspect is Aspect.DO or kpi.goal is Goal.START_SCALE_UPS or not kpi.targets:
            continue
        share = measure_share(kpi, dossier, companies)
        if share is not None and 0 < share < least:
            yield Violation(
                ("kpis", index, "targets"),
                Text(
                    f"{kpi.id} bereikt op het einde {Percent(share)} van de {companies} ondernemingen; minder dan {Percent(least, 0)} is een zeer beperkt aantal",
                    f"{kpi.id} reaches {share:.1%} of the {companies} companies in the end; less than {least:.0%} is very few",
                ),
                Text(
                    "mik op meer ondernemingen, of kies een ruimere indicator",
                    "aim at more companies, or choose a wider indicator",
                ),
            )


def measure_share(kpi: Kpi, dossier: Dossier, companies: int) -> Decimal | None:
    """The share of the companies that an indicator ends with; None when it counts something else."""
    words = dossier.call.words
    counts = match_word(kpi.unit, words["company_units"]) and not match_word(kpi.unit, words["ratio_units"])
    if not companies or not counts:
        return None
    end = end_value(kpi, dossier)
    return end / 100 if "%" in kpi.unit else end / companies
