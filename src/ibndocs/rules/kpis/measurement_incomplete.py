"""Every indicator has a definition, a method and a target for each year (5.4.3).

Wrong: `definition: ""`, `method: n.t.b.`, `targets: []`. Right: all of them filled in.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.answers import is_untouched
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI05",
    name="measurement-incomplete",
    asks=Text(
        "Elke indicator heeft een definitie, een eenheid, een meetmethode en streefwaarden.",
        "Every indicator has a definition, a unit, a method and targets.",
    ),
    why=Text(
        "Voor elk van de indicatoren moeten definitie, eventuele referentiewaarde en meetmethode vastgelegd worden; ze komen in de overeenkomst.",
        "Definition, baseline if any, and method are laid down for each indicator; they go into the agreement.",
    ),
    wrong='kpis:\n  - {id: E1, definition: "", unit: activiteiten, method: n.t.b., targets: [4, 4, 4]}',
    right="kpis:\n  - {id: E1, definition: Activiteiten met deelnemers uit twee schakels., unit: activiteiten, method: Telling met deelnamelijst, targets: [4, 4, 4]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each part of each indicator."""
    for index, kpi in enumerate(dossier.project.kpis):
        missing = [
            (key, name)
            for key, name, value in (
                ("definition", "definitie", kpi.definition),
                ("unit", "eenheid", "%" if "%" in kpi.unit else kpi.unit),
                ("method", "meetmethode", kpi.method),
            )
            if value != "%" and not is_untouched(value, dossier.call) and is_unknown(value, dossier.call)
        ]
        missing += [("targets", "streefwaarde")] if not kpi.targets else []
        for key, name in missing:
            yield Violation(
                ("kpis", index, key),
                Text(f"{kpi.id} heeft geen {name}", f"{kpi.id} has no {key}"),
                Text(f"vul {key} in", f"fill in {key}"),
            )
