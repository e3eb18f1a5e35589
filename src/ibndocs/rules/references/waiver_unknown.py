"""A waiver names a rule or a clause that a rule asks.

Wrong: `rule: COF99`. Right: `rule: COF11` or `rule: contributions-concentrated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.foundation.suggestions import quote, suggest_name
from ibndocs.rules.asking import find_rules
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="REF08",
    name="waiver-unknown",
    asks=Text(
        "Een afwijking noemt een regel die bestaat.",
        "A waiver names a rule that exists.",
    ),
    why=Text(
        "Een afwijking met een tikfout doet niets: de melding blijft staan en de reden wordt nergens getoond. Een eis die een persoon beoordeelt, geeft geen meldingen en heeft dus geen afwijking nodig.",
        "A waiver with a slip does nothing: the finding stays and the reason is shown nowhere. A clause judged by a person gives no findings and so needs no waiver.",
    ),
    wrong="waivers:\n  - {rule: contributions-concentratd, reason: Eén trekker draagt meer.}",
    right="waivers:\n  - {rule: contributions-concentrated, reason: Eén trekker draagt meer.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each waiver."""
    rules = find_rules()
    known = sorted({rule.about.clause for rule in rules} | {rule.about.name for rule in rules})
    for index, waiver in enumerate(dossier.project.waivers):
        if waiver.rule in known:
            continue
        path = ("waivers", index, "rule")
        clause = dossier.call.clause_by_id.get(waiver.rule)
        if clause and clause.manual:
            yield Violation(
                path,
                Text(
                    f"{waiver.rule} wordt door een persoon beoordeeld en geeft geen meldingen",
                    f"{waiver.rule} is judged by a person and gives no findings",
                ),
                Text("schrap de afwijking", "drop the waiver"),
                Severity.WARNING,
            )
            continue
        fix = suggest_name(waiver.rule.lower(), known, quote) or suggest_name(waiver.rule.upper(), known, quote)
        yield Violation(
            path,
            Text(f"er is geen regel '{waiver.rule}'", f"there is no rule '{waiver.rule}'"),
            fix or Text("'ibndocs rules' toont alle regels", "'ibndocs rules' shows all rules"),
        )
