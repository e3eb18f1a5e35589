"""A picture that a text shows is there.

Wrong: `![Keten](keten.png)` without that file. Right: the file beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from urllib.parse import unquote

from ibndocs.foundation.findings import Severity, Text, format_path
from ibndocs.rules.prose_texts import read_prose
from ibndocs.rules.rule import About, Violation
from ibndocs.views import Dossier

ABOUT = About(
    clause="CON04",
    name="picture-missing",
    asks=Text(
        "Elke afbeelding in een tekst bestaat, naast het bestand waarin de tekst staat.",
        "Every picture in a text exists, beside the file that holds the text.",
    ),
    why=Text(
        "Zonder het bestand blijft er in het document enkel een onderschrift over. Een adres op het internet wordt nooit opgehaald.",
        "Without the file only a caption remains in the document. An address on the internet is never fetched.",
    ),
    wrong='project:\n  summary: "![De keten](https://example.be/keten.png)"',
    right="project:\n  summary: Het netwerk volgt de hele keten.",
)

PICTURE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^)>\s]+)")


def ask(dossier: Dossier) -> Iterator[Violation]:
    """Each picture."""
    for prose in read_prose(dossier.project):
        if "![" not in prose.text:
            continue
        for found in PICTURE.finditer(prose.text):
            if is_there(dossier.printer.folder_of(format_path(prose.path)), found[1]):
                continue
            yield Violation(
                prose.path,
                Text(f"de afbeelding “{found[1]}” is er niet", f"the picture “{found[1]}” is not there"),
                Text(
                    "zet het bestand naast de tekst, of haal de verwijzing weg",
                    "put the file beside the text, or remove the reference",
                ),
                Severity.WARNING,
                prose.phase,
                prose.line_of(found.start()),
            )


def is_there(folder: str | None, name: str) -> bool:
    """Whether the file `name` stands in or below `folder`; without a folder to look in it is taken for granted."""
    if "://" in name:
        return False
    return folder is None or FilePath(folder, unquote(name)).is_file()
