"""A definition says what counts and what does not (5.4.3: as SMART as possible).

Wrong: `definition: Aantal leden.` Right: who counts, when, and who does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.answers import count_own_words
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI07",
    name="definition-thin",
    asks=Text(
        "De definitie van een indicator is meer dan enkele woorden.",
        "The definition of an indicator is more than a few words.",
    ),
    why=Text(
        "Indicatoren worden zo SMART mogelijk omschreven: uit de definitie blijkt wat wel en niet telt.",
        "Indicators are as SMART as possible: the definition shows what counts and what does not.",
    ),
    wrong="kpis:\n  - {id: E1, definition: Aantal activiteiten.}",
    right="kpis:\n  - {id: E1, definition: Activiteiten met deelnemers uit minstens twee schakels; werkgroepen tellen bij S1.}",
    terms=("definition_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each definition that somebody wrote."""
    least = int(dossier.call.thresholds["definition_words_min"].value)
    for index, kpi in enumerate(dossier.project.kpis):
        words = count_own_words(kpi.definition, dossier.call)
        if 0 < words < least:
            yield Violation(
                ("kpis", index, "definition"),
                Text(
                    f"{kpi.id}: de definitie telt {words} woorden, reken op minstens {least}",
                    f"{kpi.id}: the definition has {words} words, count on at least {least}",
                ),
                Text("zeg wat telt, wanneer, en wat niet telt", "say what counts, when, and what does not"),
            )
