"""An investment stands among the cost lines, as far as its description tells (4.2.2).

The words are those of `words.investment` in the call pack; hire is no investment. Wrong: `Aankoop van een testmachine`.
Right: `Huur van een testmachine`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG06",
    name="investment-in-costs",
    asks=Text(
        "Geen enkele kostenlijn is een investering.",
        "No cost line is an investment.",
    ),
    why=Text(
        "De oproep steunt vier soorten kosten: personeel, overhead, werking en externe prestaties. Een toestel, meubel of voertuig kopen of afschrijven hoort daar niet bij, ook al toont het Excel-sjabloon een rubriek Investeringen: die blijft nul. De regel kan een investering enkel aan woorden herkennen en waarschuwt daarom.",
        "The call aids four kinds of cost: personnel, overhead, operating costs and external services. Buying or depreciating equipment, furniture or a vehicle is none of them, even if the Excel template shows a rubric for investments: it stays zero. The rule knows an investment by its words only, and so it warns.",
    ),
    wrong="budget:\n  operating:\n    - {id: W9, description: Aankoop van een testmachine}",
    right="budget:\n  operating:\n    - {id: W9, description: Huur van een testmachine voor drie werkgroepen}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each cost line."""
    budget, words = dossier.project.budget, dossier.call.words
    for rubric, lines in (("operating", budget.operating), ("external", budget.external)):
        for index, line in enumerate(lines):
            word = match_word(line.description, words["investment"])
            if word and not match_word(line.description, words["hire"]):
                yield Violation(
                    ("budget", rubric, index, "description"),
                    Text(
                        f"lijn {line.id} lijkt een investering ('{word}'), de oproep aanvaardt er geen",
                        f"line {line.id} looks like an investment ('{word}'), the call accepts none",
                    ),
                    Text(
                        "schrap de lijn, huur in plaats van te kopen, of noem de kost bij een duidelijker naam",
                        "drop the line, hire instead of buying, or give the cost a clearer name",
                    ),
                    Severity.WARNING,
                )
