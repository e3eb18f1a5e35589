"""One person on two lines of the team works no more than full time in all (4.2.2 I: pro rata).

Wrong: `An Peeters` with `fte: 1` and once more with `fte: 0.5`. Right: one line for each person, or other names.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ibndocs.finance.rounding import ZERO
from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.values import Number
from ibndocs.rules.patterns import match_word
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="BEG08",
    name="person-twice",
    asks=Text(
        "Wie op meer dan één lijn van het team staat, werkt samen niet meer dan voltijds.",
        "Whoever stands on more than one line of the team works no more than full time in all.",
    ),
    why=Text(
        "Per lijn kan de inzet kloppen terwijl een persoon samen meer dan voltijds werkt. Naamgenoten bestaan: daarom een waarschuwing. Een functie die nog in te vullen is, zoals 'Aan te werven', is geen persoon.",
        "Line by line the effort may be right while a person works more than full time in all. Namesakes exist: hence a warning. A post that is still open, such as 'Aan te werven', is no person.",
    ),
    wrong="team:\n  - {id: an, name: An Peeters, fte: 1}\n  - {id: bo, name: An Peeters, fte: 0.5}",
    right="team:\n  - {id: an, name: An Peeters, fte: 1}\n  - {id: bo, name: Bo Claes, fte: 0.5}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each name that stood on an earlier line; the first year above full time."""
    worked: dict[str, tuple[Decimal, ...]] = {}
    for index, line in enumerate(dossier.budget.staff):
        name = " ".join(line.person.name.split())
        before = worked.get(name.casefold())
        if match_word(name, dossier.call.words["vacancies"]):
            continue
        both = tuple(one + other for one, other in zip(before or (ZERO,) * len(line.fte), line.fte, strict=True))
        worked[name.casefold()] = both
        year = next((year for year, fte in enumerate(both, 1) if fte > 1), None)
        if before and year:
            yield Violation(
                ("team", index, "name"),
                Text(
                    f"{name} staat op meer dan één lijn en werkt in jaar {year} samen {Number(both[year - 1])} VTE",
                    f"{name} stands on more than one line and works {both[year - 1]} FTE in all in year {year}",
                ),
                Text("verbeter de naam, of verdeel de inzet", "correct the name, or spread the effort"),
                Severity.WARNING,
            )
