"""What is said of a person fits the contract, which decides the rubric of the cost (4.2.2 IV).

Wrong: `function: freelance adviseur` with `employment: employee`. Right: `employment: freelance`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.work import Employment, MonthlyGross
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG09",
    name="employment-contradicted",
    asks=Text(
        "De tewerkstelling van een teamlid past bij de functie, de loonbasis en de detachering.",
        "The employment of a person fits the function, the wage basis and the secondment.",
    ),
    why=Text(
        "Wie op factuur werkt of gedetacheerd is, hoort onder externe prestaties; alleen werknemers van de begunstigde zijn personeel. Een brutomaandloon hoort bij een werknemer. Een detachering die ingevuld is bij een werknemer, spreekt zichzelf tegen en is een fout; een woord in de functie is enkel een vermoeden.",
        "Whoever works on invoice or on secondment belongs under external services; only employees of the beneficiary are personnel. A gross monthly wage belongs to an employee. A secondment filled in for an employee contradicts itself and is an error; a word in the function is only a suspicion.",
    ),
    wrong="team:\n  - {id: an, function: freelance adviseur, employment: employee}",
    right="team:\n  - {id: an, function: adviseur, employment: freelance}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each person."""
    words = dossier.call.words["on_invoice"]
    for index, person in enumerate(dossier.project.team):
        employed = person.employment is Employment.EMPLOYEE
        word = match_word(f"{person.name} {person.function}", words) if employed else None
        if employed and person.seconded_from is not None:
            yield Violation(
                ("team", index, "seconded_from"),
                Text(
                    f"{person.name} heeft een detachering maar staat als werknemer in de begroting",
                    f"{person.name} has a secondment but is budgeted as employee",
                ),
                Text(
                    "zet employment op seconded, of schrap seconded_from",
                    "set employment to seconded, or drop seconded_from",
                ),
            )
        elif word:
            yield Violation(
                ("team", index, "function"),
                Text(
                    f"{person.name} staat als werknemer in de begroting, '{word}' wijst op werk op factuur",
                    f"{person.name} is budgeted as employee, '{word}' hints at work on invoice",
                ),
                Text(
                    "zet employment op freelance of seconded: dan telt de kost bij externe prestaties",
                    "set employment to freelance or seconded: the cost then counts under external services",
                ),
                Severity.WARNING,
            )
        elif person.employment is Employment.FREELANCE and isinstance(person.wage, MonthlyGross):
            yield Violation(
                ("team", index, "wage", "basis"),
                Text(
                    f"{person.name} werkt op factuur, maar de kost is een brutomaandloon",
                    f"{person.name} works on invoice, but the cost is a gross monthly wage",
                ),
                Text(
                    "geef basis: annual met de prijs van een voltijds jaar",
                    "give basis: annual with the price of a full-time year",
                ),
                Severity.WARNING,
            )
