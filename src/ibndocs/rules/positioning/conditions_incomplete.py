"""Where the five conditions for a spearhead cluster are given, all five are answered (3.4.2).

Wrong: `separate_impulse: ""`. Right: a text for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.project import Neighbour, SpearheadConditions
from ibndocs.rules.answers import count_own_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET03",
    name="spearhead-conditions-incomplete",
    asks=Text(
        "Elk van de vijf voorwaarden tegenover een speerpuntcluster heeft een tekst.",
        "Each of the five conditions towards a spearhead cluster has a text.",
    ),
    why=Text(
        "Een voorstel in het domein van een speerpuntcluster kan enkel in aanmerking komen als aan de vijf voorwaarden samen voldaan is.",
        "A proposal in the domain of a spearhead cluster can only be considered when all five conditions are met.",
    ),
    wrong='complementarity:\n  - name: Flux50\n    conditions: {emerging_domain: "", policy_priority: De energietransitie komt er niet aan bod.}',
    right="complementarity:\n  - name: Flux50\n    conditions: {emerging_domain: Materialen van de schil komen er niet aan bod., policy_priority: De circulaire economie komt er niet aan bod.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each condition of each cluster."""
    for index, position in enumerate(dossier.project.complementarity):
        if position.conditions is None or position.kind is not Neighbour.SPEARHEAD:
            continue
        for key, entry in SpearheadConditions.model_fields.items():
            if count_own_words(getattr(position.conditions, key), dossier.call) == 0:
                yield Violation(
                    ("complementarity", index, "conditions", key),
                    Text(
                        f"{position.name}: voorwaarde “{entry.title}” heeft geen tekst; alle vijf zijn nodig",
                        f"{position.name}: condition {key} has no text; all five are needed",
                    ),
                    Text(f"{entry.description}", f"write {key}"),
                )
