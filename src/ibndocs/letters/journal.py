"""`manifest.jsonl`: one line per letter. While letters are made it is a journal, afterwards a list in row order.

A line is written before its letter is moved into place and says which content the letter replaces (`was`), so that
after a kill at any moment every file in the folder is known for ours or for a person's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from ibndocs.letters.naming import hash_name

NAME = "manifest.jsonl"
_MET = -1
_TOO_MANY = 1 << 27


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one letter.

    Attributes:
        number: Its number, which its company keeps.
        name: Its file in the folder.
        about: Who it is about: an enterprise number, a name, what the columns in the names of the files say, or
            `#12` for the twelfth row.
        sha256: Of its content.
        digest: Of the row, the template and the settings it was made from.
        was: SHA-256 of the content it replaces; only while letters are being made.
        title: The name of its company, when it is recognised.
    """

    number: int
    name: str
    about: str
    sha256: str
    digest: str
    was: str = ""
    title: str = ""

    def to_line(self, *, journal: bool = False) -> bytes:
        """The record as a line of JSON."""
        data = {
            "number": self.number,
            "name": self.name,
            "about": self.about,
            "sha256": self.sha256,
            "digest": self.digest,
            **({"title": self.title} if self.title else {}),
        }
        if journal and self.was:
            data["was"] = self.was
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def parse_record(line: bytes) -> Record | None:
    """The record of a line; None when the line is torn or not ours."""
    try:
        data = json.loads(line)
        number = int(data["number"])
        return (
            None
            if not 0 < number < _TOO_MANY
            else Record(
                number,
                str(data["name"]),
                str(data["about"]),
                str(data["sha256"]),
                str(data["digest"]),
                str(data.get("was", "")),
                str(data.get("title", "")),
            )
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


class Journal:
    """The manifest of one folder; a context manager.

    Remembers of each letter only where its line stands, and whether its row was met: about a hundred bytes.
    """

    def __init__(self, folder: Path, stage: Path) -> None:
        self._path = folder / NAME
        self._ordered_path = stage / NAME
        self._offsets: dict[int, int] = {}
        """By the hash of what a letter is about: where its line begins, or less than 0 when its row was met."""
        self._numbers = bytearray(1)
        self._highest = 0

    def __enter__(self) -> Self:
        self._file = self._path.open("a+b")
        self._index()
        self._ordered = self._ordered_path.open("wb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ordered.close()
        self._file.close()

    def _index(self) -> None:
        self._file.seek(0)
        offset = 0
        line = b"\n"
        for line in self._file:
            record = parse_record(line)
            if record:
                self._offsets[hash_name(record.about)] = offset
                self._take(record.number)
            offset += len(line)
        if not line.endswith(b"\n"):
            self._file.write(b"\n")
            self._file.flush()

    def find(self, about: str) -> Record | None:
        """What is known of the letter about `about`, whose row is now met."""
        key = hash_name(about)
        offset = self._offsets.get(key, -1)
        self._offsets[key] = _MET
        return None if offset < 0 else self._read(offset, about)

    def is_met(self, about: str) -> bool:
        """Whether `about` was found before in this run."""
        return self._offsets.get(hash_name(about), 0) < 0

    def choose_number(self, place: int) -> int:
        """A number that no letter has: the place in the list where it is free, else the first above all others."""
        free = place >> 3 >= len(self._numbers) or not self._numbers[place >> 3] & 1 << (place & 7)
        number = place if free else self._highest + 1
        self._take(number)
        return number

    def _take(self, number: int) -> None:
        missing = (number >> 3) + 1 - len(self._numbers)
        if missing > 0:
            self._numbers += bytes(missing + len(self._numbers) // 8)
        self._numbers[number >> 3] |= 1 << (number & 7)
        self._highest = max(self._highest, number)

    def _read(self, offset: int, about: str | None = None) -> Record | None:
        self._file.seek(offset)
        record = parse_record(self._file.readline())
        return record if record and about in (None, record.about) else None

    def write(self, records: Iterable[Record]) -> None:
        """Note `records` before their letters are moved into place."""
        self._file.seek(0, os.SEEK_END)
        self._file.write(b"".join(record.to_line(journal=True) for record in records))
        self._file.flush()

    def settle(self, records: Iterable[Record]) -> None:
        """Put `records` in the list that the manifest will be, in row order."""
        self._ordered.write(b"".join(record.to_line() for record in records))

    def finish(self) -> Iterator[Record]:
        """Replace the journal by the list; gives the letters of the folder that no row of the list asked for.

        They stay in the manifest, so that they are still known for ours.
        """
        for offset in self._offsets.values():
            if offset >= 0 and (record := self._read(offset)):
                self._ordered.write(record.to_line())
                yield record
        self._ordered.close()
        self._file.close()
        os.replace(self._ordered_path, self._path)  # noqa: PTH105 - the atomic one


def read_records(folder: Path) -> Iterator[Record]:
    """The letters of a folder that is finished, in row order."""
    with (folder / NAME).open("rb") as file:
        for line in file:
            record = parse_record(line)
            if record:
                yield record
