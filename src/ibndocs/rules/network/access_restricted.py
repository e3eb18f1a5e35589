"""Joining the network does not hang on an invitation, a veto or a closed number (3.3).

Wrong: `conditions: Lidmaatschap op uitnodiging.` Right: whoever meets the stated conditions joins.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.rule import About, Violation
from ibndocs.rules.suspicion import find_suspect
from ibndocs.views import Dossier

ABOUT = About(
    clause="NET09",
    name="access-restricted",
    asks=Text(
        "De voorwaarden en procedure bevatten geen woorden van een gesloten netwerk, zoals “op uitnodiging” of “vetorecht”.",
        "Conditions and procedure hold no words of a closed network, such as “by invitation” or “veto”.",
    ),
    why=Text(
        "Elke organisatie die aan de toelatingseisen voldoet, kan toetreden. De regel herkent een beperking aan woorden in een zin zonder ontkenning, en waarschuwt daarom.",
        "Whoever meets the conditions can join. The rule knows a restriction by words in a sentence without a negation, and so it warns.",
    ),
    wrong="governance:\n  membership: {conditions: Lid worden kan enkel op uitnodiging., procedure: De leden stemmen met unanimiteit.}",
    right="governance:\n  membership: {conditions: Lid worden kan voor elke onderneming in de keten., procedure: De clustermanager toetst de voorwaarden.}",
)


def ask(dossier: Dossier) -> Iterator[Violation]:
    """The two texts."""
    membership = dossier.project.governance.membership
    for key, text in (("conditions", membership.conditions), ("procedure", membership.procedure)):
        found = find_suspect(text, dossier.call.words["closed_access"], dossier.call)
        if found:
            yield Violation(
                ("governance", "membership", key),
                Text(f"“{found}” wijst mogelijk op een gesloten netwerk", f"“{found}” may point to a closed network"),
                Text(
                    "laat iedereen toe die aan de voorwaarden voldoet, of leg uit waarom dit geen beperking is",
                    "admit whoever meets the conditions, or explain why this restricts nobody",
                ),
                Severity.WARNING,
            )
