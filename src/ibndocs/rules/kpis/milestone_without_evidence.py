"""A milestone says by what it is seen to be reached (annex 1).

Wrong: `evidence: n.t.b.` Right: `evidence: Verslag van de stuurgroep`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI09",
    name="milestone-without-evidence",
    asks=Text("Elke mijlpaal noemt een bewijs.", "Every milestone names its evidence."),
    why=Text(
        "Zonder bewijs is niet vast te stellen of een mijlpaal gehaald is.",
        "Without evidence nobody can tell whether a milestone is reached.",
    ),
    wrong="work_packages:\n  - milestones: [{id: M1, title: Netwerk gestart, evidence: n.t.b.}]",
    right="work_packages:\n  - milestones: [{id: M1, title: Netwerk gestart, evidence: Verslag van de eerste netwerkdag}]",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each milestone."""
    for index, package in enumerate(dossier.project.work_packages):
        for number, stone in enumerate(package.milestones):
            if is_unknown(stone.evidence, dossier.call):
                yield Violation(
                    ("work_packages", index, "milestones", number, "evidence"),
                    Text(f"{stone.id} heeft geen bewijs", f"{stone.id} has no evidence"),
                    Text(
                        "noem het stuk waaruit blijkt dat de mijlpaal gehaald is",
                        "name the document that shows it is reached",
                    ),
                )
