"""The budget of the project stays within the cap of the call (4.2.3).

Wrong: 1 400 000 euro. Right: at most the cap, as aid is not paid on more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG02",
    name="budget-total-too-high",
    asks=Text(
        "De begroting van het project blijft onder de grens van de oproep.",
        "The budget of the project stays within the cap of the call.",
    ),
    why=Text(
        "Boven de grens wordt geen steun gegeven.",
        "No aid is given above the cap.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: 500000}",
    right="budget:\n  operating:\n    - {id: W1, amount: 90000}",
    terms=("budget_cap_total",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The total."""
    total, cap = dossier.budget.total, dossier.call.terms.budget_cap_total.value
    if total > cap:
        yield Violation(
            ("budget",),
            Text(
                f"begroting van {Euro(total)}, de oproep vraagt hoogstens {Euro(cap)}",
                f"budget of {Euro(total)}, the call asks at most {Euro(cap)}",
            ),
            Text(f"verminder de kosten met {Euro(total - cap)}", f"cut the costs by {Euro(total - cap)}"),
        )
