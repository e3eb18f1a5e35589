"""What a company promises in its own words is what the plan counts on (5.2.1, 4.2.4).

Wrong: a motivation that names 12 500 euro a year beside a fee of 4 650. Right: the amount of the plan, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ibndocs.finance.cofinancing import Payer
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.numbers import NumberFault, parse_money
from ibndocs.foundation.values import Euro
from ibndocs.rules.grouping import show_first
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BRF12",
    name="promise-differs",
    asks=Text(
        "Een bedrag dat een bedrijf in zijn motivering of rol toezegt, is een bedrag dat het plan van dat bedrijf verwacht.",
        "An amount that a company promises in its motivation or role is one that the plan expects of it.",
    ),
    why=Text(
        "De brief drukt zowel de eigen woorden van het bedrijf af als de bedragen van het cofinancieringsplan. Spreken die elkaar tegen, dan is het engagement niet te geloven. Gelezen worden alleen zinnen over lidgeld, bijdrage of sponsoring.",
        "The letter prints the company's own words and the amounts of the cofinancing plan. When they contradict each other the promise is not credible. Only sentences on fees, contributions or sponsoring are read.",
    ),
    wrong="companies:\n  - {name: Infuzo nv, cash: 4650, motivation: Wij betalen daarvoor jaarlijks 12.500 euro lidgeld.}",
    right="companies:\n  - {name: Infuzo nv, cash: 4650, motivation: Wij betalen daarvoor jaarlijks 4.650 euro lidgeld.}",
    terms=("findings_max",),
)
_AMOUNT = re.compile(r"(?:€|\beuro\b|\bEUR\b)\s?(\d[\d.\u00a0 ,]*\d|\d)|(\d[\d.\u00a0 ,]*\d|\d)\s?(?:€|euro\b|EUR\b)")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each company whose money counts."""
    yield from show_first(
        _find_different(dossier),
        dossier,
        Text("bedragen die het plan niet kent", "amounts that the plan does not know"),
    )


def _find_different(dossier: Dossier) -> Iterator[Violation]:
    for payer in dossier.plan.counted:
        expected = _expected(payer)
        for key, text in (("motivation", payer.company.motivation), ("role", payer.company.role)):
            promised = [amount for amount in _read_promises(text, dossier) if amount not in expected]
            if promised:
                yield Violation(
                    ("companies", payer.index, key),
                    Text(
                        f"{payer.company.name} spreekt van {Euro(promised[0])}, het plan rekent op {_list(payer)}",
                        f"{payer.company.name} speaks of {Euro(promised[0])}, the plan counts on {_list(payer)}",
                    ),
                    Text("laat tekst en plan hetzelfde bedrag noemen", "let text and plan name the same amount"),
                    Severity.WARNING,
                )


def _expected(payer: Payer) -> set[Decimal]:
    """Every amount that may be meant: of a year, or of all years together."""
    kinds = (payer.membership, payer.sponsoring, payer.cash)
    return {amount for kind in kinds for amount in (*kind, Decimal(sum(kind)))}


def _list(payer: Payer) -> str:
    return ", ".join(str(Euro(amount)) for amount in payer.cash)


def _read_promises(text: str, dossier: Dossier) -> Iterator[Decimal]:
    """The amounts in sentences that promise money."""
    if not _AMOUNT.search(text):
        return
    for sentence in _SENTENCE_END.split(text):
        if match_word(sentence, dossier.call.words["promise"]):
            for before, after in _AMOUNT.findall(sentence):
                try:
                    yield parse_money((before or after).strip(" .,\u00a0"))
                except NumberFault:
                    continue
