"""The slots file that belongs to a form: beside it in a project, or in the folder `slots` of a call pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ibndocs.call.pack import DocumentEntry
from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.kinds import kind_of
from ibndocs.office.package import Package
from ibndocs.office.places import office_of
from ibndocs.office.slots import SlotsFile, read_slots

_ENDING = ".slots.yaml"
_YAML = (".yaml", ".yml")


def find_slots(form: Path) -> SlotsFile | None:
    """The slots that were written for this very form; None when there are none."""
    for path in _places_of_slots(form):
        if path.is_file():
            try:
                slots = read_slots(path, name=str(path))
                slots.check_pin(form.read_bytes())
            except FaultyInput:
                continue  # written for another version, or faulty: they say nothing about this form
            return slots
    return None


def find_pair(file: Path) -> tuple[Path, SlotsFile]:
    """The form and the slots that belong together, from the one or the other.

    Raises:
        FaultyInput: `FRM02`: the other of the two is not there; or the slots cannot be read.
    """
    if file.suffix.lower() in _YAML:
        slots = read_slots(file, name=str(file))
        form = next((path for path in _places_of_form(file, slots.form) if path.is_file()), None)
        if form is None:
            raise _missing(
                file, Text(f"het formulier {slots.form} staat er niet naast", f"the form {slots.form} is not beside it")
            )
        return form, slots
    found = next((path for path in _places_of_slots(file) if path.is_file()), None)
    if found is None:
        fix = Text(
            f"maak een ontwerp: ibndocs form bind {file} --as ID -o {file.stem}{_ENDING}",
            f"make a draft: ibndocs form bind {file} --as ID -o {file.stem}{_ENDING}",
        )
        raise _missing(file, Text("er staat geen slotsbestand naast", "there is no slots file beside it"), fix)
    return file, read_slots(found, name=str(found))


def name_document(file: Path) -> str:
    """The document a form or slots file is named for: `forms/vooraanmelding.slots.yaml` gives `vooraanmelding`."""
    return file.name.removesuffix(_ENDING).partition(".")[0]


def check_office(form: Package, entry: DocumentEntry) -> None:
    """Make sure that a form is for the program that a document is made in.

    Raises:
        FaultyInput: `FRM03`: it is for another one.
    """
    found, wanted = kind_of(form), office_of(entry.form)
    if wanted is not None and found is not wanted:
        message = Text(
            f"is een formulier van {found}; {entry.id} is er een van {wanted}",
            f"is a form of {found}; {entry.id} is one of {wanted}",
        )
        raise FaultyInput([Finding("FRM03", Severity.ERROR, message, Spot(form.name))])


def _places_of_slots(form: Path) -> tuple[Path, ...]:
    return form.with_name(form.stem + _ENDING), form.parent.parent / "slots" / f"{form.stem}.yaml"


def _places_of_form(slots: Path, name: str) -> Iterator[Path]:
    yield slots.parent / name
    yield slots.parent.parent / "forms" / name


def _missing(file: Path, message: Text, fix: Text | None = None) -> FaultyInput:
    return FaultyInput([Finding("FRM02", Severity.ERROR, message, Spot(str(file)), fix=fix)])
