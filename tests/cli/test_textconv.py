"""`ibndocs textconv`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from ibndocs.cli.main import run


def write_document(path: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_the_text_comes_as_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    path = write_document(tmp_path / "dossier.docx", "€ 216.000 é")
    shown = subprocess.run(
        [sys.executable, "-m", "ibndocs", "textconv", str(path)],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )
    assert shown.stdout.decode("utf-8").endswith("\n€ 216.000 é\n")


def test_a_broken_file_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "stuk.docx"
    path.write_bytes(b"PK\x03\x04")
    assert run(["textconv", str(path), "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{path}: error OFF")


def test_a_missing_file_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["textconv", "weg.docx", "--lang", "nl"]) == 2
    assert capsys.readouterr().err.startswith("weg.docx: error OFF07 ")


def test_a_reader_that_stops_early_makes_no_noise(tmp_path: Path) -> None:
    path = write_document(tmp_path / "lang.docx", "woord " * 200_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "ibndocs", "textconv", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0
