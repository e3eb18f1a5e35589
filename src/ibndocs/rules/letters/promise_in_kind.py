"""No company promises a contribution in kind: the cofinancing of an IBN is cash and paid activities (4.2.4, 5.2.1).

Wrong: a motivation that offers "twintig dagen in natura". Right: an amount in euro, or a role without a price.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.declarations import find_missing
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF07",
    name="promise-in-kind",
    asks=Text(
        "Geen motivatie of rol spreekt van een bijdrage in natura.",
        "No motivation or role speaks of a contribution in kind.",
    ),
    why=Text(
        "In de brief verklaart elk bedrijf dat het de cofinancieringsprincipes kent (5.2.1). Die kennen alleen cashbijdragen en inkomsten uit activiteiten (4.2.4). Een brief die een bijdrage in natura belooft, spreekt die verklaring tegen. Een waarschuwing, want het woord kan ook iets anders betekenen.",
        "In the letter each company declares that it knows the principles of cofinancing (5.2.1). These know only cash and income from activities (4.2.4). A letter that promises something in kind contradicts it. A warning, as the words may mean something else.",
    ),
    wrong="companies:\n  - name: Vezelpaneel Kempen nv\n    role: Brengt twintig werkdagen in natura in",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    role: Stelt de proefpers open voor bezoek",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The declarations of the call pack, then each motivation and role."""
    yield from find_missing(dossier, ABOUT.clause)
    words = dossier.call.words["in_kind"]
    for index, company in enumerate(dossier.project.companies):
        for key, text in (("role", company.role), ("motivation", company.motivation)):
            if found := match_word(text, words):
                yield Violation(
                    ("companies", index, key),
                    Text(
                        f"{company.name} spreekt van “{found}”; de cofinanciering kent alleen cash en betaalde activiteiten",
                        f"{company.name} speaks of “{found}”; the cofinancing knows only cash and paid activities",
                    ),
                    Text(
                        "noem een bedrag in euro, of beschrijf de inzet als rol zonder waarde",
                        "name an amount in euro, or describe the effort as a role without a value",
                    ),
                    Severity.WARNING,
                )
