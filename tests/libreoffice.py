"""LibreOffice as the referee of tests: what it computes in a workbook, how a document looks as a PDF.

LibreOffice honours the cached values of a workbook unless its profile says otherwise, so every call runs in
a profile of this process that always recalculates. Its saved workbook is only used for the values in it: it
loses validations, freeze panes and pictures.
"""

from __future__ import annotations

import atexit
import os
import posixpath
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from ibndocs.office.pdf.program import find_office

SOFFICE: Final = find_office()

CellContent = float | str | bool

_ALWAYS_RECALCULATE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def recalculated_values(path: Path, *, timeout: float = 90) -> dict[str, dict[str, CellContent]]:
    """What LibreOffice computes for every non-empty cell of the workbook at `path`, by sheet name and cell.

    Numbers and dates come as `float`, truth values as `bool`, text and errors (`#DIV/0!`) as `str`.
    """
    with tempfile.TemporaryDirectory(prefix="ibndocs-recalculated-") as folder:
        return _read_values(_convert(path, "xlsx:Calc MS Excel 2007 XML", Path(folder), timeout))


def save_again(path: Path, outdir: Path, *, timeout: float = 90) -> Path:
    """The document at `path` as LibreOffice saves it, in `outdir`."""
    return _convert(path, path.suffix[1:], outdir, timeout)


def to_pdf(path: Path, outdir: Path, *, timeout: float = 90) -> Path:
    """The document at `path` printed to a PDF in `outdir`."""
    return _convert(path, "pdf", outdir, timeout)


def _convert(path: Path, target: str, outdir: Path, timeout: float) -> Path:
    assert SOFFICE, "soffice is not installed; mark the test with pytest.mark.skipif(SOFFICE is None, ...)"
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={_profile().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(outdir),
        str(path.resolve()),
    ]
    # A child of soffice outlives soffice itself: it gets a group of its own, so that all of it can be ended.
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        output, _ = process.communicate(timeout=timeout)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    written = outdir / f"{path.stem}.{target.partition(':')[0]}"
    assert written.is_file(), f"LibreOffice made nothing of {path.name}: {output}"
    return written


@lru_cache(maxsize=1)
def _profile() -> Path:
    """A profile of this process alone: two LibreOffices cannot share one."""
    folder = Path(tempfile.mkdtemp(prefix="ibndocs-libreoffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    return folder


def _read_values(path: Path) -> dict[str, dict[str, CellContent]]:
    with zipfile.ZipFile(path) as archive:
        workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        rels = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        parts = {rel.get("Id"): posixpath.join("xl", rel.get("Target", "")) for rel in rels}
        shared: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(t.text or "" for t in item.iter(_MAIN + "t")) for item in root]
        return {
            sheet.get("name", ""): {
                cell.get("r", ""): value
                for cell in ElementTree.fromstring(archive.read(parts[sheet.get(_REL_ID)])).iter(_MAIN + "c")
                if (value := _value(cell, shared)) is not None
            }
            for sheet in workbook.iter(_MAIN + "sheet")
        }


def _value(cell: ElementTree.Element, shared: list[str]) -> CellContent | None:
    text = cell.findtext(_MAIN + "v")
    if text is None:
        return None
    match cell.get("t", "n"):
        case "s":
            return _unescape(shared[int(text)])
        case "b":
            return text == "1"
        case "n":
            return float(text)
        case _:
            return _unescape(text)


def _unescape(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)
