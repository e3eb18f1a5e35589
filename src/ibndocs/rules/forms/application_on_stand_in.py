"""The full application stands on the official form, as it was published (5.3.1, 5.3.2).

Wrong: no form of its own in the project. Right: `forms/aanvraag.docx` beside the description, with its slots.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.official_forms import ask_official
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN03",
    name="application-on-stand-in",
    asks=Text(
        "De volledige aanvraag staat op het officiële sjabloon, zoals het gepubliceerd is.",
        "The full application stands on the official form, as it was published.",
    ),
    why=Text(
        "Een aanvraag die niet op de daarvoor voorziene sjablonen staat, is niet ontvankelijk (5.3.2). Wat meegeleverd wordt, is een stand-in: het officiële sjabloon haalt u zelf van de website en neemt u op met `ibndocs form use`. Na het invullen toont `ibndocs form verify` dat buiten de antwoorden niets gewijzigd is. Ver voor de termijn is dit een opmerking, vlak ervoor een waarschuwing; een sjabloon dat na het opnemen gewijzigd werd, is een fout.",
        "An application that is not on the templates provided for it is not admissible (5.3.2). What ships is a stand-in: the official form you fetch from the website yourself and take in with `ibndocs form use`. After filling, `ibndocs form verify` shows that nothing but the answers has changed. Long before the deadline this is a note, shortly before it a warning; a form that was changed after it was taken in is an error.",
    ),
    wrong="project.yaml:\nforms/:",
    right="project.yaml:\nforms/:\n  - aanvraag.docx\n  - aanvraag.slots.yaml",
    terms=("days_before_deadline",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The document that this clause is about."""
    yield from ask_official(dossier, ABOUT.clause)
