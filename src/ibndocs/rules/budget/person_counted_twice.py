"""Somebody of the team is also paid as external service, so the same work may be counted twice (4.2.2).

Wrong: `jan` in the team and an external line with `supplier: Jan Peeters`. Right: one of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG09",
    name="person-counted-twice",
    asks=Text(
        "Geen enkele externe prestatie wordt geleverd door iemand uit het team of door de organisatie die iemand detacheert.",
        "No external service is delivered by somebody of the team or by the organisation that seconds somebody.",
    ),
    why=Text(
        "De kost van wie op factuur werkt of gedetacheerd is, telt al via het team bij externe prestaties. Een tweede lijn voor dezelfde naam telt het werk dubbel, tenzij het om iets anders gaat.",
        "The cost of whoever works on invoice or on secondment already counts under external services by way of the team. A second line of the same name counts the work twice, unless it is about something else.",
    ),
    wrong="team:\n  - {id: jan, name: Jan Voorbeeld, employment: freelance}\nbudget:\n  external:\n    - {id: X1, supplier: Jan Voorbeeld}",
    right="team:\n  - {id: jan, name: Jan Voorbeeld, employment: freelance}\nbudget:\n  external:\n    - {id: X1, supplier: Studiebureau Voorbeeld}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each external line."""
    project = dossier.project
    named = Counter(person.name for person in project.team if " " in person.name)
    names = [name for name, people in named.items() if people == 1]  # "Aan te werven" names several, so nobody
    names += [person.seconded_from.organisation for person in project.team if person.seconded_from]
    for index, line in enumerate(project.budget.external):
        text = f"{line.supplier} {line.description}".casefold()
        name = next((name for name in names if name.casefold() in text), None)
        if name:
            yield Violation(
                ("budget", "external", index),
                Text(
                    f"{line.id} wordt geleverd door {name}, van wie de kost al via het team telt",
                    f"{line.id} is delivered by {name}, whose cost already counts by way of the team",
                ),
                Text(
                    "schrap een van beide, of leg in de motivering het verschil uit",
                    "drop one of both, or explain the difference in the motivation",
                ),
                Severity.WARNING,
            )
