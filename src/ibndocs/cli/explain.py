"""`ibndocs explain RULE`: what a rule or clause asks, why, and how to do it right; what any other code means."""

from __future__ import annotations

from collections.abc import Iterable

import click

from ibndocs.cli.bilingual import command, language_of
from ibndocs.cli.choices import CALL
from ibndocs.cli.report import ExitCode
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text


@command(
    "explain",
    help=Text(
        nl="Leg een regel of eis uit: wat ze vraagt, waarom, de plaats in de handleiding, een fout en een goed voorbeeld. "
        "Van elke andere code van een melding: wat ze betekent.",
        en="Explain a rule or clause: what it asks, why, its place in the guideline, a wrong and a right example. Of any "
        "other code of a message: what it means.",
    ),
    examples=("ibndocs explain BRF03", "ibndocs explain cash-share-too-low --lang en", "ibndocs explain SLT28"),
)
@click.argument("rule")
@CALL
def explain(rule: str, name: str) -> int:
    """Print the explanation; an unknown rule gets the nearest known ones."""
    from ibndocs.call import load_call
    from ibndocs.foundation.codes import explain_code
    from ibndocs.rules.reference import explain_clause, explain_rule, find_about

    call, language = load_call(name), language_of()
    rules = find_about(rule)
    clause = call.clause_by_id.get(rules[0].about.clause if rules else rule.upper())
    if not rules and clause is None:
        code = rule.upper()
        meaning = explain_code(code)
        if meaning is not None:
            click.echo(f"{code}: {meaning.in_language(language)}")
            return ExitCode.CLEAN
        raise FaultyInput([describe_unknown(rule, list(call.clause_by_id))])
    parts = [*(explain_clause(clause, call, language) if clause else ())]
    for found in rules:
        parts += [f"### {found.about.clause} {found.about.name}", *explain_rule(found.about, call, language)]
    title = f"{clause.id} – {clause.term}" if clause else rules[0].about.clause
    click.echo("\n\n".join([f"## {title}", *parts]))
    return ExitCode.CLEAN


def describe_unknown(rule: str, clauses: Iterable[str] = ()) -> Finding:
    """That no rule or clause has this name, with the nearest that there are."""
    from difflib import get_close_matches

    from ibndocs.rules import find_rules

    known = [*clauses, *(found.about.name for found in find_rules()), *(found.about.clause for found in find_rules())]
    near = get_close_matches(rule.upper(), known, 2, 0.5) + get_close_matches(rule.lower(), known, 2, 0.5)
    hint = ", ".join(dict.fromkeys(near))
    fix = Text(f"bedoelde u: {hint}?", f"did you mean: {hint}?")
    if not hint:
        fix = Text("ibndocs rules noemt ze alle", "ibndocs rules lists them all")
    return Finding(
        "DOC02",
        Severity.ERROR,
        Text(f"er is geen regel, eis of code '{rule}'", f"there is no rule, clause or code '{rule}'"),
        fix=fix,
    )
