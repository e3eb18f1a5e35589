"""The walk: rows to orders, orders in batches to workers, letters to the folder, in the order of the list throughout.

At most a few batches are on their way at any time, so memory does not grow with the list.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text
from ibndocs.letters.executors import open_executor
from ibndocs.letters.folder import Mover, hash_file, hash_pictures, open_stage
from ibndocs.letters.journal import Journal, Record
from ibndocs.letters.lists import CompanyList
from ibndocs.letters.naming import NamePattern
from ibndocs.letters.orders import Batch, Order, Planner
from ibndocs.letters.rendering import Rendered, Result, merge, open_template, render_batch
from ibndocs.letters.report import Report
from ibndocs.letters.request import Outcome, Progress, Request
from ibndocs.letters.row import name_headers

if TYPE_CHECKING:
    from ibndocs.office.word.template import WordTemplate

_TOLD = 64
"""How many letters that left the list are told one by one."""
_AHEAD = 2
"""Batches per worker that are on their way: one being rendered, one waiting."""


def make_letters(request: Request, tell: Callable[[Progress], None] | None = None) -> Outcome:
    """Make the letters of a list.

    Raises:
        FaultyInput: The template, the list, the settings or the workers cannot be used. Letters that were made
            before a failure of the workers stay, and the next run goes on from there.
    """
    data = _read_template(request.template)
    template = open_template(data, request.template.name, request.pictures)
    wanted = template.names - request.settings.keys() | _names_set_within(request.settings)
    with CompanyList(request.companies, wanted, request.sheet) as rows:
        NamePattern(request.pattern, rows.names)  # what is refused leaves no folder behind
        with (
            open_stage(request.folder) as stage,
            Report(request.folder, stage) as report,
            Journal(request.folder, stage) as journal,
        ):
            for note in (*template.warnings, *rows.notes):
                report.add(note)
            return _Making(request, data, rows, stage=stage, report=report, journal=journal).run(tell)


def _names_set_within(settings: Mapping[str, object]) -> frozenset[str]:
    """The groups that settings add to, of which a row gives the rest."""
    return frozenset(name for name, value in settings.items() if isinstance(value, Mapping))


def _read_template(path: Path) -> bytes:
    from ibndocs.office.faults import refuse_unread

    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse_unread(path.name, error) from error


class _Making:
    """One run."""

    def __init__(
        self, request: Request, template: bytes, rows: CompanyList, *, stage: Path, report: Report, journal: Journal
    ) -> None:
        self._request = request
        self._template = template
        self._rows = rows
        self._report = report
        self._journal = journal
        pictures = hash_pictures(request.pictures) if self._compiled.draws_pictures else ""
        self._planner = Planner(request, template, rows, pictures=pictures, journal=journal, report=report)
        self._mover = Mover(request.folder, stage)
        self._written = self._unchanged = self._kept = self._faulty = 0

    def run(self, tell: Callable[[Progress], None] | None) -> Outcome:
        batches = self._planner.plan()
        first = list(islice(batches, 2))
        self._check_columns(first)
        jobs = 1 if self._planner.is_few(first) else self._request.jobs
        with open_executor(jobs, self._request.executor) as (executor, workers):
            for batch, results in self._spread(chain(first, batches), executor, workers * _AHEAD):
                self._deliver(batch, results)
                if tell:
                    tell(Progress(self._done, self._faulty, batch.fraction))
        left = 0
        for record in self._journal.finish():
            left += 1
            if left <= _TOLD:
                self._report.add(_describe_left(record))
        report = self._report.finish()
        shown = tuple(self._report.shown)
        counts = dict(self._report.counts)
        return Outcome(self._written, self._unchanged, self._kept, self._faulty, left, shown, counts, report)

    def _check_columns(self, batches: Iterable[Batch]) -> None:
        """Refuse a template that asks what the list has no column for: it would fail on every row.

        Raises:
            FaultyInput: With every such tag (`TPL05`); nothing is written.
        """
        rows = (order.row for batch in batches for order in batch.orders if order.state == "render")
        row = next(rows, None) if self._rows.names is not None else None
        if row is not None:
            offered = {name: row.values[header] for name, header in name_headers(row.values).items()}
            view = {"row": row.values, **offered, **row.names}
            faults = self._compiled.check_values([merge(view, self._request.settings)])
            if faults:
                raise FaultyInput(faults)

    @property
    def _compiled(self) -> WordTemplate:
        return open_template(self._template, self._request.template.name, self._request.pictures)

    @property
    def _done(self) -> int:
        return self._written + self._unchanged + self._kept + self._faulty

    def _spread(self, batches: Iterable[Batch], executor: Executor, ahead: int) -> Iterator[tuple[Batch, list[Result]]]:
        """Each batch with its results, in order; no more than `ahead` are on their way."""
        pending: deque[tuple[Batch, Future[list[Result]] | None]] = deque()
        for batch in batches:
            values = [order.row.names for order in batch.orders if order.state == "render"]
            future = None
            if values:
                name, folder = self._request.template.name, self._request.pictures
                future = executor.submit(render_batch, self._template, name, folder, self._request.settings, values)
            pending.append((batch, future))
            if len(pending) >= ahead:
                yield _collect(*pending.popleft())
        while pending:
            yield _collect(*pending.popleft())

    def _deliver(self, batch: Batch, results: list[Result]) -> None:
        """Write the letters of a batch and report on its rows."""
        made = iter(results)
        settled: list[Record] = []
        written: list[tuple[Record, bytes]] = []
        moved: list[Record] = []
        for order in batch.orders:
            for finding in order.row.findings:
                self._report.add(finding, order.name)
            result = next(made) if order.state == "render" else None
            if isinstance(result, Rendered):
                record = self._accept(order, result, written)
                if record and order.known and order.known.name != record.name:
                    moved.append(order.known)
            elif order.state == "same":
                record = order.known
                self._unchanged += 1
            elif order.state == "edited":
                record = order.known
                self._refuse_edited(order)
            else:
                record = order.known
                self._faulty += 1
                for finding in result or ():
                    self._report.add(_place(finding, order), order.name)
            settled += [replace(record, was="")] if record else []
        staged = self._mover.stage([data for _, data in written])
        self._journal.write(record for record, _ in written)
        self._mover.move(staged, [record.name for record, _ in written])
        self._remove_moved(moved)
        self._journal.settle(settled)

    def _accept(self, order: Order, letter: Rendered, written: list[tuple[Record, bytes]]) -> Record | None:
        """The record of a letter that was rendered; it is put with `written` unless it is there or was edited."""
        record = Record(order.number, order.name, order.about, letter.sha256, order.digest, title=order.row.title)
        found = hash_file(self._request.folder / order.name)
        if found == letter.sha256:
            self._unchanged += 1
            return record
        ours = {"", order.known.sha256, order.known.was} if order.known else {""}
        if found not in ours and not self._request.force:
            self._refuse_edited(order)
            return order.known
        self._written += 1
        written.append((replace(record, was=found), letter.data))
        return record

    def _refuse_edited(self, order: Order) -> None:
        self._kept += 1
        message = Text(
            nl=f"{order.name} is door iemand bewerkt (of komt niet van ibndocs) en wordt niet overschreven",
            en=f"{order.name} was edited by a person (or is not ours) and is not overwritten",
        )
        fix = Text(
            nl="bewaar de bewerking elders, of gebruik --force om ze te overschrijven",
            en="keep the edit elsewhere, or use --force to overwrite it",
        )
        self._report.add(Finding("LTR03", Severity.ERROR, message, order.row.spot, fix=fix), order.name)

    def _remove_moved(self, records: Iterable[Record]) -> None:
        """Remove the letters that now have another name; one that was edited stays."""
        for record in records:
            path = self._request.folder / record.name
            if hash_file(path) in (record.sha256, record.was):
                path.unlink()
            elif path.exists():
                self._report.add(_describe_left(record))


def _collect(batch: Batch, future: Future[list[Result]] | None) -> tuple[Batch, list[Result]]:
    return batch, future.result() if future else []


def _place(finding: Finding, order: Order) -> Finding:
    """A fault of the template for one row: the row is its place, the tag's place is a detail."""
    details = (str(finding.spot), *finding.details) if finding.spot else finding.details
    return replace(finding, spot=order.row.spot, details=details)


def _describe_left(record: Record) -> Finding:
    message = Text(
        nl=f"{record.name} hoort niet (meer) bij deze lijst en blijft staan",
        en=f"{record.name} does not belong to this list (any more) and stays",
    )
    return Finding("LTR04", Severity.WARNING, message)
