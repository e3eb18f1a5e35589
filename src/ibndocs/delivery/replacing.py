"""Write one file: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_NEW = 0o644
"""The rights of a new file; a temporary one keeps others out."""
_WRITABLE = 0o222


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` beside the file and move it in; its rights stay, and a link to it stays a link.

    The folder is made when absent. A write that fails leaves the old file whole.

    Raises:
        PermissionError: Its owner protected the file: moving another over it would ignore that.
        OSError: It cannot be written.
    """
    target = path.resolve()
    there = target.exists()
    if there:
        _refuse_protected(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".ibndocs-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        if there:
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(_NEW)
        os.replace(temporary, target)  # noqa: PTH105 - the atomic one
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _refuse_protected(path: Path) -> None:
    """Refuse a file without the right to write, also for an administrator, whom the system would let pass."""
    if not path.stat().st_mode & _WRITABLE:
        raise PermissionError(13, os.strerror(13), str(path))
    with path.open("r+b"):
        pass
