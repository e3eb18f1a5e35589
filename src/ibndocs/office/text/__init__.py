"""Any Office file as stable plain text: for goldens, for git and for search.

The text says what a reader finds in the file, in reading order, in labelled sections; it says nothing of layout. The
same file always gives the same text: no dates, no ids, nothing of the machine. It is not meant to be turned back.
"""

from __future__ import annotations

from pathlib import Path

from ibndocs.office.kinds import kind_of
from ibndocs.office.package import Package
from ibndocs.office.places import Office
from ibndocs.office.text.lines import join_lines
from ibndocs.office.text.tree import Links, first

_PROPERTIES = (
    ("title", "titel"),
    ("subject", "onderwerp"),
    ("creator", "auteur"),
    ("keywords", "trefwoorden"),
    ("description", "omschrijving"),
    ("category", "categorie"),
)


def convert(path: Path | bytes, *, name: str | None = None) -> str:
    """The text of a Word, PowerPoint or Excel file.

    Args:
        path: The file, or its bytes.
        name: What messages call it; the file's own name when left out.

    Raises:
        FaultyInput: When it is no Office file that can be read (`OFF..`).
    """
    package = Package.read(path, name=name)
    office = kind_of(package)
    lines = _read_properties(package)
    if office is Office.WORD:
        from ibndocs.office.text.word import read_document

        lines += read_document(package)
    elif office is Office.SLIDES:
        from ibndocs.office.text.slides import read_presentation

        lines += read_presentation(package)
    else:
        from ibndocs.office.text.sheets import read_workbook

        lines += read_workbook(package)
    return join_lines(lines)


def _read_properties(package: Package) -> list[str]:
    core = Links(package, "").tree("core-properties")
    lines = []
    for tag, label in _PROPERTIES:
        value = first(core, tag)
        if value is not None and (value.text or "").strip():
            lines.append(f"{label}: {value.text}")
    return [*lines, ""] if lines else []
