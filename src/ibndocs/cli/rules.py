"""`ibndocs rules`: every clause of the call and the rules that ask it, as a table or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from ibndocs.cli.bilingual import command, language_of, option
from ibndocs.cli.choices import CALL, choose_format
from ibndocs.foundation.findings import Text


@command(
    "rules",
    help=Text(
        nl="Toon de eisen van de oproep en de regels die ze toetsen.",
        en="Show the clauses of the call and the rules that check them.",
    ),
    examples=("ibndocs rules", "ibndocs rules --phase 1 --severity knock-out", "ibndocs rules --manual --format json"),
)
@CALL
@option("--phase", type=click.Choice(["0", "1", "2"]), help=Text(nl="Alleen deze fase.", en="This phase only."))
@option(
    "--severity",
    type=click.Choice(["knock-out", "limit", "exclusion", "advice", "info"]),
    help=Text(nl="Alleen dit gewicht.", en="This weight only."),
)
@option(
    "--manual",
    is_flag=True,
    help=Text(nl="Alleen wat een persoon moet nakijken.", en="Only what a person must look at."),
)
@choose_format()
def rules(name: str, phase: str | None, severity: str | None, manual: bool, shape: str) -> None:
    """Print the table."""
    rows = [
        row
        for row in list_rows(name, language_of())
        if (phase is None or int(phase) in row.phases)
        and (not severity or row.severity.startswith(severity))
        and (not manual or not row.rules)
    ]
    if shape == "json":
        click.echo(json.dumps([row.to_json() for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        asked = ", ".join(row.rules) or "–"
        click.echo(f"{row.clause}  {row.severity:<22.22}  {asked}\n       {row.summary}")


@dataclass(frozen=True)
class Row:
    """One clause, or one check of our own, with the names of its rules."""

    clause: str
    severity: str
    phases: tuple[int, ...]
    section: str
    summary: str
    rules: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """The row as JSON."""
        return {
            "clause": self.clause,
            "severity": self.severity,
            "phases": list(self.phases),
            "section": self.section or None,
            "summary": self.summary,
            "rules": list(self.rules),
        }


def list_rows(name: str, language: str) -> Iterator[Row]:
    """The clauses of the call in its order, then the checks of our own."""
    from ibndocs.call import load_call
    from ibndocs.rules import find_rules
    from ibndocs.rules.asking import ALWAYS, phases_of
    from ibndocs.rules.reference import fill_numbers

    call = load_call(name)
    names: dict[str, list[str]] = {}
    for rule in find_rules():
        names.setdefault(rule.about.clause, []).append(rule.about.name)
    for clause in call.clauses:
        summary = clause.summary if language == "nl" else clause.requirement
        asked = tuple(names.pop(clause.id, ()))
        yield Row(clause.id, clause.severity, phases_of(clause), clause.section, summary, asked)
    for rule in find_rules():
        if rule.about.clause in names:
            asks = fill_numbers(rule.about.asks, call, language)
            yield Row(rule.about.clause, "structure", ALWAYS, "", asks, (rule.about.name,))
