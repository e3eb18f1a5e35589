"""The dossier shows why an ecosystem with an identity of its own will arise (annex 1).

Wrong: an answer of one line. Right: what makes the network itself, and who carries it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import count_own_words, place_of, read_answer
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET17",
    name="identity-thin",
    asks=Text(
        "De vraag over eigen identiteit en dynamiek heeft een antwoord van enige omvang.",
        "The question on identity and dynamics has an answer of some size.",
    ),
    why=Text(
        "Voorstellen waarbij zeer sterk betwijfeld wordt of er een ecosysteem met eigen identiteit en dynamiek ontstaat, zijn niet steunbaar. Dat oordeel is aan een persoon: lees of het netwerk een eigen naam, eigen afspraken en trekkende bedrijven heeft, los van de host. De regel ziet enkel of er iets staat.",
        "Proposals are not eligible when it is strongly doubted that an ecosystem with its own identity arises. A person judges that: read whether the network has a name, agreements and leading companies of its own, apart from the host. The rule only sees whether something is there.",
    ),
    wrong="narrative:\n  identity: Het netwerk heeft een eigen identiteit.",
    right="narrative:\n  identity: Het netwerk heeft een eigen naam, een charter dat 36 bedrijven ondertekenden en vier werkgroepen met een trekker uit een bedrijf ...",
    terms=("identity_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The answer."""
    least = int(dossier.call.thresholds["identity_words_min"].value)
    words = count_own_words(read_answer(dossier, "identity", 2), dossier.call)
    if words < least:
        yield Violation(
            place_of(dossier, "identity", 2),
            Text(
                f"het antwoord over identiteit en dynamiek telt {words} eigen woorden, reken op minstens {least}",
                f"the answer on identity and dynamics has {words} words of your own, count on at least {least}",
            ),
            Text(
                "zeg wat het netwerk een eigen gezicht geeft, los van de host",
                "say what gives the network a face of its own, apart from the host",
            ),
            Severity.WARNING,
        )
