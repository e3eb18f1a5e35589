"""Where LibreOffice and pikepdf are, and what to say when they are not there."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ibndocs.foundation.findings import FaultyInput, Finding, Severity, Text

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
)

_INSTALL = (
    "Debian/Ubuntu: apt install libreoffice-writer libreoffice-calc libreoffice-impress; "
    "macOS: brew install --cask libreoffice; Windows: winget install TheDocumentFoundation.LibreOffice"
)


def find_office() -> Path | None:
    """The program `soffice`: on the path, or where installers put it on Linux, macOS and Windows."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    return next((place for place in _list_places() if place.is_file()), None)


def _list_places() -> Iterator[Path]:
    yield from (Path(place).expanduser() for place in _PLACES)
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield Path(folder, "LibreOffice", "program", "soffice.com")  # the one of the two that is waited for


def require_office() -> Path:
    """The program `soffice`, when all that a PDF needs is there.

    Raises:
        FaultyInput: `PDF01` without LibreOffice, `PDF02` without pikepdf; both at once when both are missing.
    """
    program = find_office()
    findings = []
    if program is None:
        findings.append(
            Finding(
                "PDF01",
                Severity.ERROR,
                Text(
                    "een PDF maken vraagt LibreOffice, dat hier niet gevonden is",
                    "a PDF needs LibreOffice, which is not found here",
                ),
                fix=Text(
                    f"installeer het ({_INSTALL}), of vraag geen PDF",
                    f"install it ({_INSTALL}), or ask for no PDF",
                ),
            )
        )
    if importlib.util.find_spec("pikepdf") is None:
        findings.append(
            Finding(
                "PDF02",
                Severity.ERROR,
                Text("een PDF maken vraagt het pakket pikepdf", "a PDF needs the package pikepdf"),
                fix=Text("pip install 'ibndocs[pdf]'", "pip install 'ibndocs[pdf]'"),
            )
        )
    if program is None or findings:
        raise FaultyInput(findings)
    return program
