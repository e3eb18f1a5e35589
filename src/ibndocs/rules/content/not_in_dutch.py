"""The proposal is written in Dutch (5).

A text is taken for another language when words that are frequent in that language outnumber the Dutch ones. Wrong: a
paragraph in English. Right: in Dutch, with English terms at most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.prose_texts import read_prose
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="ALG01",
    name="not-in-dutch",
    asks=Text("Elke alinea van de aanvraag is in het Nederlands.", "Every paragraph of the application is in Dutch."),
    why=Text(
        "“In beide fasen wordt een projectvoorstel in het Nederlands ingediend” (5). De taal wordt herkend aan veelgebruikte kleine woorden, zonder woordenboek; een citaat in een andere taal kan dus ook gemeld worden, en daarom is dit een waarschuwing.",
        "“In both phases a proposal in Dutch is handed in” (5). The language is recognised by frequent small words, without a dictionary; a quotation in another language may be reported too, and so this is a warning.",
    ),
    wrong="narrative:\n  vision: In three years the network will be the place where companies of the whole chain meet and start their projects, and it will be carried by the fees that they pay.",
    right="narrative:\n  vision: Over drie jaar is het netwerk de plaats waar bedrijven uit de hele keten elkaar vinden en projecten starten, en dragen hun lidgelden de werking.",
    terms=("language_words_min",),
)
_DUTCH = "language_nl"
_LANGUAGES = {
    "language_en": Text("Engels", "English"),
    "language_fr": Text("Frans", "French"),
    "language_de": Text("Duits", "German"),
}
_PARAGRAPHS = re.compile(r"\n\s*\n")


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The first foreign paragraph of each text."""
    lists = {key: frozenset(words) for key, words in dossier.call.words.items() if key.startswith("language_")}
    least = int(dossier.call.thresholds["language_words_min"].value)
    for prose in read_prose(dossier.project):
        # A word has two letters and a space at least: short texts are passed over without being split.
        if len(prose.text) < least * 3:
            continue
        position = 0
        for paragraph in _PARAGRAPHS.split(prose.text):
            words = paragraph.casefold().split()
            language = recognise(words, lists) if len(words) >= least else ""
            if language in _LANGUAGES:
                name, start = _LANGUAGES[language], " ".join(paragraph.split()[:6])
                position = prose.text.index(paragraph, position)
                yield Violation(
                    prose.path,
                    Text(
                        f"deze tekst lijkt {name.nl}: “{start} …”; de oproep vraagt Nederlands",
                        f"this text seems {name.en}: “{start} …”; the call asks Dutch",
                    ),
                    Text("vertaal de tekst", "translate the text"),
                    Severity.WARNING,
                    prose.phase,
                    prose.line_of(position),
                )
                break


def recognise(words: list[str], lists: Mapping[str, frozenset[str]]) -> str:
    """The list of which most words come; Dutch when it comes first together with another."""
    counts = Counter({key: sum(map(known.__contains__, words)) for key, known in lists.items()})
    best = max(counts.values(), default=0)
    return _DUTCH if counts[_DUTCH] == best else max(counts, key=counts.__getitem__)
