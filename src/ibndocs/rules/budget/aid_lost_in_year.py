"""Aid or cofinancing of one year does not make good that of another (5.4.4).

Wrong: 480 000 euro in year 2 and 400 000 in year 1. Right: costs moved to the year that has room.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG18",
    name="aid-lost-in-year",
    asks=Text(
        "Geen enkel jaar heeft te veel terwijl een ander jaar ruimte of een tekort heeft.",
        "No year has too much while another has room or a gap.",
    ),
    why=Text(
        "Onbenutte saldi van de steun gaan niet naar een volgend jaar. Kosten boven het maximum van een jaar krijgen geen steun ook al blijft er in een ander jaar ruimte, en een overschot aan cofinanciering in een jaar dekt het tekort van een ander jaar niet.",
        "Unused aid does not move to a later year. Costs above the cap of a year get no aid even if another year has room, and a surplus of cofinancing in one year does not cover the gap of another.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: [20000, 260000, 20000]}",
    right="budget:\n  operating:\n    - {id: W1, amount: [100000, 100000, 100000]}",
    terms=("budget_cap_per_year",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The caps, then the cofinancing."""
    budget, balance = dossier.budget, dossier.plan.balance
    cap = dossier.call.terms.budget_cap_per_year.value
    rooms = [(cap - total, year) for year, total in enumerate(budget.totals, 1)]
    room, free = max(rooms)
    for left, year in rooms:
        if left < 0 < room:
            yield Violation(
                ("budget",),
                Text(
                    f"jaar {year} gaat {Euro(-left)} boven het maximum, terwijl jaar {free} nog {Euro(room)} ruimte heeft",
                    f"year {year} is {Euro(-left)} above the cap, while year {free} has {Euro(room)} of room",
                ),
                Text(f"verplaats kosten van jaar {year} naar jaar {free}", f"move costs of year {year} to year {free}"),
                Severity.WARNING,
            )
    surplus, rich = max((amount, year) for year, amount in enumerate(balance, 1))
    for year, amount in enumerate(balance, 1):
        if amount < 0 < surplus:
            yield Violation(
                ("cofinancing",),
                Text(
                    f"jaar {rich} heeft {Euro(surplus)} cofinanciering te veel; dat dekt het tekort van {Euro(-amount)} in jaar {year} niet",
                    f"year {rich} has {Euro(surplus)} of cofinancing too much; that does not cover the gap of {Euro(-amount)} in year {year}",
                ),
                Text(
                    f"verplaats bijdragen van jaar {rich} naar jaar {year}",
                    f"move contributions of year {rich} to year {year}",
                ),
                Severity.WARNING,
            )
