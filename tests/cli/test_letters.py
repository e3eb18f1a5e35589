"""`ibndocs letters build` on the command line: a stranger's template and list, progress, exit codes, settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.letters.letters import ROWS, text_of, write_csv, write_template

from ibndocs.cli import main
from ibndocs.foundation.findings import FaultyInput
from ibndocs.letters.settings import read_settings


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("IBNDOCS_LANG", "nl")
    template = write_template(tmp_path / "brief.docx", "{{ naam }} {{ jaar }} {{ company.cash }}")
    listed = write_csv(tmp_path / "leden.csv")
    return ["letters", "build", "--template", str(template), "--companies", str(listed), "-o", str(tmp_path / "uit")]


def test_letters_of_a_list_are_made_and_counted(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run([*command, "--set", "jaar=2026"]) == 0
    assert "3 brieven (3 nieuw of gewijzigd" in capsys.readouterr().out
    assert text_of(tmp_path / "uit/003-som-a1.docx") == ["=SOM(A1) 2026 €\u00a075"]
    assert main.run([*command, "--set", "jaar=2026", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_faulty_row_gives_exit_code_1_and_names_the_report(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(tmp_path / "leden.csv", [ROWS[0], {**ROWS[1], "Lidgeld": "1,250"}])
    assert main.run([*command, "--set", "jaar=2026"]) == 1
    out, err = capsys.readouterr()
    assert "leden.csv:3:4: error LTR02" in err
    assert "1 rij met een fout" in out
    assert str(tmp_path / "uit/fouten.csv") in out


def test_progress_as_json_ends_with_everything_done(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([*command, "--set", "jaar=2026", "--progress", "json"]) == 0
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (last["done"], last["faulty"], last["fraction"]) == (3, 0, 1.0)


def test_a_list_without_template_is_a_fault_of_usage(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["letters", "build", *command[4:]]) == 2
    assert "--template, --companies en --output" in capsys.readouterr().err


@pytest.mark.parametrize(("extra", "named"), [(["--phase", "1"], "--phase"), (["een-map"], "PROJECT")])
def test_what_belongs_to_a_project_is_refused_with_a_list(
    command: list[str], extra: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run([*command, *extra]) == 2
    assert named in capsys.readouterr().err


def test_what_belongs_to_a_list_is_refused_with_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    for option in (["--set", "jaar=2026"], ["--jobs", "2"]):
        assert main.run(["letters", "build", ".", *option, "--lang", "nl"]) == 2
        assert f"'{option[0]}' hoort bij een lijst (--template en --companies)" in capsys.readouterr().err


def test_a_name_that_the_list_does_not_give_is_refused_with_the_name_meant(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run([*command, "--set", "jaren=2026"]) == 1
    err = capsys.readouterr().err
    assert "TPL05" in err
    assert "brief.docx" in err


def test_the_letters_of_a_project_are_those_of_its_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    from ibndocs.dossier import build
    from ibndocs.foundation.datafiles import find_data

    for name in ("one", "two"):
        shutil.copytree(find_data("examples") / "minimal", tmp_path / name)
    assert main.run(["letters", "build", str(tmp_path / "one"), "--phase", "2"]) in (0, 1)
    build(tmp_path / "two", phases=[2])
    made = sorted((tmp_path / "one/out").rglob("*.docx"))
    assert made
    assert all(path.parent.name == "intentiebrieven" for path in made)
    for path in made:
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_settings_are_typed_as_in_the_description() -> None:
    settings = read_settings(["a=2026", "b=true", 'c="007"', "d=2026-01-15", "e=1,5", "f=", "g.h=x", "g.i=1.5"])
    assert {key: str(value) for key, value in settings.items() if key != "g"} == {
        "a": "2026", "b": "True", "c": "007", "d": "2026-01-15", "e": "1,5", "f": ""
    }  # fmt: skip
    assert str(settings["g"]) == "{'h': 'x', 'i': Decimal('1.5')}"


def test_settings_that_cannot_be_read_are_told_all_at_once() -> None:
    with pytest.raises(FaultyInput) as refused:
        read_settings(["a", "b=1.250", "c=1", "c=2", "é=1"])
    assert [finding.id for finding in refused.value.findings] == ["LST03"] * 4
