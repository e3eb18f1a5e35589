"""The network means to grow: the last target of KPI1 lies above the present number of companies (3.3).

Wrong: 36 companies, KPI1 targets 30, 33, 36. Right: 40, 48, 56.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.rules.indicators import find_kpi, targets_of
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="NET05",
    name="no-ambition-to-grow",
    asks=Text(
        "De laatste streefwaarde van KPI1 ligt boven het huidige aantal ondernemingen.",
        "The last target of KPI1 lies above the present number of companies.",
    ),
    why=Text(
        "Een IBN telt minstens {companies_min} ondernemingen én heeft de ambitie om te groeien in ledenaantal.",
        "A network counts at least {companies_min} enterprises and has the ambition to grow.",
    ),
    wrong="kpis:\n  - {id: KPI1, targets: [30, 30, 30]}",
    right="kpis:\n  - {id: KPI1, targets: [34, 40, 48]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """KPI1, where it is."""
    found = find_kpi(dossier.project, REQUIRED[0])
    if found is None or not found[1].targets:
        return  # found by the rules on KPI1
    index, kpi = found
    present = sum(is_counted(company) for company in dossier.project.companies)
    last = targets_of(kpi, dossier)[-1]
    if last <= present:
        yield Violation(
            ("kpis", index, "targets"),
            Text(
                f"{kpi.id} eindigt op {Number(last)} ondernemingen, er zijn er nu al {present}",
                f"{kpi.id} ends at {last} companies, there are {present} already",
            ),
            Text(f"streef naar meer dan {present}", f"aim at more than {present}"),
        )
