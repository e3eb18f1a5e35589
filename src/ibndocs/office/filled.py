"""A filled form and what there is to say about it; the three engines give the same."""

from __future__ import annotations

from dataclasses import dataclass

from ibndocs.foundation.findings import Finding


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled document, and what there is to say about it, none of it a reason not to make it."""

    data: bytes
    findings: tuple[Finding, ...] = ()
