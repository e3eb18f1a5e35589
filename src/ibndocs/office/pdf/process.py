"""One run of LibreOffice, watched: when it stops making files it is killed with all its children.

A child of soffice outlives soffice itself, so every run gets a process group of its own. Two LibreOffices cannot share
a profile, so every worker has one of its own, which is removed afterwards.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

_POLL = 0.1
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_ALWAYS = (
    ("Setup/L10N", "ooSetupSystemLocale", "nl-BE"),  # the same pages whatever the language of the machine
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Office.Common/Filter/PDF/Export", "ExportBookmarksToPDFDestination", "true"),
    ("Office.Common/Filter/PDF/Export", "ExportFormFields", "false"),
)
_PDFA = (
    ("Office.Common/Filter/PDF/Export", "SelectPdfVersion", "2"),
    ("Office.Common/Filter/PDF/Export", "UseTaggedPDF", "true"),
)


class Ending(Enum):
    """How a run ended."""

    CLEAN = "clean"
    CRASHED = "crashed"
    HUNG = "hung"


class Interrupted(Exception):  # noqa: N818 - no fault, a wish
    """The work was called off while LibreOffice ran."""


class Office:
    """LibreOffice with a profile of its own; a context manager, which removes the profile."""

    def __init__(self, program: Path, *, pdfa: bool, patience: float, stop: Event) -> None:
        """Prepare, without starting anything.

        Args:
            program: The program `soffice`.
            pdfa: Whether it makes tagged PDF/A-2b.
            patience: Seconds without a sign of life after which a run counts as hung.
            stop: Set by another thread to call the work off.
        """
        self._program = program
        self._settings = "".join(_ITEM.format(*item) for item in (*_ALWAYS, *(_PDFA if pdfa else ())))
        self._patience = patience
        self._stop = stop
        self._profile: Path | None = None

    def __enter__(self) -> Self:
        self._profile = Path(tempfile.mkdtemp(prefix="ibndocs-office-"))
        settings = self._profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_SETTINGS.format(self._settings), encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._profile is not None:
            shutil.rmtree(self._profile, ignore_errors=True)

    def run(self, files: Sequence[Path], target: Path) -> Ending:
        """Convert `files` to PDF in the folder `target`; which of them succeeded shows there.

        Raises:
            Interrupted: The work was called off.
        """
        assert self._profile is not None, "an Office is used in a with statement"
        command = [
            str(self._program),
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target),
            *map(str, files),
        ]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            # It may be found without the path, but its start is a script that calls the programs of the system.
            env={**os.environ, "PATH": os.pathsep.join(filter(None, (os.environ.get("PATH"), os.defpath)))},
        )
        try:
            return self._watch(process, target)
        finally:
            _kill(process)

    def _watch(self, process: subprocess.Popen[bytes], target: Path) -> Ending:
        signs, since = _signs_of_life(target), time.monotonic()
        while True:
            try:
                return Ending.CRASHED if process.wait(_POLL) else Ending.CLEAN
            except subprocess.TimeoutExpired:
                if self._stop.is_set():
                    raise Interrupted from None
            now = _signs_of_life(target)
            if now != signs:
                signs, since = now, time.monotonic()
            elif time.monotonic() - since > self._patience:
                return Ending.HUNG


def _signs_of_life(folder: Path) -> tuple[int, int]:
    """Number and size of the files made so far."""
    sizes = [entry.stat().st_size for entry in os.scandir(folder)]
    return len(sizes), sum(sizes)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a run: the program, or children that outlived it."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
