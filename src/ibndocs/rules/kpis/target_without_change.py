"""A target asks for something: it differs from the baseline and is not nothing (5.4.3).

Wrong: `baseline: 5`, `targets: [5, 5, 5]`, `counting: last`. Right: `targets: [6, 8, 10]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.model.work import Counting
from ibndocs.rules.indicators import is_required, targets_of
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI07",
    name="target-without-change",
    asks=Text(
        "De streefwaarden van een indicator zijn niet alle nul, en wijken af van de referentiewaarde.",
        "The targets of an indicator are not all zero, and differ from the baseline.",
    ),
    why=Text("Streefwaarden getuigen van een voldoende ambitieniveau.", "Targets show enough ambition."),
    wrong="kpis:\n  - {id: E4, baseline: 5, targets: [5, 5, 5], counting: last}",
    right="kpis:\n  - {id: E4, baseline: 5, targets: [5, 6, 8], counting: last}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator."""
    for index, kpi in enumerate(dossier.project.kpis):
        targets = targets_of(kpi, dossier)
        if not kpi.targets or (is_required(kpi) and not any(targets)):
            continue  # found by the rules on targets and on the required indicators
        kept = kpi.counting is Counting.LAST and set(targets) == {kpi.baseline}
        if kept or not any(targets):
            value = Number(targets[0])
            yield Violation(
                ("kpis", index, "targets"),
                Text(
                    f"{kpi.id} mikt elk jaar op {value}" + (", de referentiewaarde" if kept else ""),
                    f"{kpi.id} aims at {value} every year" + (", its baseline" if kept else ""),
                ),
                Text("kies een streefwaarde die een verandering vraagt", "choose a target that asks for a change"),
            )
