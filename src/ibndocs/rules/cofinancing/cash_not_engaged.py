"""Most of the cash is engaged by named companies (4.2.4).

Wrong: half of the cash is `expected` or of members still to be found. Right: 70 % is in the letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Percent
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF10",
    name="cash-not-engaged",
    asks=Text(
        "Het grootste deel van de cash is toegezegd door bedrijven met naam.",
        "Most of the cash is engaged by companies with a name.",
    ),
    why=Text(
        "De engagementen van individuele ondernemingen worden zo veel mogelijk vermeld. Hoeveel volstaat, zegt de handleiding niet: de grens is een eigen vuistregel, over het hele project en niet per jaar.",
        "Engagements of individual companies are listed as far as possible. How much is enough the guideline does not say: the limit is a rule of thumb of our own, over the whole project and not by year.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, cash: 5000, status: expected}",
    right="companies:\n  - {name: Bedrijf 01, cash: 5000, status: engaged}",
    terms=("engaged_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The project as a whole, at what weighs most: the recruitment or the largest expected payer."""
    plan, asked = dossier.plan, dossier.call.thresholds["engaged_share_min"].value
    cash, engaged = sum(plan.cash, ZERO), sum(plan.engaged, ZERO)
    recruits = sum((line.total for line in plan.recruits), ZERO)
    part = share(engaged, cash)
    if cash and part < asked:
        waiting = cash - engaged - recruits
        unsure = [payer for payer in plan.counted if payer.company.status != "engaged"]
        largest = max(unsure, key=lambda payer: (payer.total, -payer.number), default=None)
        path: Path = ("cofinancing", "recruitment")
        if largest and waiting > recruits:
            path = ("companies", largest.index, "status")
        yield Violation(
            path,
            Text(
                f"{Percent(part)} van de cash is toegezegd ({Euro(engaged)}); {Euro(waiting)} is verwacht en {Euro(recruits)} van nog te werven leden; eigen vuistregel: minstens {Percent(asked)}",
                f"{Percent(part)} of the cash is engaged ({Euro(engaged)}); {Euro(waiting)} is expected and {Euro(recruits)} of members to be found; rule of thumb: at least {Percent(asked)}",
            ),
            Text(
                "laat bedrijven hun bijdrage in de intentiebrief toezeggen (status engaged)",
                "let companies engage their contribution in the letter of intent (status engaged)",
            ),
        )
