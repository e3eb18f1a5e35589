"""`ibndocs form inspect`: the command, its two shapes and its two languages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.office.word.inspecting import with_settings
from tests.office.word.slot_forms import build_form, p, sdt

from ibndocs.cli.form.outline_json import describe_outline_format
from ibndocs.cli.main import run


@pytest.fixture
def form(tmp_path: Path) -> str:
    body = p("1 Identificatie", "Kop1") + sdt("acroniem", p("Vul het acroniem in"))
    path = tmp_path / "formulier.docx"
    path.write_bytes(build_form(body).write())
    return str(path)


def test_the_outline_shows_headings_and_places_with_their_anchors(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "inspect", form, "--lang", "nl"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith(f"{form}  Word")
    assert "1 Identificatie" in shown
    assert any("‹Vul het acroniem in›" in line and line.endswith("{control: acroniem}") for line in shown)
    assert shown[-1] == "1 plaats: 1 tekstvak"


def test_the_summary_speaks_english_when_asked(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "inspect", form, "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 place: 1 text control"


def test_the_json_follows_its_schema(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["form", "inspect", form, "--format", "json", "--fillable"]) == 0
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, describe_outline_format())
    (item,) = data["items"]
    assert item["at"] == {"control": "acroniem"}
    assert item["where"] == ["1 Identificatie"]


def test_a_file_that_is_no_form_is_refused_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nota.docx"
    path.write_bytes(b"geen zip")
    assert run(["form", "inspect", str(path), "--lang", "nl"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{path}: error OFF01")
    assert run(["form", "inspect", str(tmp_path / "weg.docx")]) == 2
    assert "OFF07" in capsys.readouterr().err


def test_what_protects_a_form_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = '<w:documentProtection w:edit="forms" w:enforcement="1" w:hash="x"/>'
    path = tmp_path / "formulier.docx"
    path.write_bytes(with_settings(build_form(p("Naam: ........")), settings).write())
    assert run(["form", "inspect", str(path), "--lang", "nl"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].endswith("Word · beveiliging: alleen formuliervelden, met wachtwoord")
    assert shown[2].endswith("{blank: Naam}  (beveiligd)")


def test_warnings_go_to_standard_error_and_are_in_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "formulier.docx"
    path.write_bytes(build_form(p("Tekst")).with_parts({"word/vbaProject.bin": b"x"}).write())
    assert run(["form", "inspect", str(path), "--lang", "en"]) == 0
    assert "note INS02 the form holds macros" in capsys.readouterr().err
    assert run(["form", "inspect", str(path), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, describe_outline_format())
    assert [finding["id"] for finding in data["findings"]] == ["INS02"]


def test_only_the_places_are_shown_under_their_headings_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = p("1 Visie", "Kop1") + p("Uitleg.") + p("Naam: ........") + p("2 Bijlagen", "Kop1") + p("Tekst.")
    path = tmp_path / "formulier.docx"
    path.write_bytes(build_form(body).write())
    assert run(["form", "inspect", str(path), "--fillable", "--lang", "nl"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] or line.split("  ")[1] for line in shown[2:-2]] == ["1 Visie", "Naam: ‹........›"]
