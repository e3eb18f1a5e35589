"""KPI2, the number of new active enterprises, is there with targets (5.4.3).

Wrong: no indicator with id KPI2. Right: KPI2 with a target for each year.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.indicators import ask_required
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI02",
    name="new-enterprises-missing",
    asks=Text(
        "KPI2 (aantal nieuwe actieve ondernemingen binnen de cluster) is opgenomen, met streefwaarden boven nul.",
        "KPI2 (number of new active enterprises in the cluster) is there, with targets above zero.",
    ),
    why=Text(
        "KPI2 is een van de drie verplichte indicatoren van het programma.",
        "KPI2 is one of the three indicators the programme prescribes.",
    ),
    wrong="kpis:\n  - {id: KPI1, targets: [40, 48, 56]}",
    right="kpis:\n  - {id: KPI1, targets: [40, 48, 56]}\n  - {id: KPI2, targets: [4, 8, 8]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The second required indicator."""
    yield from ask_required(
        dossier, REQUIRED[1], Text("aantal nieuwe actieve ondernemingen", "number of new active enterprises")
    )
