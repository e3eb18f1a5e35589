"""Money of an investor or another organisation that is no enterprise of the network counts for nothing (4.2.4).

A note says so; it is an error when a year has a gap that the money would have filled. Wrong: a plan that closes with
the contribution of a fund. Right: a plan that closes without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.parties import Kind
from ibndocs.rules.contributors import blame_contributors
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF02",
    name="contributor-not-enterprise",
    asks=Text(
        "Het plan sluit zonder geld van wie geen onderneming van het netwerk is.",
        "The plan closes without money of whoever is no enterprise of the network.",
    ),
    why=Text(
        "Enkel directe bijdragen van ondernemingen tellen. Een kapitaalverschaffer of een andere organisatie mag bijdragen, maar haar geld telt hier voor nul; heeft een jaar het nodig, dan is dat een fout. Een onderneming die bij de partners staat in plaats van bij de bedrijven, telt evenmin: verplaats ze.",
        "Only direct contributions of enterprises count. An investor or another organisation may contribute, but its money counts for nothing here; when a year needs it, that is an error. An enterprise listed among the partners instead of the companies counts for nothing either: move it.",
    ),
    wrong="partners:\n  - {name: Groeifonds, kind: investor, contribution: 5000}\ncompanies:\n  - {name: Bedrijf 01, cash: 0}",
    right="partners:\n  - {name: Groeifonds, kind: investor, contribution: 5000}\ncompanies:\n  - {name: Bedrijf 01, cash: 5000}",
)


KINDS = frozenset({Kind.INVESTOR, Kind.OTHER, Kind.COMPANY})


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Partners, then organisations among the companies."""
    yield from blame_contributors(dossier, KINDS)
