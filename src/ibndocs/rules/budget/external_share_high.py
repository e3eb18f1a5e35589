"""External services, people on invoice included, stay the exception in the budget (4.2.2 IV).

Wrong: a third of the budget. Right: what the team cannot do itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO, share
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro, Percent
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG07",
    name="external-share-high",
    asks=Text(
        "Externe prestaties, mensen op factuur inbegrepen, zijn een klein deel van de begroting.",
        "External services, people on invoice included, are a small part of the budget.",
    ),
    why=Text(
        "De handleiding noemt ze uitzonderlijk zonder een percentage te geven; de grens is een eigen vuistregel. Een netwerk dat vooral anderen laat werken, moet uitleggen wat het eigen team doet.",
        "The guideline calls them exceptional without naming a percentage; the limit is a rule of thumb of our own. A network that lets others do most of the work must explain what its own team does.",
    ),
    wrong="budget:\n  external:\n    - {id: X1, amount: 120000}",
    right="budget:\n  external:\n    - {id: X1, amount: 20000}",
    terms=("external_share_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The project as a whole."""
    budget, allowed = dossier.budget, dossier.call.thresholds["external_share_max"].value
    external = sum(budget.external_totals, ZERO)
    part = share(external, budget.total)
    if part > allowed:
        yield Violation(
            ("budget", "external"),
            Text(
                f"externe prestaties zijn {Euro(external)} of {Percent(part)} van de begroting; boven {Percent(allowed)} zijn ze moeilijk uitzonderlijk te noemen",
                f"external services are {Euro(external)} or {Percent(part)} of the budget; above {Percent(allowed)} they are hardly exceptional",
            ),
            Text(
                "laat het team meer zelf doen, of leg in de motivering uit waarom het niet anders kan",
                "let the team do more itself, or explain in the motivation why there is no other way",
            ),
            Severity.WARNING,
        )
