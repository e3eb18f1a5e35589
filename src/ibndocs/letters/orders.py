"""From rows to orders: each with its number and name, and whether its letter has to be made; parted in batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from ibndocs import __version__
from ibndocs.foundation.findings import Finding, Severity, Text
from ibndocs.letters.folder import hash_file
from ibndocs.letters.journal import Journal, Record
from ibndocs.letters.lists import CompanyList
from ibndocs.letters.naming import NamePattern, hash_name
from ibndocs.letters.report import Report
from ibndocs.letters.request import Request
from ibndocs.letters.row import ListRow

_BATCH_BYTES = 2 << 20
_BATCH_ROWS = 64
_PASSED = 1024


@dataclass(frozen=True, slots=True)
class Order:
    """One row with the name of its letter, and what is known of the letter that is there."""

    row: ListRow
    number: int
    name: str
    about: str
    digest: str
    known: Record | None
    state: str
    """`render`, `same`, `edited` or `faulty`."""


@dataclass(slots=True)
class Batch:
    """Orders that are made together.

    Attributes:
        orders: In the order of the list.
        asked: How many of them have to be rendered.
        fraction: How much of the list had been read when it was full, from 0 to 1.
    """

    orders: list[Order] = field(default_factory=list)
    asked: int = 0
    fraction: float = 0.0


class Planner:
    """Gives the orders of a list.

    Args:
        request: What is asked.
        template: The content of the template.
        pictures: SHA-256 of the pictures that the template may draw; "" when it draws none.
        rows: The list.
        journal: What is known of the letters in the folder.
        report: Where notes on the list go.
    """

    def __init__(
        self,
        request: Request,
        template: bytes,
        rows: CompanyList,
        *,
        pictures: str,
        journal: Journal,
        report: Report,
    ) -> None:
        self._request = request
        self._rows = rows
        self._journal = journal
        self._report = report
        self._pattern = NamePattern(request.pattern, rows.names)
        self._suffix = ".docm" if request.template.suffix.lower() in (".docm", ".dotm") else ".docx"
        self._rows_per_batch = max(1, min(_BATCH_ROWS, _BATCH_BYTES // max(1, len(template))))
        self._again: dict[int, int] = {}
        """By the hash of who several rows are about: how many there were."""
        made_from = (__version__, sha256(template).hexdigest(), repr(request.settings), pictures)
        self._made_from = "\n".join(made_from).encode("utf-8", "surrogatepass")

    def is_few(self, batches: list[Batch]) -> bool:
        """Whether the letters of `batches` are too few to be worth the start of another process."""
        return sum(batch.asked for batch in batches) <= self._rows_per_batch

    def plan(self) -> Iterator[Batch]:
        """The orders of the list, in batches."""
        batch = Batch()
        for place, found in enumerate(self._place_rows(), start=1):
            order = self._order(found, place)
            batch.orders.append(order)
            batch.asked += order.state == "render"
            if batch.asked == self._rows_per_batch or len(batch.orders) == _PASSED:
                batch.fraction = self._rows.fraction()
                yield batch
                batch = Batch()
        batch.fraction = 1.0
        yield batch

    def _place_rows(self) -> Iterator[ListRow]:
        """The rows; of one that cannot be read, an empty one that keeps its place in the numbering."""
        for found in self._rows:
            if isinstance(found, ListRow):
                yield found
            elif found.severity is Severity.ERROR and found.spot:
                yield ListRow(found.spot, {}, {}, findings=(found,))
            else:
                self._report.add(found)

    def _order(self, row: ListRow, place: int) -> Order:
        about = row.identity or self._pattern.identify(row) or f"#{place}"
        if self._journal.is_met(about):
            if row.identity:
                message = Text(nl=f"{about} staat al in de lijst", en=f"{about} is in the list already")
                row = replace(row, findings=(*row.findings, Finding("LTR05", Severity.WARNING, message, row.spot)))
            about = self._tell_apart(about)
        known = self._journal.find(about)
        number = known.number if known else self._journal.choose_number(place)
        name = self._pattern.name(number, row) + self._suffix
        text = repr(row.names).encode("utf-8", "surrogatepass")
        digest = sha256(self._made_from + b"\n" + text).hexdigest()
        if any(finding.severity is Severity.ERROR for finding in row.findings):
            state = "faulty"
        else:
            state = self._judge(known, name, digest)
        return Order(row, number, name, about, digest, known, state)

    def _tell_apart(self, about: str) -> str:
        """Who a further row about `about` is: the second, the third, wherever in the list it stands."""
        times, key = 1, hash_name(about)
        while times == 1 or self._journal.is_met(f"{about} #{times}"):
            times = self._again[key] = self._again.get(key, 1) + 1
        return f"{about} #{times}"

    def _judge(self, known: Record | None, name: str, digest: str) -> str:
        """Whether a letter has to be rendered."""
        if known is None or known.digest != digest or known.name != name or self._request.force:
            return "render"
        found = hash_file(self._request.folder / name)
        if found == known.sha256:
            return "same"
        return "render" if found in ("", known.was) else "edited"
