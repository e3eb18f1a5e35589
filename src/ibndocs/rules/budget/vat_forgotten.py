"""Whoever does not recover all VAT puts VAT rates on the cost lines (4.2.2).

Wrong: `recoverable_share: 0` and no `vat_rate` anywhere. Right: `vat_rate: 0.21` on lines that are invoiced with VAT.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.counting import count_of
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG11",
    name="vat-forgotten",
    asks=Text(
        "De kostenlijnen passen bij wat de aanvrager aan btw terugkrijgt.",
        "The cost lines fit what VAT the applicant recovers.",
    ),
    why=Text(
        "Wie niet alle btw terugkrijgt, mag het andere deel als kost opnemen; zonder btw-tarieven betaalt het netwerk dat zelf. Omgekeerd komt er geen euro btw in de begroting van wie alles terugkrijgt: dat wordt enkel gemeld.",
        "Whoever does not recover all VAT may count the other part as a cost; without VAT rates the network pays it by itself. The other way round, no euro of VAT enters the budget of an applicant who recovers all: that is only noted.",
    ),
    wrong="applicant:\n  vat: {status: vrijgesteld, recoverable_share: 0}\nbudget:\n  operating:\n    - {id: W1, amount: 18000}",
    right="applicant:\n  vat: {status: vrijgesteld, recoverable_share: 0}\nbudget:\n  operating:\n    - {id: W1, amount: 18000, vat_rate: 0.21}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """All lines together."""
    budget, part = dossier.project.budget, dossier.project.applicant.vat.recoverable_share
    lines = (*budget.operating, *budget.external)
    taxed = [line.id for line in lines if line.vat_rate]
    if part < 1 and lines and not taxed:
        yield Violation(
            ("budget",),
            Text(
                f"geen enkele lijn heeft een btw-tarief, terwijl {Percent(1 - part, 0)} van de btw een kost is",
                f"no line has a VAT rate, while {Percent(1 - part, 0)} of VAT is a cost",
            ),
            Text(
                "geef vat_rate op elke lijn die met btw gefactureerd wordt",
                "give vat_rate on each line invoiced with VAT",
            ),
            Severity.WARNING,
        )
    elif part == 1 and taxed:
        yield Violation(
            ("applicant", "vat", "recoverable_share"),
            Text(
                f"alle btw is aftrekbaar: het btw-tarief van {count_of(len(taxed), 'lijn', 'lijnen')} geeft geen kost",
                f"all VAT is recovered: the VAT rate of {count_of(len(taxed), 'line', 'lines')} makes no cost",
            ),
            severity=Severity.NOTE,
        )
