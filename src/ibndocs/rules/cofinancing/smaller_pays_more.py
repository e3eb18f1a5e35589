"""Smaller companies do not pay more on average than larger ones (4.2.4: what they can bear).

Wrong: small companies pay 6 000 euro a year, medium ones 3 500. Right: the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.model.parties import Size
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF11",
    name="smaller-pays-more",
    asks=Text(
        "Een kleinere grootteklasse betaalt gemiddeld niet meer dan een grotere.",
        "A smaller size class does not pay more on average than a larger one.",
    ),
    why=Text(
        "De verdeling houdt rekening met de draagkracht: bijdragen mogen verschillen naar grootte of rol. Wie kleiner is en toch meer betaalt, moet daar een reden voor hebben.",
        "The spread takes account of what companies can bear: contributions may differ by size or role. Whoever is smaller and still pays more must have a reason.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, size: small, cash: 6000}\n  - {name: Bedrijf 02, size: medium, cash: 3500}",
    right="companies:\n  - {name: Bedrijf 01, size: small, cash: 3500}\n  - {name: Bedrijf 02, size: medium, cash: 6000}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each size class beside the next larger one that pays."""
    labels = dossier.call.labels["size"]
    means: list[tuple[Size, Decimal]] = []
    for size in Size:
        totals = [payer.total for payer in dossier.plan.counted if payer.total and payer.company.size is size]
        if totals:
            means.append((size, sum(totals, ZERO) / len(totals)))
    for (smaller, less), (larger, more) in pairwise(means):
        if less > more:
            yield Violation(
                ("cofinancing", "membership"),
                Text(
                    f"grootteklasse {labels[smaller]} betaalt gemiddeld {Euro(less)} over het project, {labels[larger]} {Euro(more)}",
                    f"size class {smaller} pays {Euro(less)} on average over the project, {larger} {Euro(more)}",
                ),
                Text(
                    "pas lidgeld of sponsoring aan de draagkracht aan, of leg het verschil uit in spread",
                    "fit fees or sponsoring to what companies can bear, or explain the difference in spread",
                ),
            )
