"""The person-months of the work packages equal the FTE of the team, person by person and year by year (4.2.2).

Wrong: 0.5 FTE in year 1 but 5 person-months in the work packages. Right: 6 person-months.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.budget import effort_months
from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG16",
    name="effort-differs",
    asks=Text(
        "De persoonsmaanden van de werkpakketten zijn gelijk aan de VTE van het team, per persoon en per jaar.",
        "The person-months of the work packages equal the FTE of the team, per person and year.",
    ),
    why=Text(
        "Anders spreken werkplan en begroting elkaar tegen. Een verschil van enkele honderdsten, door afronding van maanden over veel werkpakketten, is een waarschuwing.",
        "Otherwise work plan and budget contradict each other. A difference of a few hundredths, of rounding months over many work packages, is a warning.",
    ),
    wrong="team:\n  - {id: an, fte: 0.5}\nwork_packages:\n  - {id: WP1, effort: [{person: an, months: 5}]}",
    right="team:\n  - {id: an, fte: 0.5}\nwork_packages:\n  - {id: WP1, effort: [{person: an, months: 6}]}",
    terms=("effort_rounding",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each person, each year."""
    years = dossier.budget.parameters.years
    effort = effort_months(dossier.project, years)
    rounding = dossier.call.thresholds["effort_rounding"].value
    for index, line in enumerate(dossier.budget.staff):
        planned = effort.get(line.person.id, (ZERO,) * years)
        for year, (work, paid) in enumerate(zip(planned, line.months, strict=True), 1):
            if work != paid:
                yield Violation(
                    ("team", index, "fte"),
                    Text(
                        f"{line.person.name}, jaar {year}: {Number(work)} persoonsmaanden in de werkpakketten, {Number(paid)} in het team",
                        f"{line.person.name}, year {year}: {work} person-months in the work packages, {paid} in the team",
                    ),
                    Text("pas fte of de inzet per werkpakket aan", "change fte or the effort of the work packages"),
                    Severity.ERROR if abs(work - paid) > rounding else Severity.WARNING,
                )
