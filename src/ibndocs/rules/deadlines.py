"""How far a deadline of the call is from the day on which the dossier is judged.

What happens late (signing, handing in) is no fault in a draft made early: a rule on it notes what is still to come,
and calls it an error only when the deadline is near or past.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from ibndocs.foundation.findings import Severity
from ibndocs.rules.rule import Path
from ibndocs.views import Dossier

Deadline = Literal["phase1_deadline", "phase2_deadline"]
DEADLINES: dict[int, Deadline] = {1: "phase1_deadline", 2: "phase2_deadline"}
"""The deadline of each phase, by its id in `call.toml`."""


def deadline_of(dossier: Dossier, phase: int) -> date:
    """The last day of `phase`."""
    return dossier.call.date_by_id[DEADLINES[phase]].day


def count_days_left(dossier: Dossier, phase: int) -> int:
    """Days until the deadline of `phase`; negative once it has passed."""
    return (deadline_of(dossier, phase) - dossier.on).days


def weigh_by_deadline(dossier: Dossier, phase: int, early: Severity = Severity.NOTE) -> Severity:
    """`early`, or an error when the deadline of `phase` is near or past."""
    near = dossier.call.thresholds["days_before_deadline"].value
    return Severity.ERROR if count_days_left(dossier, phase) <= near else early


def is_phase1_over(dossier: Dossier) -> bool:
    """Whether the result of phase 1 is known to be good, so that nothing of it matters any more."""
    return dossier.project.submission.preselected is True


def place_of_day(dossier: Dossier) -> Path:
    """The place in the description of the day on which deadlines are judged."""
    return ("check", "on") if dossier.project.check.on else ("project", "date")
