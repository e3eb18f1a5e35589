"""Writes the blank forms anew: every module of this folder with `FILE` and `make() -> bytes` makes one.

The SHA-256 in the slots file of a form is brought up to date with it; the places are to be checked by a person.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import tools.forms

PACK = Path(__file__).resolve().parents[2] / "templates" / "ibn-2025"


def find_makers() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each form by its path in the call pack (`forms/aanvraag.docx`), with what makes it."""
    for module in sorted(pkgutil.iter_modules(tools.forms.__path__), key=lambda found: found.name):
        if module.name.startswith("__"):
            continue
        loaded = importlib.import_module(f"tools.forms.{module.name}")
        if hasattr(loaded, "FILE") and hasattr(loaded, "make"):
            yield loaded.FILE, loaded.make


def find_slots(file: str) -> Path | None:
    """The slots file of a form, when it has one."""
    slots = PACK / "slots" / f"{Path(file).stem}.yaml"
    return slots if file.startswith("forms/") and slots.is_file() else None


def pin(slots: Path, data: bytes) -> None:
    """Write the SHA-256 of the form into its slots file."""
    text = slots.read_text("utf-8")
    pinned = re.sub(r"(?m)^sha256:.*$", f'sha256: "{sha256(data).hexdigest()}"', text, count=1)
    slots.write_text(pinned, "utf-8")


def write_forms() -> None:
    """Write every form and pin its slots."""
    for file, make in find_makers():
        data = make()
        path = PACK / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        slots = find_slots(file)
        if slots is not None:
            pin(slots, data)
        print(f"{file}  {len(data):,} bytes")


if __name__ == "__main__":
    write_forms()
