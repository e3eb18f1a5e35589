"""The beneficiary commits itself to separate accounts (4.2.2).

Wrong: `separate_accounting: false`. Right: `true`, and a host that says how the flows are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG15",
    name="accounting-not-separate",
    asks=Text(
        "De begunstigde verbindt zich tot een gescheiden boekhouding, en een host zegt hoe.",
        "The beneficiary commits itself to separate accounts, and a host says how.",
    ),
    why=Text(
        "De clusterorganisatie onderscheidt kosten en financiering van wat ze buiten het project doet. Een organisatie die ook andere activiteiten heeft, maakt dat geloofwaardig door haar boekhouding te noemen; ontbreekt elk woord daarover, dan volgt een waarschuwing.",
        "The cluster organisation keeps costs and funding of what it does outside the project apart. An organisation with other activities makes that credible by naming its accounts; when not a word is said on them, a warning follows.",
    ),
    wrong="applicant:\n  separate_accounting: false",
    right="applicant:\n  separate_accounting: true",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The commitment, then the host's own words."""
    applicant = dossier.project.applicant
    if not applicant.separate_accounting:
        yield Violation(
            ("applicant", "separate_accounting"),
            Text(
                "de aanvrager verbindt zich niet tot een gescheiden boekhouding, de oproep vraagt dat",
                "the applicant does not commit itself to separate accounts, the call asks it",
            ),
            Text(
                "voer een gescheiden boekhouding in en zet separate_accounting op true",
                "set up separate accounts and set separate_accounting to true",
            ),
        )
    host = applicant.host_organisation
    if host and not match_word(host.transparency, dossier.call.words["accounting"]):
        yield Violation(
            ("applicant", "host_organisation", "transparency"),
            Text(
                "de tekst over financiële transparantie noemt geen boekhouding of rekening",
                "the text on financial transparency names no accounts",
            ),
            Text(
                "schrijf hoe de geldstromen in de boekhouding gescheiden blijven",
                "write how the flows are kept apart in the accounts",
            ),
            Severity.WARNING,
        )
