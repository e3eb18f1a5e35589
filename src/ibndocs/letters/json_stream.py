"""JSON Lines and JSON: a record per line, or a list of records of any length, one record held at a time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from ibndocs.foundation.findings import Finding, Spot, Text
from ibndocs.letters.faults import refuse_list, refuse_row

_GO_ON = Text(
    nl="verbeter dit eerst: wat erna komt, is niet gelezen; met één record per regel (.jsonl) kan dat wel",
    en="mend this first: what comes after it is not read; with one record per line (.jsonl) it would be",
)
_BLOCK = 1 << 16
_MAX_RECORD = 8 << 20
_BETWEEN = " \t\r\n,"


class _Refused(ValueError):  # noqa: N818 - JSON that means two things is refused, the program did not fail
    pass


def _read_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Refused(next(key for key in keys if keys.count(key) > 1))
    return read


def _refuse_constant(word: str) -> None:
    raise json.JSONDecodeError(f"{word} is no JSON", word, 0)


_DECODER = json.JSONDecoder(
    parse_float=Decimal, object_pairs_hook=_read_pairs, parse_constant=_refuse_constant, strict=False
)


class JsonStream:
    """The records of a `.jsonl` or `.json` file with their places.

    Args:
        path: The file.
        name: What messages call it.
        lines: Whether every line is a record.

    Raises:
        FaultyInput: `LST01`: it is no list of records.
    """

    notes: Sequence[Finding] = ()

    def __init__(self, path: Path, name: str, *, lines: bool) -> None:
        self._name = name
        self._file = path.open("rb")
        self._lines = lines
        self.size = path.stat().st_size

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def position(self) -> int:
        """How many bytes have been read."""
        return self.size if self._file.closed else self._file.tell()

    def records(self) -> Iterator[tuple[object, Spot] | Finding]:
        """Each record with its place, or why it cannot be read."""
        return self._read_lines() if self._lines else self._read_list()

    def _read_lines(self) -> Iterator[tuple[object, Spot] | Finding]:
        for number, line in enumerate(self._file, start=1):
            spot = Spot(self._name, number)
            if line.isspace():
                continue
            try:
                yield _DECODER.decode(line.strip().decode("utf-8-sig" if number == 1 else "utf-8")), spot
            except (ValueError, RecursionError) as fault:
                yield _explain(fault, spot)

    def _read_list(self) -> Iterator[tuple[object, Spot] | Finding]:
        with io.TextIOWrapper(self._file, encoding="utf-8-sig", newline="") as text:
            buffer, line = self._skip(text, "", 1)
            if not buffer.startswith("["):
                yield from self._read_single(buffer + self._read_block(text, line, _MAX_RECORD), line)
                return
            buffer, line = self._skip(text, buffer[1:], line)
            while not buffer.startswith("]"):
                record: object = None
                while True:
                    try:
                        record, end = _DECODER.raw_decode(buffer)
                    except (ValueError, RecursionError) as fault:
                        is_torn = not isinstance(fault, _Refused) and len(buffer) < _MAX_RECORD
                        more = self._read_block(text, line, len(buffer)) if is_torn else ""
                        if more:
                            buffer += more
                            continue
                        refused = _explain(fault, Spot(self._name, line))
                        if not isinstance(fault, _Refused):
                            yield replace(refused, fix=_GO_ON)
                            return
                        yield refused
                        # The record is sound but for a key that stands twice; go on after it.
                        _, end = json.JSONDecoder(strict=False).raw_decode(buffer)
                    else:
                        yield record, Spot(self._name, line)
                    break
                line += buffer[:end].count("\n")
                buffer, line = self._skip(text, buffer[end:], line)

    def _skip(self, text: io.TextIOWrapper, buffer: str, line: int) -> tuple[str, int]:
        """What follows the white space and commas at the beginning, and the line where it stands; `]` at the end."""
        while not (rest := buffer.lstrip(_BETWEEN)):
            line += buffer.count("\n")
            buffer = self._read_block(text, line)
            if not buffer:
                return "]", line
        return rest, line + buffer[: len(buffer) - len(rest)].count("\n")

    def _read_single(self, text: str, line: int) -> Iterator[tuple[object, Spot] | Finding]:
        """A file that is one record, or one group whose `companies` are the records."""
        spot = Spot(self._name, line)
        try:
            record = _DECODER.decode(text)
        except (ValueError, RecursionError) as fault:
            finding = _explain(fault, spot)
            raise refuse_list("LST01", finding.spot, finding.message.nl, finding.message.en, finding.fix) from fault
        listed = record.get("companies") if isinstance(record, dict) else None
        for one in listed if isinstance(listed, list) else [record]:
            yield one, spot

    def _read_block(self, text: io.TextIOWrapper, line: int, held: int = 0) -> str:
        """The next part of the file; as much as is held already, so that a long record is not tried too often."""
        try:
            return text.read(max(_BLOCK, held))
        except UnicodeDecodeError as fault:
            finding = _explain(fault, Spot(self._name, line))
            raise refuse_list("LST01", finding.spot, finding.message.nl, finding.message.en) from fault


def _explain(fault: Exception, spot: Spot) -> Finding:
    """Why a record cannot be read."""
    if isinstance(fault, _Refused):
        key = str(fault)
        fix = Text(nl="houd er één over", en="keep one of them")
        return refuse_row(spot, f"sleutel “{key}” staat er twee keer", f"key “{key}” stands twice", fix)
    if isinstance(fault, UnicodeDecodeError):
        return refuse_row(spot, "is geen UTF-8-tekst", "is no UTF-8 text")
    if isinstance(fault, json.JSONDecodeError):
        line = (spot.line or 1) + fault.lineno - 1
        spot = Spot(spot.file, line, fault.colno)
        return refuse_row(spot, f"is geen geldige JSON ({fault.msg})", f"is no valid JSON ({fault.msg})")
    return refuse_row(spot, "is geen geldige JSON", "is no valid JSON")
