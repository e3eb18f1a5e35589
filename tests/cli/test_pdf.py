"""`--pdf` at the command line, without LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ibndocs.cli.main import run
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.pdf import program


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", str(find_data("examples") / "minimal"), "--pdf"],
        ["letters", "build", str(find_data("examples") / "minimal"), "--merge"],
    ],
    ids=["build", "letters"],
)
def test_without_libreoffice_nothing_is_made_and_one_message_says_what_to_install(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "find_office", lambda: None)
    assert run([*arguments, "-o", str(tmp_path / "uit"), "--lang", "en"]) in (1, 2)
    told = capsys.readouterr().err
    assert told.count("error PDF01 a PDF needs LibreOffice, which is not found here") == 1
    assert "apt install libreoffice-writer" in told
    assert not (tmp_path / "uit").exists()
