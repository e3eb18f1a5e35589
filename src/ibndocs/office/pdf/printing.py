"""Office files to PDF, many at once: the way in.

Every 25 documents in a row are a sheaf; within it the letters of one template are joined and converted as one. The
sheaves are handed out to as many LibreOffices as there are cores. What is joined with what depends on the order of
the documents only, so the same documents give the same bytes on any number of cores.
"""

from __future__ import annotations

import os
import posixpath
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.office.package import Package
from ibndocs.office.pdf.converting import convert_files, pdf_of
from ibndocs.office.pdf.joinable import Letter, read_letter
from ibndocs.office.pdf.joining import join_letters
from ibndocs.office.pdf.process import Ending, Office
from ibndocs.office.pdf.program import require_office
from ibndocs.office.pdf.properties import Properties

SHEAF = 25
"""Documents of which letters are joined: enough to gain nearly all there is to gain, few to lose when it fails."""
MOST_SHEAVES = 10
"""Sheaves for one run of LibreOffice, which takes a second to start and gives nothing before it is done."""
PATIENCE = 120.0
"""Seconds that LibreOffice may take for one file."""

_WHY = {
    Ending.CLEAN: Text("LibreOffice kan het niet lezen", "LibreOffice cannot read it"),
    Ending.CRASHED: Text("LibreOffice loopt erop vast en stopt", "LibreOffice crashes on it"),
    Ending.HUNG: Text(
        "LibreOffice komt er niet mee klaar en is afgebroken", "LibreOffice does not get done with it and was ended"
    ),
}


