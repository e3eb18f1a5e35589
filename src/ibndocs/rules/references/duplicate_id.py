"""Two things of one list have the same id, so that a reference to it is ambiguous.

Wrong: two activities with `id: A1.1`. Right: every id once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF04",
    name="duplicate-id",
    asks=Text(
        "Elk id komt in zijn lijst één keer voor.",
        "Every id stands once in its list.",
    ),
    why=Text(
        "Een verwijzing naar een dubbel id is dubbelzinnig.",
        "A reference to an id that stands twice is ambiguous.",
    ),
    wrong="team:\n  - {id: an}\n  - {id: an}",
    right="team:\n  - {id: an}\n  - {id: bert}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Ids that stand twice among people, work packages and activities, indicators, risks, tiers and lines."""
    project = dossier.project
    packages = list(enumerate(project.work_packages))
    yield from repeated((("team", i, "id"), person.id) for i, person in enumerate(project.team))
    yield from repeated(
        [(("work_packages", i, "id"), package.id) for i, package in packages]
        + [
            (("work_packages", i, "activities", j, "id"), a.id)
            for i, package in packages
            for j, a in enumerate(package.activities)
        ]
    )
    yield from repeated((("kpis", i, "id"), kpi.id) for i, kpi in enumerate(project.kpis))
    yield from repeated((("risks", i, "id"), risk.id) for i, risk in enumerate(project.risks))
    yield from repeated(
        (("cofinancing", "membership", i, "id"), tier.id) for i, tier in enumerate(project.cofinancing.membership)
    )
    yield from repeated(
        (("cofinancing", "activity_income", i, "id"), line.id)
        for i, line in enumerate(project.cofinancing.activity_income)
    )
    yield from repeated((("budget", "operating", i, "id"), line.id) for i, line in enumerate(project.budget.operating))
    yield from repeated((("budget", "external", i, "id"), line.id) for i, line in enumerate(project.budget.external))


def repeated(ids: Iterable[tuple[Path, str]]) -> Iterator[Violation]:
    """The places whose id stood before."""
    seen: set[str] = set()
    for path, key in ids:
        if key in seen:
            yield Violation(
                path,
                Text(f"id '{key}' staat twee keer in de lijst", f"id '{key}' stands twice in the list"),
                Text("geef elk een eigen id", "give each its own id"),
            )
        seen.add(key)
