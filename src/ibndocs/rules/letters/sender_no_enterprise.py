"""The sender of a letter is an enterprise of the target group (4.1, 4.2.4, 5.2.1).

Research organisations, federations, collective centres and public bodies may take part, but their letter does not
count. Wrong: a partner that is listed as company too. Right: such an organisation among the partners only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.model.parties import Company
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF10",
    name="sender-no-enterprise",
    asks=Text(
        "Elk bedrijf in de lijst is een onderneming; een partner die geen onderneming is, staat niet ook bij de bedrijven.",
        "Every company in the list is an enterprise; a partner that is none is not listed as company too.",
    ),
    why=Text(
        "Alleen ondernemingen die representatief zijn voor de doelgroep geven een mandaat (4.1) en brengen cofinanciering in (4.2.4, kader). Een ondernemingsnummer bewijst niets: ook federaties en universiteiten hebben er een. Aan een naam is het enkel te vermoeden, vandaar een waarschuwing. Een brief van een organisatie die als andere soort is aangeduid, telt niet mee.",
        "Only enterprises that represent the target group give a mandate (4.1) and bring in cofinancing (4.2.4, box). An enterprise number proves nothing: federations and universities have one too. By a name it can only be suspected, hence a warning. A letter of an organisation marked as another kind does not count.",
    ),
    wrong="companies:\n  - {name: Federatie Houtbouw Vlaanderen, kind: company}",
    right="companies:\n  - {name: Federatie Houtbouw Vlaanderen, kind: federation}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company."""
    partners = {partner.enterprise_number: partner for partner in dossier.project.partners if partner.enterprise_number}
    for index, company in enumerate(dossier.project.companies):
        if not is_counted(company):
            yield from _note_letter(index, company)
        elif partner := partners.get(company.enterprise_number):
            kind = dossier.call.labels["kind"][partner.kind]
            yield Violation(
                ("companies", index, "enterprise_number"),
                Text(
                    f"{company.name} staat bij de bedrijven, maar heeft het ondernemingsnummer van partner {partner.name} ({kind})",
                    f"{company.name} is listed as company, but has the enterprise number of partner {partner.name} ({partner.kind})",
                ),
                Text(
                    "laat de organisatie alleen bij de partners staan", "list the organisation among the partners only"
                ),
            )
        elif word := match_word(company.name, dossier.call.words["not_enterprise"]):
            yield Violation(
                ("companies", index, "name"),
                Text(
                    f"{company.name} is wellicht geen onderneming (“{word}”); haar brief en bijdrage tellen dan niet",
                    f"{company.name} may be no enterprise (“{word}”); its letter and contribution do not count then",
                ),
                Text("kijk de soort na en pas kind aan", "check what kind it is and set kind"),
                Severity.WARNING,
            )


def _note_letter(index: int, company: Company) -> Iterator[Violation]:
    if company.letters.phase1.signed_on or company.letters.phase2.signed_on:
        reason = Text("is geen onderneming", "is no enterprise")
        if company.involved is False:
            reason = Text("is niet bij het netwerk betrokken", "is not involved in the network")
        yield Violation(
            ("companies", index, "letters"),
            Text(
                f"de brief van {company.name} telt niet mee: de organisatie {reason.nl}",
                f"the letter of {company.name} does not count: the organisation {reason.en}",
            ),
            Text("reken er niet op voor het gevraagde aantal", "do not rely on it for the number asked"),
            Severity.WARNING,
        )
