"""The agreement with a spearhead cluster says what happens after three years (3.4.2, fifth condition).

Wrong: `agreement: Jaarlijks overleg.` Right: ... and after three years a test whether the work is integrated.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import count_own_words
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET03",
    name="agreement-without-horizon",
    asks=Text(
        "De afspraak met een speerpuntcluster zegt iets over samenwerking of integratie na drie jaar.",
        "The agreement with a spearhead cluster says something on cooperation or integration after three years.",
    ),
    why=Text(
        "Afspraken rond samenwerking of integratie na drie jaar steun zijn een vereiste. De regel herkent ze aan woorden en waarschuwt daarom.",
        "Agreements on cooperation or integration after three years of support are required. The rule knows them by words, and so it warns.",
    ),
    wrong="complementarity:\n  - name: Flux50\n    conditions: {agreement: We overleggen elk jaar.}",
    right="complementarity:\n  - name: Flux50\n    conditions: {agreement: We overleggen elk jaar en bekijken in het derde jaar of de werking wordt ondergebracht.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The agreement of each cluster that has conditions."""
    for index, position in enumerate(dossier.project.complementarity):
        if position.conditions is None or count_own_words(position.conditions.agreement, dossier.call) == 0:
            continue
        if match_word(position.conditions.agreement, dossier.call.words["after_three_years"]) is None:
            yield Violation(
                ("complementarity", index, "conditions", "agreement"),
                Text(
                    f"{position.name}: de afspraak zegt niet wat er na drie jaar gebeurt",
                    f"{position.name}: the agreement does not say what happens after three years",
                ),
                Text(
                    "voeg toe hoe samenwerking of integratie na drie jaar bekeken wordt",
                    "add how cooperation or integration is looked at after three years",
                ),
                Severity.WARNING,
            )
