"""Put together what does not fit the model with what the rules find in the rest of a description."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ibndocs.foundation.findings import Finding, format_path
from ibndocs.source.kinds import Kind, kind_at
from ibndocs.source.salvage import Salvaged

_COMPUTED = frozenset({"budget", "cofinancing", "companies", "team", "work_packages"})
"""Parts of which the totals hang together; the months of the work plan count in none of them."""


def join_faults(faults: Iterable[Finding], asked: Collection[Finding], salvaged: Salvaged) -> list[Finding]:
    """All findings, sorted by place.

    A value that is missing and that a clause asks for is a fault of that clause: it takes over its id, weight and
    source. What rules say of a value that was filled in is left out, and so is what they compute with such a value.
    """
    filled = {format_path(path) for path in salvaged.texts | salvaged.values}
    records = {format_path(path[:-1]) for path in salvaged.values}
    parts = {str(path[0]) for path in salvaged.values}
    is_computed = any(path[0] in _COMPUTED and kind_at(path) is not Kind.WHOLE for path in salvaged.values)
    if is_computed:
        parts |= _COMPUTED
    kept = [
        finding
        for finding in asked
        if not _is_within(finding.path, filled)
        and finding.path not in parts
        and not (is_computed and finding.path.startswith("cofinancing.membership"))
        and finding.path.rpartition(".")[0] not in records
    ]
    return sorted([*_take_over(faults, asked, salvaged), *kept], key=lambda finding: finding.order)


def _take_over(faults: Iterable[Finding], asked: Iterable[Finding], salvaged: Salvaged) -> Iterator[Finding]:
    texts = {format_path(path) for path in salvaged.texts}
    blamed = [finding for finding in asked if finding.source and _is_within(finding.path, texts)]
    for fault in faults:
        clause = next((finding for finding in blamed if fault.path and _is_within(finding.path, {fault.path})), None)
        if clause is None:
            yield fault
        else:
            yield replace(
                fault,
                id=clause.id,
                name=clause.name,
                source=clause.source,
                phases=clause.phases,
                weight=clause.weight,
            )


def _is_within(path: str, places: Collection[str]) -> bool:
    """Whether `path` is one of `places` or lies below it."""
    return any(path == place or path.startswith((f"{place}.", f"{place}[")) for place in places)
