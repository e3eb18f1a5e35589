"""The dossier says how it does not distort the market, and counts it among the risks (3.3, 3.5.1, annex 1).

Wrong: no answer, no risk with `market_distortion: true`. Right: both.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET12",
    name="market-distortion-unaddressed",
    asks=Text(
        "De vraag over marktverstoring heeft een antwoord, en minstens één risico gaat erover.",
        "The question on market distortion is answered, and at least one risk is about it.",
    ),
    why=Text(
        "Projectvoorstellen met een duidelijk risico op marktverstoring zijn niet steunbaar. Of het risico duidelijk is, oordeelt een persoon: lees of de activiteiten bestaan op de markt, en tegen welke prijs.",
        "Proposals with a clear risk of market distortion are not eligible. Whether it is clear a person judges: read whether the activities exist on the market, and at what price.",
    ),
    wrong="risks:\n  - {id: R1, title: Te weinig leden}",
    right="risks:\n  - {id: R1, title: De werking concurreert met studiebureaus, market_distortion: true}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The answer, then the risks."""
    question = dossier.call.question_by_id.get("market_distortion")
    for phase in question.phases if question else ():
        if not read_answer(dossier, "market_distortion", phase).strip():
            yield Violation(
                ("narrative", "market_distortion"),
                Text(
                    f"fase {phase} zegt niet hoe marktverstoring vermeden wordt",
                    f"phase {phase} does not say how market distortion is avoided",
                ),
                Text("beantwoord narrative.market_distortion", "answer narrative.market_distortion"),
                None,
                phase,
            )
    if not any(risk.market_distortion for risk in dossier.project.risks):
        yield Violation(
            ("risks",),
            Text("geen enkel risico gaat over marktverstoring", "no risk is about market distortion"),
            Text("voeg een risico met market_distortion: true toe", "add a risk with market_distortion: true"),
            Severity.WARNING,
            2,
        )
