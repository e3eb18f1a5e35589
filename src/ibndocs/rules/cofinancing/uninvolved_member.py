"""Of a broader association only the members directly involved in the network count (4.2.4).

Money of a member marked `involved: false` counts nothing: a note, or an error when a year needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.model.parties import Kind
from ibndocs.rules.grouping import show_first
from ibndocs.rules.needed import name_years, years_in_need
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF08",
    name="uninvolved-member-pays",
    asks=Text(
        "Het plan sluit zonder geld van leden die niet bij het netwerk betrokken zijn.",
        "The plan closes without money of members that are not involved in the network.",
    ),
    why=Text(
        "Treedt een bredere ledenorganisatie op als clusterorganisatie, dan tellen enkel de bijdragen van leden die rechtstreeks bij het clusterproject betrokken zijn. Geld van een ander lid telt hier voor nul; heeft een jaar het nodig, dan is dat een fout.",
        "When a broader association acts as cluster organisation, only contributions of members directly involved in the cluster project count. Money of another member counts for nothing here; when a year needs it, that is an error.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, involved: false, cash: 5000}",
    right="companies:\n  - {name: Bedrijf 01, involved: true, cash: 5000}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each enterprise that pays and is not involved."""
    yield from show_first(
        find_uninvolved(dossier), dossier, Text("leden die niet betrokken zijn", "members that are not involved")
    )


def find_uninvolved(dossier: Dossier) -> Iterator[Violation]:
    """Every one of them; those whose money is needed first."""
    plan = dossier.plan
    for payer in sorted(plan.excluded, key=lambda payer: not years_in_need(plan, payer.cash)):
        company = payer.company
        if company.kind is not Kind.COMPANY or company.involved or not payer.total:
            continue
        needed = years_in_need(plan, payer.cash)
        yield Violation(
            ("companies", payer.index, "involved"),
            Text(
                f"{company.name} is niet rechtstreeks betrokken: {Euro(payer.total)} telt niet mee"
                + (f", terwijl jaar {name_years(needed)} niet sluit" if needed else ""),
                f"{company.name} is not directly involved: {Euro(payer.total)} does not count"
                + (f", while year {name_years(needed)} does not close" if needed else ""),
            ),
            Text(
                "betrek het lid bij het netwerk, of zoek het bedrag elders",
                "involve the member in the network, or find the amount elsewhere",
            ),
            None if needed else Severity.NOTE,
        )
