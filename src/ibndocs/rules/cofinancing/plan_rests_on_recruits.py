"""A year closes only with fees of members nobody knows yet (4.2.4: a plan that closes).

A note with the amount; a warning when the recruits carry more than a tenth of what a year asks, or when no text says
how a gap is closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import share, sum_years
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF10",
    name="plan-rests-on-recruits",
    asks=Text(
        "Een jaar sluit ook zonder de lidgelden van leden die nog geworven moeten worden.",
        "A year closes without the fees of members still to be found.",
    ),
    why=Text(
        "Een sluitend plan met namen overtuigt meer dan een met verwachte groei. Een klein deel van de werving inrekenen kan, als de tekst zegt hoe een tekort gedicht wordt; de grens is een eigen vuistregel.",
        "A plan that closes with names convinces more than one with expected growth. Reckoning with a small part of the recruitment is fine, if the text says how a gap would be closed; the limit is a rule of thumb of our own.",
    ),
    wrong="cofinancing:\n  recruitment:\n    - {tier: klein, members: [0, 10, 20]}",
    right="cofinancing:\n  recruitment:\n    - {tier: klein, members: [0, 1, 2]}\n  gaps: Valt de werving tegen, dan schuift de studiereis naar een later jaar.",
    terms=("recruit_share_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The years together."""
    plan, allowed = dossier.plan, dossier.call.thresholds["recruit_share_max"].value
    fees = sum_years([line.membership for line in plan.recruits], plan.years)
    resting = [year for year in range(plan.years) if 0 <= plan.balance[year] < fees[year]]
    if not resting:
        return
    heavy = any(share(fees[year], plan.required[year]) > allowed for year in resting)
    silent = not dossier.project.cofinancing.gaps.strip()
    amounts = " en ".join(f"{Euro(fees[year])} in jaar {year + 1}" for year in resting)
    amounts_en = " and ".join(f"{Euro(fees[year])} in year {year + 1}" for year in resting)
    yield Violation(
        ("cofinancing", "recruitment"),
        Text(
            f"het plan sluit enkel met lidgelden van nog te werven leden: {amounts}"
            + ("; geen tekst zegt hoe een tekort wordt gedicht" if silent else ""),
            f"the plan closes only with fees of members to be found: {amounts_en}"
            + ("; no text says how a gap would be closed" if silent else ""),
        ),
        Text(
            "zoek toezeggingen met naam, en beschrijf in gaps hoe een tekort wordt gedicht",
            "find engagements with a name, and describe in gaps how a gap would be closed",
        ),
        Severity.WARNING if heavy or silent else Severity.NOTE,
    )
