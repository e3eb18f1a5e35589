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
    asks=Text(
        "Inkomsten uit activiteiten maken hoogstens het toegelaten deel van de hele cofinanciering uit.",
        "Income from activities makes up at most the allowed share of the whole cofinancing.",
    ),
    why=Text(
        "Cash is de belangrijkste bron; per jaar wordt dit getoetst met het aandeel cash.",
        "Cash is the main source; per year this is tested with the cash share.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 4000, price: 100}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 100}}",
    terms=("income_share_max",),
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
