"""Each kind of organisation the guideline names has a place in the positioning (3.2, 3.4.1).

Wrong: no federation in the table. Right: at least one, or a line that says there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.project import Neighbour
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET04",
    name="kind-not-positioned",
    asks=Text(
        "De positionering bevat minstens één strategisch onderzoekscentrum, federatie, collectief centrum en ander gesteund initiatief.",
        "The positioning holds at least one strategic research centre, federation, collective centre and other funded initiative.",
    ),
    why=Text(
        "De handleiding noemt die soorten; een soort die ontbreekt, roept de vraag op of er gekeken is. Speerpuntclusters vraagt NET02, de diensten van VLAIO vraagt NET16.",
        "The guideline names these kinds; one that is absent raises the question whether anybody looked. Spearhead clusters are asked by NET02, the services of the agency by NET16.",
    ),
    wrong="complementarity:\n  - {name: VITO, kind: strategic_research_centre}",
    right="complementarity:\n  - {name: VITO, kind: strategic_research_centre}\n  - {name: Federatie Houtbouw, kind: federation}\n  - {name: Buildwise, kind: collective_centre}\n  - {name: Vlaanderen Circulair, kind: funded_initiative}",
)

ASKED = (Neighbour.RESEARCH_CENTRE, Neighbour.FEDERATION, Neighbour.COLLECTIVE_CENTRE, Neighbour.FUNDED)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each kind that is absent."""
    present = {position.kind for position in dossier.project.complementarity}
    for kind in ASKED:
        if kind not in present:
            label = dossier.call.labels["neighbour"][kind].lower()
            yield Violation(
                ("complementarity",),
                Text(f"geen {label} in de positionering", f"no {kind} in the positioning"),
                Text(
                    "voeg het dichtstbijzijnde toe, of zeg waarom er geen raakvlak is",
                    "add the nearest, or say why there is nothing in common",
                ),
                Severity.WARNING,
            )
