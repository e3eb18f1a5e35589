"""The contribution to policy is visible in the indicators (annex 1.2).

Wrong: no indicator with `policy`. Right: most of them name the goal they reflect.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.grouping import list_names
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="KPI08",
    name="policy-link-missing",
    asks=Text(
        "De meeste indicatoren noemen de beleidsdoelstelling die ze weerspiegelen.",
        "Most indicators name the policy goal they reflect.",
    ),
    why=Text(
        "Een goed project draagt bij aan beleidsdoelstellingen, en dat weerspiegelt zich in de KPI’s.",
        "A good project contributes to policy goals, and that shows in the indicators.",
    ),
    wrong='kpis:\n  - {id: E1, policy: ""}',
    right='kpis:\n  - {id: E1, policy: "Clusterbeleid, interactie tussen ondernemingen"}',
    terms=("policy_link_share",),
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The indicators together; the first without a link is the place."""
    kpis = dossier.project.kpis
    without = [index for index, kpi in enumerate(kpis) if not kpi.policy.strip()]
    least = dossier.call.thresholds["policy_link_share"].value
    if without and len(kpis) - len(without) < len(kpis) * least:
        names = list_names(kpis[index].id for index in without)
        yield Violation(
            ("kpis", without[0]),
            Text(
                f"{len(without)} van de {len(kpis)} indicatoren {'noemt' if len(without) == 1 else 'noemen'} geen beleidsdoelstelling: {names.nl}",
                f"{len(without)} of the {len(kpis)} indicators {'names' if len(without) == 1 else 'name'} no policy goal: {names.en}",
            ),
            Text("vul policy in", "fill in policy"),
        )
