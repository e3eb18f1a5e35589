"""What `check` prints for other programs: each format is read back as those programs read it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli.main import run
from ibndocs.foundation.datafiles import find_data

SARIF: dict[str, Any] = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8"))
"""The whole schema of the standard; see the README beside it."""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A project with a known error, and a fault in a text with signs that formats must escape."""
    data = plain_data()
    data["project"]["start"] = "2028-01-01"
    data["risks"][0]["owner"] = "piet"
    return write_project(tmp_path / "fout", data)


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = run(["check", *args])
    return code, capsys.readouterr().out


def test_json_follows_its_schema(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    code, text = printed(capsys, str(faulty), "--format", "json")
    data = json.loads(text)
    schema = json.loads((find_data("schemas") / "check.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert code == 1
    found = {finding["id"]: finding for finding in data["projects"][0]["findings"]}
    assert found["AAN06"]["line"] == 6
    assert found["AAN06"]["weight"] == "knock-out"
    assert found["REF01"]["path"] == "risks[0].owner"
    assert data["projects"][0]["phases"]["2"]["knock-out"] >= 1


def test_sarif_of_every_example_and_of_no_finding_follows_the_whole_schema(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    spaced = write_project(tmp_path / "mijn dossier #1 é", plain_data())
    for args in (
        [str(find_data("examples"))],
        [str(spaced)],
        [str(spaced), "--select", "AAN06"],
    ):
        _, text = printed(capsys, *args, "--format", "sarif")
        data = json.loads(text)
        jsonschema.Draft7Validator(SARIF).validate(data)
        places = [place for result in data["runs"][0]["results"] for place in result.get("locations", ())]
        uris = {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
        assert all(re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", uri) for uri in uris), uris


def test_sarif_is_sarif(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    _, text = printed(capsys, str(faulty), "--format", "sarif")
    data = json.loads(text)
    jsonschema.Draft7Validator(SARIF).validate(data)
    run_ = data["runs"][0]
    for result in run_["results"]:
        assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    late = next(result for result in run_["results"] if result["ruleId"].startswith("AAN06"))
    place = late["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("fout/project.yaml")
    assert place["region"]["startLine"] == 6


def test_github_annotations_stand_on_one_line_each(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    _, text = printed(capsys, str(faulty), "--format", "github")
    lines = text.splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    late = next(line for line in lines if "AAN06" in line)
    assert "line=6," in late
    assert "%0A" in late


def test_junit_counts_failures(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    _, text = printed(capsys, str(faulty), "--format", "junit")
    suite = ElementTree.fromstring(text).find("testsuite")
    assert suite is not None
    assert int(suite.get("failures", "0")) == len(suite.findall("testcase/failure")) >= 2


def test_text_says_on_which_day_it_judged_and_counts_per_phase(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    code, text = printed(capsys, str(faulty), "--on", "2026-01-20", "--lang", "nl")
    assert code == 1
    assert "getoetst op 20 januari 2026" in text
    assert "fase 2: " in text
    assert "knock-out" in text


def test_a_folder_of_projects_is_checked_whole(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    write_project(faulty.parent / "goed", plain_data())
    _, text = printed(capsys, str(faulty.parent), "--format", "json")
    assert [Path(project["file"]).parent.name for project in json.loads(text)["projects"]] == ["fout", "goed"]


def test_rules_are_chosen_and_left_out_by_id_and_name(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    _, text = printed(capsys, str(faulty), "--format", "json", "--select", "AAN06,unknown-person")
    assert {finding["id"] for finding in json.loads(text)["projects"][0]["findings"]} == {"AAN06", "REF01"}
    _, text = printed(capsys, str(faulty), "--format", "json", "--select", "AAN06,REF01", "--ignore", "start-too-late")
    assert {finding["id"] for finding in json.loads(text)["projects"][0]["findings"]} == {"REF01"}


def test_an_unreadable_project_is_told_in_every_format(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("project: [", "utf-8")
    for shape in ("text", "json", "sarif", "github", "junit"):
        code, text = printed(capsys, str(tmp_path), "--format", shape)
        assert code == 2
        assert "STR03" in text


def test_of_several_projects_each_place_names_its_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("een", "twee"):
        data = plain_data()
        data["project"]["start"] = "2028-01-01"
        write_project(tmp_path / name, data)
    _, text = printed(capsys, str(tmp_path), "--select", "AAN06")
    for name in ("een", "twee"):
        assert f"{(tmp_path / name).as_posix()}/project.yaml:6:10: error AAN06" in text
    _, text = printed(capsys, str(tmp_path / "een"), "--select", "AAN06")
    assert text.startswith("project.yaml:6:10: error AAN06")


def test_a_slip_in_select_or_ignore_is_told(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    for option in ("--select", "--ignore"):
        assert run(["check", str(faulty), option, "AAN06,BRF99"]) == 2
        told = capsys.readouterr().err
        assert "BRF99" in told
        assert "AAN06'" not in told
    assert run(["check", str(faulty), "--select", "aan,STR12,start-too-late"]) == 1
