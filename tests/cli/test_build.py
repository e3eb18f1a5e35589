"""What `ibndocs build` and `ibndocs check` leave on the screen and for a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli.main import run
from ibndocs.cli.report import ExitCode, refusal_code
from ibndocs.foundation.findings import Finding, Severity, Text


def test_a_build_tells_faults_and_leaves_advice_to_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IBNDOCS_LANG", "nl")
    data = plain_data()
    data["project"]["start"] = "2028-01-01"
    code = run(["build", str(write_project(tmp_path, data)), "--only", "voorbespreking"])
    told = capsys.readouterr()
    assert code == ExitCode.FINDINGS
    assert " error AAN06 " in told.err
    assert " warning CON02 " not in told.err
    assert "; ibndocs check toont ze alle" in told.out


def test_a_note_on_how_a_list_was_read_does_not_make_a_description_unreadable() -> None:
    note = Finding("STR02", Severity.NOTE, Text("gelezen als Windows-1252", "read as Windows-1252"))
    fault = Finding("STR11", Severity.ERROR, Text("onbekende sleutel", "unknown key"))
    assert refusal_code([note, fault]) is ExitCode.FINDINGS
    assert refusal_code([Finding("STR02", Severity.ERROR, Text("geen tekst", "no text"))]) is ExitCode.UNUSABLE
