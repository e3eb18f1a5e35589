"""A company with a tier pays in at least one year of the project (4.2.4).

Wrong: `member_from: 4`. Right: a year of the project.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.grouping import show_first
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF09",
    name="member-never-pays",
    asks=Text(
        "Een bedrijf met een categorie of een eigen bijdrage betaalt in minstens één projectjaar.",
        "A company with a tier or a contribution of its own pays in at least one project year.",
    ),
    why=Text(
        "Een lidmaatschap dat na het project begint, of een eigen lidgeld van nul naast een categorie, staat in het plan zonder iets bij te dragen.",
        "A membership that begins after the project, or an own fee of zero beside a tier, stands in the plan without bringing anything.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, tier: klein, member_from: 4}",
    right="companies:\n  - {name: Bedrijf 01, tier: klein, member_from: 2}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company whose tier exists."""
    yield from show_first(find_silent(dossier), dossier, Text("leden die niet betalen", "members that do not pay"))


def find_silent(dossier: Dossier) -> Iterator[Violation]:
    """Every member of a tier with a fee that pays in no year."""
    years = dossier.plan.years
    for payer in dossier.plan.payers:
        company = payer.company
        if payer.total or payer.tier is None or not (payer.tier.fee or company.cash):
            continue
        late = company.member_from > years
        yield Violation(
            ("companies", payer.index, "member_from" if late else "cash"),
            Text(
                f"{company.name} is lid ({payer.tier.name}) maar betaalt in geen enkel projectjaar",
                f"{company.name} is a member ({payer.tier.name}) but pays in no project year",
            ),
            Text(f"kies een jaar van 1 tot {years}", f"choose a year from 1 to {years}")
            if late
            else Text("vul het lidgeld in of schrap de categorie", "fill in the fee or drop the tier"),
            Severity.WARNING,
        )
