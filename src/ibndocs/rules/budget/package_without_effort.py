"""Every year in which a work package has activities, somebody works on it, and the other way round (4.2.2, annex 1).

Wrong: an activity from month 1 to 36 and effort in year 1 only. Right: effort in each year the activities run.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import sum_years
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.model.base import spread_years
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG16",
    name="package-without-effort",
    asks=Text(
        "In elk jaar waarin een werkpakket activiteiten heeft, werkt er iemand aan; buiten die jaren niemand.",
        "In every year in which a work package has activities somebody works on it; outside those years nobody does.",
    ),
    why=Text(
        "De middelen volgen uit de activiteiten. Een activiteit zonder inzet en zonder kosten wordt door niemand gedaan; inzet zonder activiteit is een kost zonder reden.",
        "The means follow from the activities. An activity without effort and costs is done by nobody; effort without activity is a cost without reason.",
    ),
    wrong="work_packages:\n  - id: WP1\n    activities: [{id: A1.1, start: 1, end: 36}]\n    effort: [{person: an, months: [6, 0, 0]}]",
    right="work_packages:\n  - id: WP1\n    activities: [{id: A1.1, start: 1, end: 36}]\n    effort: [{person: an, months: [6, 6, 6]}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each work package, year by year."""
    project, years = dossier.project, dossier.budget.parameters.years
    costed = {line.activity for line in (*project.budget.operating, *project.budget.external)}
    for index, package in enumerate(project.work_packages):
        months = sum_years([spread_years(effort.months, years) for effort in package.effort], years)
        running = {
            year
            for activity in package.activities
            for year in range((activity.start - 1) // 12 + 1, (activity.end - 1) // 12 + 2)
        }
        path: Path = ("work_packages", index, "effort")
        if not any(months):
            ids = {package.id, *(activity.id for activity in package.activities)}
            if not ids & costed:
                yield Violation(
                    ("work_packages", index),
                    Text(
                        f"{package.id} heeft geen inzet en geen kosten",
                        f"{package.id} has neither effort nor costs",
                    ),
                    Text("geef het werkpakket inzet, of schrap het", "give the work package effort, or drop it"),
                )
            continue
        for year in range(1, years + 1):
            if year in running and not months[year - 1]:
                yield Violation(
                    path,
                    Text(
                        f"niemand werkt in jaar {year} aan {package.id}, terwijl er activiteiten lopen",
                        f"nobody works on {package.id} in year {year}, while activities run",
                    ),
                    Text(
                        "spreid de inzet over de jaren van de activiteiten",
                        "spread the effort over the years of the activities",
                    ),
                )
            elif year not in running and months[year - 1]:
                yield Violation(
                    path,
                    Text(
                        f"{Number(months[year - 1])} persoonsmaanden in jaar {year} van {package.id}, waarin geen activiteit loopt",
                        f"{Number(months[year - 1])} person-months in year {year} of {package.id}, in which no activity runs",
                    ),
                    Text("verplaats de inzet of verleng een activiteit", "move the effort or lengthen an activity"),
                )
