"""A CSV file of any length, row by row; delimiter and encoding are found on its beginning, not asked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.letters.faults import refuse_list, refuse_row
from ibndocs.letters.tables import SEARCHED_ROWS
from ibndocs.source.columns import vocabulary_of
from ibndocs.source.csv_source import DELIMITERS
from ibndocs.source.grid import Cell, Row

_SAMPLE = 1 << 16
_BLOCK = 1 << 20


class CsvStream:
    """The filled rows of a CSV file; a context manager.

    Attributes:
        notes: What there is to say of the file as a whole.
        size: Its size in bytes.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._name = name
        self._file = path.open("rb")
        self.size = path.stat().st_size
        try:
            self.encoding, self.notes = _find_encoding(self._file, name)
        except FaultyInput:
            self._file.close()
            raise
        self._file.seek(0)
        sample = self._file.read(_SAMPLE).decode(self.encoding, "ignore")
        self._declared = sample[:4].lower() == "sep=" and sample[4:5] in DELIMITERS
        self._delimiter = sample[4] if self._declared else _find_delimiter(sample)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def position(self) -> int:
        """How many bytes have been read."""
        return self.size if self._file.closed else self._file.tell()

    def rows(self) -> Iterator[Row | Finding]:
        """The rows; a record whose quotes do not match is told, and reading goes on at the next line."""
        self._file.seek(0)
        with io.TextIOWrapper(self._file, encoding=self.encoding, newline="") as text:
            reader = csv.reader(text, delimiter=self._delimiter, strict=True)
            if self._declared:
                next(reader)
            while True:
                line = reader.line_num + 1
                try:
                    record = next(reader)
                except StopIteration:
                    return
                except csv.Error as fault:
                    yield _refuse_quotes(fault, Spot(self._name, line))
                    continue
                row = {
                    column: Cell(value, Spot(self._name, line, column))
                    for column, value in enumerate(record, start=1)
                    if value and not value.isspace()
                }
                if row:
                    yield row


def _refuse_quotes(fault: csv.Error, spot: Spot) -> Finding:
    return refuse_row(
        spot,
        f"de aanhalingstekens kloppen niet ({fault})",
        f"the quotes do not match ({fault})",
        Text(nl="bewaar de lijst opnieuw vanuit Excel", en="save the list again from Excel"),
    )


def _find_encoding(file: io.BufferedReader, name: str) -> tuple[str, list[Finding]]:
    """UTF-8 where all bytes are that, else UTF-16 by its mark, else what Excel for Windows writes; read by blocks."""
    import codecs

    head = file.read(2)
    encoding = "utf-16" if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := file.read(_BLOCK):
            if encoding == "utf-8-sig" and b"\0" in block:
                raise refuse_list("LST01", Spot(name), "is geen tekstbestand", "is not a text file")
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise refuse_list("LST01", Spot(name), "is geen tekstbestand", "is not a text file") from None
        encoding = "cp1252"
    if encoding == "cp1252":
        file.seek(0)
        _check_windows(file, name)
    if encoding == "utf-8-sig":
        return encoding, []
    shown = {"cp1252": "Windows-1252", "utf-16": "UTF-16"}[encoding]
    message = Text(nl=f"gelezen als {shown}, want het is geen UTF-8", en=f"read as {shown}, for it is not UTF-8")
    return encoding, [Finding("STR02", Severity.NOTE, message, Spot(name))]


def _check_windows(file: io.BufferedReader, name: str) -> None:
    """Refuse bytes that are no text in Windows-1252 either."""
    while block := file.read(_BLOCK):
        try:
            block.decode("cp1252")
        except UnicodeDecodeError:
            raise refuse_list("LST01", Spot(name), "is geen tekstbestand", "is not a text file") from None


def _find_delimiter(sample: str) -> str:
    """The delimiter by which most headers are recognised, else the one that parts the first rows in most columns."""
    vocabulary = vocabulary_of("companies")

    def weigh(delimiter: str) -> tuple[int, int]:
        rows: list[list[str]] = []
        try:
            for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
                rows.append(record)
                if len(rows) == SEARCHED_ROWS:
                    break
        except csv.Error:
            return (-1, -1)
        recognised = max((sum(bool(vocabulary.recognise(cell)) for cell in row) for row in rows), default=0)
        return (recognised, min((len(row) for row in rows if any(row)), default=0))

    return max(DELIMITERS, key=weigh)
