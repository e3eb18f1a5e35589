"""Rules: the code that asks the clauses of a call. One rule, one file, found by itself.

A rule's module has `ABOUT` (what it asks and why, with examples) and `ask`, which takes a `Dossier` and yields a
`Violation` for every fault. Limits come from the call pack.
"""

from ibndocs.rules.asking import check_rules, find_rules
from ibndocs.rules.rule import About, Path, Rule, Violation

__all__ = ["About", "Path", "Rule", "Violation", "check_rules", "find_rules"]
