"""Write a description back with its certain fixes: whole or not at all, and only when there is something to mend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ibndocs.delivery.replacing import replace_file
from ibndocs.source import read_source
from ibndocs.source.mending import Fix, apply_fixes, find_fixes


@dataclass(frozen=True)
class Mended:
    """What was done to one description.

    Attributes:
        fixes: The values that are spelled better now.
        lists: Names of the tables it points to, which are never mended.
    """

    fixes: tuple[Fix, ...]
    lists: tuple[str, ...]


def mend(path: Path) -> Mended:
    """Apply every certain fix to the description at `path` (a file, or the folder that holds it).

    Raises:
        FaultyInput: It cannot be read; nothing is written.
        MeaningChanged: The fixes would do more than they should; nothing is written.
        OSError: The file may not be written.
    """
    from ibndocs.source.tables import TABLE_SUFFIXES

    source = read_source(path)
    fixes = find_fixes(source)
    if fixes:
        replace_file(source.path, apply_fixes(source, source.path.read_bytes(), fixes))
    lists = [file.name for file in source.files[1:] if file.suffix.lower() in TABLE_SUFFIXES]
    return Mended(tuple(fixes), tuple(lists))
