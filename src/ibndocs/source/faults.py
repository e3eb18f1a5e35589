"""The faults a reader finds, by id; meaning is judged elsewhere."""

from __future__ import annotations

from enum import StrEnum

from ibndocs.foundation.findings import Finding, Severity, Spot, Text, format_path

Path = tuple[str | int, ...]
"""The place of a value in the description: `("kpis", 2, "name")`."""


class Fault(StrEnum):
    """What kind of fault; `foundation/codes.toml` says what each is."""

    DESCRIPTION = "STR01"
    ENCODING = "STR02"
    SYNTAX = "STR03"
    DUPLICATE = "STR04"
    REFUSED = "STR05"
    POINTER = "STR06"
    CHARACTERS = "STR07"
    TABLE = "STR08"
    COLUMN = "STR09"


def error(
    fault: Fault, nl: str, en: str, *, spot: Spot | None = None, path: Path = (), fix: Text | None = None
) -> Finding:
    """A fault because of which the description cannot be used."""
    return Finding(fault.value, Severity.ERROR, Text(nl=nl, en=en), spot, format_path(path), fix)


def warning(
    fault: Fault, nl: str, en: str, *, spot: Spot | None = None, path: Path = (), fix: Text | None = None
) -> Finding:
    """Something the reader got round, which its writer should know."""
    return Finding(fault.value, Severity.WARNING, Text(nl=nl, en=en), spot, format_path(path), fix)


def duplicate_key(path: Path, first: Spot, second: Spot) -> Finding:
    """A key that stands twice, with both places."""
    return error(
        Fault.DUPLICATE,
        f"sleutel “{path[-1]}” staat hier een tweede keer; de eerste keer op {first}",
        f"key “{path[-1]}” stands here a second time; the first time at {first}",
        spot=second,
        path=path,
        fix=Text(nl="houd er één over", en="keep one of them"),
    )
