"""The project lasts exactly as long as the call says (4.2.1, 5.3.2).

Wrong: `duration_months: 24`. Right: `duration_months: 36`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.asking import Violation
from ibndocs.views import Dossier

CLAUSE = "AAN07"
NAME = "duration-differs"


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The duration."""
    months, asked = dossier.project.project.duration_months, int(dossier.call.terms.duration_months.value)
    if months != asked:
        yield Violation(
            ("project", "duration_months"),
            Text(
                f"duur van {months} maanden, de oproep vraagt er {asked}",
                f"lasts {months} months, the call asks {asked}",
            ),
            Text(f"zet duration_months op {asked}", f"set duration_months to {asked}"),
        )
