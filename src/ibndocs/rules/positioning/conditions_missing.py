"""Near the domain of a spearhead cluster the five conditions are answered (3.4.2).

Wrong: shared members or a described overlap, and no `conditions`. Right: `conditions` with five texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.project import Neighbour
from ibndocs.rules.answers import count_own_words
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET03",
    name="spearhead-conditions-missing",
    asks=Text(
        "Bij een speerpuntcluster met gedeelde leden of een beschreven overlap staan de vijf voorwaarden.",
        "For a spearhead cluster with shared members or a described overlap the five conditions are given.",
    ),
    why=Text(
        "Bij een duidelijke link met het domein van een speerpuntcluster moet aan vijf voorwaarden worden voldaan, met afspraken over samenwerking of integratie na drie jaar. Of de link duidelijk is, oordeelt een persoon; de regel waarschuwt als er leden of een beschreven raakvlak zijn.",
        "A clear link with the domain of a spearhead cluster calls for five conditions, with agreements on cooperation or integration after three years. Whether the link is clear a person judges; the rule warns when there are members or a described overlap.",
    ),
    wrong="complementarity:\n  - {name: Flux50, kind: spearhead_cluster, shared_members: 2}",
    right="complementarity:\n  - name: Flux50\n    kind: spearhead_cluster\n    shared_members: 2\n    conditions: {emerging_domain: Materialen van de gebouwschil.}",
    terms=("overlap_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each spearhead cluster without conditions."""
    least = int(dossier.call.thresholds["overlap_words_min"].value)
    for index, position in enumerate(dossier.project.complementarity):
        if position.kind is not Neighbour.SPEARHEAD or position.conditions is not None:
            continue
        described = count_own_words(position.overlap, dossier.call) >= least
        denied = match_word(position.overlap, dossier.call.words["negations"]) is not None
        if position.shared_members or (described and not denied):
            shared = position.shared_members
            yield Violation(
                ("complementarity", index),
                Text(
                    f"{position.name} is dichtbij ({shared} gedeelde leden, overlap beschreven) maar de vijf voorwaarden ontbreken"
                    if described
                    else f"{position.name} heeft {shared} gedeelde leden maar de vijf voorwaarden ontbreken",
                    f"{position.name} is near ({shared} shared members) but the five conditions are missing",
                ),
                Text("voeg conditions met de vijf teksten toe", "add conditions with the five texts"),
                Severity.WARNING,
            )
