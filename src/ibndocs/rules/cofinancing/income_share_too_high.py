"""Income from activities makes up at most the allowed share of the whole cofinancing (summary table, 4.2.4).

Wrong: 36 % income. Right: 30 % or less. The yearly reading is asked with the cash share.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF04",
    name="income-share-too-high",
    asks=Text("", ""),
    why=Text("", ""),
    wrong="",
    right="",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The whole project."""
    allowed = dossier.call.terms.income_share_max.value
    found = share(sum(dossier.plan.activity_income, ZERO), dossier.plan.total)
    if found > allowed:
        yield Violation(
            ("cofinancing", "activity_income"),
            Text(
                f"inkomsten uit activiteiten zijn {Percent(found)} van de cofinanciering, de oproep vraagt hoogstens {Percent(allowed)}",
                f"income from activities is {found * 100:.1f} % of the cofinancing, the call asks at most {allowed * 100:.0f} %",
            ),
            Text("verhoog de cashbijdragen", "raise the cash contributions"),
        )
