"""Large companies and SMEs both take part (3.3, annex 1.5).

Wrong: only SMEs. Right: some large companies and many SMEs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.model.parties import Size
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET07",
    name="size-mix-one-sided",
    asks=Text(
        "Grote ondernemingen en kmo’s zijn allebei vertegenwoordigd, en geen van beide is een zeldzaamheid.",
        "Large companies and SMEs are both there, and neither is a rarity.",
    ),
    why=Text(
        "Een goede mix van grote ondernemingen en kmo’s is een beoordelingspunt. Welke verhouding goed is, zegt de handleiding niet.",
        "A good mix of large companies and SMEs is looked at. Which proportion is good the guideline does not say.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, size: small}",
    right="companies:\n  - {name: Bedrijf 01, size: small}\n  - {name: Bedrijf 02, size: large}",
    terms=("size_share_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The share of each side."""
    sizes = [company.size for company in dossier.project.companies if is_counted(company)]
    large = sum(size is Size.LARGE for size in sizes)
    least = dossier.call.thresholds["size_share_min"].value
    for number, nl, en in ((large, "grote ondernemingen", "large companies"), (len(sizes) - large, "kmo’s", "SMEs")):
        if number < len(sizes) * least:
            yield Violation(
                ("companies",),
                Text(
                    f"{number} {nl} op {len(sizes)}; een goede mix heeft er meer dan {Percent(least, 0)}",
                    f"{number} {en} of {len(sizes)}; a good mix has more than {least:.0%}",
                ),
                Text(f"betrek meer {nl}, of motiveer de samenstelling", f"involve more {en}, or motivate the make-up"),
            )
