"""Who holds a company's seat in the steering group is a company of the list (3.3).

Wrong: `{organisation: Onbekend bv, company: true}`. Right: a company of `companies`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.rules.seats import find_other_kind, fold_name, read_kinds
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET08",
    name="seat-unknown-company",
    asks=Text(
        "Elke zetel met company: true is van een onderneming uit de lijst.",
        "Every seat with company: true belongs to a company of the list.",
    ),
    why=Text(
        "De deelnemende ondernemingen sturen; een zetel van iemand buiten de lijst, of van een federatie of kenniscentrum, versterkt die sturing niet.",
        "The participating companies steer; a seat of somebody outside the list, or of a federation or knowledge centre, does not strengthen that.",
    ),
    wrong="governance:\n  steering_group:\n    - {name: An, organisation: Hogeschool Scheldeland, company: true}",
    right="governance:\n  steering_group:\n    - {name: An, organisation: Vezelpaneel Kempen nv, company: true}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each seat that says it is a company's."""
    kinds = read_kinds(dossier.project)
    for index, seat in enumerate(dossier.project.governance.steering_group):
        if not seat.company:
            continue
        other = find_other_kind(seat, kinds)
        path: Path = ("governance", "steering_group", index)
        if other is not None:
            label = dossier.call.labels["kind"][other].lower()
            yield Violation(
                path,
                Text(
                    f"{seat.organisation} zetelt als onderneming, maar staat elders als {label}",
                    f"{seat.organisation} sits as a company, but is {other} elsewhere",
                ),
                Text("zet company op false", "set company to false"),
                Severity.WARNING,
            )
        elif fold_name(seat.organisation) not in kinds:
            yield Violation(
                path,
                Text(
                    f"{seat.organisation} zetelt als onderneming, maar staat niet in de lijst van bedrijven",
                    f"{seat.organisation} sits as a company, but is not in the list of companies",
                ),
                Text(
                    "schrijf de naam zoals in companies, of voeg het bedrijf toe",
                    "write the name as in companies, or add the company",
                ),
                Severity.WARNING,
            )
