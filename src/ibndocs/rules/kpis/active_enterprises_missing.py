"""KPI1, the number of active enterprises, is there with targets (5.4.3).

Wrong: no indicator with id KPI1. Right: KPI1 with a target for each year.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.indicators import ask_required
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI01",
    name="active-enterprises-missing",
    asks=Text(
        "KPI1 (aantal actieve ondernemingen binnen de cluster) is opgenomen, met streefwaarden boven nul.",
        "KPI1 (number of active enterprises in the cluster) is there, with targets above zero.",
    ),
    why=Text(
        "KPI1 is een van de drie verplichte indicatoren van het programma.",
        "KPI1 is one of the three indicators the programme prescribes.",
    ),
    wrong="kpis:\n  - {id: E1, name: Netwerkdagen, targets: [4, 4, 4]}",
    right="kpis:\n  - {id: KPI1, name: Aantal actieve ondernemingen binnen de cluster, targets: [40, 48, 56], counting: last}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The first required indicator."""
    yield from ask_required(dossier, REQUIRED[0], Text("aantal actieve ondernemingen", "number of active enterprises"))
