"""The companies of the network are not for a significant part those of a spearhead cluster (3.4.2).

Wrong: 20 of 36 companies shared with one cluster. Right: 2 of 36.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.model.project import Neighbour
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET02",
    name="members-shared-with-spearhead",
    asks=Text(
        "Hoogstens een klein deel van de ondernemingen is ook lid van een speerpuntcluster.",
        "At most a small part of the companies is also a member of a spearhead cluster.",
    ),
    why=Text(
        "Een voorstel waarvan de doelgroep overlapt met een significant deel van de leden van een speerpuntcluster komt niet in aanmerking. De handleiding noemt geen getal en meet tegenover de leden van de cluster; die kent het dossier niet. Daarom toetst de regel het aandeel van de eigen ondernemingen, tegen een eigen vuistregel.",
        "A proposal whose target group overlaps a significant part of the members of a spearhead cluster is excluded. The guideline gives no number and measures against the members of the cluster, which the dossier does not know; so the rule tests the share of the network's own companies against a rule of thumb.",
    ),
    wrong="complementarity:\n  - {name: Flux50, kind: spearhead_cluster, shared_members: 20}",
    right="complementarity:\n  - {name: Flux50, kind: spearhead_cluster, shared_members: 2}",
    terms=("shared_members_share",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each spearhead cluster."""
    companies = sum(is_counted(company) for company in dossier.project.companies)
    most = dossier.call.thresholds["shared_members_share"].value
    for index, position in enumerate(dossier.project.complementarity):
        shared = position.shared_members
        if position.kind is Neighbour.SPEARHEAD and shared > companies * most:
            yield Violation(
                ("complementarity", index, "shared_members"),
                Text(
                    f"{shared} van de {companies} ondernemingen zijn ook lid van {position.name}; boven {Percent(most, 0)} geldt hier als een significant deel",
                    f"{shared} of the {companies} companies are also members of {position.name}; above {most:.0%} counts here as a significant part",
                ),
                Text(
                    "verbreed de doelgroep of voeg de werking bij de speerpuntcluster",
                    "widen the target group or join the spearhead cluster",
                ),
            )
