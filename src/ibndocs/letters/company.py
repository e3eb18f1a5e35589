"""What is recognised in a row, as `company` in a template: numbers are understood or refused, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.foundation.numbers import (
    NumberFault,
    format_enterprise_number,
    format_establishment_number,
    parse_money,
    parse_postal_code,
)
from ibndocs.foundation.values import Day, Euro
from ibndocs.source.columns import Meaning
from ibndocs.source.faults import Path

_Place = tuple[int, int] | Spot
_FORMATS = {
    "enterprise_number": format_enterprise_number,
    "establishment_number": format_establishment_number,
    "postal_code": parse_postal_code,
}


def make_company(
    data: Mapping[str, object], meanings: Iterable[Meaning], spots: Mapping[Path, _Place], spot: Spot
) -> tuple[dict[str, object], list[Finding]]:
    """`company` for one row, and a finding (`LTR02`) for every number or date that cannot be understood.

    Args:
        data: The row as an entry of the description.
        meanings: What the columns of the list mean; a column without a value in this row gives "".
        spots: Where each value of `data` stands.
        spot: Where the row stands.
    """
    company: dict[str, object] = {}
    findings: list[Finding] = []
    for path, kind in {meaning.column.path: meaning.column.kind for meaning in meanings}.items():
        value = _find(data, path)
        if value is None:
            value = ""
        elif value != "":
            place = spots.get(path)
            value = _understand(value, kind, place if isinstance(place, Spot) else spot, path, findings)
        _put(company, path, value)
    # Names as in `view_company`, so that the letters of a call pack can be made from a bare list too.
    address = company.get("address")
    if isinstance(address, dict):
        company.update(address)
        town = " ".join(str(address[key]) for key in ("postal_code", "municipality") if address.get(key))
        company["address"] = ", ".join(part for part in (str(address.get("street") or ""), town) if part)
    return company, findings


def _understand(value: object, kind: str, spot: Spot, path: Path, findings: list[Finding]) -> object:
    """The value of a cell, or of the cells of all years; what is not understood is told and left out."""
    if isinstance(value, list):
        return [_understand(one, kind, spot, path, findings) for one in value]
    try:
        return _convert(value, kind)
    except NumberFault as fault:
        findings.append(Finding("LTR02", Severity.ERROR, fault.text, spot, ".".join(map(str, path)), fault.fix))
        return ""


def _convert(value: object, kind: str) -> object:
    if kind == "money" and isinstance(value, str | int | Decimal):
        amount = parse_money(value)
        return Euro(amount, 0 if amount == amount.to_integral_value() else 2)
    if kind in _FORMATS and isinstance(value, str | int | Decimal):
        return _FORMATS[kind](value)
    if kind == "date":
        if isinstance(value, date):
            return Day(value)
        message = Text(nl=f"“{value}” is geen datum", en=f"“{value}” is no date")
        raise NumberFault(message, Text(nl="schrijf bv. 15/01/2026", en="write for example 15/01/2026"))
    return value


def _find(data: Mapping[str, object], path: tuple[str, ...]) -> object | None:
    found: object = data
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _put(company: dict[str, object], path: tuple[str, ...], value: object) -> None:
    holder = company
    for step in path[:-1]:
        below = holder.setdefault(step, {})
        if not isinstance(below, dict):
            return
        holder = below
    holder.setdefault(path[-1], value)
