"""The slots file of a form: which value goes to which place, for Word, PowerPoint and Excel alike.

`read_slots` reads the YAML into frozen classes and tells all faults at once, each with its line and
column. It looks at the file alone: whether a place exists in the form is found out where the form is
filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.places import Place

SCHEMA = "slots.schema.json"
"""The schema by which an editor completes a slots file, as it lies beside it."""

Markup = Literal["text", "markdown", "bullets"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A Jinja expression as typed in the slots file, and where."""

    source: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Fill:
    """What goes into one cell of a repeated row.

    Attributes:
        value: What is printed; None leaves the form's text as it is.
        markup: How the value is set.
        optional: A missing value leaves a blank instead of a mark that something must still be filled in.
        colour: Gives the cell's shading as six hex digits, or nothing for no shading.
    """

    value: Expression | None
    markup: Markup = "text"
    optional: bool = False
    colour: Expression | None = None


@dataclass(frozen=True, slots=True)
class ValueSlot:
    """One value for one place.

    Attributes:
        markup: How the value is set.
        optional: A missing value leaves a blank instead of a mark that something must still be filled in.
        replace: The form's own text there makes way, and a control that the form locks is filled.
        mark: What a check box that is a character gives way to when it is ticked, such as `X`.
    """

    at: Place
    value: Expression
    spot: Spot
    markup: Markup = "text"
    optional: bool = False
    replace: bool = False
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class RowsSlot:
    """A table row, with the rows that belong to it, repeated for each item of a list.

    Attributes:
        each: What a Jinja `for` takes: `member in members`.
        cells: For each repeated row what goes into its cells from left to right; None leaves a cell as it is.
        empty: What the first cell says when the list is empty; without it no row is left.
    """

    at: Place
    each: Expression
    cells: tuple[tuple[Fill | None, ...], ...]
    spot: Spot
    empty: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnsSlot:
    """A sheet row repeated for each item of a list; cells by column letter, or by the header above the column."""

    at: Place
    each: Expression
    cells: Mapping[str, Fill]
    spot: Spot
    empty: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart."""

    name: Expression
    values: Expression


@dataclass(frozen=True, slots=True)
class ChartSlot:
    """The numbers behind a chart."""

    at: Place
    categories: Expression
    series: tuple[Series, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class DropSlot:
    """A part of the form that is left out unless the expression holds."""

    at: Place
    unless: Expression
    spot: Spot


@dataclass(frozen=True, slots=True)
class ExpectSlot:
    """A cell that a workbook calculates by itself, and the value that must come out: nothing is filled in."""

    at: Place
    expect: Expression
    spot: Spot


@dataclass(frozen=True, slots=True)
class RepeatSlot:
    """A part of the form that is repeated for each item of a list; the slots in it see the item.

    Attributes:
        each: What a Jinja `for` takes: `package in packages`.
    """

    at: Place
    each: Expression
    spot: Spot


Slot = ValueSlot | RowsSlot | ColumnsSlot | ChartSlot | DropSlot | RepeatSlot | ExpectSlot


@dataclass(frozen=True, slots=True)
class SlotsFile:
    """A whole slots file.

    Attributes:
        file: Its name as it stands in messages, such as `slots/vooraanmelding.yaml`.
        form: The file name of the form it fits.
        sha256: The form's SHA-256 in lower-case hex.
        properties: Document properties (title, creator, subject, keywords) by name.
        keep_macros: Whether a form with macros is filled; else it is refused.
    """

    file: str
    form: str
    sha256: str
    slots: tuple[Slot, ...]
    pin_spot: Spot
    properties: Mapping[str, Expression] = field(default_factory=lambda: MappingProxyType({}))
    keep_macros: bool = True

    def check_pin(self, package_bytes: bytes) -> None:
        """Make sure that these slots were written for this very form.

        Raises:
            FaultyInput: The form is another version than the one the slots were written for.
        """
        found = sha256(package_bytes).hexdigest()
        if found == self.sha256:
            return
        message = Text(
            f"{self.form} is een andere versie dan die waarvoor deze slots geschreven zijn (SHA-256 {found})",
            f"{self.form} is another version than the one these slots were written for (SHA-256 {found})",
        )
        fix = Text(
            "neem over wat nog past met ibndocs form bind --from, of kijk elke plaats na en zet de nieuwe SHA-256",
            "carry over what still fits with ibndocs form bind --from, or check each place and put the new SHA-256",
        )
        raise FaultyInput([Finding("SLT06", Severity.ERROR, message, self.pin_spot, "sha256", fix)])


def read_slots(path: Path, *, name: str | None = None) -> SlotsFile:
    """Read a slots file.

    Args:
        path: The YAML file.
        name: How messages call it; by default its folder and file name.

    Raises:
        FaultyInput: With every fault in the file.
    """
    from ibndocs.office.slots_reader import SlotsReader

    return SlotsReader(name or f"{path.parent.name}/{path.name}").read(path)