@dataclass(frozen=True, slots=True)
class Document:
    """An Office file to be printed.

    Attributes:
        name: What messages call it; its ending says what kind of file it is.
        source: Its bytes, or the file that holds them.
        about: Whom it is about; put behind a title that does not say so.
    """

    name: str
    source: bytes | Path
    about: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one document.

    Attributes:
        document: The document.
        data: The PDF; empty when it could not be made.
        pages: Number of pages.
        marks: The page, counted from 1, of each bookmark of a document that was not joined.
        title: What the PDF calls itself.
        finding: Why it could not be made (`PDF03`).
    """

    document: Document
    data: bytes = b""
    pages: int = 0
    marks: Mapping[str, int] = field(default_factory=dict)
    title: str = ""
    finding: Finding | None = None


def print_documents(
    documents: Sequence[Document], *, pdfa: bool = False, jobs: int = 0, patience: float = PATIENCE
) -> Iterator[Printed]:
    """The PDF of each of `documents`, in their order, as soon as it is there.

    Args:
        documents: Word, PowerPoint and Excel files; those given as a path are read when their turn comes.
        pdfa: Makes tagged PDF/A-2b.
        jobs: How many LibreOffices work at the same time; as many as there are cores when 0.
        patience: Seconds without a finished file after which LibreOffice is ended and the file given up.

    Raises:
        FaultyInput: `PDF01`, `PDF02`: LibreOffice or pikepdf is missing; raised before anything is made.
    """
    program = require_office()
    return _print_all(program, documents, pdfa=pdfa, jobs=jobs or count_cores(), patience=patience)


def count_cores() -> int:
    """The cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _print_all(
    program: Path, documents: Sequence[Document], *, pdfa: bool, jobs: int, patience: float
) -> Iterator[Printed]:
    sheaves = -(-len(documents) // SHEAF)
    size = SHEAF * max(1, min(MOST_SHEAVES, -(-sheaves // jobs)))
    starts = deque(range(0, len(documents), size))
    stop = Event()

    def work(start: int) -> list[Printed]:
        with Office(program, pdfa=pdfa, patience=patience, stop=stop) as office:
            return _print_batch(documents[start : start + size], office, pdfa=pdfa)

    with ThreadPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Printed]]] = deque()
        try:
            while starts or waiting:
                while starts and len(waiting) <= jobs:
                    waiting.append(pool.submit(work, starts.popleft()))
                yield from waiting.popleft().result()
        finally:
            stop.set()
            for future in waiting:
                future.cancel()


def _print_batch(documents: Sequence[Document], office: Office, *, pdfa: bool) -> list[Printed]:
    with tempfile.TemporaryDirectory(prefix="ibndocs-pdf-", ignore_cleanup_errors=True) as folder:
        return _Batch(documents, office, Path(folder), pdfa=pdfa).run()


@dataclass(frozen=True, slots=True)
class _Lot:
    """Letters joined in one file, by their place in the batch, with the number of pages of each once it is known."""

    numbers: tuple[int, ...]
    counts: tuple[int, ...] = ()


class _Batch:
    """The documents that one LibreOffice converts, by their place in it."""

    def __init__(self, documents: Sequence[Document], office: Office, folder: Path, *, pdfa: bool) -> None:
        self._documents = documents
        self._office = office
        self._source, self._target = folder / "in", folder / "out"
        self._source.mkdir()
        self._target.mkdir()
        self._pdfa = pdfa
        self._data: dict[int, bytes] = {}
        self._counting: set[int] = set()
        self._properties: dict[int, Properties] = {}
        self._lots: dict[Path, _Lot] = {}
        self._singles: dict[Path, int] = {}
        self._made: dict[int, Printed] = {}

    def run(self) -> list[Printed]:
        """Convert joined letters and other files together; then, if any, what has to be done again."""
        for start in range(0, len(self._documents), SHEAF):
            self._prepare(range(start, min(start + SHEAF, len(self._documents))))
        while self._lots or self._singles:
            lots, singles = self._lots, self._singles
            self._lots, self._singles = {}, {}
            failed = convert_files(self._office, [*lots, *singles], self._target)
            for file, number in singles.items():
                self._take_single(file, number, failed.get(file))
            for file, lot in lots.items():
                self._take_lot(file, lot, failed.get(file))
        return [self._made[number] for number in range(len(self._documents))]

    def _prepare(self, sheaf: Iterable[int]) -> None:
        """Read the documents of a sheaf, and join the letters that are alike."""
        alike: dict[bytes, dict[int, Letter]] = {}
        for number in sheaf:
            letter = self._read(number)
            if letter is not None:
                alike.setdefault(letter.likeness, {})[number] = letter
            elif number not in self._made:
                self._set_apart(number)
        for letters in alike.values():
            if len(letters) > 1:
                self._join(_Lot(tuple(letters)), list(letters.values()))
            else:
                self._set_apart(*letters)

    def _read(self, number: int) -> Letter | None:
        """A document that can be joined; None for another, or one that cannot be read, which is settled here."""
        document = self._documents[number]
        try:
            source = document.source
            data = source if isinstance(source, bytes) else source.read_bytes()
            package = Package.read(data, name=document.name)
            letter = read_letter(package)
            self._data[number] = data
            self._properties[number] = Properties.read(package, document.about)
        except FaultyInput as fault:
            self._made[number] = Printed(document, finding=fault.findings[0])
        except OSError as error:
            reason = error.strerror or str(error)
            text = Text(f"kan niet gelezen worden: {reason}", f"cannot be read: {reason}")
            self._made[number] = Printed(document, finding=_give_up(document, text))
        else:
            if letter is not None and letter.counts_pages:
                self._counting.add(number)
            return letter
        return None

    def _join(self, lot: _Lot, letters: Sequence[Letter]) -> None:
        file = self._source / f"joined{lot.numbers[0]}-{len(lot.counts)}.docx"
        file.write_bytes(join_letters(letters, lot.counts))
        self._lots[file] = lot

    def _set_apart(self, *numbers: int) -> None:
        for number in numbers:
            ending = posixpath.splitext(self._documents[number].name)[1].lower()
            file = self._source / f"single{number}{ending}"
            file.write_bytes(self._data[number])
            self._singles[file] = number

    def _take_lot(self, file: Path, lot: _Lot, ending: Ending | None) -> None:
        """Take the letters of a joined document; those that did not come out well are prepared anew."""
        from ibndocs.office.pdf.splitting import split_letters

        properties = [self._properties[number] for number in lot.numbers]
        data = pdf_of(file, self._target).read_bytes() if ending is None else b""
        parts = split_letters(data, properties, pdfa=self._pdfa) if data else None
        if parts is None:
            self._set_apart(*lot.numbers)
            return
        again: dict[int, int] = {}
        for place, (number, part) in enumerate(zip(lot.numbers, parts, strict=True)):
            if lot.counts and part.pages != lot.counts[place]:
                self._set_apart(number)
            elif number in self._counting and not part.counted and not lot.counts:
                again[number] = part.pages
            else:
                title = self._properties[number].title
                self._made[number] = Printed(self._documents[number], part.data, part.pages, title=title)
        if again:
            letters = [letter for number in again if (letter := self._read(number)) is not None]
            self._join(_Lot(tuple(again), tuple(again.values())), letters)

    def _take_single(self, file: Path, number: int, ending: Ending | None) -> None:
        import pikepdf

        from ibndocs.office.pdf.finishing import find_marks, finish, producer_of

        document, properties = self._documents[number], self._properties[number]
        if ending is not None:
            self._made[number] = Printed(document, finding=_give_up(document, _WHY[ending]))
            return
        with pikepdf.open(pdf_of(file, self._target)) as pdf:
            marks = {name: page + 1 for name, page in find_marks(pdf).items()}
            pages = len(pdf.pages)
            version = str(pdf.pdf_version)
            data = finish(pdf, properties, producer_of(pdf), pdfa=self._pdfa, version=version)
        self._made[number] = Printed(document, data, pages, marks, properties.title)


def _give_up(document: Document, why: Text) -> Finding:
    return Finding(
        "PDF03",
        Severity.ERROR,
        Text(f"er is geen PDF van te maken: {why.nl}", f"no PDF can be made of it: {why.en}"),
        Spot(document.name),
        fix=Text(
            "open het in Word of LibreOffice en kijk of het heel is; het Office-bestand zelf blijft staan",
            "open it in Word or LibreOffice to see whether it is whole; the Office file itself stays",
        ),
    )
