"""Convert files until each of them is done or known to be impossible.

LibreOffice ends cleanly with files left undone (it takes no more than some 247 names), leaves a file out that it
cannot read, crashes on one, or hangs on one. So what comes back is counted, and what is missing is done again; a file
on which it crashed or hung is done alone, so that it takes no other along.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from ibndocs.office.pdf.process import Ending, Office

MOST_FILES = 200
"""Files for one run."""


def convert_files(office: Office, files: Sequence[Path], target: Path) -> Mapping[Path, Ending]:
    """Convert `files` to PDF in `target`, each under its own stem.

    Returns:
        The files that could not be converted, each with how LibreOffice ended when it had that file alone; a clean
        end means that it refused to read the file.

    Raises:
        Interrupted: The work was called off.
    """
    failed: dict[Path, Ending] = {}
    groups = deque(list(files[start : start + MOST_FILES]) for start in range(0, len(files), MOST_FILES))
    while groups:
        group = groups.popleft()
        ending = office.run(group, target)
        left = [file for file in group if not _is_whole(pdf_of(file, target))]
        if not left:
            continue
        if len(group) == 1 or (ending is Ending.CLEAN and len(left) == len(group)):
            failed.update(dict.fromkeys(left, ending))
        elif ending is Ending.CLEAN:
            groups.append(left)
        else:
            groups.append(left[:1])  # it does them in order: this is the one it fell over
            if left[1:]:
                groups.append(left[1:])
    return failed


def pdf_of(file: Path, target: Path) -> Path:
    """Where the PDF of `file` is put."""
    return target / f"{file.stem}.pdf"


def _is_whole(pdf: Path) -> bool:
    """Whether a PDF was written to its end; a crash leaves half a file behind."""
    try:
        with pdf.open("rb") as file:
            head = file.read(5)
            file.seek(-min(1024, pdf.stat().st_size), 2)
            return head == b"%PDF-" and b"%%EOF" in file.read()
    except OSError:
        return False
