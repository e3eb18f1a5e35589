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
    asks=Text("", ""),
    why=Text("", ""),
    wrong="",
    right="",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year."""
    plan = dossier.plan
    for year, (found, asked) in enumerate(zip(plan.totals, plan.required, strict=True), 1):
        if found < asked:
            yield Violation(
                ("cofinancing",),
                Text(
                    f"cofinanciering van jaar {year} is {Euro(found)}, de oproep vraagt minstens {Euro(asked)}",
                    f"cofinancing of year {year} is {found} euro, the call asks at least {asked}",
                ),
                Text(
                    f"zoek {Euro(asked - found)} bijdragen in jaar {year}",
                    f"find {asked - found} euro of contributions in year {year}",
                ),
            )
