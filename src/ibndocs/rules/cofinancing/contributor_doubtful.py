"""The name of a paying company hints at an organisation whose money does not count (4.2.4, box).

Wrong: `Hogeschool Scheldeland` as `kind: company`. Right: `kind: research_organisation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.rules.grouping import show_first
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF05",
    name="contributor-doubtful",
    asks=Text(
        "Wie als onderneming betaalt, heeft geen naam die op een uitgesloten organisatie wijst.",
        "Whoever pays as enterprise has no name that hints at an excluded organisation.",
    ),
    why=Text(
        "Een ondernemingsnummer bewijst niet dat een organisatie een onderneming is: ook federaties en universiteiten hebben er een. De regel kijkt naar woorden in de naam en waarschuwt; het laatste woord is aan een persoon.",
        "An enterprise number does not prove that an organisation is an enterprise: federations and universities have one too. The rule looks at words in the name and warns; a person has the last word.",
    ),
    wrong="companies:\n  - {name: Hogeschool Scheldeland, kind: company}",
    right="companies:\n  - {name: Hogeschool Scheldeland, kind: research_organisation}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company that pays and counts."""
    yield from show_first(
        find_doubtful(dossier), dossier, Text("bedrijven met zo'n naam", "companies with such a name")
    )


def find_doubtful(dossier: Dossier) -> Iterator[Violation]:
    """Every payer whose name holds one of the words."""
    words = dossier.call.words["not_enterprise"]
    for payer in dossier.plan.counted:
        word = match_word(payer.company.name, words) if payer.total else None
        if word:
            yield Violation(
                ("companies", payer.index, "kind"),
                Text(
                    f"{payer.company.name} telt voor {Euro(payer.total)} mee als onderneming, '{word}' wijst op een uitgesloten organisatie",
                    f"{payer.company.name} counts as enterprise for {Euro(payer.total)}, '{word}' hints at an excluded organisation",
                ),
                Text(
                    "kies de juiste soort in kind; is het toch een onderneming, wijk dan met die reden af",
                    "choose the right kind; if it is an enterprise after all, waive the rule with that reason",
                ),
                Severity.WARNING,
            )
