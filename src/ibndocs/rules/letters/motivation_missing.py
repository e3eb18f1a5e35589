"""Every company says why it takes part, in more than a few words (5.2.1: strengthens the support).

Wrong: `motivation: ""`. Right: two or three sentences that only this company could write.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.foundation.prose import count_words
from ibndocs.rules.grouping import list_names, show_first
from ibndocs.rules.letter_worth import is_counted
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF11",
    name="motivation-missing",
    asks=Text(
        "Elk bedrijf heeft een persoonlijke motivering van meer dan enkele woorden.",
        "Every company has a personal motivation of more than a few words.",
    ),
    why=Text(
        "Persoonlijk gemotiveerde brieven dragen de voorkeur en versterken de gedragenheid (5.2.1). Een brief zonder motivering telt wel mee.",
        "Letters with a personal motivation are preferred and strengthen the support (5.2.1). A letter without one does count.",
    ),
    wrong="companies:\n  - {name: Vezelpaneel Kempen nv, motivation: Interessant project}",
    right="companies:\n  - name: Vezelpaneel Kempen nv\n    motivation: Onze platen passen slecht in een scheve gevel. Met plaatsers en ontwerpers zoeken we een dikte en verbinding voor renovatie.",
    terms=("motivation_words_min", "findings_max"),
)
_FIX = Text(
    "vraag het bedrijf waarom het deelneemt en schrijf dat in zijn woorden",
    "ask the company why it takes part and write that in its words",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Companies without a motivation together, short ones one by one."""
    least = int(dossier.call.thresholds["motivation_words_min"].value)
    counted = [(i, company) for i, company in enumerate(dossier.project.companies) if is_counted(company)]
    lengths = [(index, company, count_words(company.motivation)) for index, company in counted]
    silent = [(index, company.name) for index, company, length in lengths if not length]
    if silent:
        names = list_names(name for _, name in silent)
        yield Violation(
            ("companies", silent[0][0], "motivation"),
            Text(
                f"zonder motivering: {len(silent)} van de {len(counted)} bedrijven, {names.nl}",
                f"without motivation: {len(silent)} of the {len(counted)} companies, {names.en}",
            ),
            _FIX,
        )
    short = (
        Violation(
            ("companies", index, "motivation"),
            Text(
                f"de motivering van {company.name} telt {length} woorden; dat zegt weinig over dit bedrijf",
                f"the motivation of {company.name} has {length} words; that says little of this company",
            ),
            _FIX,
        )
        for index, company, length in lengths
        if 0 < length < least
    )
    yield from show_first(short, dossier, Text("korte motiveringen", "short motivations"))
