"""A text says why the contributions are shared evenly (4.2.4, box).

Wrong: no `spread`. Right: a text with the number of payers and the reason for the fees.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF11",
    name="spread-unexplained",
    asks=Text(
        "Een tekst legt uit hoe de bijdragen verdeeld zijn en waarom dat evenwichtig is.",
        "A text explains how the contributions are shared and why that is even.",
    ),
    why=Text(
        "De wijze waarop het netwerk de cofinanciering invult, maakt deel uit van de evaluatie. De melding geeft de cijfers om over te schrijven.",
        "The way the network fills in its cofinancing is part of the evaluation. The message gives the figures to write about.",
    ),
    wrong="cofinancing:\n  spread: ''",
    right="cofinancing:\n  spread: Het lidgeld volgt de grootte; de drie grootste betalers dragen samen minder dan 30 %.",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The text."""
    if not dossier.project.cofinancing.spread.strip():
        spread = dossier.plan.concentration
        yield Violation(
            ("cofinancing", "spread"),
            Text(
                f"geen tekst over de spreiding (cijfers: {spread.payers} betalers, grootste {Percent(spread.top1)}, drie grootste {Percent(spread.top3)} van de cash)",
                f"no text on the spread (figures: {spread.payers} payers, largest {Percent(spread.top1)}, three largest {Percent(spread.top3)} of the cash)",
            ),
            Text(
                "schrijf in spread waarom de bijdragen evenwichtig verdeeld zijn",
                "write in spread why the contributions are shared evenly",
            ),
        )
