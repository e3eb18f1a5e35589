"""Any Office file as stable plain text: for goldens, for git and for search.

The text says what a reader finds in the file, in reading order, in labelled sections; it says nothing of layout. The
same file always gives the same text: no dates, no ids, nothing of the machine. It is not meant to be turned back.
"""

from __future__ import annotations

from pathlib import Path

from ibndocs.office.faults import refuse_file
from ibndocs.office.package import Package
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
    kind = package.content_type(package.main_part)
    lines = _read_properties(package)
    if "wordprocessingml" in kind or "ms-word" in kind:
        from ibndocs.office.text.word import read_document

        lines += read_document(package)
    elif "presentationml" in kind or "ms-powerpoint" in kind:
        from ibndocs.office.text.slides import read_presentation

        lines += read_presentation(package)
    elif "spreadsheetml" in kind or ("ms-excel" in kind and "binary" not in kind):
        from ibndocs.office.text.sheets import read_workbook

        lines += read_workbook(package)
    else:
        raise refuse_file(
            "OFF08",
            package.name,
            f"is geen Word-, PowerPoint- of Excelbestand ({kind or 'soort onbekend'})",
            f"is not a Word, PowerPoint or Excel file ({kind or 'unknown kind'})",
        )
    return join_lines(lines)


def _read_properties(package: Package) -> list[str]:
    core = Links(package, "").tree("core-properties")
    lines = []
    for tag, label in _PROPERTIES:
        value = first(core, tag)
        if value is not None and (value.text or "").strip():
            lines.append(f"{label}: {value.text}")
    return [*lines, ""] if lines else []
