"""A line of income can be traced: an activity of the plan, a year of the project, participants and a price (4.2.4).

Wrong: 0 participants, or income in year 4. Right: 40 participants at 90 euro in year 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro, Number
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF07",
    name="income-not-traceable",
    asks=Text(
        "Elke inkomstenlijn heeft deelnemers en een prijs, in een jaar van het project waarin haar activiteit loopt.",
        "Each line of income has participants and a price, in a year of the project in which its activity runs.",
    ),
    why=Text(
        "Enkel inkomsten van activiteiten van de clusterwerking, traceerbaar via facturatie en met een directe link naar de doelen, komen in aanmerking. Een lijn zonder deelnemers of prijs, of in een jaar zonder die activiteit, is niet te factureren. Dat de activiteit in het werkplan bestaat, vraagt REF03.",
        "Only income of activities of the network, traceable by invoice and directly linked to the goals, counts. A line without participants or price, or in a year without that activity, cannot be invoiced. REF03 asks that the activity is in the work plan.",
    ),
    wrong="cofinancing:\n  activity_income:\n    - {id: I1, year: 4, members: {participants: 0, price: 90}}",
    right="cofinancing:\n  activity_income:\n    - {id: I1, year: 2, members: {participants: 40, price: 90}}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each line of income."""
    plan = dossier.plan
    spans = {a.id: (a.start, a.end) for package in dossier.project.work_packages for a in package.activities}
    for index, line in enumerate(plan.income):
        entry, path = line.income, ("cofinancing", "activity_income", index)
        start, end = spans.get(entry.activity, (1, plan.years * 12))
        if entry.year > plan.years:
            yield Violation(
                (*path, "year"),
                Text(
                    f"{entry.id} valt in jaar {entry.year}, het project duurt {plan.years} jaar: {Euro(line.total)} telt niet mee",
                    f"{entry.id} falls in year {entry.year}, the project lasts {plan.years} years: {Euro(line.total)} does not count",
                ),
                Text(f"kies een jaar van 1 tot {plan.years}", f"choose a year from 1 to {plan.years}"),
            )
        elif not (start - 1) // 12 < entry.year <= (end - 1) // 12 + 1:
            yield Violation(
                (*path, "year"),
                Text(
                    f"{entry.id} brengt op in jaar {entry.year}, maar {entry.activity} loopt van maand {start} tot {end}",
                    f"{entry.id} earns in year {entry.year}, but {entry.activity} runs from month {start} to {end}",
                ),
                Text(
                    "kies een jaar waarin de activiteit loopt, of verleng ze",
                    "choose a year in which the activity runs, or lengthen it",
                ),
            )
        if not line.total:
            yield Violation(
                path,
                Text(
                    f"{entry.id} brengt niets op: deelnemers of prijs ontbreken",
                    f"{entry.id} earns nothing: participants or price are missing",
                ),
                Text("vul aantal en prijs in, of schrap de lijn", "fill in number and price, or drop the line"),
            )
        for name, side in (("members", entry.members), ("non_members", entry.non_members)):
            if side.participants % 1:
                yield Violation(
                    (*path, name, "participants"),
                    Text(
                        f"{entry.id} rekent met {Number(side.participants)} deelnemers; een factuur gaat naar hele deelnemers",
                        f"{entry.id} counts {Number(side.participants)} participants; an invoice goes to whole ones",
                    ),
                    Text("geef een geheel aantal", "give a whole number"),
                    Severity.WARNING,
                )
