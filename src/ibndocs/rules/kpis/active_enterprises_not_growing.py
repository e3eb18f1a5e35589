"""KPI1 is the state at the end of each year, and does not fall (3.3, 5.4.3).

Wrong: `targets: [48, 40, 56]`, or `counting: sum`. Right: `targets: [40, 48, 56]`, `counting: last`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.model.work import Counting
from ibndocs.rules.indicators import find_kpi, targets_of
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI01",
    name="active-enterprises-not-growing",
    asks=Text(
        "KPI1 telt de stand op het einde van elk jaar, daalt niet, en begint niet hoger dan het aantal ondernemingen in de lijst.",
        "KPI1 counts the state at the end of each year, does not fall, and does not begin above the number of companies listed.",
    ),
    why=Text(
        "Wie de jaren van KPI1 optelt, telt dezelfde onderneming drie keer. Een IBN heeft de ambitie om te groeien.",
        "Adding the years of KPI1 counts the same company three times. A network has the ambition to grow.",
    ),
    wrong="kpis:\n  - {id: KPI1, baseline: 36, targets: [40, 38, 56], counting: sum}",
    right="kpis:\n  - {id: KPI1, baseline: 36, targets: [40, 48, 56], counting: last}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """How it counts, whether it grows, where it begins."""
    found = find_kpi(dossier.project, REQUIRED[0])
    if found is None:
        return
    index, kpi = found
    if kpi.counting is not Counting.LAST:
        yield Violation(
            ("kpis", index, "counting") if "counting" in kpi.model_fields_set else ("kpis", index),
            Text(
                f"{kpi.id} telt de jaren op, maar een actieve onderneming telt maar één keer",
                f"{kpi.id} adds up the years, but an active company counts only once",
            ),
            Text("zet counting op last", "set counting to last"),
        )
    values = (kpi.begin, *targets_of(kpi, dossier))
    if kpi.targets and any(later < earlier for earlier, later in pairwise(values)):
        shown = ", ".join(str(Number(value)) for value in values)
        yield Violation(
            ("kpis", index, "targets"),
            Text(
                f"{kpi.id} daalt ergens ({shown}), een netwerk groeit",
                f"{kpi.id} falls somewhere ({shown}), a network grows",
            ),
            Text("laat elke streefwaarde minstens de vorige zijn", "make every target at least the one before"),
        )
    listed = sum(is_counted(company) for company in dossier.project.companies)
    if kpi.begin > listed:
        yield Violation(
            ("kpis", index, "baseline"),
            Text(
                f"{kpi.id} begint bij {Number(kpi.begin)} ondernemingen, de lijst telt er {listed}",
                f"{kpi.id} begins at {kpi.begin} companies, the list has {listed}",
            ),
            Text("laat de referentiewaarde kloppen met de lijst", "make the baseline fit the list"),
            Severity.WARNING,
        )
