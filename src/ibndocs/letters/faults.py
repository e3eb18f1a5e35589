"""The faults of letters from a list, by id.

| id | what is wrong |
|---|---|
| LST01 | the list, the folder or the number of workers cannot be used |
| LST02 | two columns have the same header |
| LST03 | a value of `--set` cannot be read |
| LST04 | the pattern of the names cannot be used |
| LST05 | the workers cannot be reached, or stopped |
| LTR01 | a row cannot be read |
| LTR02 | a number or date in a recognised column cannot be understood |
| LTR03 | a letter was edited by a person and is not overwritten |
| LTR04 | a letter in the folder does not belong to the list (warning) |
| LTR05 | a company stands in the list twice (warning) |
| LTR06 | a column has values but no header (warning) |
| LTR07 | a letter is not made yet |
| LTR08 | a company has no e-mail address (warning) |
| LTR09 | the program failed on a row |
"""

from __future__ import annotations

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text


def refuse_list(code: str, spot: Spot | None, nl: str, en: str, fix: Text | None = None) -> FaultyInput:
    """The exception that says why no letter can be made at all."""
    return FaultyInput([Finding(code, Severity.ERROR, Text(nl=nl, en=en), spot, fix=fix)])


def refuse_row(spot: Spot, nl: str, en: str, fix: Text | None = None) -> Finding:
    """Why a row gives no letter (`LTR01`)."""
    return Finding("LTR01", Severity.ERROR, Text(nl=nl, en=en), spot, fix=fix)
