"""No placeholder is left in a text: TODO, lorem ipsum, xxx, [...], "nog in te vullen".

Wrong: `Het netwerk telt xxx leden.` Right: the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.answers import is_untouched
from ibndocs.rules.patterns import find_places, keep_likely
from ibndocs.rules.prose_texts import read_prose
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON01",
    name="placeholder-left",
    asks=Text("Geen enkele tekst bevat een plaatshouder.", "No text holds a placeholder."),
    why=Text(
        "Wat “nog te schrijven” is, komt anders zo in het ingediende document. De woorden staan in het oproeppakket.",
        "What is “still to be written” would be printed so in the document. The words stand in the call pack.",
    ),
    wrong="project:\n  summary: Het netwerk telt xxx leden.",
    right="project:\n  summary: Het netwerk telt 36 leden.",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each line with a placeholder; a text that nobody has touched is the matter of another rule."""
    texts = list(read_prose(dossier.project))
    words = keep_likely("\n".join(prose.text for prose in texts), dossier.call.words["placeholders"])
    for prose in texts if words else ():
        lines: dict[int, str] = {}
        for position, found in find_places(prose.text, words):
            lines.setdefault(prose.line_of(position), " ".join(found.split()))
        if lines and is_untouched(prose.text, dossier.call):
            continue
        for line, found in lines.items():
            yield Violation(
                prose.path,
                Text(f"plaatshouder “{found}” in de tekst", f"placeholder “{found}” in the text"),
                Text("vervang die door de tekst zelf", "replace it by the text itself"),
                Severity.WARNING,
                prose.phase,
                line,
            )
