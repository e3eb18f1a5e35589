"""Every position says overlap, difference, contact and agreement (3.4.1).

Wrong: `difference: ""`. Right: four texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET04",
    name="position-incomplete",
    asks=Text(
        "De positionering is niet leeg, en elke organisatie heeft een tekst voor overlap, verschil, contact en afspraak.",
        "The positioning is not empty, and every organisation has a text for overlap, difference, contact and agreement.",
    ),
    why=Text(
        "Complementariteit is een uitdrukkelijke vereiste: clusterwerking die een ander al (gedeeltelijk) doet voor die doelgroep, komt niet in aanmerking. Of het verschil overtuigt, oordeelt een persoon.",
        "Complementarity is an explicit requirement: cluster work that another already does for that group is not eligible. Whether the difference convinces a person judges.",
    ),
    wrong='complementarity:\n  - {name: Buildwise, overlap: Renovatie, difference: "", contact: Overleg op 2 december, agreement: Doorverwijzing}',
    right="complementarity:\n  - {name: Buildwise, overlap: Renovatie, difference: Geen onderzoek, contact: Overleg op 2 december, agreement: Doorverwijzing}",
)

PARTS = {"overlap": "de overlap", "difference": "het verschil", "contact": "het contact", "agreement": "de afspraak"}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each text of each position."""
    positions = dossier.project.complementarity
    if not positions:
        yield Violation(
            ("complementarity",),
            Text(
                "de positionering is leeg: geen enkele organisatie", "the positioning is empty: no organisation at all"
            ),
            Text("voeg complementarity toe", "add complementarity"),
        )
    for index, position in enumerate(positions):
        for key, name in PARTS.items():
            if not getattr(position, key).strip():
                yield Violation(
                    ("complementarity", index, key),
                    Text(f"{position.name}: {name} is niet ingevuld", f"{position.name}: {key} is empty"),
                    Text(
                        f"vul {key} in, ook als er niets te melden is",
                        f"fill in {key}, even when there is nothing to tell",
                    ),
                )
