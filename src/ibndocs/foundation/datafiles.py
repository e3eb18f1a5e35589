"""Where the data that ships with the program is: `templates/`, `schemas/` and `examples/`.

In a checkout those folders stand beside `pyproject.toml`; in an installed copy they lie in `ibndocs/_data`. An editable
install leaves a copy of the second kind that nobody renews, so a checkout always wins.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

DataFolder = Literal["templates", "schemas", "examples"]

_PACKAGE = Path(__file__).resolve().parent.parent


def find_data(folder: DataFolder, *, package: Path = _PACKAGE) -> Path:
    """The folder `folder` of the program's data.

    Args:
        folder: Which one.
        package: Where the package `ibndocs` lies.

    Raises:
        FileNotFoundError: When this copy of the program came without it.
    """
    checkout = package.parent.parent
    if package.parent.name == "src" and (checkout / "pyproject.toml").is_file():
        found = checkout / folder
    else:
        found = package / "_data" / folder
    if not found.is_dir():
        raise FileNotFoundError(f"this copy of ibndocs came without its data folder {folder} ({found})")
    return found
