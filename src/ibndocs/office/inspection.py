"""What stands in a form, whichever of the three programs it is for."""

from __future__ import annotations

import importlib
from hashlib import sha256
from pathlib import Path
from typing import cast

from ibndocs.office.faults import refuse_unread
from ibndocs.office.kinds import kind_of
from ibndocs.office.outline import Outline
from ibndocs.office.package import Package
from ibndocs.office.places import Office

_INSPECTORS = {
    Office.WORD: "ibndocs.office.word.inspection:inspect_word",
    Office.SLIDES: "ibndocs.office.slides.inspection:inspect_slides",
    Office.SHEETS: "ibndocs.office.sheets.inspection:inspect_sheets",
}
"""Who looks at which kind of form: `module:function`, each called as `function(package, sha256=...)`."""


def inspect_form(file: Path | bytes, *, name: str | None = None) -> Outline:
    """The outline of a form.

    Args:
        file: The form, or its bytes.
        name: What messages call it; the file's own name when left out.

    Raises:
        FaultyInput: It is no Office file that can be read (`OFF..`).
    """
    data = file if isinstance(file, bytes) else _read(file, name or file.name)
    package = Package.read(data, name=name or (file.name if isinstance(file, Path) else None))
    module, _, function = _INSPECTORS[kind_of(package)].partition(":")
    inspect = getattr(importlib.import_module(module), function)
    return cast(Outline, inspect(package, sha256=sha256(data).hexdigest()))


def _read(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise refuse_unread(name, error) from error
