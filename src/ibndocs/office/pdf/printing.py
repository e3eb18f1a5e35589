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
from collections.abc import Iterator, Mapping, Sequence
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
MOST_SHEAVES = 20
"""Sheaves for one run of LibreOffice, which takes a second to start."""
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
    """One run: joined letters and other files together; then what could not be joined after all."""
    with tempfile.TemporaryDirectory(prefix="ibndocs-pdf-", ignore_cleanup_errors=True) as folder:
        batch = _Batch(documents, office, Path(folder), pdfa=pdfa)
        batch.join()
        batch.convert_joined()
        batch.convert_single()
        return [batch.made[number] for number in range(len(documents))]


class _Batch:
    """The documents of one run, by their place in it."""

    def __init__(self, documents: Sequence[Document], office: Office, folder: Path, *, pdfa: bool) -> None:
        self.made: dict[int, Printed] = {}
        self._documents = documents
        self._office = office
        self._source, self._target = folder / "in", folder / "out"
        self._source.mkdir()
        self._target.mkdir()
        self._pdfa = pdfa
        self._data: dict[int, bytes] = {}
        self._properties: dict[int, Properties] = {}
        self._joined: dict[Path, list[int]] = {}
        self._single: dict[Path, int] = {}

    def join(self) -> None:
        """Read every document, and join in each sheaf the letters that are alike."""
        for start in range(0, len(self._documents), SHEAF):
            alike: dict[bytes, dict[int, Letter]] = {}
            for number in range(start, min(start + SHEAF, len(self._documents))):
                letter = self._read(number)
                if letter is not None:
                    alike.setdefault(letter.likeness, {})[number] = letter
                elif number not in self.made:
                    self._set_apart(number)
            for letters in alike.values():
                if len(letters) == 1:
                    self._set_apart(*letters)
                    continue
                file = self._source / f"joined{min(letters)}.docx"
                file.write_bytes(join_letters(list(letters.values())))
                self._joined[file] = list(letters)

    def _read(self, number: int) -> Letter | None:
        document = self._documents[number]
        try:
            source = document.source
            data = source if isinstance(source, bytes) else source.read_bytes()
            package = Package.read(data, name=document.name)
            self._data[number], self._properties[number] = data, Properties.read(package, document.about)
            return read_letter(package)
        except FaultyInput as fault:
            self.made[number] = Printed(document, finding=fault.findings[0])
        except OSError as error:
            reason = error.strerror or str(error)
            text = Text(f"kan niet gelezen worden: {reason}", f"cannot be read: {reason}")
            self.made[number] = Printed(document, finding=_give_up(document, text))
        return None

    def _set_apart(self, *numbers: int) -> None:
        for number in numbers:
            ending = posixpath.splitext(self._documents[number].name)[1].lower()
            file = self._source / f"single{number}{ending}"
            file.write_bytes(self._data[number])
            self._single[file] = number

    def convert_joined(self) -> None:
        """Convert all there is; letters whose joined document gave no good PDF are set apart."""
        from ibndocs.office.pdf.splitting import split_letters

        failed = convert_files(self._office, [*self._joined, *self._single], self._target)
        self._take_single(failed)
        for file, numbers in self._joined.items():
            pdf = pdf_of(file, self._target)
            properties = [self._properties[number] for number in numbers]
            parts = None if file in failed else split_letters(pdf.read_bytes(), properties, pdfa=self._pdfa)
            if parts is None:
                self._set_apart(*numbers)
                continue
            for number, (data, pages) in zip(numbers, parts, strict=True):
                title = self._properties[number].title
                self.made[number] = Printed(self._documents[number], data, pages, title=title)

    def convert_single(self) -> None:
        """Convert the letters that could not be joined after all, each by itself."""
        if self._single:
            self._take_single(convert_files(self._office, list(self._single), self._target))

    def _take_single(self, failed: Mapping[Path, Ending]) -> None:
        import io

        import pikepdf

        from ibndocs.office.pdf.finishing import find_marks, finish, producer_of

        for file, number in self._single.items():
            document, properties = self._documents[number], self._properties[number]
            if file in failed:
                self.made[number] = Printed(document, finding=_give_up(document, _WHY[failed[file]]))
                continue
            with pikepdf.open(io.BytesIO(pdf_of(file, self._target).read_bytes())) as pdf:
                marks = {name: page + 1 for name, page in find_marks(pdf).items()}
                pages = len(pdf.pages)
                producer, version = producer_of(pdf), str(pdf.pdf_version)
                data = finish(pdf, properties, producer, pdfa=self._pdfa, version=version)
            self.made[number] = Printed(document, data, pages, marks, properties.title)
        self._single.clear()


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
