"""No comment for colleagues is left in a text: it would be printed.

Wrong: `<!-- cijfer nakijken -->`. Right: the text without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.prose_texts import read_prose
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON04",
    name="comment-left",
    asks=Text("Geen enkele tekst bevat een HTML-commentaar.", "No text holds an HTML comment."),
    why=Text(
        "In het document komt een commentaar als gewone tekst te staan: ook een opmerking die niet bedoeld was voor de lezer.",
        "A comment is printed in the document as plain text, also a remark that was not meant for the reader.",
    ),
    wrong="project:\n  summary: Het netwerk telt 36 leden. <!-- nakijken -->",
    right="project:\n  summary: Het netwerk telt 36 leden.",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each comment."""
    for prose in read_prose(dossier.project):
        position = prose.text.find("<!--")
        while position >= 0:
            end = prose.text.find("-->", position)
            comment = " ".join(prose.text[position + 4 : end if end > 0 else None].split())
            yield Violation(
                prose.path,
                Text(f"commentaar in de tekst: “{comment[:60]}”", f"comment in the text: “{comment[:60]}”"),
                Text("haal het commentaar weg", "remove the comment"),
                Severity.WARNING,
                prose.phase,
                prose.line_of(position),
            )
            position = prose.text.find("<!--", position + 4)
