"""Results come early and late: the plan yields something in its first and in its last year (3.1).

Wrong: everything in month 36. Right: a milestone in month 6 and one in month 36.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET13",
    name="results-one-sided",
    asks=Text(
        "Het werkplan levert in het eerste én in het laatste projectjaar iets op (mijlpaal of resultaat).",
        "The work plan yields something (milestone or deliverable) in its first and in its last year.",
    ),
    why=Text(
        "Binnen een IBN is een balans nodig tussen korte- en langetermijnactiviteiten.",
        "A network balances short-term and long-term activities.",
    ),
    wrong="work_packages:\n  - milestones: [{id: M1, title: Netwerk gestart, month: 30}]",
    right="work_packages:\n  - milestones: [{id: M1, title: Netwerk gestart, month: 4}, {id: M2, title: Plan voor na de steun, month: 34}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The first year and the last."""
    packages = dossier.project.work_packages
    months = [entry.month for package in packages for entry in package.deliverables]
    months += [entry.month for package in packages for entry in package.milestones]
    years = dossier.budget.parameters.years
    reached = {(month - 1) // 12 + 1 for month in months}
    for year, nl, en in ((1, "eerste", "first"), (years, "laatste", "last")):
        if year not in reached:
            yield Violation(
                ("work_packages",),
                Text(
                    f"het {nl} projectjaar kent geen mijlpaal of op te leveren resultaat",
                    f"the {en} project year has no milestone or deliverable",
                ),
                Text(f"plan een resultaat in jaar {year}", f"plan a result in year {year}"),
                phase=2,
            )
