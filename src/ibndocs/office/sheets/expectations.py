"""Totals that a workbook calculates by itself, held against the values they must come to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.foundation.values import Day, Euro, Number, Percent
from ibndocs.office.package import Package
from ibndocs.office.printing import print_value
from ibndocs.office.sheets.cells import CellValue, ErrorValue
from ibndocs.office.sheets.compiled import CellFill, CompiledSlots, Values
from ibndocs.office.sheets.evaluate import place_of, plan_moves
from ibndocs.office.sheets.reader import read_values

HALF_A_CENT = Decimal("0.005")
NOISE = Decimal("0.000001")
"""What shares and numbers may differ: engines disagree in the last bits only."""


def find_differences(slots: CompiledSlots, values: Values, filled: Package) -> Iterator[Finding]:
    """`FIN01` for each cell of `filled` that does not show what its `expect` gives for `values`.

    Raises:
        FaultyInput: An expression fails (`TPL..`).
    """
    if not slots.expected:
        return
    moves, shown = plan_moves(slots, values), read_values(filled)
    for cell in slots.expected:
        sheet, address = cell.target.sheet.name, str(place_of(cell, moves))
        found, wanted = shown[sheet].get(address), cell.run(values)
        if not _agree(found, wanted):
            yield _report(cell, Spot(filled.name, sheet=sheet, cell=address), found, wanted)


def _agree(found: CellValue | None, wanted: object) -> bool:
    raw = wanted.value if isinstance(wanted, Euro | Number | Percent | Day) else wanted
    if isinstance(found, ErrorValue):
        return False
    if isinstance(raw, Decimal | int) and not isinstance(raw, bool):
        margin = HALF_A_CENT if isinstance(wanted, Euro) else NOISE
        return isinstance(found, Decimal) and abs(found - raw) < margin
    return found == raw or (raw == "" and found is None)


def _report(cell: CellFill, spot: Spot, found: CellValue | None, wanted: object) -> Finding:
    asked = _show(wanted, wanted)
    if found is None:
        message = Text(f"is niet berekend; er hoort {asked}", f"was not calculated; it should be {asked}")
        return Finding("FIN01", Severity.WARNING, message, spot, cell.typed.source)
    shown = _show(found, wanted)
    message = Text(
        f"het rekenblad komt op {shown}, het dossier op {asked}",
        f"the workbook comes to {shown}, the dossier to {asked}",
    )
    fix = Text(
        "kijk na wat het formulier optelt en afrondt, en of alle lijnen erin staan",
        "check what the form adds up and rounds, and whether it holds every line",
    )
    return Finding("FIN01", Severity.ERROR, message, spot, cell.typed.source, fix)


def _show(value: object, like: object) -> str:
    """`value` printed the way of `like`, precise enough to see what differs."""
    raw = value.value if isinstance(value, Euro | Number | Percent | Day) else value
    if isinstance(raw, Decimal):
        if isinstance(like, Euro):
            return str(Euro(raw, 2))
        return str(Percent(raw, 4) if isinstance(like, Percent) else Number(raw, 6))
    return print_value(raw if isinstance(raw, date | bool | int) else str(raw))
