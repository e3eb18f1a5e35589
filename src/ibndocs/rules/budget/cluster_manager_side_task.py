"""The cluster manager has the network as main task (4.2.2).

The guideline names no number; we ask more than half time on average, and nobody who works more on it. Wrong: 0.4 FTE.
Right: 0.8 FTE.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.needed import name_years
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG14",
    name="cluster-manager-side-task",
    asks=Text(
        "De clustermanager werkt gemiddeld meer dan halftijds aan het netwerk, en niemand van het team werkt er meer aan.",
        "The cluster manager works more than half time on the network on average, and nobody of the team works more on it.",
    ),
    why=Text(
        "De handleiding verwacht dat de trekker het beheer van het IBN als hoofdopdracht heeft, zonder een getal te geven. Hier wordt dat veilig gelezen: meer dan een halve VTE over het hele project (fout), elk jaar (waarschuwing) en het grootste aandeel van het team (waarschuwing). In een andere lezing volstaat het dat een deeltijdse niets anders doet; wijk dan met die reden af.",
        "The guideline expects the leader to have the network as main task and gives no number. It is read safely here: more than half an FTE over the project (error), in every year (warning) and the largest share of the team (warning). In another reading it is enough that a part-timer does nothing else; waive the rule with that reason.",
    ),
    wrong="team:\n  - {id: an, fte: 0.4, cluster_manager: true}",
    right="team:\n  - {id: an, fte: 0.8, cluster_manager: true}",
    terms=("manager_fte_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The first cluster manager; a second one is another fault."""
    staff, years = dossier.budget.staff, dossier.budget.parameters.years
    floor = dossier.call.thresholds["manager_fte_min"].value
    found = next(((index, line) for index, line in enumerate(staff) if line.person.cluster_manager), None)
    if found is None:
        return
    index, manager = found
    average = sum(manager.fte, ZERO) / years
    name, path = manager.person.name, ("team", index, "fte")
    part_time = [year for year, fte in enumerate(manager.fte, 1) if fte <= floor]
    if average <= floor:
        yield Violation(
            path,
            Text(
                f"clustermanager {name} werkt gemiddeld {Number(average)} VTE aan het netwerk; een hoofdopdracht is meer dan {Number(floor)}",
                f"cluster manager {name} works {Number(average)} FTE on the network on average; a main task is more than {Number(floor)}",
            ),
            Text("verhoog fte, of wijs een andere trekker aan", "raise fte, or name another leader"),
        )
    elif part_time:
        yield Violation(
            path,
            Text(
                f"clustermanager {name} werkt in jaar {name_years(part_time)} hoogstens {Number(floor)} VTE aan het netwerk",
                f"cluster manager {name} works at most {Number(floor)} FTE on the network in year {name_years(part_time)}",
            ),
            Text("verhoog fte in dat jaar", "raise fte in that year"),
            Severity.WARNING,
        )
    busiest = max(staff, key=lambda line: sum(line.fte, ZERO))
    most = sum(busiest.fte, ZERO) / years
    if most > average:
        yield Violation(
            path,
            Text(
                f"{busiest.person.name} werkt meer aan het netwerk ({Number(most)} VTE) dan clustermanager {name} ({Number(average)} VTE)",
                f"{busiest.person.name} works more on the network ({Number(most)} FTE) than cluster manager {name} ({Number(average)} FTE)",
            ),
            Text("geef de trekker het grootste aandeel", "give the leader the largest share"),
            Severity.WARNING,
        )
