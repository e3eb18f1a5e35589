"""A factor of the cost model that differs from the call pack names its source (4.2.2: real cost).

Wrong: `overhead_per_fte: 32000` and no `settings_source`. Right: the same with the decision or document it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG08",
    name="own-setting-without-source",
    asks=Text(
        "Een eigen indexering, overhead, uurloonfactor of aantal uren heeft een bron.",
        "An own indexation, overhead, wage factor or number of hours has a source.",
    ),
    why=Text(
        "De handleiding geeft deze getallen niet. Wie afwijkt van de gangbare waarde, moet aan een controleur kunnen tonen waar de eigen waarde vandaan komt. Met een bron blijft het een mededeling.",
        "The guideline does not give these numbers. Whoever departs from the common value must be able to show an auditor where the own value comes from. With a source it stays a note.",
    ),
    wrong="budget:\n  overhead_per_fte: 32000",
    right="budget:\n  overhead_per_fte: 32000\n  settings_source: brief van VLAIO van 3 december 2025",
    terms=(
        "indexation",
        "overhead_per_fte",
        "wage_factor",
        "hours_per_year",
    ),
)


NAMES = ("indexation", "overhead_per_fte", "wage_factor", "hours_per_year")


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each setting of the description's own."""
    own = dossier.project.budget
    for name in NAMES:
        value, setting = getattr(own, name), getattr(dossier.call.settings, name)
        if value is None or value == setting.value:
            continue
        if own.settings_source.strip():
            yield Violation(
                ("budget", name),
                Text(
                    f"{name} is {Number(value, 4)} ({own.settings_source}), gangbaar is {Number(setting.value, 4)} ({setting.source})",
                    f"{name} is {Number(value, 4)} ({own.settings_source}), common is {Number(setting.value, 4)} ({setting.source})",
                ),
                severity=Severity.NOTE,
            )
        else:
            yield Violation(
                ("budget", name),
                Text(
                    f"{name} is {Number(value, 4)} zonder bron, gangbaar is {Number(setting.value, 4)} ({setting.source})",
                    f"{name} is {Number(value, 4)} without source, common is {Number(setting.value, 4)} ({setting.source})",
                ),
                Text(
                    "noem de bron in settings_source, of laat de waarde weg",
                    "name the source in settings_source, or leave the value out",
                ),
                Severity.WARNING,
            )
