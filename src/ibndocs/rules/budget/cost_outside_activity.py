"""A cost falls in a year in which its activity runs (4.2.2).

Wrong: 5 000 euro in year 3 for an activity that ends in month 20. Right: an amount in years 1 and 2 only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.model.base import spread_years
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG16",
    name="cost-outside-activity",
    asks=Text(
        "Een kost valt in een jaar waarin zijn activiteit of werkpakket loopt.",
        "A cost falls in a year in which its activity or work package runs.",
    ),
    why=Text(
        "Kosten zijn verbonden met activiteiten. Een bedrag in een jaar zonder die activiteit is een vergissing in het bedrag of in de maanden.",
        "Costs are tied to activities. An amount in a year without that activity is a mistake in the amount or in the months.",
    ),
    wrong="work_packages:\n  - id: WP1\n    activities: [{id: A1.1, start: 1, end: 20}]\nbudget:\n  operating:\n    - {id: W1, activity: A1.1, amount: [5000, 5000, 5000]}",
    right="work_packages:\n  - id: WP1\n    activities: [{id: A1.1, start: 1, end: 20}]\nbudget:\n  operating:\n    - {id: W1, activity: A1.1, amount: [5000, 5000, 0]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each cost line whose activity is known."""
    project, years = dossier.project, dossier.budget.parameters.years
    spans: dict[str, tuple[int, int]] = {}
    for package in project.work_packages:
        spans.update({activity.id: (activity.start, activity.end) for activity in package.activities})
        spans[package.id] = (
            min(activity.start for activity in package.activities),
            max(activity.end for activity in package.activities),
        )
    for rubric, lines in (("operating", project.budget.operating), ("external", project.budget.external)):
        for index, line in enumerate(lines):
            start, end = spans.get(line.activity, (1, years * 12))
            for year, amount in enumerate(spread_years(line.amount, years), 1):
                if amount and not (start - 1) // 12 < year <= (end - 1) // 12 + 1:
                    yield Violation(
                        ("budget", rubric, index, "amount"),
                        Text(
                            f"{line.id} kost {Euro(amount)} in jaar {year}, maar {line.activity} loopt van maand {start} tot {end}",
                            f"{line.id} costs {Euro(amount)} in year {year}, but {line.activity} runs from month {start} to {end}",
                        ),
                        Text(
                            "verplaats het bedrag of verleng de activiteit", "move the amount or lengthen the activity"
                        ),
                    )
