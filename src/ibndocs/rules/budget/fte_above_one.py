"""Nobody works more than full time: one person, one line (4.2.2 I: pro rata).

Wrong: `fte: 1.2`. Right: two people, 1 and 0.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG08",
    name="fte-above-one",
    asks=Text(
        "Een persoon werkt in geen enkel jaar meer dan voltijds.",
        "A person works more than full time in no year.",
    ),
    why=Text(
        "De kost wordt berekend naar rato van de inzet en het kostenmodel vraagt één lijn per persoon. Meer dan één VTE op één lijn is een tikfout of verbergt een tweede persoon.",
        "The cost is reckoned pro rata of the effort and the cost model asks one line per person. More than one FTE on one line is a slip or hides a second person.",
    ),
    wrong="team:\n  - {id: an, fte: 1.5}",
    right="team:\n  - {id: an, fte: 1}\n  - {id: bo, fte: 0.5}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each person; the first year above full time."""
    for index, line in enumerate(dossier.budget.staff):
        above = [year for year, fte in enumerate(line.fte, 1) if fte > 1]
        if above:
            fte = Number(line.fte[above[0] - 1])
            yield Violation(
                ("team", index, "fte"),
                Text(
                    f"{line.person.name} werkt {fte} VTE in jaar {above[0]}; één persoon is hoogstens één VTE",
                    f"{line.person.name} works {fte} FTE in year {above[0]}; one person is at most one FTE",
                ),
                Text("verdeel de inzet over twee personen", "spread the effort over two people"),
            )
