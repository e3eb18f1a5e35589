"""On which form each document stands: shared by the rules on the mandatory templates of the call.

A stand-in is no fault while one writes; shortly before the deadline it is a warning. It is never an error: whether a
person carried the text over into the official form, this program cannot see.
"""

from __future__ import annotations

from collections.abc import Iterator

from ibndocs.call.own_forms import OwnForm
from ibndocs.call.pack import DocumentEntry
from ibndocs.foundation.findings import Severity, Text
from ibndocs.rules.deadlines import DEADLINES, is_phase1_over, weigh_by_deadline
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier


def ask_official(dossier: Dossier, clause: str) -> Iterator[Violation]:
    """Each document for which `clause` asks the official form: still on a stand-in, or on a form that has changed."""
    for entry in dossier.call.documents:
        if entry.clause != clause or (entry.phase == 1 and is_phase1_over(dossier)):
            continue
        own = dossier.forms.get(entry.id)
        if own is not None and own.changed:
            yield _changed(own, entry)
        elif own is None and entry.stand_in and not _is_submitted(dossier, entry.phase):
            yield _stands_in(dossier, entry)


def _stands_in(dossier: Dossier, entry: DocumentEntry) -> Violation:
    near = entry.phase in DEADLINES and weigh_by_deadline(dossier, entry.phase) is Severity.ERROR
    return Violation(
        ("call",),
        Text(
            f"{entry.title} staat nog op een stand-in, niet op het officiële sjabloon",
            f"{entry.title} still stands on a stand-in, not on the official form",
        ),
        Text(
            f"haal het sjabloon van de website en neem het op: ibndocs form use BESTAND --as {entry.id}",
            f"fetch the form from the website and take it in: ibndocs form use FILE --as {entry.id}",
        ),
        Severity.WARNING if near else Severity.NOTE,
        entry.phase,
    )


def _changed(own: OwnForm, entry: DocumentEntry) -> Violation:
    return Violation(
        ("call",),
        Text(
            f"{own.name} is een andere versie dan die waarvoor {own.slots_name} geschreven is",
            f"{own.name} is another version than the one {own.slots_name} was written for",
        ),
        Text(
            f"neem over wat nog past: ibndocs form bind {own.name} --as {entry.id} --from {own.slots_name}",
            f"carry over what still fits: ibndocs form bind {own.name} --as {entry.id} --from {own.slots_name}",
        ),
        phase=entry.phase,
    )


def _is_submitted(dossier: Dossier, phase: int) -> bool:
    submission = dossier.project.submission
    return (submission.phase1_submitted_on if phase == 1 else submission.phase2_submitted_on) is not None
