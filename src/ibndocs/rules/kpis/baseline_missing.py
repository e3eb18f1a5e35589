"""Every indicator says from which value it starts (5.4.3).

Wrong: an indicator without baseline. Right: `baseline: 0` for what does not exist yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI05",
    name="baseline-missing",
    asks=Text(
        "Elke indicator heeft een referentiewaarde; wat nog niet bestaat, begint bij nul.",
        "Every indicator has a baseline; what does not exist yet begins at zero.",
    ),
    why=Text(
        "De handleiding vraagt een “eventuele” referentiewaarde (5.4.3): veilig gelezen heeft elke indicator er een, want zonder begin is een verandering niet te zien. In de andere lezing mag ze ontbreken waar er geen is; daarom is dit een waarschuwing.",
        "The guideline asks a baseline “if any” (5.4.3): read safely every indicator has one, for without a beginning no change is seen. In the other reading it may be absent where there is none; so this is a warning.",
    ),
    wrong="kpis:\n  - {id: E2, name: Leden met een nieuwe relatie, targets: [15, 30, 45]}",
    right="kpis:\n  - {id: E2, name: Leden met een nieuwe relatie, baseline: 8, targets: [15, 30, 45]}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each indicator."""
    for index, kpi in enumerate(dossier.project.kpis):
        if kpi.baseline is None:
            yield Violation(
                ("kpis", index, "baseline"),
                Text(f"{kpi.id} heeft geen referentiewaarde", f"{kpi.id} has no baseline"),
                Text(
                    "meet de beginwaarde, of schrijf 0 voor iets nieuws",
                    "measure the value now, or write 0 for what is new",
                ),
                Severity.WARNING,
            )
