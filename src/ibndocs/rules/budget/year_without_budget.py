"""Every project year has costs of its own (4.2.2).

Wrong: a team that works in years 1 and 2 only. Right: costs in each of the years of the project.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG01",
    name="year-without-budget",
    asks=Text(
        "Elk projectjaar heeft een eigen begroting, met kosten voor personeel.",
        "Every project year has a budget of its own, with costs of personnel.",
    ),
    why=Text(
        "De begroting wordt per projectjaar opgesteld en de steun per jaar afgerekend: een jaar zonder kosten is een jaar zonder project.",
        "The budget is drawn up per project year and the aid is settled per year: a year without costs is a year without a project.",
    ),
    wrong="team:\n  - {id: an, fte: [1, 1, 0]}",
    right="team:\n  - {id: an, fte: [1, 1, 1]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each year."""
    budget = dossier.budget
    for year, (total, fte) in enumerate(zip(budget.totals, budget.fte, strict=True), 1):
        if not total:
            yield Violation(
                ("budget",),
                Text(f"jaar {year} heeft geen kosten", f"year {year} has no costs"),
                Text(f"begroot jaar {year}, of kort het project in", f"budget year {year}, or shorten the project"),
            )
        elif not fte:
            yield Violation(
                ("team",),
                Text(f"niemand werkt in jaar {year} aan het project", f"nobody works on the project in year {year}"),
                Text(f"geef het team fte in jaar {year}", f"give the team fte in year {year}"),
            )
