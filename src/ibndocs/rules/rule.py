"""What a rule is made of: what it says about itself, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ibndocs.foundation.findings import Severity, Text
from ibndocs.views import Dossier

Path = tuple[str | int, ...]
"""A place in the description: `("kpis", 2, "name")`."""


@dataclass(frozen=True, slots=True)
class About:
    """What a rule says about itself; `ibndocs explain` and the rule reference print it.

    Attributes:
        clause: Id of the clause in `call.toml`, or an id of our own (`REF..`) for what any sound description needs.
        name: Names the fault, so that "waive <name>" reads well.
        asks: What is asked, in one or two sentences; a number of the call stands in it as `{its_name}`.
        why: Why the call asks it and what happens otherwise; where the guideline is ambiguous, which reading is
            tested and what the other one is.
        wrong: A wrong example, YAML.
        right: The same put right, YAML.
        terms: Names of the terms, settings and thresholds of `call.toml` that the rule uses.
    """

    clause: str
    name: str
    asks: Text
    why: Text
    wrong: str
    right: str
    terms: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule found: the place in the description, what is wrong, what to do.

    `severity` overrules the clause's weight; `phase` narrows the finding to one phase of those of the clause; `line`
    says how many lines below its start a fault in a long text stands.
    """

    path: Path
    message: Text
    fix: Text | None = None
    severity: Severity | None = None
    phase: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it is about, and the question."""

    about: About
    ask: Callable[[Dossier], Iterator[Violation]]
