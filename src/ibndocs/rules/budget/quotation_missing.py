"""A large external service refers to a quotation (advice of our own).

The guideline asks none; other instruments of the agency ask one from a certain amount on. Wrong: 30 000 euro and
`quotation: ""`. Right: `quotation: offerte 2025-118 van 28 november 2025`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG07",
    name="quotation-missing",
    asks=Text(
        "Een grote externe prestatie verwijst naar een offerte.",
        "A large external service refers to a quotation.",
    ),
    why=Text(
        "De handleiding van deze oproep vraagt geen offerte. Andere steunmaatregelen doen dat wel vanaf een bepaald bedrag, en een offerte is de kortste weg om een bedrag te staven.",
        "The guideline of this call asks for no quotation. Other aid schemes do from a certain amount on, and a quotation is the shortest way to support an amount.",
    ),
    wrong="budget:\n  external:\n    - {id: X1, amount: 12000, quotation: ''}",
    right="budget:\n  external:\n    - {id: X1, amount: 12000, quotation: offerte 2025-118 van 28 november 2025}",
    terms=("quotation_from",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each external line, over all years."""
    limit = dossier.call.thresholds["quotation_from"].value
    for index, line in enumerate(dossier.budget.external):
        entry = dossier.project.budget.external[index]
        net = sum(line.net, ZERO)
        if net >= limit and not entry.quotation.strip():
            yield Violation(
                ("budget", "external", index),
                Text(
                    f"{entry.id} kost {Euro(net)} zonder verwijzing naar een offerte (eigen advies: vanaf {Euro(limit)})",
                    f"{entry.id} costs {Euro(net)} without reference to a quotation (advice of our own: from {Euro(limit)} on)",
                ),
                Text("vraag een offerte en noem ze in quotation", "ask for a quotation and name it in quotation"),
                Severity.WARNING,
            )
