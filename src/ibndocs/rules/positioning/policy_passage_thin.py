"""A policy reference says where the passage stands, what it is about and what the network adds (annex 1.1, 1.2).

Wrong: `passage: Renovatie.` Right: a sentence of its own for passage and contribution.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import count_own_words, is_untouched
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET01",
    name="policy-passage-thin",
    asks=Text(
        "Elke verwijzing noemt de vindplaats en zegt in een volwaardige zin waarover de passage gaat en wat het netwerk bijdraagt.",
        "Every reference names its place and says in a full sentence what the passage is about and what the network contributes.",
    ),
    why=Text(
        "Een vermelding die de lezer niet terugvindt, toont niet aan dat het domein een beleidsprioriteit is. Of de passage echt over het domein gaat, moet een persoon nalezen.",
        "A mention the reader cannot find does not show that the domain is a priority. Whether the passage really is about the domain a person must read.",
    ),
    wrong="policy:\n  - {document: Vlaams Regeerakkoord 2024-2029, place: hoofdstuk Wonen, passage: Renovatie., contribution: Veel.}",
    right="policy:\n  - document: Vlaams Regeerakkoord 2024-2029\n    place: hoofdstuk Wonen\n    passage: Het akkoord wil dat meer gebouwen sneller en betaalbaar worden gerenoveerd.\n    contribution: Het netwerk maakt herhaalbare pakketten waarmee aannemers sneller werken.",
    terms=("policy_words_min",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each reference: its place, then its two texts."""
    least = int(dossier.call.thresholds["policy_words_min"].value)
    for index, entry in enumerate(dossier.project.policy):
        if is_unknown(entry.place, dossier.call) or is_untouched(entry.place, dossier.call):
            yield Violation(
                ("policy", index, "place"),
                Text(f"{entry.document}: geen vindplaats van de passage", f"{entry.document}: no place of the passage"),
                Text("noem het hoofdstuk of de bladzijde", "name the chapter or page"),
                Severity.WARNING,
            )
        for key, text, nl, en in (
            ("passage", entry.passage, "de passage", "the passage"),
            ("contribution", entry.contribution, "de bijdrage", "the contribution"),
        ):
            words = count_own_words(text, dossier.call)
            if words < least:
                yield Violation(
                    ("policy", index, key),
                    Text(
                        f"{entry.document}: {nl} telt {words} eigen woorden, reken op minstens {least}",
                        f"{entry.document}: {en} has {words} words of your own, count on at least {least}",
                    ),
                    Text("schrijf een volwaardige zin", "write a full sentence"),
                    Severity.WARNING,
                )
