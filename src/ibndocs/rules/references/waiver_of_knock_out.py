"""A waiver cannot set a knock-out aside.

Wrong: `rule: AAN09`. Right: put the fault right.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.asking import find_rules
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF09",
    name="waiver-of-knock-out",
    asks=Text(
        "Een afwijking gaat niet over een knock-out.",
        "A waiver is not about a knock-out.",
    ),
    why=Text(
        "Een aanvraag die een uitsluitende voorwaarde niet haalt, is onontvankelijk, welke reden er ook is. De afwijking wordt niet gevolgd; enkel waarschuwingen van die regel worden een mededeling.",
        "An application that fails a knock-out is not admissible, whatever the reason. The waiver is not followed; only warnings of that rule become notes.",
    ),
    wrong="waivers:\n  - {rule: AAN07, reason: We hebben genoeg aan twee jaar.}\nproject: {duration_months: 24}",
    right="waivers: []\nproject: {duration_months: 36}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each waiver."""
    clauses = {name: rule.about.clause for rule in find_rules() for name in (rule.about.name, rule.about.clause)}
    for index, waiver in enumerate(dossier.project.waivers):
        clause = dossier.call.clause_by_id.get(clauses.get(waiver.rule, ""))
        if clause and clause.severity.startswith("knock-out"):
            yield Violation(
                ("waivers", index, "rule"),
                Text(
                    f"'{waiver.rule}' is een knock-out ({clause.id}): daarvan kan niet worden afgeweken",
                    f"'{waiver.rule}' is a knock-out ({clause.id}): it cannot be waived",
                ),
                Text("verhelp de fout en schrap de afwijking", "put the fault right and drop the waiver"),
                Severity.WARNING,
            )
