"""One organisation carries out the project (4.1).

Wrong: `executors: [Hogeschool Scheldeland]`. Right: none; others work by subcontract or secondment.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN12",
    name="several-executors",
    asks=Text("Er is geen andere uitvoerder dan de begunstigde.", "There is no executor but the beneficiary."),
    why=Text(
        "“IBN’s worden uitgevoerd door 1 organisatie” (4.1). Wie iets bijdraagt, doet dat in onderaanneming of detachering. Elders spreekt de handleiding van “projectpartners” (4.2.2): dat woord verandert de eis niet.",
        "“IBNs are carried out by 1 organisation” (4.1). Who adds something does so by subcontract or secondment. Elsewhere the guideline speaks of “project partners” (4.2.2): that word does not change what is asked.",
    ),
    wrong="applicant: {executors: [Hogeschool Scheldeland]}",
    right="applicant: {executors: []}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each other executor, unless it is the applicant or the beneficiary."""
    applicant = dossier.project.applicant
    own = {applicant.name.casefold(), applicant.beneficiary.name.casefold() if applicant.beneficiary else ""}
    for index, name in enumerate(applicant.executors):
        if name.casefold() not in own:
            yield Violation(
                ("applicant", "executors", index),
                Text(
                    f"{name} staat als uitvoerder naast {applicant.name}; de oproep vraagt één uitvoerder",
                    f"{name} is an executor beside {applicant.name}; the call asks one executor",
                ),
                Text(
                    "maak er onderaanneming (budget.external) of detachering (team) van",
                    "make it a subcontract (budget.external) or a secondment (team)",
                ),
            )
