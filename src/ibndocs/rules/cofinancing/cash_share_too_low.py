"""Membership fees and sponsoring make up at least the asked share of the cofinancing (summary table, 4.2.4).

The table asks it per year, the text of the whole: both are tested. Wrong: 64 % cash in year 2. Right: 70 % or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF03",
    name="cash-share-too-low",
    asks=Text(
        "Lidgelden en sponsoring maken minstens het gevraagde deel van de cofinanciering uit.",
        "Fees and sponsoring make up at least the asked share of the cofinancing.",
    ),
    why=Text(
        "De tabel vraagt het per jaar, de tekst over het geheel: beide worden getoetst.",
        "The table asks it per year, the text of the whole: both are tested.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 1000, price: 100}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 100}}",
    terms=("cash_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The whole, then each year."""
    asked = dossier.call.terms.cash_share_min.value
    plan = dossier.plan
    shares = [(Text("over het hele project", "over the whole project"), plan.cash_share, plan.total)]
    shares += [
        (Text(f"in jaar {year}", f"in year {year}"), share, total)
        for year, (share, total) in enumerate(zip(plan.cash_shares, plan.totals, strict=True), 1)
    ]
    for when, share, total in shares:
        if total and share < asked:
            yield Violation(
                ("cofinancing",),
                Text(
                    f"aandeel cash {when.nl} is {Percent(share)}, de oproep vraagt minstens {Percent(asked)}",
                    f"cash share {when.en} is {share * 100:.1f} %, the call asks at least {asked * 100:.0f} %",
                ),
                Text(
                    "verhoog lidgelden of sponsoring, of verlaag de inkomsten uit activiteiten",
                    "raise fees or sponsoring, or lower the income from activities",
                ),
            )
