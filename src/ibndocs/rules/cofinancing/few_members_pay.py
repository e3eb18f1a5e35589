"""Most of the companies of the network pay (4.2.4, box).

Wrong: 10 of 30 companies pay. Right: 28 of 30.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.grouping import list_names
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF11",
    name="few-members-pay",
    asks=Text(
        "De meeste ondernemingen van het netwerk betalen mee.",
        "Most companies of the network pay.",
    ),
    why=Text(
        "De spreiding houdt rekening met het aantal betalende clusterleden: een netwerk waarin velen gratis meedoen, steunt op weinigen. De grens is een eigen vuistregel.",
        "The spread takes account of the number of paying members: a network in which many take part for free leans on few. The limit is a rule of thumb of our own.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, tier: klein}\n  - {name: Bedrijf 02}",
    right="companies:\n  - {name: Bedrijf 01, tier: klein}\n  - {name: Bedrijf 02, tier: klein}",
    terms=("paying_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """All companies that count."""
    counted, asked = dossier.plan.counted, dossier.call.thresholds["paying_share_min"].value
    silent = [payer for payer in counted if not payer.total]
    paying = Decimal(len(counted) - len(silent))
    if silent and paying < asked * len(counted):
        names = list_names(payer.company.name for payer in silent)
        yield Violation(
            ("companies", silent[0].index),
            Text(
                f"{paying} van de {len(counted)} ondernemingen {'betaalt' if paying == 1 else 'betalen'}; niets betalen: {names.nl} (vuistregel: minstens {Percent(asked, 0)} betaalt)",
                f"{paying} of the {len(counted)} companies {'pays' if paying == 1 else 'pay'}; nothing is paid by: {names.en} (rule of thumb: at least {Percent(asked, 0)} pays)",
            ),
            Text(
                "geef elk bedrijf een lidmaatschapscategorie of een bijdrage",
                "give each company a membership tier or a contribution",
            ),
        )
