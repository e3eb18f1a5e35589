"""The cash does not hang on a few payers (4.2.4 and box).

Share of the largest payer and of the three largest, and the Herfindahl index of all shares. Wrong: one company that
pays a third. Right: thirty payers, the largest 9 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ibndocs.finance.cofinancing import Payer
from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Euro, Number, Percent
from ibndocs.model.parties import Size
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="COF11",
    name="contributions-concentrated",
    asks=Text(
        "De grootste betaler, de drie grootste en de verdeling als geheel blijven onder een grens.",
        "The largest payer, the three largest and the spread as a whole stay below a limit.",
    ),
    why=Text(
        "Er wordt een evenwichtige spreiding gevraagd die rekening houdt met het aantal betalende leden en hun draagkracht. De handleiding geeft geen cijfers: de grenzen zijn eigen vuistregels. De melding toont wie betaalt, per grootteklasse.",
        "An even spread is asked that takes account of the number of paying members and of what they can bear. The guideline gives no figures: the limits are rules of thumb of our own. The message shows who pays, by size class.",
    ),
    wrong="companies:\n  - {name: Bedrijf 01, sponsoring: 100000}\n  - {name: Bedrijf 02, cash: 5000}",
    right="companies:\n  - {name: Bedrijf 01, sponsoring: 5000}\n  - {name: Bedrijf 02, cash: 5000}",
    terms=(
        "top1_share_max",
        "top3_share_max",
        "hhi_max",
    ),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The three measures in one finding, at the largest payer."""
    plan, limits = dossier.plan, dossier.call.thresholds
    spread = plan.concentration
    over = (
        spread.top1 > limits["top1_share_max"].value
        or spread.top3 > limits["top3_share_max"].value
        or spread.hhi > limits["hhi_max"].value
    )
    if over:
        largest = max(plan.counted, key=lambda payer: (payer.total, -payer.number))
        classes = describe_classes(plan.counted, dossier)
        yield Violation(
            ("companies", largest.index),
            Text(
                f"{spread.largest} draagt {Percent(spread.top1)} van de cash, de drie grootste samen {Percent(spread.top3)}, Herfindahl-index {Number(spread.hhi)} (vuistregel: {Percent(limits['top1_share_max'].value, 0)}, {Percent(limits['top3_share_max'].value, 0)} en {Number(limits['hhi_max'].value)}); {spread.payers} betalers: {classes}",
                f"{spread.largest} bears {Percent(spread.top1)} of the cash, the three largest together {Percent(spread.top3)}, Herfindahl index {Number(spread.hhi)} (rule of thumb: {Percent(limits['top1_share_max'].value, 0)}, {Percent(limits['top3_share_max'].value, 0)} and {Number(limits['hhi_max'].value)}); {spread.payers} payers: {classes}",
            ),
            Text(
                "spreid de bijdragen over meer leden, of leg in spread uit waarom ze zo verdeeld zijn",
                "spread the contributions over more members, or explain in spread why they are shared so",
            ),
        )


def describe_classes(payers: Iterable[Payer], dossier: Dossier) -> str:
    """Number and cash of the payers by size class: `4 Groot (€ 178.000,00), 8 Middelgroot (...)`."""
    paying = [payer for payer in payers if payer.total]
    labels, parts = dossier.call.labels["size"], []
    for size in reversed(Size):
        totals = [payer.total for payer in paying if payer.company.size is size]
        if totals:
            parts.append(f"{len(totals)} {labels.get(size, size)} ({Euro(sum(totals, ZERO))})")
    return ", ".join(parts)
