"""A company that engages itself says for how much (5.2.1, 4.2.4).

Wrong: `status: engaged` without a tier, fee or sponsoring. Right: a tier, or amounts of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.model.parties import Status
from ibndocs.rules.grouping import show_first
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF12",
    name="engaged-without-amount",
    asks=Text(
        "Een bedrijf waarvan de bijdrage toegezegd is, heeft in minstens één projectjaar een bedrag.",
        "A company whose contribution is promised has an amount in at least one project year.",
    ),
    why=Text(
        "Een toezegging van financieel engagement versterkt de gedragenheid (5.2.1), en het cofinancieringsplan noemt engagementen per bedrijf (4.2.4). De brieven nemen hun bedragen uit het plan over, zodat ze niet kunnen verschillen; of het bedrijf dat bedrag ook echt ondertekende, ziet alleen een persoon.",
        "A promise of money strengthens the support (5.2.1), and the cofinancing plan lists promises by company (4.2.4). Letters take their amounts from the plan, so they cannot differ; whether the company really signed that amount only a person can see.",
    ),
    wrong="companies:\n  - {name: Vezelpaneel Kempen nv, status: engaged}",
    right="companies:\n  - {name: Vezelpaneel Kempen nv, status: engaged, tier: groot}",
    terms=("findings_max",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company whose money counts."""
    empty = (
        Violation(
            ("companies", payer.index, "tier"),
            Text(
                f"{payer.company.name} zou een bijdrage toezeggen, maar heeft in geen enkel jaar een bedrag",
                f"{payer.company.name} would promise a contribution, but has no amount in any year",
            ),
            Text(
                "kies een lidmaatschapscategorie, noem een bedrag, of zet status op expected",
                "choose a membership tier, name an amount, or set status to expected",
            ),
        )
        for payer in dossier.plan.counted
        if payer.company.status is Status.ENGAGED and not payer.total
    )
    yield from show_first(empty, dossier, Text("bedrijven zonder bedrag", "companies without amount"))
