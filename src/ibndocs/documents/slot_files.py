"""The slots file that belongs to a form: beside it in a project, or in the folder `slots` of a call pack."""

from __future__ import annotations

from pathlib import Path

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.slots import SlotsFile, read_slots


def find_slots(form: Path) -> SlotsFile | None:
    """The slots that were written for this very form; None when there are none."""
    beside = (form.with_suffix(".slots.yaml"), form.parent.parent / "slots" / f"{form.stem}.yaml")
    for path in beside:
        if path.is_file():
            try:
                slots = read_slots(path, name=str(path))
                slots.check_pin(form.read_bytes())
            except FaultyInput:
                continue  # written for another version, or faulty: they say nothing about this form
            return slots
    return None
