"""The forms that a project brings itself: official ones, in `forms/` beside the description, instead of stand-ins.

A form is `forms/<document>.docx` (or `.xlsx`, `.pptx`...) and its slots are `forms/<document>.slots.yaml`, which name
the SHA-256 of the form they were written for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ibndocs.call.pack import Call, DocumentEntry
from ibndocs.foundation.findings import FaultyInput, Finding

FOLDER = "forms"


@dataclass(frozen=True)
class OwnForm:
    """A form of the project.

    Attributes:
        document: The id of the document it makes.
        path: The blank form.
        slots: Its slots file, whether it is there or not.
        changed: It is not the file that its slots were written for.
        faults: What is wrong with its slots file.
    """

    document: str
    path: Path
    slots: Path
    changed: bool = False
    faults: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """How messages call it, relative to the description."""
        return f"{FOLDER}/{self.path.name}"

    @property
    def slots_name(self) -> str:
        """How messages call its slots file."""
        return f"{FOLDER}/{self.slots.name}"


def place_own_form(folder: Path, document: str, suffix: str) -> OwnForm:
    """Where the form of `document` and its slots stand in a project."""
    home = folder / FOLDER
    return OwnForm(document, home / f"{document}{suffix.lower()}", home / f"{document}.slots.yaml")


def find_own_forms(call: Call, folder: Path) -> Mapping[str, OwnForm]:
    """The forms in the project at `folder` by the document they make."""
    if not (folder / FOLDER).is_dir():
        return {}
    found = (find_own_form(entry, folder) for entry in call.documents)
    return {form.document: form for form in found if form is not None}


def find_own_form(entry: DocumentEntry, folder: Path) -> OwnForm | None:
    """The form of one document in the project at `folder`, when it has one."""
    from ibndocs.office.places import SUFFIXES
    from ibndocs.office.slots import read_slots

    paths = [place_own_form(folder, entry.id, suffix).path for suffix in SUFFIXES]
    path = next((path for path in paths if path.is_file()), None)
    if path is None or not entry.form:
        return None
    form = place_own_form(folder, entry.id, path.suffix)
    try:
        slots = read_slots(form.slots, name=form.slots_name)
    except FaultyInput as faulty:
        return OwnForm(entry.id, path, form.slots, faults=faulty.findings)
    pinned = slots.sha256 == sha256(path.read_bytes()).hexdigest()
    return OwnForm(entry.id, path, form.slots, changed=not pinned)
