"""The subsidy asked stays within the cap of the call (4.2.3, 5.3.2).

Wrong: half of 1 400 000 euro. Right: at most 675 000 euro.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN09",
    name="subsidy-too-high",
    asks=Text(
        "De helft van de begroting is niet meer dan de hoogste subsidie van de oproep.",
        "Half of the budget is no more than the largest subsidy of the call.",
    ),
    why=Text(
        "Een aanvraag die meer dan {aid_cap_total} euro vraagt, is niet ontvankelijk (5.3.2). Dit programma rekent nooit meer aan dan het plafond, maar het sjabloon van de begroting neemt zelf de helft van de kosten: daarom wordt de helft getoetst.",
        "An application that asks more than {aid_cap_total} euro is not admissible (5.3.2). This program never asks more than the cap, yet the form of the budget takes half of the costs itself: so the half is tested.",
    ),
    wrong="budget:\n  operating: [{id: W1, amount: 400000}]",
    right="budget:\n  operating: [{id: W1, amount: 20000}]",
    terms=("aid_cap_total", "aid_rate"),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Half of the budget."""
    terms = dossier.call.terms
    cap, half = terms.aid_cap_total.value, dossier.budget.total * terms.aid_rate.value
    if half > cap:
        yield Violation(
            ("budget",),
            Text(
                f"de helft van de begroting is {Euro(half)}, de oproep vraagt hoogstens {Euro(cap)} subsidie",
                f"half of the budget is {half:.2f} euro, the call asks at most {cap} of subsidy",
            ),
            Text(
                f"verminder de kosten met {Euro((half - cap) / terms.aid_rate.value)}",
                f"cut the costs by {(half - cap) / terms.aid_rate.value:.2f} euro",
            ),
        )
