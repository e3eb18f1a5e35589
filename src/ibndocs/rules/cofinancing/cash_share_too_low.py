"""Membership fees and sponsoring make up at least the asked share of the cofinancing (summary table, 4.2.4).

The table asks it per year, the text of the whole: both are tested. Wrong: 64 % cash in year 2. Right: 70 % or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, round_to_cent, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Percent
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
        "De tabel vraagt het deel op jaarbasis, de tekst over de totale cofinanciering. Veilig gelezen geldt het allebei, en allebei zijn ze een fout; in de ruimere lezing telt enkel het geheel.",
        "The table asks the share by year, the text over the whole cofinancing. Read safely both hold, and both are errors; in the wider reading only the whole counts.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 1000, price: 100}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 100}}",
    terms=("cash_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The whole, then each year."""
    asked = dossier.call.terms.cash_share_min.value
    plan = dossier.plan
    shares = [(Text("over het hele project", "over the whole project"), sum(plan.cash, ZERO), plan.total)]
    shares += [
        (Text(f"in jaar {year}", f"in year {year}"), cash, total)
        for year, (cash, total) in enumerate(zip(plan.cash, plan.totals, strict=True), 1)
    ]
    for when, cash, total in shares:
        if cash < asked * total:
            found = Percent(share(cash, total))
            more = Euro(round_to_cent((asked * total - cash) / (1 - asked)))
            yield Violation(
                ("cofinancing",),
                Text(
                    f"aandeel cash {when.nl} is {found} ({Euro(cash)} van {Euro(total)}), de oproep vraagt minstens {Percent(asked)}",
                    f"cash share {when.en} is {found} ({Euro(cash)} of {Euro(total)}), the call asks at least {Percent(asked)}",
                ),
                Text(
                    f"verhoog lidgelden of sponsoring met {more}, of verlaag de inkomsten uit activiteiten",
                    f"raise fees or sponsoring by {more}, or lower the income from activities",
                ),
            )
