"""What `check` prints for other programs: each format is read back as those programs read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli.main import run
from ibndocs.foundation.datafiles import find_data

# The part of the SARIF 2.1.0 schema (OASIS) that our output uses, with its constraints; unknown properties refused.
SARIF: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "additionalProperties": False,
                                            "required": ["id"],
                                            "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "additionalProperties": False,
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "properties": {
                                                            "uri": {"type": "string", "format": "uri-reference"}
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            },
                                            "logicalLocations": {"type": "array"},
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


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
