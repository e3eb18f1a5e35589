"""Rules: the code that asks the clauses of a call. One rule, one file, found by itself.

A rule's module has a docstring that says what it asks and why, the constants `CLAUSE` (its id in `call.toml`, or one
of its own for what any sound description needs) and `NAME` (the fault it finds), and a function `ask`.
"""

from ibndocs.rules.asking import Violation, check_rules, find_rules

__all__ = ["Violation", "check_rules", "find_rules"]
