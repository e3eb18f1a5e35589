"""Keep a rule on hundreds of companies readable: the first few findings in full, the rest as a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ibndocs.foundation.findings import Text
from ibndocs.rules.rule import Violation
from ibndocs.views import Dossier


def show_first(violations: Iterable[Violation], dossier: Dossier, what: Text) -> Iterator[Violation]:
    """The first findings, then one on how many more there are; `what` names them in the plural."""
    found = list(violations)
    most = int(dossier.call.thresholds["findings_max"].value)
    yield from found[:most]
    if rest := found[most:]:
        first = rest[0]
        yield Violation(
            first.path,
            Text(f"en nog {len(rest)} {what.nl}", f"and {len(rest)} more {what.en}"),
            first.fix,
            first.severity,
            first.phase,
        )


def list_names(names: Iterable[str], most: int = 3) -> Text:
    """The first names, and how many more there are."""
    known = list(names)
    more = len(known) - most
    listed = ", ".join(known[:most])
    return Text(f"{listed} en nog {more}", f"{listed} and {more} more") if more > 0 else Text(listed, listed)
