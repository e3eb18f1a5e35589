"""Companies say which role or task they take in the project (5.2.1: strengthens the support).

Wrong: no company with a role. Right: `role: Trekt de werkgroep teelt en vezel`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.grouping import list_names
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF13",
    name="role-missing",
    asks=Text(
        "Elk bedrijf heeft een rol of taak in het project.",
        "Every company has a role or task in the project.",
    ),
    why=Text(
        "Een eventuele rol of taak van de onderneming versterkt de gedragenheid (5.2.1). Niet elk bedrijf hoeft er een te hebben: dit is een advies.",
        "A role or task of the enterprise strengthens the support (5.2.1). Not every company needs one: this is advice.",
    ),
    wrong="companies:\n  - {name: Isolagro Industries nv, role: ''}",
    right="companies:\n  - {name: Isolagro Industries nv, role: Trekt samen met een teler de werkgroep teelt en vezel}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """All companies together."""
    counted = [(i, company) for i, company in enumerate(dossier.project.companies) if is_counted(company)]
    idle = [(index, company.name) for index, company in counted if not company.role.strip()]
    if idle:
        names = list_names(name for _, name in idle)
        yield Violation(
            ("companies", idle[0][0], "role"),
            Text(
                f"zonder rol of taak: {len(idle)} van de {len(counted)} bedrijven, {names.nl}",
                f"without role or task: {len(idle)} of the {len(counted)} companies, {names.en}",
            ),
            Text("vraag wat het bedrijf in het project doet", "ask what the company does in the project"),
        )
