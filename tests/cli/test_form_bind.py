"""`ibndocs form bind`, `use` and `check` from the command line: a strange form on its way into a project."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.descriptions import plain_data, write_project
from tests.office.word.building import make_file, paragraph, table

from ibndocs.cli.formats.json import describe_format
from ibndocs.cli.main import run
from ibndocs.office.text import convert

HEAD = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
BODY = (
    paragraph("Formulier van de dienst")
    + table(("Naam van de aanvrager", ""), ("Ondernemingsnummer", ""), ("Acroniem", ""), ("Telefax", ""))
    + paragraph("1. Samenvatting van het project", properties=HEAD)
    + paragraph("")
    + paragraph("2. Deelnemende ondernemingen", properties=HEAD)
    + table(("Onderneming", "Gemeente", "Grootte"), ("", "", ""))
    + paragraph("Einde")
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", plain_data())


@pytest.fixture
def form(tmp_path: Path) -> Path:
    file = tmp_path / "sjabloon.docx"
    file.write_bytes(make_file(BODY))
    return file


def test_a_strange_form_is_used_checked_built_and_verified(
    project: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "use", str(form), "--as", "vooraanmelding", str(project), "--lang", "nl"]) == 0
    told = capsys.readouterr().err
    assert "plaatsen gebonden" in told
    slots = project / "forms/vooraanmelding.slots.yaml"
    assert slots.read_text("utf-8").startswith("# yaml-language-server: $schema=slots.schema.json\n")
    assert (slots.parent / "slots.schema.json").is_file()
    assert run(["form", "check", str(slots)]) == 0
    capsys.readouterr()
    assert run(["build", str(project), "--only", "vooraanmelding", "--lang", "nl"]) == 0
    assert "1 van 1 nagegaan formulier ongewijzigd" in capsys.readouterr().out
    made = project / "out/fase1/vooraanmelding.docx"
    text = convert(made)
    assert "Formulier van de dienst" in text
    assert plain_data()["project"]["acronym"] in text
    assert plain_data()["companies"][3]["name"] in text
    assert run(["form", "verify", str(project / "forms/vooraanmelding.docx"), str(made)]) == 0


def test_using_the_same_form_again_changes_nothing_and_another_is_refused(project: Path, form: Path) -> None:
    command = ["form", "use", str(form), "--as", "vooraanmelding", str(project), "--quiet"]
    assert run(command) == 0
    slots = project / "forms/vooraanmelding.slots.yaml"
    slots.write_text(slots.read_text("utf-8") + "# mijn nota\n", "utf-8")
    assert run(command) == 0
    assert slots.read_text("utf-8").endswith("# mijn nota\n")
    form.write_bytes(make_file(BODY + paragraph("Versie 2")))
    assert run(command) == 1
    assert slots.read_text("utf-8").endswith("# mijn nota\n")


def test_a_form_of_another_program_is_refused(project: Path, form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "use", str(form), "--as", "kostenmodel", str(project), "--lang", "nl"]) == 1
    assert "FRM03" in capsys.readouterr().err
    assert not (project / "forms").exists()


def test_check_tells_places_that_are_gone_and_names_that_do_not_exist(
    project: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "use", str(form), "--as", "vooraanmelding", str(project), "--quiet"]) == 0
    slots = project / "forms/vooraanmelding.slots.yaml"
    text = (
        slots.read_text("utf-8").replace("row: Acroniem", "row: Acronym").replace("applicant.name}", "applicant.nam}")
    )
    slots.write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["form", "check", str(slots), "--lang", "nl"]) == 1
    told = capsys.readouterr().out
    assert "SLT10" in told
    assert "Acronym" in told
    assert "applicant.nam" in told
    assert run(["form", "check", str(slots), "--format", "json"]) == 1
    checked = json.loads(capsys.readouterr().out)
    jsonschema.validate(checked, describe_format())
    assert checked["projects"][0]["file"] == str(slots)
    assert "SLT10" in {finding["id"] for finding in checked["projects"][0]["findings"]}


def test_a_draft_goes_to_the_screen_or_to_a_file_that_is_not_there_yet(
    tmp_path: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "bind", str(form), "--as", "vooraanmelding"]) == 0
    assert "project.summary" in capsys.readouterr().out
    target = tmp_path / "slots.yaml"
    assert run(["form", "bind", str(form), "--as", "vooraanmelding", "-o", str(target), "--quiet"]) == 0
    target.write_text("form: iets anders\n", "utf-8")
    assert run(["form", "bind", str(form), "--as", "vooraanmelding", "-o", str(target), "--quiet"]) == 1
    assert target.read_text("utf-8") == "form: iets anders\n"


def test_an_unknown_document_names_those_there_are(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "bind", str(form), "--as", "vooraanmeldin", "--lang", "nl"]) == 2
    assert "vooraanmelding" in capsys.readouterr().err
