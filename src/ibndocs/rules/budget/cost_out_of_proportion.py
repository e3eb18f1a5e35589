"""The budget is in proportion to the companies it reaches and to the work of people (4.2.1).

Wrong: 440 000 euro a year for 25 active companies. Right: a larger target group or a smaller budget.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Number, Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG17",
    name="cost-out-of-proportion",
    asks=Text(
        "Kosten per actieve onderneming en het aandeel van de werkingskosten blijven in verhouding.",
        "Costs per active company and the share of operating costs stay in proportion.",
    ),
    why=Text(
        "De omvang staat in verhouding tot doelen, doelgroep en economische meerwaarde, en het bedrag voor werkingskosten wordt bij de evaluatie bepaald. De handleiding geeft geen getallen: de grenzen zijn eigen vuistregels.",
        "The size is in proportion to goals, target group and economic value, and the amount of operating costs is set at the evaluation. The guideline gives no numbers: the limits are rules of thumb of our own.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: 200000}",
    right="budget:\n  operating:\n    - {id: W1, amount: 20000}",
    terms=(
        "cost_per_company_max",
        "operating_share_max",
    ),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Costs per company of the last year, then the share of operating costs."""
    budget, plan, limits = dossier.budget, dossier.plan, dossier.call.thresholds
    companies = len(plan.counted) + sum((line.members[-1] for line in plan.recruits), ZERO)
    each, cap = share(budget.totals[-1], companies), limits["cost_per_company_max"].value
    if each > cap:
        yield Violation(
            ("budget",),
            Text(
                f"in het laatste jaar kost het netwerk {Euro(each)} per onderneming ({Number(companies)} ondernemingen); eigen vuistregel: hoogstens {Euro(cap)}",
                f"in the last year the network costs {Euro(each)} per company ({Number(companies)} companies); rule of thumb: at most {Euro(cap)}",
            ),
            Text("vergroot de doelgroep of verklein de begroting", "widen the target group or cut the budget"),
        )
    operating = sum(budget.operating_totals, ZERO)
    part, allowed = share(operating, budget.total), limits["operating_share_max"].value
    if part > allowed:
        yield Violation(
            ("budget", "operating"),
            Text(
                f"werkingskosten zijn {Euro(operating)} of {Percent(part)} van de begroting; eigen vuistregel: hoogstens {Percent(allowed)}",
                f"operating costs are {Euro(operating)} or {Percent(part)} of the budget; rule of thumb: at most {Percent(allowed)}",
            ),
            Text(
                "verlaag de werkingskosten, of motiveer ze lijn per lijn met aantal en prijs",
                "lower the operating costs, or motivate them line by line with number and price",
            ),
        )
