"""What several rules read of the indicators: which is which, and the values per year and at the end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Text
from ibndocs.model import Project
from ibndocs.model.base import spread_years
from ibndocs.model.work import Counting, Kpi
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED


def find_kpi(project: Project, required: str) -> tuple[int, Kpi] | None:
    """The index and the indicator with the id `required`."""
    return next(((index, kpi) for index, kpi in enumerate(project.kpis) if kpi.id == required), None)


def is_required(kpi: Kpi) -> bool:
    """Whether it is one of the three that the programme asks of every network (5.4.3)."""
    return kpi.id in REQUIRED


def targets_of(kpi: Kpi, dossier: Dossier) -> tuple[Decimal, ...]:
    """The target of each project year; one value stands for all."""
    return spread_years(kpi.targets, dossier.budget.parameters.years)


def end_value(kpi: Kpi, dossier: Dossier) -> Decimal:
    """What is aimed at when the project ends: the sum of the years, or the last state."""
    targets = targets_of(kpi, dossier)
    if kpi.counting is Counting.SUM:
        return sum(targets, ZERO)
    return targets[-1] if targets else ZERO


def ask_required(dossier: Dossier, required: str, what: Text) -> Iterator[Violation]:
    """Whether an indicator that the programme prescribes is there, with targets that are not all zero."""
    found = find_kpi(dossier.project, required)
    if found is None:
        yield Violation(
            ("kpis",),
            Text(f"{required} ({what.nl}) ontbreekt", f"{required} ({what.en}) is missing"),
            Text(f"voeg een indicator met id {required} toe", f"add an indicator with id {required}"),
        )
    elif not any(found[1].targets):
        yield Violation(
            ("kpis", found[0], "targets"),
            Text(
                f"{required} ({what.nl}) heeft geen streefwaarde boven nul",
                f"{required} ({what.en}) has no target above zero",
            ),
            Text("geef een streefwaarde per jaar", "give a target per year"),
        )
