"""What a rule or clause says about itself, as text in Dutch or English; `explain` and the rule reference share it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ibndocs.call.pack import Call, Clause
from ibndocs.foundation.findings import Text
from ibndocs.foundation.values import Number
from ibndocs.rules.asking import find_rules
from ibndocs.rules.rule import About, Rule

_NAME = re.compile(r"\{(\w+)\}")
_HEADINGS = {
    "clause": Text("Eis van de oproep", "Requirement of the call"),
    "asks": Text("Wat wordt gevraagd", "What is asked"),
    "why": Text("Waarom", "Why"),
    "wrong": Text("Fout", "Wrong"),
    "right": Text("Goed", "Right"),
    "terms": Text("Getallen en hun bron", "Numbers and their source"),
    "manual": Text("Voor een persoon", "For a person"),
    "phase": Text("fase", "phase"),
    "own": Text("eis van ibndocs zelf", "a check of ibndocs itself"),
    "guess": Text("niet door de oproep vastgelegd", "not laid down by the call"),
}

_WEIGHTS = {
    "limit": "limiet",
    "exclusion of cost": "uitgesloten kost",
    "exclusion": "uitsluiting",
    "advice": "advies",
    "info": "ter informatie",
    "conditional": "voorwaardelijk",
    "interpretation": "interpretatie",
}


def find_about(name: str) -> list[Rule]:
    """The rules for a clause id or a rule name, in any case."""
    return [rule for rule in find_rules() if name.upper() == rule.about.clause or name.lower() == rule.about.name]


def explain_clause(clause: Clause, call: Call, language: str) -> Iterator[str]:
    """The clause in Markdown: its phase, weight and place, and why no rule judges it where that is so."""
    summary = clause.summary if language == "nl" else clause.requirement
    yield f"**{_say('clause', language)}** ({say_weight(clause, language)}, {_say('phase', language)} {clause.phase}, {call.cite(clause.section)}): {summary}"
    if clause.manual:
        reason = clause.manual.nl if language == "nl" else clause.manual.en
        yield f"**{_say('manual', language)}**: {reason}"


def say_weight(clause: Clause, language: str) -> str:
    """What the clause weighs: `limit (conditional)`, `limiet (voorwaardelijk)`."""
    if language == "en":
        return clause.severity
    weight, _, remark = clause.severity.removesuffix(")").partition(" (")
    return _WEIGHTS.get(weight, weight) + (f" ({_WEIGHTS.get(remark, remark)})" if remark else "")


def explain_rule(about: About, call: Call, language: str) -> Iterator[str]:
    """The rule in Markdown: what it asks, why, an example of wrong and right, and its numbers."""
    yield f"**{_say('asks', language)}**: {fill_numbers(about.asks, call, language)}"
    yield f"**{_say('why', language)}**: {fill_numbers(about.why, call, language)}"
    yield f"**{_say('wrong', language)}**:\n\n```yaml\n{about.wrong.strip()}\n```"
    yield f"**{_say('right', language)}**:\n\n```yaml\n{about.right.strip()}\n```"
    terms = [f"- `{name}`: {describe_term(name, call, language)}" for name in about.terms]
    if terms:
        yield f"**{_say('terms', language)}**:\n\n" + "\n".join(terms)


def fill_numbers(text: Text, call: Call, language: str) -> str:
    """What a rule says, with each `{name}` of a term replaced by its value in the call pack."""
    return _NAME.sub(lambda found: str(Number(getattr(call.terms, found[1]).value)), text.in_language(language))


def describe_term(name: str, call: Call, language: str) -> str:
    """The value of a term, setting or threshold of the call pack with where it comes from."""
    if name in type(call.terms).model_fields:
        term = getattr(call.terms, name)
        return f"{term.value} ({call.cite(term.section)})"
    setting = call.thresholds[name] if name in call.thresholds else getattr(call.settings, name)
    doubt = "" if setting.confirmed else f"; {_say('guess', language)}"
    return f"{setting.value} ({setting.source}, {setting.seen}{doubt})"


def write_reference(call: Call, language: str) -> str:
    """The whole rule reference: every clause in the order of the call, with its rules, then the checks of our own."""
    nl = language == "nl"
    title = "Regels" if nl else "Rules"
    intro = (
        "Alles wat `ibndocs check` vraagt, eis per eis. Deze bladzijde wordt gemaakt uit de regels zelf."
        if nl
        else "All that `ibndocs check` asks, clause by clause. This page is made from the rules themselves."
    )
    by_clause: dict[str, list[Rule]] = {}
    for rule in find_rules():
        by_clause.setdefault(rule.about.clause, []).append(rule)
    parts = [f"# {title} – {call.call.title}", intro]
    for clause in call.clauses:
        parts += [f"## {clause.id}", *explain_clause(clause, call, language)]
        for rule in by_clause.pop(clause.id, []):
            parts += [f"### {clause.id} {rule.about.name}", *explain_rule(rule.about, call, language)]
    for own, rules in by_clause.items():
        parts += [f"## {own}", f"*{_say('own', language)}*"]
        for rule in rules:
            parts += [f"### {own} {rule.about.name}", *explain_rule(rule.about, call, language)]
    return "\n\n".join(parts) + "\n"


def _say(key: str, language: str) -> str:
    return _HEADINGS[key].in_language(language)
