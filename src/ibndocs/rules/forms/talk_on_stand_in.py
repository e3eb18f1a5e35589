"""The request for the preliminary talk stands on the template for it, while the talk can still be asked (5.1).

Wrong: no form of its own in the project. Right: `forms/voorbespreking.docx` beside the description, with its slots.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.official_forms import ask_official
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="VOO07",
    name="talk-on-stand-in",
    asks=Text(
        "De aanvraag van een voorbespreking staat op het sjabloon daarvoor.",
        "The request for the preliminary talk stands on the template for it.",
    ),
    why=Text(
        "Wie een voorbespreking vraagt, mailt het ingevulde sjabloon van de website (5.1). Wat meegeleverd wordt, is een stand-in: neem het sjabloon op met `ibndocs form use`. Een voorbespreking is niet verplicht, dus is dit een opmerking, en na de dagen van de voorbespreking niets meer.",
        "Who asks for a preliminary talk mails the filled template of the website (5.1). What ships is a stand-in: take the template in with `ibndocs form use`. A talk is not mandatory, so this is a note, and nothing once the days of the talks have passed.",
    ),
    wrong="project.yaml:\nforms/:",
    right="project.yaml:\nforms/:\n  - voorbespreking.docx\n  - voorbespreking.slots.yaml",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The request, as long as it can be sent."""
    talk = dossier.call.date_by_id["preliminary_talk"]
    if dossier.on <= (talk.until or talk.day):
        yield from ask_official(dossier, ABOUT.clause)
