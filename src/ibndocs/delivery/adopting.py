"""Take a form into a project: a copy in `forms/` beside the description, with its slots, pinned by SHA-256."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from ibndocs.call.own_forms import OwnForm
from ibndocs.delivery.replacing import replace_file
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.slots import SCHEMA

_FORM = re.compile(r"^form:.*$", re.MULTILINE)
_PIN = re.compile(r"^sha256:.*$", re.MULTILINE)


def adopt_form(data: bytes, slots: str, own: OwnForm, *, force: bool = False) -> bool:
    """Write a blank form and its slots at their place in the project.

    Args:
        data: The form.
        slots: The text of its slots file; the form's name and SHA-256 in it become those of the copy.
        own: Where both go.
        force: Replace also another form or other slots that stand there.

    Returns:
        Whether anything changed.

    Raises:
        FaultyInput: `FRM01`: another form or other slots stand there already; nothing is written.
    """
    wanted = {own.path: data, own.slots: pin_slots(slots, own.path.name, data).encode()}
    changed = {path: new for path, new in wanted.items() if not path.is_file() or path.read_bytes() != new}
    taken = [path for path in changed if path.exists()]
    if taken and not force:
        raise FaultyInput(_describe_taken(path) for path in taken)
    for path, new in changed.items():
        replace_file(path, new)
    return bool(changed)


def pin_slots(slots: str, form: str, data: bytes) -> str:
    """The text of a slots file with the name and the SHA-256 of `form` in it; all else stays as it is."""
    pinned = _FORM.sub(lambda _: f"form: {form}", slots, count=1)
    return _PIN.sub(lambda _: f'sha256: "{sha256(data).hexdigest()}"', pinned, count=1)


def write_new(path: Path, data: bytes, *, force: bool) -> None:
    """Write `data` to `path`, where nothing else may stand unless `force`.

    Raises:
        FaultyInput: `FRM01`: something else stands there.
    """
    if path.exists() and path.read_bytes() != data and not force:
        raise FaultyInput([_describe_taken(path)])
    replace_file(path, data)


def add_schema(folder: Path) -> None:
    """Put the schema of slots files in `folder`, by which an editor completes them; one that is there stays."""
    schema = folder / SCHEMA
    if not schema.exists():
        replace_file(schema, (find_data("schemas") / SCHEMA).read_bytes())


def _describe_taken(path: Path) -> Finding:
    return Finding(
        "FRM01",
        Severity.ERROR,
        Text("staat er al, met een andere inhoud", "stands there already, with other contents"),
        Spot(str(path)),
        fix=Text("vervang het met --force", "replace it with --force"),
    )
