"""A cost line or a person of the team that costs nothing in any year is a leftover (4.2.2).

Wrong: `amount: 0`. Right: an amount in at least one year, or no line.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG01",
    name="line-without-amount",
    asks=Text(
        "Elke kostenlijn heeft in minstens één jaar een bedrag en elk teamlid heeft in minstens één jaar inzet.",
        "Every cost line has an amount in at least one year, and every person of the team works in at least one.",
    ),
    why=Text(
        "Een lege lijn staat wel in het kostenmodel en roept de vraag op of er een bedrag vergeten is.",
        "An empty line is printed in the cost model and makes the reader ask whether an amount was forgotten.",
    ),
    wrong="budget:\n  operating:\n    - {id: W1, amount: 0}",
    right="budget:\n  operating:\n    - {id: W1, amount: 4000}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each line, then each person."""
    project = dossier.project
    for rubric, lines in (("operating", project.budget.operating), ("external", project.budget.external)):
        for index, line in enumerate(lines):
            if not any(line.amount):
                yield Violation(
                    ("budget", rubric, index, "amount"),
                    Text(
                        f"lijn {line.id} heeft in geen enkel jaar een bedrag",
                        f"line {line.id} has no amount in any year",
                    ),
                    Text("vul het bedrag in of schrap de lijn", "fill in the amount or drop the line"),
                    Severity.WARNING,
                )
    for index, person in enumerate(project.team):
        if not any(person.fte):
            yield Violation(
                ("team", index, "fte"),
                Text(f"{person.name} heeft in geen enkel jaar inzet", f"{person.name} works in no year"),
                Text("vul fte in of schrap de persoon", "fill in fte or drop the person"),
                Severity.WARNING,
            )
