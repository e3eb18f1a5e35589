"""Find the rules and ask them all; what they find becomes findings with weight, place and source."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from ibndocs.call.pack import Call
from ibndocs.foundation.findings import Finding, Severity, Spot, Text, format_path
from ibndocs.views import Dossier

Path = tuple[str | int, ...]
SpotOf = Callable[[Path], Spot]


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule found: the place in the description, what is wrong, what to do. `severity` overrules the clause's."""

    path: Path
    message: Text
    fix: Text | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its clause, the name of the fault, and the question."""

    clause: str
    name: str
    ask: Callable[[Dossier], Iterator[Violation]]
    text: str


@lru_cache(maxsize=1)
def find_rules() -> tuple[Rule, ...]:
    """All rules, by clause; each module one level below `rules/` is one."""
    package = importlib.import_module("ibndocs.rules")
    modules: list[ModuleType] = []
    for room in pkgutil.iter_modules(package.__path__):
        if room.ispkg:
            folder = importlib.import_module(f"{package.__name__}.{room.name}")
            modules += [
                importlib.import_module(f"{folder.__name__}.{m.name}") for m in pkgutil.iter_modules(folder.__path__)
            ]
    rules = [Rule(m.CLAUSE, m.NAME, m.ask, m.__doc__ or "") for m in modules]
    return tuple(sorted(rules, key=lambda rule: (rule.clause, rule.name)))


def check_rules(dossier: Dossier, spot_of: SpotOf) -> list[Finding]:
    """Ask every rule of `dossier`; findings sorted by place."""
    findings = [
        weigh(rule, violation, dossier.call, spot_of) for rule in find_rules() for violation in rule.ask(dossier)
    ]
    return sorted(findings, key=lambda finding: finding.order)


def weigh(rule: Rule, violation: Violation, call: Call, spot_of: SpotOf) -> Finding:
    """The finding for a violation: knock-outs, limits and exclusions are errors, advice warns, information notes.

    A rule of our own (its id is not a clause of the call) is an error: the description contradicts itself.
    """
    clause = call.clause_by_id.get(rule.clause)
    severity = violation.severity or (weigh_clause(clause.severity) if clause else Severity.ERROR)
    source = call.cite(clause.section) if clause else ""
    return Finding(
        rule.clause,
        severity,
        violation.message,
        spot_of(violation.path),
        format_path(violation.path),
        violation.fix,
        source,
    )


def weigh_clause(severity: str) -> Severity:
    """The severity of a finding for the severity of a clause."""
    if severity.startswith("advice"):
        return Severity.WARNING
    return Severity.NOTE if severity.startswith("info") else Severity.ERROR
