"""At least {fte_min} FTE carry out the project (4.2.1, 4.2.2, 5.3.2).

The guideline asks "per year" in one place and plainly the number in another, and allows uneven years: the average over
the project is tested as knock-out, a single year below it is a warning. Wrong: 1.5 FTE every year. Right: 2.6 FTE.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN08",
    name="too-few-fte",
    asks=Text(
        "Minstens {fte_min} VTE voeren het project uit.",
        "At least {fte_min} FTE carry out the project.",
    ),
    why=Text(
        "De handleiding vraagt op één plaats {fte_min} VTE per jaar en laat elders toe dat jaren verschillen: het gemiddelde is een knock-out, een jaar eronder een waarschuwing.",
        "The guideline asks {fte_min} FTE per year in one place and allows uneven years in another: the average is a knock-out, a year below it a warning.",
    ),
    wrong="team:\n  - {id: an, fte: 1.5}",
    right="team:\n  - {id: an, fte: 1}\n  - {id: bert, fte: 1}",
    terms=("fte_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Average, then each year."""
    asked = dossier.call.terms.fte_min.value
    average = dossier.budget.fte_average
    if average < asked:
        yield Violation(
            ("team",),
            Text(
                f"gemiddeld {Number(average)} VTE, de oproep vraagt minstens {Number(asked)}",
                f"{average:.2f} FTE on average, the call asks at least {asked}",
            ),
            Text("verhoog fte van het team", "raise the fte of the team"),
        )
        return
    for year, fte in enumerate(dossier.budget.fte, 1):
        if fte < asked:
            yield Violation(
                ("team",),
                Text(
                    f"{Number(fte)} VTE in jaar {year}; in een strenge lezing vraagt de oproep elk jaar minstens {Number(asked)}",
                    f"{fte} FTE in year {year}; read strictly the call asks at least {asked} every year",
                ),
                Text("spreid de inzet gelijker over de jaren", "spread the effort more evenly over the years"),
                Severity.WARNING,
            )
