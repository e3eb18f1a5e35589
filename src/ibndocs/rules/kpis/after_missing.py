"""A result on the medium term has a target for after the project (annex 1.3).

Wrong: `horizon: medium` without `after`. Right: `after: 160`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.work import Horizon
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET14",
    name="target-after-project-missing",
    asks=Text(
        "Elke indicator op middellange termijn heeft een streefwaarde voor na het project.",
        "Every indicator on the medium term has a target for after the project.",
    ),
    why=Text(
        "De middellange termijn is vijf jaar na afloop; de streefwaarden per projectjaar zeggen daar niets over.",
        "The medium term is five years after the end; targets per project year say nothing of it.",
    ),
    wrong="kpis:\n  - {id: E3, horizon: medium, targets: [103, 110, 120]}",
    right="kpis:\n  - {id: E3, horizon: medium, targets: [103, 110, 120], after: 160}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator on the medium term."""
    for index, kpi in enumerate(dossier.project.kpis):
        if kpi.horizon is Horizon.MEDIUM and kpi.after is None:
            yield Violation(
                ("kpis", index),
                Text(
                    f"{kpi.id} is op middellange termijn, maar heeft geen streefwaarde voor na het project",
                    f"{kpi.id} is on the medium term, but has no target for after the project",
                ),
                Text("voeg after toe", "add after"),
            )
