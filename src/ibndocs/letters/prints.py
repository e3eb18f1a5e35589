"""`manifest-pdf.jsonl`: one line per PDF of a folder of letters, saying which letter it was made of.

As in the journal of the letters, a line is written before its PDF is moved into place and says which content it
replaces (`was`), so that after a kill at any moment every PDF is known for ours or for a person's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

NAME = "manifest-pdf.jsonl"


@dataclass(frozen=True, slots=True)
class Print:
    """What is known of one PDF.

    Attributes:
        name: Its file in the folder.
        made_of: SHA-256 of the letter it was made of.
        kind: `pdf`, or `pdfa` when it is tagged PDF/A-2b.
        sha256: Of its content.
        pages: Number of pages.
        was: SHA-256 of the content it replaces; only while PDFs are being made.
    """

    name: str
    made_of: str
    kind: str
    sha256: str
    pages: int
    was: str = ""

    def to_line(self) -> bytes:
        """The print as a line of JSON."""
        data = {key: value for key, value in asdict(self).items() if key != "was" or value}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def parse_print(line: bytes) -> Print | None:
    """The print of a line; None when the line is torn or not ours."""
    try:
        data = json.loads(line)
        return Print(
            str(data["name"]),
            str(data["made_of"]),
            str(data["kind"]),
            str(data["sha256"]),
            int(data["pages"]),
            str(data.get("was", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


class PrintJournal:
    """The manifest of the PDFs of one folder; a context manager."""

    def __init__(self, folder: Path, stage: Path) -> None:
        self._path = folder / NAME
        self._ordered = stage / NAME
        self.known: dict[str, Print] = {}
        """What was known at the start, by name."""

    def __enter__(self) -> Self:
        self._file = self._path.open("a+b")
        self._file.seek(0)
        line = b"\n"
        for line in self._file:
            if found := parse_print(line):
                self.known[found.name] = found
        if not line.endswith(b"\n"):
            self._file.write(b"\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, prints: Iterable[Print]) -> None:
        """Note `prints` before their files are moved into place."""
        self._file.write(b"".join(one.to_line() for one in prints))
        self._file.flush()

    def finish(self, prints: Iterable[Print]) -> None:
        """Replace the journal by the list `prints`."""
        self._ordered.write_bytes(b"".join(replace(one, was="").to_line() for one in prints))
        self._file.close()
        os.replace(self._ordered, self._path)  # noqa: PTH105 - the atomic one


def read_prints(folder: Path) -> Iterator[Print]:
    """The PDFs of a folder, in the order of their letters; none when there never were any."""
    path = folder / NAME
    if path.is_file():
        with path.open("rb") as file:
            yield from filter(None, map(parse_print, file))
