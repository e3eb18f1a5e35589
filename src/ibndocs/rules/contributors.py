"""Contributions that count for nothing, with how much a plan needs them (4.2.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Euro
from ibndocs.model.parties import Kind
from ibndocs.rules.needed import name_years, years_in_need
from ibndocs.rules.rule import Path, Violation
from ibndocs.views import Dossier


def blame_contributors(dossier: Dossier, kinds: Collection[Kind]) -> Iterator[Violation]:
    """What organisations of `kinds` contribute: a note, or the clause's own weight where a year with a gap needs it."""
    plan = dossier.plan
    partners = {id(partner): index for index, partner in enumerate(dossier.project.partners)}
    found: list[tuple[Path, str, Kind, tuple[int, ...], str]] = []
    for partner, amounts in plan.excluded_partners:
        if partner.kind in kinds:
            path: Path = ("partners", partners[id(partner)], "contribution")
            found.append(
                (path, partner.name, partner.kind, years_in_need(plan, amounts), str(Euro(sum(amounts, ZERO))))
            )
    for payer in plan.excluded:
        kind = payer.company.kind
        if kind in kinds and kind is not Kind.COMPANY and payer.total:
            path = ("companies", payer.index, "kind")
            found.append((path, payer.company.name, kind, years_in_need(plan, payer.cash), str(Euro(payer.total))))
    for path, name, kind, needed, amount in found:
        label = dossier.call.labels["kind"][kind].lower()
        english = kind.value.replace("_", " ")
        yield Violation(
            path,
            Text(
                f"{amount} van {name} ({label}) telt niet mee als cofinanciering"
                + (f", terwijl jaar {name_years(needed)} niet sluit" if needed else ""),
                f"{amount} of {name} ({english}) does not count as cofinancing"
                + (f", while year {name_years(needed)} does not close" if needed else ""),
            ),
            Text(
                "zoek dat bedrag bij ondernemingen van het netwerk",
                "find that amount with companies of the network",
            ),
            None if needed else Severity.NOTE,
        )
