"""`ibndocs template check`: faults, fields, the project's names, two shapes and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from tests.office.word.building import make_file, paragraph, table

from ibndocs.cli.main import run
from ibndocs.cli.template.checked import describe_template_format
from ibndocs.foundation.datafiles import find_data

Write = Callable[..., str]
MINIMAL = str(find_data("examples") / "minimal")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_template(*texts: str, name: str = "brief.docx", rows: tuple[tuple[str, ...], ...] = ()) -> str:
        path = tmp_path / name
        body = "".join(map(paragraph, texts)) + (table(*rows) if rows else "")
        path.write_bytes(make_file(body, {"header": paragraph("Kop {{ project.acronym }}")}))
        return str(path)

    return write_template


def test_a_sound_template_gives_its_fields(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    file = write("Dag {{ company.name }}", "{% for d in letter.declarations %}{{ d }}{% endfor %}")
    assert run(["template", "check", file, "--lang", "nl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: geen fouten; 3 velden",
        "  company.name",
        "  letter.declarations[…]",
        "  project.acronym",
    ]
    assert run(["template", "check", file, "--project", MINIMAL]) == 0


def test_names_that_the_project_does_not_have_are_told_with_their_place(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (("a", "b"), ("c", "{% if 0 %}{{ letter.rol }}{% endif %}{{ letter.x|default('') }}"))
    file = write("Dag {{ compny.name }}", rows=rows)
    assert run(["template", "check", file, "--project", MINIMAL, "--lang", "en", "--quiet"]) == 1
    first, fix, second, other_fix = capsys.readouterr().out.splitlines()
    assert first.endswith("word/document.xml, “Dag {{ compny.name }}”: {{ compny.name }}: compny is unknown")
    assert first.startswith(f"{file}: error TPL05 ")
    assert fix == "  fix: did you mean company.name?"
    assert "word/document.xml, table 1, row 2, cell 2, “{% if 0 %}" in second
    assert second.endswith("{{ letter.rol }}: rol does not exist")
    assert other_fix == "  fix: did you mean letter.role?"


def test_all_faults_come_at_once_with_a_hint(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (("kop",), ("x",), ("{%tr for x in letter.amounts %}",), ("{{ x.year }}",))
    file = write("{{ name }", "{%pif x %}", "{{ y|eurro }}", "{ { z }}", rows=rows)
    assert run(["template", "check", file, "--lang", "nl"]) == 1
    told = capsys.readouterr().out
    for said in (
        "{{ y|eurro }}: kent geen “eurro”\n  oplossing: bedoelde u euro?",
        "TPL01 word/document.xml, “{{ name }”: {{ name }: wordt nergens gesloten\n  oplossing: sluit de tag met }}",
        "{%pif x %}: kent geen “pif”\n  oplossing: zet een spatie: {%p if",
        "rij 3, cel 1, “{%tr for x in letter.amounts %}”: {%tr for x in letter.amounts %}: wordt nergens gesloten",
    ):
        assert said in told
    assert "oplossing: voeg {%tr endfor %} toe" in told
    assert "“{ { z }}” lijkt op een tag maar is er geen" in told
    assert "4 fouten, 1 waarschuwing; 3 velden" in told


@pytest.mark.parametrize(
    "broken",
    [
        "{% for x in letter.amounts %}",
        "{% endif %}",
        "{{ a b }}",
        "{% if %}{% endif %}",
        "{% for in %}{% endfor %}",
        "{% if company.name %}{% for x in letter.amounts %}{% endif %}",
        "{% else %}",
        "{% zzz %}",
        "{{ company",
        "{% include 'x' %}",
    ],
)
def test_faults_of_names_are_told_with_those_of_form(
    write: Write, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    loop = "{% for line in letter.amounts %}{{ line.yaer }}{{ line.year }}{% endfor %}"
    file = write("{{ compny.name }}", broken, loop, "{% if letter.rol %}{% elif letter.rle %}{% endif %}")
    assert run(["template", "check", file, "--project", MINIMAL, "--lang", "nl"]) == 1
    told = capsys.readouterr().out
    for meant in ("company.name?", "letter.amounts[…].year?", "letter.role?"):
        assert f"bedoelde u {meant}" in told
    assert told.count("TPL05") == 4
    assert told.count(" error ") > 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dag { { name }}!", "“Dag { { name }}!” lijkt op een tag"),
        ("Dag { name }}!", "lijkt op een tag"),
        ("{ % if x %}", "lijkt op een tag"),
    ],
)
def test_what_looks_like_a_tag_is_a_warning(
    write: Write, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    file = write(text, "{{ a }}")
    assert run(["template", "check", file, "--lang", "nl"]) == 0
    assert said in capsys.readouterr().out


def test_a_merge_field_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    field = (
        '<w:p><w:fldSimple w:instr=" MERGEFIELD Bedrijf \\* MERGEFORMAT "><w:r><w:t>«B»</w:t></w:r></w:fldSimple></w:p>'
    )
    path = tmp_path / "brief.docx"
    path.write_bytes(make_file(field + paragraph("{{ a }}")))
    assert run(["template", "check", str(path), "--lang", "nl"]) == 0
    assert "samenvoegveld Bedrijf wordt niet ingevuld: typ {{ Bedrijf }}" in capsys.readouterr().out


def test_the_json_follows_its_schema(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    sound, broken = write("{{ a.b }} {{ c|default('') }}"), write("{{ a", name="stuk.docx")
    assert run(["template", "check", sound, broken, "--format", "json", "--lang", "en"]) == 1
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, describe_template_format())
    first, second = data["templates"]
    assert [(field["name"], field["optional"]) for field in first["fields"]] == [
        ("a.b", False),
        ("c", True),
        ("project.acronym", False),
    ]
    assert first["fields"][2]["places"] == ["word/header.xml, “Kop {{ project.acronym }}”"]
    assert (second["errors"], second["findings"][0]["id"]) == (1, "TPL01")


def test_an_unreadable_file_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nota.docx"
    path.write_bytes(b"geen zip")
    assert run(["template", "check", str(path)]) == 2
    assert "OFF01" in capsys.readouterr().out
    assert run(["template", "check", str(find_data("templates") / "ibn-2025/forms/pitch.pptx")]) == 2
    assert "OFF08" in capsys.readouterr().out
    assert run(["template", "check", str(tmp_path / "weg.docx")]) == 2
    assert run(["template", "check"]) == 2
