"""A freelancer counts for overhead only with a long-term formal engagement (4.2.2 II).

The arithmetic counts every freelancer of the team; the note says so, that the contract can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro
from ibndocs.model.work import Employment
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG10",
    name="freelancer-in-overhead",
    asks=Text(
        "Voor elke freelancer van het team is er een langdurig formeel engagement.",
        "Every freelancer of the team has a long-term formal engagement.",
    ),
    why=Text(
        "Alleen dan telt de inzet mee voor de overhead, terwijl de kost zelf onder externe prestaties staat. De beschrijving kan een contract niet lezen: de mededeling noemt het bedrag dat ervan afhangt. Of freelancers ook voor het minimum aan VTE tellen, zegt de handleiding niet; hier tellen ze mee.",
        "Only then does the effort count for overhead, while the cost itself stands under external services. The description cannot read a contract: the note names the amount that depends on it. Whether freelancers count for the minimum of FTE as well the guideline does not say; here they do.",
    ),
    wrong="team:\n  - {id: jan, employment: freelance, competences: Losse opdrachten}",
    right="team:\n  - {id: jan, employment: employee, competences: Vast in dienst}",
    terms=("overhead_per_fte",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each freelancer who works."""
    rate = dossier.budget.parameters.overhead_per_fte
    for index, line in enumerate(dossier.budget.staff):
        if line.person.employment is Employment.FREELANCE and any(line.fte):
            overhead = sum(line.fte, ZERO) * rate
            yield Violation(
                ("team", index, "employment"),
                Text(
                    f"{line.person.name} telt als freelancer mee voor {Euro(overhead)} overhead; dat vraagt een langdurig formeel engagement",
                    f"{line.person.name} counts as freelancer for {Euro(overhead)} of overhead; that asks a long-term formal engagement",
                ),
                Text("voeg de overeenkomst bij de bijlagen", "add the agreement to the annexes"),
            )
