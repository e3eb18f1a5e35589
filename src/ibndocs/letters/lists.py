"""Open a list of companies, whatever its kind, and read its rows one at a time.

CSV, JSON Lines, JSON and workbooks are streamed; YAML is read whole (100 000 values at most).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, Self

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.letters.faults import refuse_list
from ibndocs.letters.row import ListRow

_KINDS = (".csv", ".tsv", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json", ".yaml", ".yml")
_MAX_YAML = 50_000_000


class _Stream(Protocol):
    """A file that is being read."""

    @property
    def notes(self) -> Sequence[Finding]: ...

    @property
    def size(self) -> int: ...

    def position(self) -> int: ...

    def close(self) -> None: ...


class CompanyList:
    """The rows of a list; a context manager.

    Args:
        path: The file.
        wanted: The names that the template asks, so that no others are carried along; all when None.
        sheet: The sheet of a workbook; its first filled one when "".

    Attributes:
        names: The names that a template may ask of every row; None where each row has keys of its own.
        notes: What there is to say of the file as a whole.

    Raises:
        FaultyInput: `LST01`, `LST02`, `OFF01`..`OFF07`: it cannot be used.
    """

    def __init__(self, path: Path, wanted: frozenset[str] | None = None, sheet: str = "") -> None:
        name = path.name
        suffix = path.suffix.lower()
        if suffix not in _KINDS:
            fix = Text(nl="bewaar de lijst als .xlsx of .csv", en="save the list as .xlsx or .csv")
            kinds = ", ".join(_KINDS)
            raise refuse_list("LST01", Spot(name), f"is geen lijst ({kinds})", f"is no list ({kinds})", fix)
        self.names: frozenset[str] | None = None
        try:
            self._stream, self._rows = self._open(path, name, suffix, wanted, sheet)
        except OSError as error:
            why = error.strerror or str(error)
            raise refuse_list(
                "LST01", Spot(name), f"kan niet gelezen worden: {why}", f"cannot be read: {why}"
            ) from error
        self.notes = tuple(self._stream.notes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __iter__(self) -> Iterator[ListRow | Finding]:
        return self._rows

    def fraction(self) -> float:
        """How much of the list has been read, from 0 to 1."""
        return min(1.0, self._stream.position() / self._stream.size) if self._stream.size else 1.0

    def _open(
        self, path: Path, name: str, suffix: str, wanted: frozenset[str] | None, sheet: str
    ) -> tuple[_Stream, Iterator[ListRow | Finding]]:
        from ibndocs.letters.records import Records

        if suffix in (".csv", ".tsv", ".xlsx", ".xlsm"):
            return self._open_table(path, name, suffix, wanted, sheet)
        from ibndocs.letters.json_stream import JsonStream

        stream: _YamlList | JsonStream
        if suffix in (".yaml", ".yml"):
            stream = _YamlList(path, name)
        else:
            stream = JsonStream(path, name, lines=suffix in (".jsonl", ".ndjson"))
        reader = Records(wanted)
        found = (one if isinstance(one, Finding) else reader.read(*one) for one in stream.records())
        return stream, found

    def _open_table(
        self, path: Path, name: str, suffix: str, wanted: frozenset[str] | None, sheet: str
    ) -> tuple[_Stream, Iterator[ListRow | Finding]]:
        from ibndocs.letters.csv_stream import CsvStream
        from ibndocs.letters.tables import Table
        from ibndocs.letters.xlsx_stream import XlsxStream

        is_csv = suffix in (".csv", ".tsv")
        stream: CsvStream | XlsxStream = CsvStream(path, name) if is_csv else XlsxStream(path, name, sheet)
        try:
            table = Table(stream.rows(), name, wanted)
        except FaultyInput:
            stream.close()
            raise
        self.names = table.names
        return stream, iter(table)


class _YamlList:
    """The records of a YAML file: a list, or a group whose `companies` are the list; read whole."""

    size = 1

    def __init__(self, path: Path, name: str) -> None:
        from ibndocs.source.characters import decode_utf8
        from ibndocs.source.yaml_source import read_yaml

        with path.open("rb") as file:
            data = file.read(_MAX_YAML + 1)
        fix = Text(nl="bewaar een lange lijst als .csv of .jsonl", en="save a long list as .csv or .jsonl")
        if len(data) > _MAX_YAML:
            raise refuse_list("LST01", Spot(name), "is te groot voor YAML", "is too large for YAML", fix)
        tree, findings = read_yaml(decode_utf8(data, name), name, list_key="companies")
        for pointer in tree.pointers:
            spot = tree.spots[pointer]
            message = Text(nl="“!file” kan niet in een lijst", en="“!file” cannot stand in a list")
            findings.append(Finding("LST01", Severity.ERROR, message, spot))
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise FaultyInput(findings)
        self.notes = findings
        listed = tree.data.get("companies")
        path_of = [("companies", index) for index in range(len(listed))] if isinstance(listed, list) else [()]
        self._records = [
            (one, tree.spots[place])
            for one, place in zip(listed if isinstance(listed, list) else [tree.data], path_of, strict=True)
        ]

    def records(self) -> Iterator[tuple[object, Spot] | Finding]:
        yield from self._records

    def position(self) -> int:
        return 1

    def close(self) -> None:
        pass
