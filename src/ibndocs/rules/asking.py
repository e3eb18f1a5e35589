"""Find the rules and ask them all; what they find becomes findings with weight, phase, place and source."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache
from types import ModuleType

from ibndocs.call.pack import Call, Clause
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text, format_path
from ibndocs.rules.rule import Path, Rule, Violation
from ibndocs.views import Dossier

SpotOf = Callable[[Path], Spot]
ALWAYS = (0, 1, 2)
"""The phases of a rule of our own: a description must hold together in every phase."""


@lru_cache(maxsize=1)
def find_rules() -> tuple[Rule, ...]:
    """All rules, by clause and name; each module one level below `rules/` is one."""
    package = importlib.import_module("ibndocs.rules")
    modules: list[ModuleType] = []
    for room in pkgutil.iter_modules(package.__path__):
        if room.ispkg:
            folder = importlib.import_module(f"{package.__name__}.{room.name}")
            names = [module.name for module in pkgutil.iter_modules(folder.__path__)]
            modules += [importlib.import_module(f"{folder.__name__}.{name}") for name in names]
    rules = [Rule(module.ABOUT, module.ask) for module in modules]
    return tuple(sorted(rules, key=lambda rule: (rule.about.clause, rule.about.name)))


def check_rules(dossier: Dossier, spot_of: SpotOf, phases: Collection[int] = ()) -> list[Finding]:
    """Ask every rule of `dossier`; findings sorted by place.

    Args:
        dossier: What is checked.
        spot_of: Gives the place in the user's file for a path of the description.
        phases: Only findings that matter to these phases; all when empty.
    """
    findings = []
    lacking: dict[Text, Finding] = {}
    for rule in find_rules():
        try:
            for violation in rule.ask(dossier):
                finding = weigh(rule, violation, dossier.call, spot_of)
                if not phases or set(phases) & set(finding.phases):
                    findings.append(waive(finding, dossier))
        except FaultyInput as fault:  # the call pack lacks what this rule needs
            lacking.update({finding.message: finding for finding in fault.findings})
    return sorted([*lacking.values(), *findings], key=lambda finding: finding.order)


def weigh(rule: Rule, violation: Violation, call: Call, spot_of: SpotOf) -> Finding:
    """The finding for a violation: knock-outs, limits and exclusions are errors, advice warns, information notes.

    A rule of our own (its id is no clause of the call) is an error: the description contradicts itself.
    """
    clause = call.clause_by_id.get(rule.about.clause)
    phases = phases_of(clause) if clause else ALWAYS
    return Finding(
        rule.about.clause,
        violation.severity or (weigh_clause(clause.severity) if clause else Severity.ERROR),
        violation.message,
        move_down(spot_of(violation.path), violation.line),
        format_path(violation.path),
        violation.fix,
        call.cite(clause.section) if clause else "",
        name=rule.about.name,
        phases=phases if violation.phase is None else (violation.phase,),
        weight=name_weight(clause, violation),
    )


def move_down(spot: Spot, lines: int) -> Spot:
    """The spot so many lines lower, in a text with a file of its own; elsewhere the lines of a text are not known."""
    return replace(spot, line=1 + lines, column=1) if (spot.line, spot.column) == (1, 1) else spot


def name_weight(clause: Clause | None, violation: Violation) -> str:
    """How the summary counts a finding: `knock-out`, `limit`, `exclusion`, `advice`, `info` or `structure`."""
    if violation.severity is Severity.WARNING:
        return "advice"
    if violation.severity is Severity.NOTE:
        return "info"
    return clause.severity.split(" ", 1)[0] if clause else "structure"


def weigh_clause(severity: str) -> Severity:
    """The severity of a finding for the severity of a clause."""
    if severity.startswith("advice"):
        return Severity.WARNING
    return Severity.NOTE if severity.startswith("info") else Severity.ERROR


def phases_of(clause: Clause) -> tuple[int, ...]:
    """The phases a clause belongs to: `1+2` both, `2 (1 advised)` and `2/uitvoering` phase 2, execution phase 2."""
    leading = re.match(r"[012](?:\+[012])*", clause.phase)
    return tuple(int(phase) for phase in leading[0].split("+")) if leading else (2,)


def waive(finding: Finding, dossier: Dossier) -> Finding:
    """The finding as a note when the description waives its rule with a reason; a knock-out cannot be waived."""
    if finding.weight == "knock-out" or finding.severity is Severity.NOTE:
        return finding
    for waiver in dossier.project.waivers:
        if waiver.rule in (finding.id, finding.name):
            message = Text(
                f"{finding.message.nl} (afgeweken: {waiver.reason})", f"{finding.message.en} (waived: {waiver.reason})"
            )
            return replace(finding, severity=Severity.NOTE, message=message, weight="waived")
    return finding
