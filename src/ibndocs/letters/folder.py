"""The folder that letters are written to: each whole or not at all, a person's edit never overwritten unasked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from ibndocs.foundation.findings import Text
from ibndocs.letters.faults import refuse_list

STAGE = ".ibndocs-letters"


@contextmanager
def open_stage(folder: Path) -> Iterator[Path]:
    """The folder in which files are prepared, empty; one run at a time. It is gone afterwards.

    Raises:
        FaultyInput: `LST01`: another run is writing to `folder`.
    """
    stage = folder / STAGE
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY) if os.name == "posix" else None
    try:
        if lock is not None:
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                message = "hier worden al brieven gemaakt", "letters are being made here already"
                fix = Text(nl="wacht tot dat klaar is", en="wait until that is done")
                raise refuse_list("LST01", None, f"{folder}: {message[0]}", f"{folder}: {message[1]}", fix) from None
        shutil.rmtree(stage, ignore_errors=True)  # what a run that was killed left behind
        stage.mkdir()
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    finally:
        if lock is not None:
            os.close(lock)


def hash_file(path: Path) -> str:
    """SHA-256 of a file; "" when there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except IsADirectoryError:
        return "folder"


def hash_pictures(folder: str) -> str:
    """SHA-256 of the pictures in `folder` and below, with where they stand: another when one of them changes."""
    from ibndocs.office.picture import list_pictures

    total = sha256()
    for path in list_pictures(folder):
        total.update(f"{path.relative_to(folder).as_posix()}\0{hash_file(path)}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


class Mover:
    """Stages a batch of files in a fresh folder, then moves each into its place.

    A fresh folder for every batch: creating files where many were just moved away is slow on some file systems.
    """

    def __init__(self, folder: Path, stage: Path) -> None:
        self._folder = folder
        self._stage = stage
        self._count = 0

    def stage(self, files: Sequence[bytes]) -> list[Path]:
        """Write `files` where nobody looks for them."""
        self._count += 1
        batch = self._stage / str(self._count)
        batch.mkdir()
        staged = []
        for number, data in enumerate(files):
            path = batch / str(number)
            path.write_bytes(data)
            staged.append(path)
        return staged

    def move(self, staged: Sequence[Path], names: Sequence[str]) -> None:
        """Move each staged file to its name in the folder."""
        for path, name in zip(staged, names, strict=True):
            os.replace(path, self._folder / name)  # noqa: PTH105 - the atomic one
        if staged:
            with suppress(OSError):
                staged[0].parent.rmdir()
