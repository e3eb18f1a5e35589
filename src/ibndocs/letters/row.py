"""One row of a list on its way to a letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ibndocs.foundation.findings import Finding, Spot

_APART = re.compile(r"[^a-z0-9]+")
_IDENTIFIER = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row.

    Attributes:
        spot: Where it stands: `list.csv:12`, `list.xlsx:Blad1!A17`.
        values: Its values by header or key, as typed; a cell without value is "".
        names: The same by the names that a template may type.
        recognised: What is recognised in it, as `company` in a template; None where that was not asked.
        identity: Who it is about: an enterprise number, else a name; "" when neither is recognised.
        title: The name of the company, for the file; "" when it is not recognised.
        findings: What is wrong with it. An error means that there will be no letter.
    """

    spot: Spot
    values: Mapping[str, object]
    names: Mapping[str, object]
    recognised: Mapping[str, object] | None = None
    identity: str = ""
    title: str = ""
    findings: tuple[Finding, ...] = field(default=())


def make_identifier(header: str) -> str:
    """A header as a name that a template may type: `Naam bedrijf` gives `naam_bedrijf`, `1e jaar` gives `_1e_jaar`."""
    plain = unicodedata.normalize("NFKD", header.casefold()).encode("ascii", "ignore").decode()
    name = _APART.sub("_", plain).strip("_")
    return f"_{name}" if name[:1].isdigit() else name


def name_headers(headers: Iterable[str]) -> dict[str, str]:
    """The header that each name in a template stands for: the header itself where it is a name, and its identifier."""
    known = list(headers)
    names = {header: header for header in known if _IDENTIFIER.fullmatch(header)}
    for header in known:
        if identifier := make_identifier(header):
            names.setdefault(identifier, header)
    return names
