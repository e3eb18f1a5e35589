"""The cluster organisation that receives the subsidy is known for good when phase 2 is handed in (5.3.1).

Wrong: `beneficiary: {name: Nog te bepalen}`. Right: its name and legal form.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.deadlines import weigh_by_deadline
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Path, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN11",
    name="beneficiary-unknown",
    asks=Text(
        "De begunstigde clusterorganisatie heeft een definitieve naam: de aanvrager zelf, of een rechtspersoon die bij naam genoemd wordt.",
        "The beneficiary cluster organisation has its final name: the applicant itself, or a legal person mentioned by name.",
    ),
    why=Text(
        "Bij indiening in fase 2 is de begunstigde definitief bekend (5.3.1). Ver voor de termijn is een voorlopige naam een waarschuwing, vlak ervoor een fout.",
        "When phase 2 is handed in the beneficiary is known for good (5.3.1). Long before the deadline a provisional name is a warning, shortly before it an error.",
    ),
    wrong="applicant:\n  beneficiary: {name: Nog te bepalen, legal_form: cv, founded_on: 2026-10-15}",
    right="applicant:\n  beneficiary: {name: MEDPACK-C cv, legal_form: cv, founded_on: 2026-10-15}",
    terms=("days_before_deadline",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The new legal person, or else the applicant."""
    applicant = dossier.project.applicant
    new = applicant.beneficiary
    name = new.name if new else applicant.name
    path: Path = ("applicant", "beneficiary", "name") if new else ("applicant", "name")
    if is_unknown(name, dossier.call) or match_word(name, dossier.call.words["provisional"]):
        yield Violation(
            path,
            Text(
                f"de begunstigde is nog niet definitief bekend: “{name}”",
                f"the beneficiary is not known for good yet: “{name}”",
            ),
            Text("kies de naam voor de indiening van fase 2", "choose the name before phase 2 is handed in"),
            weigh_by_deadline(dossier, 2, Severity.WARNING),
        )
