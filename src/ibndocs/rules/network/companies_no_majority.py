"""Companies hold the majority of the votes in the steering group (3.3, 5.4.2, annex 1).

Wrong: two companies and two others with a vote. Right: three companies and one other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.seats import counts_as_company, read_kinds
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET08",
    name="companies-no-majority",
    asks=Text(
        "Meer dan de helft van de stemmen in de stuurgroep is van ondernemingen.",
        "More than half of the votes in the steering group are companies'.",
    ),
    why=Text(
        "De ondernemingen sturen de clusterorganisatie rechtstreeks aan en de rol van de niet-bedrijven is niet dominant. De handleiding noemt geen aantal; getoetst wordt de gewone meerderheid van wie stemrecht heeft. Een zetel die onderneming heet maar elders in het dossier iets anders is, telt niet.",
        "The companies steer the cluster organisation directly and others do not dominate. The guideline gives no number; a plain majority of the votes is tested. A seat called a company that is something else elsewhere in the dossier does not count.",
    ),
    wrong="governance:\n  steering_group:\n    - {name: An, organisation: Bedrijf 01, company: true}\n    - {name: Bo, organisation: Hogeschool, company: false}",
    right="governance:\n  steering_group:\n    - {name: An, organisation: Bedrijf 01, company: true}\n    - {name: Cis, organisation: Bedrijf 02, company: true}\n    - {name: Bo, organisation: Hogeschool, company: false}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The votes."""
    kinds = read_kinds(dossier.project)
    seats = [seat for seat in dossier.project.governance.steering_group if seat.voting]
    votes = sum(counts_as_company(seat, kinds) for seat in seats)
    if votes > len(seats) - votes:
        return
    yield Violation(
        ("governance", "steering_group"),
        Text(
            f"ondernemingen hebben {votes} van de {len(seats)} stemmen in de stuurgroep; een meerderheid is nodig",
            f"companies have {votes} of the {len(seats)} votes in the steering group; a majority is needed",
        ),
        Text(
            "geef meer ondernemingen een zetel, of anderen geen stemrecht",
            "seat more companies, or give others no vote",
        ),
    )
