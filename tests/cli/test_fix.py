"""`check --fix`: the file is mended, what was changed is told, and then the check goes on as usual."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli import main
from ibndocs.cli.mending import shorten
from ibndocs.delivery.mending import mend


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IBNDOCS_LANG", "nl")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A description that Windows people wrote, with spellings to mend and comments to keep."""
    data = plain_data()
    data["companies"] = data["companies"][:2]
    folder = write_project(tmp_path / "netwerk", data)
    path = folder / "project.yaml"
    text = path.read_text("utf-8")
    text = text.replace("\n  name: Voorbeeldnetwerk", '\n  name: "Voorbeeldnetwerk "  # de aanvrager', 1)
    text = text.replace("fee: ", "fee: € ", 1)
    path.write_bytes(b"\xef\xbb\xbf# kop   \r\n" + text.replace("\n", "\r\n").encode())
    return folder


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main.run(["check", *args])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_it_mends_tells_and_checks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "project.yaml"
    before = path.read_bytes()
    plain = run(capsys, str(project), "--on", "2026-01-05")
    assert path.read_bytes() == before
    code, out, err = run(capsys, str(project), "--fix", "--on", "2026-01-05")
    assert (code, out) == plain[:2]
    told = err.splitlines()
    assert f'{path.as_posix()}:13:9: "Voorbeeldnetwerk " -> "Voorbeeldnetwerk" (spaties rond de tekst)' in told
    assert any(line.endswith("(een getal in plaats van tekst)") and ": € " in line for line in told)
    after = path.read_bytes()
    old, new = before.split(b"\n"), after.split(b"\n")
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    assert len(changed) == len(told)
    assert b'  name: "Voorbeeldnetwerk"  # de aanvrager\r' in new
    assert after.startswith(b"\xef\xbb\xbf# kop   \r\n")


def test_a_second_time_nothing_changes_and_nothing_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "project.yaml"
    run(capsys, str(project), "--fix")
    before, written = path.read_bytes(), path.stat().st_mtime_ns
    assert run(capsys, str(project), "--fix")[2] == ""
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, written)


def test_another_format_stays_readable(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, str(project), "--fix", "--format", "json")
    assert json.loads(out)
    assert " -> " in err


def test_quiet_says_nothing_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, str(project), "--fix", "--quiet")[2] == ""
    assert mend(project).fixes == ()


def test_every_project_of_a_folder_is_mended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = project.parent / "tweede"
    second.mkdir()
    (second / "project.toml").write_text('[applicant]\nname = "x "  # wie\n', "utf-8")
    broken = project.parent / "stuk"
    broken.mkdir()
    (broken / "project.yaml").write_text("applicant: {name: 'x '\n", "utf-8")
    code, _, err = run(capsys, str(project.parent), "--fix", "--lang", "en")
    assert code == 2
    assert f'{(second / "project.toml").as_posix()}:2:8: "x " -> "x" (spaces around the text)' in err
    assert f"{project.as_posix()}/project.yaml:" in err
    assert (second / "project.toml").read_text("utf-8") == '[applicant]\nname = "x"  # wie\n'
    assert (broken / "project.yaml").read_text("utf-8") == "applicant: {name: 'x '\n"


def test_a_list_is_left_alone_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = plain_data()
    data["companies"] = "leden.csv"
    folder = write_project(tmp_path / "netwerk", data)
    rows = (
        "naam;ondernemingsnummer;straat;postcode;gemeente;lidgeld\nFirma ;BE1999000051;Kaai 1;B-9000;Gent;€ 1.250,50\n"
    )
    (folder / "leden.csv").write_text(rows, "utf-8")
    _, _, err = run(capsys, str(folder), "--fix")
    assert "“leden.csv” blijft zoals het is; --fix wijzigt alleen de beschrijving zelf" in err
    assert (folder / "leden.csv").read_text("utf-8") == rows


def test_the_rights_of_the_file_stay_and_a_link_stays_a_link(project: Path, tmp_path: Path) -> None:
    path = project / "project.yaml"
    path.chmod(0o640)
    (tmp_path / "ander").mkdir()
    link = tmp_path / "ander/project.yaml"
    link.symlink_to(path)
    assert mend(link).fixes
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [file.name for file in project.iterdir()] == ["project.yaml"]


def test_a_move_that_fails_leaves_the_file_whole(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "project.yaml"
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "refused", str(path))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        mend(project)
    assert path.read_bytes() == before
    assert [file.name for file in project.iterdir()] == ["project.yaml"]


def test_a_protected_file_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "project.yaml"
    before = path.read_bytes()
    path.chmod(0o440)
    code, _, err = run(capsys, str(project), "--fix")
    assert code == 2
    assert "project.yaml" in err
    assert path.read_bytes() == before


def test_a_long_value_shows_both_ends() -> None:
    assert shorten('"' + "a" * 100 + ' "') == '"' + "a" * 19 + "…" + "a" * 18 + ' "'
    assert shorten('"a\r\n b "') == '"a↵ b "'
