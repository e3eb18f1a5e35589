"""The declarations of the letter of intent in the call pack: one sentence per clause and phase."""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier


def find_missing(dossier: Dossier, clause: str, word: str = "") -> Iterator[Violation]:
    """A finding for each phase whose letter lacks the declaration of `clause`, or in which it lacks `word`."""
    sentences = [entry for entry in dossier.call.declarations if entry.clause == clause]
    for phase in (1, 2):
        said = " ".join(entry.phase2 if phase == 2 else entry.phase1 for entry in sentences)
        if not said.strip() or word not in said:
            missing = f" met {word}" if said.strip() else ""
            with_word = f" with {word}" if said.strip() else ""
            yield Violation(
                ("call",),
                Text(
                    f"het oproeppakket heeft voor de brief van fase {phase} geen verklaring {clause}{missing}",
                    f"the call pack has no declaration {clause}{with_word} for the letter of phase {phase}",
                ),
                Text("vul [[declarations]] in call.toml aan", "complete [[declarations]] in call.toml"),
                phase=phase,
            )
