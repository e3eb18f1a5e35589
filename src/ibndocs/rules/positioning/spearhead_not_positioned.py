"""The network is compared with at least one spearhead cluster, the nearest (3.4.2).

Wrong: no entry of kind `spearhead_cluster`. Right: the nearest cluster with overlap and difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.project import Neighbour
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET02",
    name="spearhead-not-positioned",
    asks=Text(
        "Minstens één speerpuntcluster staat in de positionering, de dichtstbijzijnde.",
        "At least one spearhead cluster is positioned, the nearest.",
    ),
    why=Text(
        "Overlap met de langetermijnstrategie of de leden van een speerpuntcluster sluit een voorstel uit. Wie geen enkele cluster noemt, toont niet aan dat er geen overlap is; ook als er geen raakvlak is, zegt u dat beter zelf.",
        "Overlap with the strategy or members of a spearhead cluster excludes a proposal. Naming none does not show that there is no overlap; even without common ground, better say so.",
    ),
    wrong="complementarity:\n  - {name: Buildwise, kind: collective_centre}",
    right="complementarity:\n  - {name: Flux50, kind: spearhead_cluster}\n  - {name: Buildwise, kind: collective_centre}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The table as a whole; a cluster under another kind is the matter of another rule."""
    words = dossier.call.words["spearhead_clusters"]
    for position in dossier.project.complementarity:
        if position.kind is Neighbour.SPEARHEAD or match_word(position.name, words):
            return
    yield Violation(
        ("complementarity",),
        Text("geen enkele speerpuntcluster in de positionering", "no spearhead cluster in the positioning"),
        Text(
            "vergelijk met de dichtstbijzijnde speerpuntcluster, ook als het raakvlak klein is",
            "compare with the nearest spearhead cluster, even when there is little in common",
        ),
        Severity.WARNING,
    )
