"""The network is aligned with Team Bedrijfstrajecten, EEN and NCP Vlaanderen (3.4.3).

Wrong: only Bedrijfstrajecten is named. Right: the answer names the three and says when companies are referred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.project import Neighbour
from ibndocs.rules.answers import count_own_words, place_of, read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET16",
    name="vlaio-services-unaligned",
    asks=Text(
        "Het antwoord op vlaio_services of de positionering (soort vlaio) noemt Team Bedrijfstrajecten, Enterprise Europe Network en NCP Vlaanderen.",
        "The answer to vlaio_services or the positioning (kind vlaio) names Team Bedrijfstrajecten, Enterprise Europe Network and NCP Vlaanderen.",
    ),
    why=Text(
        "De dienstverlening aan bedrijven dient goed afgestemd te worden met die drie diensten.",
        "Services to companies must be well aligned with these three.",
    ),
    wrong="narrative:\n  vlaio_services: Vragen van één bedrijf gaan naar Team Bedrijfstrajecten.",
    right="narrative:\n  vlaio_services: Vragen van één bedrijf gaan naar Team Bedrijfstrajecten, Europese vragen naar Enterprise Europe Network en NCP Vlaanderen.",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """A position of the kind, then each service by name."""
    positions = [position for position in dossier.project.complementarity if position.kind is Neighbour.VLAIO]
    if not positions:
        yield Violation(
            ("complementarity",),
            Text(
                "de diensten van VLAIO staan niet in de positionering", "the services of the agency are not positioned"
            ),
            Text("voeg een regel met kind: vlaio toe", "add an entry with kind: vlaio"),
        )
    answer = read_answer(dossier, "vlaio_services", 2)
    if not count_own_words(answer, dossier.call):
        return  # a missing answer, or one that nobody has written, is found elsewhere
    texts = [answer, *(f"{position.name} {position.agreement}" for position in positions)]
    absent = [
        name
        for name in dossier.call.words["vlaio_services"]
        # In capitals: "een" is also the Dutch article.
        if not any(
            re.search(rf"(?<!\w){re.escape(known)}(?!\w)", text) for known in name.split(" / ") for text in texts
        )
    ]
    if absent:
        names = " en ".join(name.split(" / ")[0] for name in absent)
        yield Violation(
            place_of(dossier, "vlaio_services", 2),
            Text(f"{names} komt niet aan bod", f"{names} is not mentioned"),
            Text("zeg hoe en wanneer het netwerk doorverwijst", "say how and when the network refers companies"),
        )
