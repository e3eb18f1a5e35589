"""Work done by others stands among the operating costs, as far as its description tells (4.2.2 IV).

Wrong: an operating line `Ereloon van de advocaat`. Right: the same under `external`, with its motivation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG09",
    name="service-in-operating-costs",
    asks=Text(
        "Werk van derden staat bij de externe prestaties, niet bij de werkingskosten.",
        "Work by others stands under external services, not under operating costs.",
    ),
    why=Text(
        "Onderaannemers, zelfstandigen en adviesbureaus horen onder externe prestaties, waar elke lijn gemotiveerd wordt. De regel herkent ze aan woorden en waarschuwt daarom.",
        "Subcontractors, the self-employed and consultancies belong under external services, where each line is motivated. The rule knows them by words, and so it warns.",
    ),
    wrong="budget:\n  operating:\n    - {id: W9, description: Ereloon van het adviesbureau}",
    right="budget:\n  external:\n    - {id: X1, description: Begeleiding door een adviesbureau, motivation: Het team heeft die kennis niet.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each operating line."""
    words = dossier.call.words["outsourced"]
    for index, line in enumerate(dossier.project.budget.operating):
        word = match_word(line.description, words)
        if word:
            yield Violation(
                ("budget", "operating", index, "description"),
                Text(
                    f"werkingskost {line.id} lijkt werk van derden ('{word}')",
                    f"operating cost {line.id} looks like work by others ('{word}')",
                ),
                Text("zet de lijn onder external en motiveer ze", "put the line under external and motivate it"),
                Severity.WARNING,
            )
