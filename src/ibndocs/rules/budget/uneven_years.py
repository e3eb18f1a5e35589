"""The budgets of the years do not differ too much (5.4.4).

Wrong: 200 000, 440 000, 440 000. Right: 380 000, 430 000, 440 000.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro, Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG18",
    name="uneven-years",
    asks=Text(
        "Het duurste jaar kost niet veel meer dan het goedkoopste.",
        "The dearest year does not cost much more than the cheapest.",
    ),
    why=Text(
        "Ongelijke jaren mogen, maar steun die een licht jaar niet gebruikt, komt niet terug en de cofinanciering moet de piek elk jaar volgen. De grens is een eigen vuistregel.",
        "Uneven years are allowed, but aid that a light year does not use does not come back, and cofinancing must follow the peak in the very year. The limit is a rule of thumb of our own.",
    ),
    wrong="team:\n  - {id: an, fte: [0.5, 1, 1]}",
    right="team:\n  - {id: an, fte: [0.9, 1, 1]}",
    terms=("year_ratio_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Dearest and cheapest year."""
    totals, allowed = dossier.budget.totals, dossier.call.thresholds["year_ratio_max"].value
    low, high = min(totals), max(totals)
    if low and high / low > allowed:
        dear, cheap = totals.index(high) + 1, totals.index(low) + 1
        yield Violation(
            ("budget",),
            Text(
                f"jaar {dear} ({Euro(high)}) kost {Number(high / low, 1)} keer zoveel als jaar {cheap} ({Euro(low)}); onbenutte steun gaat niet mee naar een ander jaar",
                f"year {dear} ({Euro(high)}) costs {Number(high / low, 1)} times as much as year {cheap} ({Euro(low)}); unused aid does not move to another year",
            ),
            Text(
                "spreid de kosten gelijker, of leg de opbouw uit",
                "spread the costs more evenly, or explain the build-up",
            ),
            Severity.WARNING,
        )
