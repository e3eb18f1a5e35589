"""A spearhead cluster stands in the table as one, so that its conditions are asked (3.4.2).

Wrong: `{name: Catalisti, kind: federation}`. Right: `kind: spearhead_cluster`.
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
    name="spearhead-under-other-kind",
    asks=Text(
        "Een bekende speerpuntcluster heeft de soort spearhead_cluster.",
        "A known spearhead cluster has the kind spearhead_cluster.",
    ),
    why=Text(
        "Alleen dan wordt naar de vijf voorwaarden van 3.4.2 gevraagd. De lijst van clusters staat in het oproeppakket en kan wijzigen.",
        "Only then are the five conditions of 3.4.2 asked. The list of clusters stands in the call pack and may change.",
    ),
    wrong="complementarity:\n  - {name: Catalisti, kind: federation}",
    right="complementarity:\n  - {name: Catalisti, kind: spearhead_cluster}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each position of another kind."""
    words = dossier.call.words["spearhead_clusters"]
    for index, position in enumerate(dossier.project.complementarity):
        if position.kind is not Neighbour.SPEARHEAD and match_word(position.name, words):
            label = dossier.call.labels["neighbour"][position.kind]
            yield Violation(
                ("complementarity", index, "kind"),
                Text(
                    f"{position.name} staat als “{label}” in de positionering, maar lijkt een speerpuntcluster",
                    f"{position.name} is positioned as {position.kind}, but looks like a spearhead cluster",
                ),
                Text("zet kind op spearhead_cluster", "set kind to spearhead_cluster"),
                Severity.WARNING,
            )
