"""The letters of a folder as PDF: each beside its letter, resumed, whole or not at all, never over a person's edit."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ibndocs.foundation.findings import Finding, Severity, Spot, Text
from ibndocs.letters.folder import Mover, hash_file, open_stage
from ibndocs.letters.journal import Record, read_records
from ibndocs.letters.prints import Print, PrintJournal
from ibndocs.office.pdf import Document, Printed, merge_pdfs, print_documents

MERGED = "brieven.pdf"
"""All letters in one, in the order of the list."""

_BATCH = 25


@dataclass(slots=True)
class PrintOutcome:
    """What was done.

    Attributes:
        written: PDFs that are new or changed.
        unchanged: PDFs that were there already.
        kept: PDFs left alone because a person edited them, or that are not ours.
        failed: Letters of which no PDF can be made.
        findings: What there is to say about it.
    """

    written: int = 0
    unchanged: int = 0
    kept: int = 0
    failed: int = 0
    findings: list[Finding] = field(default_factory=list)


def print_letters(
    folder: Path,
    *,
    pdfa: bool = False,
    merge: bool = False,
    force: bool = False,
    jobs: int = 0,
    tell: Callable[[int, int], None] | None = None,
) -> PrintOutcome:
    """Print the letters that `manifest.jsonl` of `folder` tells of.

    Args:
        folder: The folder, as `make_letters` left it.
        pdfa: Makes tagged PDF/A-2b.
        merge: Makes one more PDF of all of them, `brieven.pdf`, with an entry in its outline per company.
        force: Overwrite also what a person edited.
        jobs: How many LibreOffices work at the same time; as many as there are cores when 0.
        tell: Told how many of how many are done.

    Raises:
        FaultyInput: `PDF01`, `PDF02`: LibreOffice or pikepdf is missing; `LST01`: another run writes to the folder.
    """
    with open_stage(folder) as stage, PrintJournal(folder, stage) as journal:
        printing = _Printing(folder, Mover(folder, stage), journal, kind="pdfa" if pdfa else "pdf", force=force)
        return printing.run(merge=merge, jobs=jobs, tell=tell)


class _Printing:
    """One run."""

    def __init__(self, folder: Path, mover: Mover, journal: PrintJournal, *, kind: str, force: bool) -> None:
        self._folder = folder
        self._mover = mover
        self._journal = journal
        self._kind = kind
        self._force = force
        self._prints: dict[str, Print] = {}
        self._outcome = PrintOutcome()

    def run(self, *, merge: bool, jobs: int, tell: Callable[[int, int], None] | None) -> PrintOutcome:
        letters = [record for record in read_records(self._folder) if (self._folder / record.name).is_file()]
        wanted = {record.name: record for record in letters if self._is_wanted(name_print(record), record.sha256)}
        documents = [Document(name, self._folder / name, record.title) for name, record in wanted.items()]
        batch: list[tuple[Print, bytes]] = []
        for done, printed in enumerate(print_documents(documents, pdfa=self._kind == "pdfa", jobs=jobs), start=1):
            batch += self._take(wanted[printed.document.name], printed)
            if len(batch) == _BATCH or done == len(documents):
                self._deliver(batch)
                batch = []
            if tell:
                tell(done, len(documents))
        if merge:
            self._merge(letters)
        self._remove_stale(letters, merge=merge)
        order = [*map(name_print, letters), *self._prints]
        self._journal.finish(self._prints[name] for name in dict.fromkeys(order) if name in self._prints)
        return self._outcome

    def _is_wanted(self, name: str, made_of: str) -> bool:
        """Whether a PDF has to be made; one that is there, or that a person edited, is accounted for here."""
        known, found = self._journal.known.get(name), hash_file(self._folder / name)
        if known is not None:
            self._prints[name] = known
        if known is not None and (known.made_of, known.kind, known.sha256) == (made_of, self._kind, found):
            self._outcome.unchanged += 1
            return False
        ours = {"", known.sha256, known.was} if known else {""}
        if found in ours or self._force:
            return True
        self._outcome.kept += 1
        self._outcome.findings.append(_describe_edited(name))
        return False

    def _take(self, record: Record, printed: Printed) -> list[tuple[Print, bytes]]:
        if printed.finding is not None:
            self._outcome.failed += 1
            self._outcome.findings.append(printed.finding)
            return []
        return [(self._make(name_print(record), record.sha256, printed.data, printed.pages), printed.data)]

    def _make(self, name: str, made_of: str, data: bytes, pages: int) -> Print:
        was = hash_file(self._folder / name)
        return Print(name, made_of, self._kind, sha256(data).hexdigest(), pages, was)

    def _deliver(self, batch: Sequence[tuple[Print, bytes]]) -> None:
        staged = self._mover.stage([data for _, data in batch])
        self._journal.write(one for one, _ in batch)
        self._mover.move(staged, [one.name for one, _ in batch])
        self._prints.update((one.name, one) for one, _ in batch)
        self._outcome.written += len(batch)

    def _merge(self, letters: Iterable[Record]) -> None:
        """Make one PDF of the PDFs in the folder, those that a person signed included."""
        parts = [(record, self._folder / name_print(record)) for record in letters]
        parts = [(record, path) for record, path in parts if path.is_file()]
        made_of = sha256("".join(hash_file(path) for _, path in parts).encode()).hexdigest()
        if not parts or not self._is_wanted(MERGED, made_of):
            return
        import pikepdf

        titled = [(record.title or posixpath.splitext(record.name)[0], path.read_bytes()) for record, path in parts]
        try:
            data = merge_pdfs(titled, self._folder.resolve().name, pdfa=self._kind == "pdfa" and not self._outcome.kept)
        except pikepdf.PdfError as error:
            self._outcome.failed += 1
            self._outcome.findings.append(_describe_unmerged(str(error)))
            return
        pages = sum(self._prints[path.name].pages for _, path in parts if path.name in self._prints)
        self._deliver([(self._make(MERGED, made_of, data, pages), data)])

    def _remove_stale(self, letters: Iterable[Record], *, merge: bool) -> None:
        """Remove the PDFs of letters that are gone or renamed; one that was edited stays."""
        belong = {name_print(record) for record in letters} | ({MERGED} if merge else set())
        for name, known in self._journal.known.items():
            if name in belong:
                continue
            path = self._folder / name
            if hash_file(path) in (known.sha256, known.was):
                path.unlink(missing_ok=True)
            elif path.exists():
                self._outcome.findings.append(_describe_left(name))


def name_print(record: Record) -> str:
    """The PDF of a letter."""
    return f"{posixpath.splitext(record.name)[0]}.pdf"


def _describe_edited(name: str) -> Finding:
    message = Text(
        nl="is door iemand bewerkt (of komt niet van ibndocs) en wordt niet overschreven",
        en="was edited by a person (or is not ours) and is not overwritten",
    )
    fix = Text(
        nl="bewaar de bewerking elders, of gebruik --force om ze te overschrijven",
        en="keep the edit elsewhere, or use --force to overwrite it",
    )
    return Finding("LTR03", Severity.ERROR, message, Spot(name), fix=fix)


def _describe_left(name: str) -> Finding:
    message = Text(
        nl="hoort niet (meer) bij een brief, maar is bewerkt en blijft staan",
        en="belongs to no letter (any more), but was edited and stays",
    )
    return Finding("LTR04", Severity.WARNING, message, Spot(name))


def _describe_unmerged(why: str) -> Finding:
    message = Text(
        nl=f"kan niet gemaakt worden: een van de PDF's is niet te lezen ({why})",
        en=f"cannot be made: one of the PDFs cannot be read ({why})",
    )
    return Finding("PDF05", Severity.ERROR, message, Spot(MERGED))
