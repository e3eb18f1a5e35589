"""A stand-in for LibreOffice: gives every file the same page at once, and fails on command."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pikepdf
import pytest

STAND_IN = """#!{python}
import pathlib, subprocess, sys, time, zipfile
target = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
files = sys.argv[sys.argv.index("--outdir") + 2:]
with open({log!r}, "a") as log:
    print(len(files), file=log)
for number, file in enumerate(files):
    text = zipfile.ZipFile(file).read("word/document.xml").decode()
    if "VERLIES" in text and number:
        break
    if "CRASH" in text:
        (target / (pathlib.Path(file).stem + ".pdf")).write_bytes(b"%PDF-1.6 half")
        sys.exit(139)
    if "HANG" in text:
        child = subprocess.Popen(["sleep", "600"])
        pathlib.Path({child!r}).write_text(str(child.pid))
        time.sleep(600)
    if "WEIGER" not in text:
        (target / (pathlib.Path(file).stem + ".pdf")).write_bytes(pathlib.Path({pdf!r}).read_bytes())
"""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put it on the path as `soffice`; it keeps its log, and temporary files go, in `folder`."""
    place = folder / "bin"
    place.mkdir()
    pdf = folder / "page.pdf"
    with pikepdf.new() as page:
        page.add_blank_page()
        page.save(pdf)
    script = place / "soffice"
    script.write_text(
        STAND_IN.format(python=sys.executable, log=str(folder / "log"), child=str(folder / "child"), pdf=str(pdf))
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    (folder / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "temporary"))
