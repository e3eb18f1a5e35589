"""The whole walk: what a build makes, keeps, refuses and leaves alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.dossier import Built, build
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.text import convert

LETTERS = ["intentiebrieven-1"]


def letters_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out/fase1/intentiebrieven").glob("*.docx"))


def test_a_build_is_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    """Another folder, time zone, language and hash seed: every file is the same."""
    digests = []
    for number, (zone, language) in enumerate([("UTC", "C"), ("Asia/Tokyo", "nl_BE.UTF-8")]):
        folder = tmp_path / f"hier {number}" / ("diep/" * number)
        shutil.copytree(find_data("examples") / "minimal", folder, ignore=shutil.ignore_patterns("out"))
        environment = {
            **os.environ,
            "TZ": zone,
            "LANG": language,
            "LC_ALL": language,
            "PYTHONHASHSEED": str(number + 1),
        }
        command = [sys.executable, "-m", "ibndocs", "build", str(folder), "--quiet"]
        subprocess.run(command, check=True, env=environment, cwd=tmp_path)
        files = sorted((folder / "out").rglob("*.*"))
        digests.append(
            {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
        )
    assert digests[0] == digests[1]
    assert len(digests[0]) > 60


@pytest.mark.parametrize("example", ["biorenov", "medverpakking", "minimal"])
def test_the_examples_build_without_errors(example: str, built_of: Callable[[str], Built]) -> None:
    built = built_of(example)
    assert [finding for finding in built.findings if finding.severity == "error"] == []
    unwritten = {"SLT20"} if example == "minimal" else set()
    assert {finding.id for finding in built.remarks} == unwritten
    assert built.documents == 7
    assert built.letters == 2 * len(built.loaded.dossier.plan.counted)
    made = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.*")}
    assert made >= {
        "fase0/voorbespreking.docx",
        "fase1/vooraanmelding.docx",
        "fase1/pitch.pptx",
        "fase2/aanvraag.docx",
        "fase2/kostenmodel.xlsx",
        "fase2/cofinancieringsplan.xlsx",
        "fase2/cofinancieringsplan.docx",
        "manifest.json",
    }


def test_a_company_that_joins_changes_no_name_of_another_letter(tmp_path: Path) -> None:
    data = plain_data()
    newcomer = {**data["companies"][0], "name": "Nieuwkomer bv", "enterprise_number": "1999.602.837"}
    build(write_project(tmp_path, data), only=LETTERS)
    before = letters_in(tmp_path)
    data["companies"].insert(3, newcomer)
    build(write_project(tmp_path, data), only=LETTERS)
    assert set(letters_in(tmp_path)) - set(before) == {"031-nieuwkomer-bv.docx"}
    assert set(before) <= set(letters_in(tmp_path))


def test_a_company_that_leaves_takes_its_letter_along(tmp_path: Path) -> None:
    data = plain_data()
    build(write_project(tmp_path, data), only=LETTERS)
    before = letters_in(tmp_path)
    del data["companies"][2]
    build(write_project(tmp_path, data), only=LETTERS)
    assert set(before) - set(letters_in(tmp_path)) == {"003-bedrijf-03.docx"}


def test_a_build_that_fails_leaves_the_last_one_whole(tmp_path: Path) -> None:
    data = plain_data()
    build(write_project(tmp_path, data), only=LETTERS)
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}
    data["team"][0]["fte"] = "veel"
    with pytest.raises(FaultyInput):
        build(write_project(tmp_path, data), only=LETTERS)
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")} == before


def test_a_letter_that_a_person_edited_is_kept_until_forced(tmp_path: Path) -> None:
    build(write_project(tmp_path, plain_data()), only=LETTERS)
    edited = tmp_path / "out/fase1/intentiebrieven" / letters_in(tmp_path)[0]
    edited.write_bytes(b"mijn bewerking")
    data = plain_data()
    data["project"]["acronym"] = "ANDERS"
    with pytest.raises(FaultyInput) as caught:
        build(write_project(tmp_path, data), only=LETTERS)
    assert [finding.id for finding in caught.value.findings] == ["DEL01"]
    assert edited.read_bytes() == b"mijn bewerking"
    build(tmp_path, only=LETTERS, force=True)
    assert "ANDERS" in convert(edited, name="letter")


def test_strict_builds_nothing_when_there_is_a_warning(tmp_path: Path) -> None:
    data = plain_data()
    data["narrative"]["vision"] = ""
    with pytest.raises(FaultyInput):
        build(write_project(tmp_path, data), only=LETTERS, strict=True)
    assert not (tmp_path / "out").exists()


def test_faults_against_the_call_do_not_stop_a_draft(tmp_path: Path) -> None:
    data = plain_data()
    data["project"]["start"] = "2028-01-01"
    built = build(write_project(tmp_path, data), only=LETTERS)
    assert [finding.id for finding in built.findings if finding.severity == "error"] == ["AAN06"]
    assert len(letters_in(tmp_path)) == 30


def test_an_unknown_document_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        build(write_project(tmp_path, plain_data()), only=["pich"])
    (finding,) = caught.value.findings
    assert finding.fix
    assert "pitch" in finding.fix.nl


def test_a_document_of_another_phase_is_refused_not_left_out(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as caught:
        build(write_project(tmp_path, plain_data()), phases=[2], only=["vooraanmelding", "kostenmodel"])
    (finding,) = caught.value.findings
    assert finding.message.nl == "document 'vooraanmelding' hoort bij fase 1"
    assert finding.fix
    assert "kostenmodel" in finding.fix.nl


def test_only_the_phase_asked_for_is_built(tmp_path: Path) -> None:
    build(write_project(tmp_path, plain_data()), phases=[0])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["fase0", "manifest.json"]


def test_a_missing_answer_is_marked_in_the_document_and_reported(tmp_path: Path) -> None:
    data = plain_data()
    data["narrative"]["problem"] = ""
    built = build(write_project(tmp_path, data), only=["vooraanmelding"])
    assert "narrative.problem" in {finding.path for finding in built.findings if finding.id == "AAN03"}
    assert [finding.message.nl for finding in built.findings if finding.id == "SLT20"] == [
        "answers.problem is nog niet ingevuld"
    ]
    text = convert(tmp_path / "out/fase1/vooraanmelding.docx", name="form")
    assert text.count("[nog in te vullen]") == 1
