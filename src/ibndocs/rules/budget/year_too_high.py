"""The budget of each year stays within the cap of a year (summary table).

Years may differ in size, yet a year above the cap is not made good by another (5.4.4). Wrong: 460 000 euro in year 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG03",
    name="budget-of-year-too-high",
    asks=Text(
        "De begroting van elk jaar blijft onder de grens per jaar.",
        "The budget of each year stays within the cap of a year.",
    ),
    why=Text(
        "Jaren mogen verschillen, maar een jaar boven de grens wordt niet goedgemaakt door een ander: onbenutte steun wordt niet overgedragen.",
        "Years may differ, but a year above the cap is not made good by another: unused aid does not move.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: [20000, 300000, 20000]}",
    right="budget:\n  operating:\n    - {id: W1, amount: [90000, 90000, 90000]}",
    terms=("budget_cap_per_year",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year."""
    cap = dossier.call.terms.budget_cap_per_year.value
    for year, total in enumerate(dossier.budget.totals, 1):
        if total > cap:
            labels = dossier.call.labels["rubric"]
            costs = [(name, Euro(amounts[year - 1])) for name, amounts in dossier.budget.rubrics.items()]
            parts = ", ".join(f"{labels[name].lower()} {amount}" for name, amount in costs)
            parts_en = ", ".join(f"{name} {amount}" for name, amount in costs)
            yield Violation(
                ("budget",),
                Text(
                    f"begroting van jaar {year} is {Euro(total)} ({parts}), de oproep vraagt hoogstens {Euro(cap)}",
                    f"budget of year {year} is {Euro(total)} ({parts_en}), the call asks at most {Euro(cap)}",
                ),
                Text(
                    f"verminder de kosten van jaar {year} met {Euro(total - cap)}",
                    f"cut the costs of year {year} by {Euro(total - cap)}",
                ),
            )
