"""The indicators measure different things (5.4.3: enough variation).

Wrong: nine indicators, all counted in activities, or two with one name. Right: activities, companies, jobs, shares.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI07",
    name="indicators-uniform",
    asks=Text(
        "De indicatoren gebruiken verschillende eenheden en heten niet hetzelfde.",
        "The indicators use different units and have different names.",
    ),
    why=Text("Er moet voor voldoende variatie gezorgd worden.", "There must be enough variation."),
    wrong="kpis:\n  - {id: E1, name: Activiteiten, unit: activiteiten}\n  - {id: E2, name: Activiteiten, unit: activiteiten}",
    right='kpis:\n  - {id: E1, name: Activiteiten, unit: activiteiten}\n  - {id: E2, name: Leden met een nieuwe klant, unit: "% van de leden"}',
    terms=("units_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The units together, then each name."""
    kpis = dossier.project.kpis
    least = int(dossier.call.thresholds["units_min"].value)
    units = {kpi.unit.casefold() for kpi in kpis}
    if len(kpis) > len(REQUIRED) and len(units) < least:
        yield Violation(
            ("kpis",),
            Text(
                f"{len(kpis)} indicatoren in {count_of(len(units), 'eenheid', 'eenheden')} ({', '.join(sorted(units))}); reken op minstens {least}",
                f"{len(kpis)} indicators in {count_of(len(units), 'unit', 'units')} ({', '.join(sorted(units))}); count on at least {least}",
            ),
            Text(
                "meet ook andere dingen, zoals omzet, banen of aandelen",
                "measure other things too, such as turnover, jobs or shares",
            ),
        )
    seen: dict[str, str] = {}
    for index, kpi in enumerate(kpis):
        first = seen.setdefault(" ".join(kpi.name.casefold().split()), kpi.id)
        if first != kpi.id:
            yield Violation(
                ("kpis", index, "name"),
                Text(f"{kpi.id} heet zoals {first}: “{kpi.name}”", f"{kpi.id} has the name of {first}: “{kpi.name}”"),
                Text("geef ze elk een eigen naam, of schrap er een", "give each its own name, or remove one"),
            )
