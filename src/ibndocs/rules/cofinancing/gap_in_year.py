"""Every year the cofinancing is at least the aid of that year (summary table, 4.2.4).

Wrong: 216 000 euro of aid in year 1 and 200 000 euro of cofinancing. Right: at least 216 000.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF01",
    name="cofinancing-gap",
    asks=Text(
        "Elk jaar is de cofinanciering minstens gelijk aan de steun van dat jaar.",
        "Every year the cofinancing is at least the aid of that year.",
    ),
    why=Text(
        "De cofinanciering geldt op jaarbasis: een overschot in een ander jaar dekt een tekort niet. Voor elke euro cofinanciering wordt een euro steun betaald, en het plan moet sluitend zijn. Uitgesloten bijdragen en individuele diensten tellen niet mee.",
        "Cofinancing holds by year: a surplus in another year covers no gap. For every euro of cofinancing a euro of aid is paid, and the plan must close. Excluded contributions and individual services do not count.",
    ),
    wrong="cofinancing:\n  membership:\n    - {id: klein, fee: 500}",
    right="cofinancing:\n  membership:\n    - {id: klein, fee: 3000}",
    terms=("aid_rate",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year."""
    plan = dossier.plan
    for year, (found, asked) in enumerate(zip(plan.totals, plan.required, strict=True), 1):
        if found < asked:
            cash, income = plan.cash[year - 1], plan.activity_income[year - 1]
            yield Violation(
                ("cofinancing",),
                Text(
                    f"cofinanciering van jaar {year} is {Euro(found)} ({Euro(cash)} cash, {Euro(income)} inkomsten), de oproep vraagt minstens {Euro(asked)}",
                    f"cofinancing of year {year} is {Euro(found)} ({Euro(cash)} cash, {Euro(income)} income), the call asks at least {Euro(asked)}",
                ),
                Text(
                    f"zoek {Euro(asked - found)} bijdragen in jaar {year}",
                    f"find {Euro(asked - found)} of contributions in year {year}",
                ),
            )
