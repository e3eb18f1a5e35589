"""`ibndocs form verify` and the proof that `build` runs, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.cli.form.verify_json import describe_verify_format
from ibndocs.cli.main import run
from ibndocs.dossier import build
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.package import Package

PACK = find_data("templates") / "ibn-2025"
FORM = PACK / "forms/vooraanmelding.docx"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_project(tmp_path_factory.mktemp("dossier"), plain_data())
    build(folder, only=["vooraanmelding"])
    return folder / "out/fase1/vooraanmelding.docx"


def test_what_build_made_is_unchanged_but_for_its_answers(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "verify", str(FORM), str(filled), "--lang", "nl"]) == 0
    assert "ongewijzigd buiten" in capsys.readouterr().out


def test_a_question_altered_by_hand_is_told_with_before_and_after(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = Package.read(filled)
    part = package.main_part
    changed = package.part(part).replace(b"Opportuniteiten", b"Onze kansen", 2)
    file = tmp_path / "gewijzigd.docx"
    file.write_bytes(package.write({part: changed}))
    assert run(["form", "verify", str(FORM), str(file), "--format", "json", "--lang", "en"]) == 1
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, describe_verify_format())
    assert told["unchanged"] is False
    assert {one["change"] for one in told["differences"]} <= {"altered", "removed"}
    assert any("Opportuniteiten" in one["before"] for one in told["differences"])


def test_files_of_two_programs_cannot_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "verify", str(FORM), str(PACK / "forms/pitch.pptx"), "--lang", "nl"]) == 2
    assert "PowerPoint" in capsys.readouterr().err


def test_every_stand_in_comes_out_unchanged(tmp_path: Path) -> None:
    built = build(find_data("examples") / "medverpakking", output=tmp_path, verify=True)
    assert len(built.proofs) == 7
    assert {path: proof.differences for path, proof in built.proofs.items() if not proof.holds} == {}
