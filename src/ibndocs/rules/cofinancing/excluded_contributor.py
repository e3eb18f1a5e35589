"""Money of the kinds of organisation that the guideline excludes counts for nothing (4.2.4, box).

A note says so; it is an error when a year has a gap that the money would have filled. Wrong: a plan that closes with
the fee of a federation. Right: a plan that closes without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.parties import Kind
from ibndocs.rules.contributors import blame_contributors
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF05",
    name="excluded-contributor",
    asks=Text(
        "Het plan sluit zonder geld van uitgesloten organisaties.",
        "The plan closes without money of excluded organisations.",
    ),
    why=Text(
        "Bijdragen van onderzoeksorganisaties, collectieve onderzoekscentra, federaties, diensten van algemeen belang en publieke of semipublieke actoren tellen niet mee. Ze mogen er zijn, maar tellen hier voor nul; heeft een jaar ze nodig, dan is dat een fout.",
        "Contributions of research organisations, collective research centres, federations, services of general interest and public or semi-public actors do not count. They may be there, but count for nothing here; when a year needs them, that is an error.",
    ),
    wrong="companies:\n  - {name: Federatie Houtbouw, kind: federation, cash: 5000}\n  - {name: Bedrijf 01, cash: 0}",
    right="companies:\n  - {name: Federatie Houtbouw, kind: federation, cash: 5000}\n  - {name: Bedrijf 01, cash: 5000}",
)


KINDS = frozenset({Kind.RESEARCH, Kind.COLLECTIVE_CENTRE, Kind.FEDERATION, Kind.GENERAL_INTEREST, Kind.PUBLIC})


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Partners, then organisations among the companies."""
    yield from blame_contributors(dossier, KINDS)
