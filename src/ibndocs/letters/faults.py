"""The faults of letters: `LST` of a whole list, `LTR` of a row or a letter; `foundation/codes.toml` says each."""

from __future__ import annotations

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text


def refuse_list(code: str, spot: Spot | None, nl: str, en: str, fix: Text | None = None) -> FaultyInput:
    """The exception that says why no letter can be made at all."""
    return FaultyInput([Finding(code, Severity.ERROR, Text(nl=nl, en=en), spot, fix=fix)])


def refuse_row(spot: Spot, nl: str, en: str, fix: Text | None = None) -> Finding:
    """Why a row gives no letter (`LTR01`)."""
    return Finding("LTR01", Severity.ERROR, Text(nl=nl, en=en), spot, fix=fix)
