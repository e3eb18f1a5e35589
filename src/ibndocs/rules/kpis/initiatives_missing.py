"""KPI3, the number of collaboration initiatives, is there with targets (5.4.3).

Wrong: no indicator with id KPI3. Right: KPI3 with targets and `started`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.indicators import ask_required
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier
from ibndocs.views.kpis import REQUIRED

ABOUT = About(
    clause="KPI03",
    name="initiatives-missing",
    asks=Text(
        "KPI3 (aantal samenwerkingsinitiatieven) is opgenomen, met streefwaarden boven nul.",
        "KPI3 (number of collaboration initiatives) is there, with targets above zero.",
    ),
    why=Text(
        "KPI3 is een van de drie verplichte indicatoren van het programma.",
        "KPI3 is one of the three indicators the programme prescribes.",
    ),
    wrong="kpis:\n  - {id: KPI1, targets: [40, 48, 56]}",
    right="kpis:\n  - {id: KPI1, targets: [40, 48, 56]}\n  - {id: KPI3, targets: [5, 7, 8], started: [1, 3, 4]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The third required indicator."""
    yield from ask_required(
        dossier, REQUIRED[2], Text("aantal samenwerkingsinitiatieven", "number of collaboration initiatives")
    )
