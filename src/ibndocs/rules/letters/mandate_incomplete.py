"""The letters mandate the applicant by name, and in phase 2 the organisation that carries out the project (5.2.1, 5.3.1).

Wrong: a new legal person becomes beneficiary while the letters of phase 2 name only the applicant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.declarations import find_missing
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF05",
    name="mandate-incomplete",
    asks=Text(
        "De intentiebrief geeft de aanvrager bij naam het mandaat; in fase 2 weten de bedrijven ook wie de begunstigde wordt.",
        "The letter of intent mandates the applicant by name; in phase 2 the companies also know who becomes beneficiary.",
    ),
    why=Text(
        "De mandatering loopt via de intentiebrieven (4.1, 5.2.1). Voor fase 2 zegt 5.3.1 dat de begunstigde clusterorganisatie gemandateerd wordt, 5.3.2 dat de aanvrager het wordt. De brief noemt de aanvrager; wordt een nieuwe rechtspersoon de begunstigde, dan noemt de brief van fase 2 in de strengste lezing beide. Zegt het oproeppakket dat niet, dan is dat een opmerking, want de rechtspersoon kan bij het tekenen nog niet bestaan.",
        "Mandates go by the letters of intent (4.1, 5.2.1). For phase 2 section 5.3.1 says the beneficiary is mandated, 5.3.2 that the applicant is. The letter names the applicant; when a new legal person becomes beneficiary, the letter of phase 2 names both in the strictest reading. A note when the call pack does not say so, as that person may not exist yet at the time of signing.",
    ),
    wrong="applicant:\n  name: n.t.b.",
    right="applicant:\n  name: Hernieuwbouw vzw",
)
APPLICANT = "{applicant}"


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The call pack, the applicant, the beneficiary."""
    yield from find_missing(dossier, ABOUT.clause, APPLICANT)
    applicant = dossier.project.applicant
    if is_unknown(applicant.name, dossier.call):
        yield Violation(
            ("applicant", "name"),
            Text(
                f"de brieven geven het mandaat aan “{applicant.name}”: dat is geen naam",
                f"the letters mandate “{applicant.name}”: that is no name",
            ),
            Text("vul de naam van de aanvrager in", "fill in the name of the applicant"),
        )
    if applicant.beneficiary:
        name = applicant.beneficiary.name
        mandates = [entry for entry in dossier.call.declarations if entry.clause == ABOUT.clause]
        sentences = [entry.word_for(2, founded=True) for entry in mandates]
        if not any("{beneficiary}" in sentence for sentence in sentences):
            yield Violation(
                ("applicant", "beneficiary", "name"),
                Text(
                    f"de brief van fase 2 geeft het mandaat aan {applicant.name}, terwijl {name} de begunstigde wordt",
                    f"the letter of phase 2 mandates {applicant.name}, while {name} becomes the beneficiary",
                ),
                Text(
                    f"laat de bedrijven in de brief weten dat {name} het project uitvoert",
                    f"let the companies know in the letter that {name} carries out the project",
                ),
                Severity.NOTE,
                2,
            )
