"""Income from activities makes up at most the allowed share of the whole cofinancing (summary table, 4.2.4).

Wrong: 36 % income. Right: 30 % or less. The table reads it by year too: a year is blamed at its
largest line of income.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Percent
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
        "Cash is de belangrijkste bron. De tekst begrenst het deel van de totale cofinanciering, de tabel leest op jaarbasis: veilig gelezen geldt het allebei. In de ruimere lezing telt enkel het geheel.",
        "Cash is the main source. The text limits the share of the whole cofinancing, the table reads by year: read safely both hold. In the wider reading only the whole counts.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 4000, price: 100}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, members: {participants: 40, price: 100}}",
    terms=("income_share_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The whole project, then each year at its largest line."""
    plan, allowed = dossier.plan, dossier.call.terms.income_share_max.value
    found = share(sum(plan.activity_income, ZERO), plan.total)
    if found > allowed:
        yield Violation(
            ("cofinancing", "activity_income"),
            Text(
                f"inkomsten uit activiteiten zijn {Percent(found)} van de cofinanciering, de oproep vraagt hoogstens {Percent(allowed)}",
                f"income from activities is {Percent(found)} of the cofinancing, the call asks at most {Percent(allowed)}",
            ),
            Text("verhoog de cashbijdragen", "raise the cash contributions"),
        )
    for year, (income, total) in enumerate(zip(plan.activity_income, plan.totals, strict=True), 1):
        if income > allowed * total:
            lines = [
                (line.total, -index)
                for index, line in enumerate(plan.income)
                if line.counted and line.income.year == year
            ]
            yield Violation(
                ("cofinancing", "activity_income", -max(lines)[1]),
                Text(
                    f"inkomsten van jaar {year} zijn {Percent(share(income, total))} ({Euro(income)} van {Euro(total)}), de oproep vraagt hoogstens {Percent(allowed)}",
                    f"income of year {year} is {Percent(share(income, total))} ({Euro(income)} of {Euro(total)}), the call asks at most {Percent(allowed)}",
                ),
                Text(f"verhoog de cashbijdragen van jaar {year}", f"raise the cash contributions of year {year}"),
            )
