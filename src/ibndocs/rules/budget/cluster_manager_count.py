"""Exactly one person of the team leads the project as cluster manager (4.2.2).

Wrong: nobody with `cluster_manager: true`. Right: one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG14",
    name="cluster-manager-count",
    asks=Text(
        "Precies één persoon van het team is clustermanager.",
        "Exactly one person of the team is cluster manager.",
    ),
    why=Text(
        "De handleiding spreekt van dé trekker van het project. Zonder naam weet de jury niet wie ze beoordeelt; met twee heeft niemand het IBN als hoofdopdracht.",
        "The guideline speaks of the one leader of the project. Without one the jury does not know whom to judge; with two, nobody has the network as main task.",
    ),
    wrong="team:\n  - {id: an, fte: 1}\n  - {id: bo, fte: 1}",
    right="team:\n  - {id: an, fte: 1, cluster_manager: true}\n  - {id: bo, fte: 1}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The team."""
    managers = [index for index, person in enumerate(dossier.project.team) if person.cluster_manager]
    if not managers:
        yield Violation(
            ("team",),
            Text("niemand van het team is clustermanager", "nobody of the team is cluster manager"),
            Text("zet cluster_manager: true bij de trekker", "set cluster_manager: true for the leader"),
        )
    for index in managers[1:]:
        yield Violation(
            ("team", index, "cluster_manager"),
            Text(
                f"{len(managers)} mensen zijn clustermanager, de oproep verwacht één trekker",
                f"{len(managers)} people are cluster manager, the call expects one leader",
            ),
            Text("laat cluster_manager: true bij één persoon staan", "leave cluster_manager: true with one person"),
        )
