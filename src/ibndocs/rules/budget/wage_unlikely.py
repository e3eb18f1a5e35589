"""The wage cost of a full-time year is one that somebody may earn (4.2.2 I: real cost).

Wrong: `{basis: annual, amount: 5000}`, a monthly wage. Right: the cost of a full-time year, charges included.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG08",
    name="wage-unlikely",
    asks=Text(
        "De loonkost van een voltijds jaar ligt tussen wat een minimumloon en wat een directiefunctie kost.",
        "The wage cost of a full-time year lies between that of a minimum wage and that of a director.",
    ),
    why=Text(
        "De begroting is gebaseerd op de reële kost. Een bedrag daarbuiten is vaak een maandloon als jaarloon ingevuld, of de kost van een deeltijdse die nog eens met de VTE vermenigvuldigd wordt. Zonder loonkost is er niets te steunen.",
        "The budget rests on real costs. An amount outside is often a monthly wage filled in as a yearly one, or the cost of a part-timer that is multiplied by the FTE once more. Without wage cost there is nothing to aid.",
    ),
    wrong="team:\n  - {id: an, fte: 1, wage: {basis: annual, amount: 5000}}",
    right="team:\n  - {id: an, fte: 1, wage: {basis: monthly_gross, amount: 5000}}",
    terms=(
        "wage_low",
        "wage_high",
    ),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each person who works; no wage at all is an error."""
    low, high = (dossier.call.thresholds[name].value for name in ("wage_low", "wage_high"))
    for index, line in enumerate(dossier.budget.staff):
        wage, who = line.wages[0], line.person.name
        if any(line.fte) and not low <= wage <= high:
            yield Violation(
                ("team", index, "wage", "amount"),
                Text(
                    f"een voltijds jaar van {who} kost {Euro(wage)}; te verwachten is {Euro(low)} tot {Euro(high)}",
                    f"a full-time year of {who} costs {Euro(wage)}; to be expected is {Euro(low)} to {Euro(high)}",
                ),
                Text(
                    "geef de kost van een voltijds jaar (annual) of het voltijdse brutomaandloon (monthly_gross)",
                    "give the cost of a full-time year (annual) or the full-time gross monthly wage (monthly_gross)",
                ),
                None if not wage else Severity.WARNING,
            )
