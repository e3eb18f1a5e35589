"""What is generated from the code says what the code says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner
from tests.descriptions import plain_data
from tools.docs.codes import HEADS, write_page
from tools.docs.rules import write_pages
from tools.docs.values import TARGET, write_values

from ibndocs.call import load_call
from ibndocs.call.schema import write_schemas
from ibndocs.cli.bilingual import Command, Entry, Group, Option
from ibndocs.cli.main import program, run
from ibndocs.cli.schema import describe_formats, schema
from ibndocs.delivery.starting import start_project
from ibndocs.foundation.codes import explain_code, read_codes
from ibndocs.foundation.datafiles import find_data
from ibndocs.office.places import PLACES
from ibndocs.office.slots_schema import KEYS, describe_slots
from ibndocs.rules import find_rules

ROOT = Path(__file__).resolve().parents[1]


def test_the_schemas_are_current() -> None:
    texts = write_schemas(load_call("ibn-2025"), describe_formats())
    assert {path.name for path in find_data("schemas").glob("*.json")} == set(texts)
    for name, text in texts.items():
        assert (find_data("schemas") / name).read_text("utf-8") == text, "run: make schema"


def test_the_schema_accepts_the_minimal_example_and_refuses_an_unknown_key() -> None:
    import json

    text = json.loads(CliRunner().invoke(schema, []).output)
    jsonschema.Draft202012Validator.check_schema(text)
    validator = jsonschema.Draft202012Validator(text)
    data = plain_data()
    data["companies"] = "bedrijven.csv"
    assert list(validator.iter_errors(data)) == []
    data["project"]["acronim"] = "x"
    assert any("acronim" in error.message for error in validator.iter_errors(data))


def test_the_schema_of_slots_accepts_those_that_ship_and_refuses_a_place_that_is_none() -> None:
    import yaml

    validator = jsonschema.Draft202012Validator(describe_slots())
    validator.check_schema(describe_slots())
    for path in sorted(find_data("templates").glob("*/slots/*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        assert list(validator.iter_errors(data)) == [], path
        data["slots"].append({"at": {"onder": "Visie"}, "value": "x"})
        assert list(validator.iter_errors(data)) != [], path


def test_every_key_of_a_place_is_explained() -> None:
    keys = {item.name for kinds in PLACES.values() for kind in kinds for item in fields(kind)}
    assert set(KEYS) == keys


def test_every_key_of_the_schema_is_explained_in_dutch() -> None:
    import json

    text = json.loads(write_schemas(load_call("ibn-2025"))["project.schema.json"])
    silent = [
        f"{name}.{key}"
        for name, part in {"Project": text, **text["$defs"]}.items()
        for key, entry in part.get("properties", {}).items()
        if not (entry.get("title") and entry.get("description")) or entry["title"] == entry["description"]
    ]
    assert silent == []


OFF = "# check:  # Controle: Instellingen van de controle.\n"
ON = (
    "\n# Controle: Instellingen van de controle.\ncheck:\n"
    '  # Op datum: Datum waarop termijnen worden getoetst; zonder opgave vandaag.\n  on: "2026-01-05"\n'
)


def test_the_minimal_example_is_what_new_writes_judged_on_a_day_that_stays(tmp_path: Path) -> None:
    start_project(tmp_path / "nieuw", "ibn-2025")
    minimal = find_data("examples") / "minimal"
    fresh = (tmp_path / "nieuw/project.yaml").read_text("utf-8")
    shipped = (minimal / "project.yaml").read_text("utf-8").replace("../../schemas/", "")
    assert fresh.endswith(OFF), "a new project is judged today"
    assert fresh.removesuffix(OFF) + ON == shipped
    assert (tmp_path / "nieuw/bedrijven.csv").read_bytes() == (minimal / "bedrijven.csv").read_bytes()


def test_the_names_for_slots_and_templates_are_current() -> None:
    assert TARGET.read_text("utf-8") == write_values(), "run: python -m tools.docs.values"


@pytest.mark.parametrize("name", ["regels.md", "rules.md"])
def test_the_rule_reference_says_what_the_rules_say(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    assert text == write_pages()[name], "run: python -m tools.docs.rules"
    assert not re.search(r"\{\w+\}", re.sub(r"```.*?```", "", text, flags=re.DOTALL)), "a number is not filled in"


def test_the_dutch_reference_says_in_dutch_what_a_clause_weighs() -> None:
    weights = re.findall(r"\*\*Eis van de oproep\*\* \(([^,]+), fase", write_pages()["regels.md"])
    assert len(weights) == len(load_call("ibn-2025").clauses)
    assert not re.search(r"limit\b|exclusion|advice|conditional|interpretation", " ".join(weights))


@pytest.mark.parametrize("name", HEADS)
def test_the_list_of_codes_is_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == write_page(name), "run: python -m tools.docs.codes"


def test_every_code_of_a_message_is_explained_once_and_every_explained_code_is_told() -> None:
    code = re.compile(r'"([A-Z]{3}[0-9]{2})"')
    told = {found for file in (ROOT / "src").rglob("*.py") for found in code.findall(file.read_text("utf-8"))}
    explained = [code for family in read_codes() for code in family.codes]
    judged = {rule.about.clause for rule in find_rules()} | set(load_call("ibn-2025").clause_by_id)
    assert sorted(set(explained)) == sorted(explained)
    assert set(explained) == told - judged


def test_explain_tells_what_a_code_means(capsys: pytest.CaptureFixture[str]) -> None:
    meaning = explain_code("SLT28")
    assert meaning is not None
    assert run(["explain", "slt28", "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"SLT28: {meaning.en}\n"


@pytest.mark.parametrize("guide", ["docs/gids.md", "docs/guide.md"])
def test_every_command_and_option_is_documented(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    for name, command in list_commands(program.entries):
        assert f"ibndocs {name}" in text
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--"):
                    assert option in text, f"{name} {option}"


def test_every_command_shows_an_example_and_says_the_same_option_the_same() -> None:
    values: dict[tuple[str, str], set[str]] = {}
    for name, command in list_commands(program.entries):
        assert isinstance(command, Command)
        assert isinstance(command, Group) or command.examples, name
        assert all(example.startswith(f"ibndocs {name}") for example in command.examples), name
        for parameter in command.params:
            if isinstance(parameter, Option) and parameter.opts[-1] in {"--phase", "--format", "--call", "--strict"}:
                said = parameter.texts.nl.partition(";")[0].rstrip(".")
                values.setdefault((parameter.opts[-1], str(parameter.multiple)), set()).add(said)
    assert {option: texts for option, texts in values.items() if len(texts) > 1} == {
        ("--strict", "False"): {"Reken ook waarschuwingen als fout", "Maak niets als er fouten of waarschuwingen zijn"}
    }


def list_commands(entries: Mapping[str, Entry], above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, those of groups too."""
    for name, entry in entries.items():
        command = entry.load()
        yield above + name, command
        if isinstance(command, Group):
            yield from list_commands(command.entries, f"{above}{name} ")
