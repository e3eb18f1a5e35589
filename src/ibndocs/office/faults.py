"""The faults of an Office file, as findings that name the file."""

from __future__ import annotations

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text


def refuse_file(code: str, file: str, nl: str, en: str, *, fix: Text | None = None) -> FaultyInput:
    """The exception that says why `file` cannot be used; `code` is one of `OFF01`..`OFF09`."""
    return FaultyInput([Finding(code, Severity.ERROR, Text(nl=nl, en=en), spot=Spot(file), fix=fix)])
