"""A template and lists of invented companies, and a short way to make their letters."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from ibndocs.letters.making import make_letters
from ibndocs.letters.request import Outcome, Request
from ibndocs.office.text import convert

ROWS: list[dict[str, Any]] = [
    {"Naam": "Houtwerk & Zn. bv", "Ondernemingsnummer": "1999.000.051", "Postcode": "9000", "Lidgeld": "1.250,50"},
    {"Naam": "Café <Noord>", "Ondernemingsnummer": "1999.000.150", "Postcode": "2000", "Lidgeld": "5 000"},
    {"Naam": "=SOM(A1)", "Ondernemingsnummer": "1999000249", "Postcode": "3000", "Lidgeld": "€ 75"},
]
LINES = ("Aan {{ naam }}, {{ postcode }}", "Bijdrage {{ company.cash }} ({{ lidgeld }})")


@cache
def template_of(lines: tuple[str, ...]) -> bytes:
    """A Word file with a paragraph for each line; the same lines give the same bytes, whatever the clock says."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def write_template(path: Path, *lines: str) -> Path:
    """A Word file with a paragraph for each line."""
    path.write_bytes(template_of(lines or LINES))
    return path


def write_csv(path: Path, rows: Sequence[dict[str, Any]] = ROWS) -> Path:
    """A list as Excel in Belgium saves it."""
    lines = [list(rows[0]), *([row.get(key, "") for key in rows[0]] for row in rows)]
    path.write_text("".join(";".join(map(str, line)) + "\n" for line in lines), encoding="utf-8")
    return path


def write_jsonl(path: Path, rows: Sequence[dict[str, Any]] = ROWS) -> Path:
    """A list as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def make(folder: Path, companies: Path, *lines: str, **request: Any) -> Outcome:
    """The letters of `companies` in the folder `out`, from a template of `lines`."""
    template = write_template(folder / "brief.docx", *lines)
    return make_letters(Request(template=template, companies=companies, folder=folder / "out", **request))


def read_letters(folder: Path) -> dict[str, bytes]:
    """The files that were made, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def text_of(path: Path) -> list[str]:
    """The lines of a letter."""
    return convert(path.read_bytes(), name=path.name).partition("\n\n")[2].strip().splitlines()
