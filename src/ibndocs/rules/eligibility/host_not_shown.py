"""An existing organisation that hosts the cluster organisation shows four things (4.1, I to IV).

Wrong: an applicant with other members and no word on its role as host. Right: four texts of substance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.unknown_names import is_unknown
from ibndocs.views import Dossier

ABOUT = About(
    clause="AAN14",
    name="host-not-shown",
    asks=Text(
        "Een host toont aan: (I) competenties en trackrecord, (II) geen overlap met de gewone werking, (III) neutraliteit en open toegang, (IV) financiële transparantie.",
        "A host shows: (I) competences and track record, (II) no overlap with its regular work, (III) neutrality and open access, (IV) financial transparency.",
    ),
    why=Text(
        "Een bestaande organisatie die als host optreedt, moet de vier voorwaarden aantonen (4.1). Wie ook leden buiten het netwerk heeft, is zo’n organisatie. Een leeg antwoord is een fout; een heel kort antwoord toont niets aan en is een waarschuwing.",
        "An existing organisation that acts as host must show the four conditions (4.1). One that has members outside the network is such an organisation. An empty answer is an error; a very short one shows nothing and is a warning.",
    ),
    wrong="applicant: {other_members: true}",
    right="applicant:\n  other_members: true\n  host_organisation: {competences: {file: teksten/host-competenties.md}, no_overlap: {file: teksten/host-geen-overlap.md}, neutrality: {file: teksten/host-neutraliteit.md}, transparency: {file: teksten/host-transparantie.md}}",
    terms=("host_words_min",),
)
_CONDITIONS = {
    "competences": Text("I, competenties en trackrecord", "I, competences and track record"),
    "no_overlap": Text("II, geen overlap", "II, no overlap"),
    "neutrality": Text("III, neutraliteit en toegang", "III, neutrality and access"),
    "transparency": Text("IV, financiële transparantie", "IV, financial transparency"),
}


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The four texts of a host."""
    applicant = dossier.project.applicant
    host = applicant.host_organisation
    if host is None:
        if applicant.other_members:
            yield Violation(
                ("applicant", "other_members"),
                Text(
                    f"{applicant.name} heeft ook andere leden, maar toont de vier voorwaarden voor een host niet aan",
                    f"{applicant.name} has other members too, but does not show the four conditions for a host",
                ),
                Text("vul applicant.host_organisation aan", "add applicant.host_organisation"),
            )
        return
    least = dossier.call.thresholds["host_words_min"].value
    for key, what in _CONDITIONS.items():
        text = getattr(host, key)
        words = count_words(text)
        if is_unknown(text, dossier.call):
            yield Violation(
                ("applicant", "host_organisation", key),
                Text(f"voorwaarde {what.nl}, is niet aangetoond", f"condition {what.en}, is not shown"),
                Text("schrijf waaruit dat blijkt", "write by what that shows"),
            )
        elif words < least:
            yield Violation(
                ("applicant", "host_organisation", key),
                Text(
                    f"voorwaarde {what.nl}, krijgt {words} woorden; dat toont weinig aan",
                    f"condition {what.en}, gets {words} words; that shows little",
                ),
                Text("schrijf waaruit dat blijkt", "write by what that shows"),
                Severity.WARNING,
            )
