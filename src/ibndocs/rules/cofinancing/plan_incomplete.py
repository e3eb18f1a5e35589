"""The plan has cash in every year, and income in every year or in none (4.2.4).

Wrong: fees from year 2 on. Right: fees in years 1, 2 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.needed import name_years
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF09",
    name="plan-incomplete",
    asks=Text(
        "Het plan heeft elk jaar cash, en inkomsten in elk jaar of in geen enkel.",
        "The plan has cash in every year, and income in every year or in none.",
    ),
    why=Text(
        "Het cofinancieringsplan is gedetailleerd en sluitend voor de volledige looptijd, per jaar en per type (cash of inkomsten). Een jaar zonder cash kan nooit sluiten; een jaar zonder inkomsten terwijl andere jaren er hebben, is vaak vergeten.",
        "The cofinancing plan is detailed and closes over the whole project, by year and by type (cash or income). A year without cash can never close; a year without income while other years have some is often forgotten.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, year: 1}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, year: 1}\n    - {id: I2, year: 2}\n    - {id: I3, year: 3}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year, each type."""
    plan = dossier.plan
    for year, cash in enumerate(plan.cash, 1):
        if not cash:
            yield Violation(
                ("cofinancing",),
                Text(f"jaar {year} heeft geen cashbijdragen", f"year {year} has no cash contributions"),
                Text(f"vul lidgelden of sponsoring van jaar {year} in", f"fill in fees or sponsoring of year {year}"),
            )
    without = [year for year, income in enumerate(plan.activity_income, 1) if not income]
    if 0 < len(without) < plan.years:
        yield Violation(
            ("cofinancing", "activity_income"),
            Text(
                f"geen inkomsten uit activiteiten in jaar {name_years(without)}, in de andere jaren wel",
                f"no income from activities in year {name_years(without)}, in the other years there is",
            ),
            Text(
                "vul per jaar een inkomstenlijn in, of zeg in de tekst waarom er geen is",
                "fill in a line of income for each year, or say in the text why there is none",
            ),
            Severity.WARNING,
        )
