"""CSV as Excel, LibreOffice and web forms write it: delimiter and encoding are found, not asked."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Spot, Text
from ibndocs.source.faults import Fault, error
from ibndocs.source.grid import Cell, Grid, Row

DELIMITERS = (";", ",", "\t")


def read_csv(data: bytes, file: str) -> tuple[list[Grid], list[Finding]]:
    """The table as each delimiter would part it; whoever knows the headers chooses.

    Args:
        data: The file.
        file: What messages call it; spots are `file:line:field`.

    Raises:
        FaultyInput: `STR02` or `STR08`: no text, or quotes that do not match whatever the delimiter.
    """
    text, notes = _decode(data, file)
    declared = text[4:5] if text[:4].lower() == "sep=" and text[4:5] in DELIMITERS else ""
    grids, faults = [], []
    for delimiter in declared or DELIMITERS:
        try:
            grids.append(_part(text, delimiter, file, skip=1 if declared else 0))
        except csv.Error as fault:
            faults.append((delimiter, fault))
    if not grids:
        why = faults[0][1]
        raise FaultyInput(
            [
                error(
                    Fault.TABLE,
                    f"de aanhalingstekens kloppen niet ({why})",
                    f"the quotes do not match ({why})",
                    spot=Spot(file),
                    fix=Text(nl="bewaar de lijst opnieuw vanuit Excel", en="save the list again from Excel"),
                )
            ]
        )
    return grids, notes


def _decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """UTF-8 where the bytes are that, else what Excel for Windows writes."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text, [] if encoding == "utf-8-sig" else [_tell_encoding(encoding, file)]
    raise FaultyInput([error(Fault.ENCODING, "is geen tekstbestand", "is not a text file", spot=Spot(file))])


def _tell_encoding(encoding: str, file: str) -> Finding:
    name = {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())
    return Finding(
        Fault.ENCODING,
        Severity.NOTE,
        Text(nl=f"gelezen als {name}, want het is geen UTF-8", en=f"read as {name}, for it is not UTF-8"),
        Spot(file),
    )


def _part(text: str, delimiter: str, file: str, *, skip: int) -> Grid:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    ends = [0]
    for record in reader:
        records.append(record)
        ends.append(reader.line_num)
    rows: list[Row] = []
    for record, (before, _) in list(zip(records, pairwise(ends), strict=True))[skip:]:
        row = {
            column: Cell(value, Spot(file, before + 1, column))
            for column, value in enumerate(record, start=1)
            if value.strip()
        }
        if row:
            rows.append(row)
    return Grid("", rows)
