"""Every rule on small cases: the minimal example with a few values replaced, and what must be found where.

A case file is named for its rule. `pass` and `fail` list cases: `set` replaces values by path (`team.0.fte`), `at` is
the path of the finding and `says` a part of its message. A case of
`pass` with `at` only says that nothing is found there. `biorenov` plants faults in that example: the first place where
`replace` stands becomes `with` (and every place of each pair of `also`), to be found `at_line_of` some text.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.projects import make_dossier, the_call

from ibndocs.dossier import check, load
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import Severity, Spot
from ibndocs.rules import check_rules, find_rules

CASES = Path(__file__).parent / "cases"
EXAMPLE = find_data("examples") / "biorenov"
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(CASES.glob("*.yaml"))}
RULES = {rule.about.name: rule for rule in find_rules()}


def read_path(text: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in text.split("."))


def find(case: dict[str, Any], name: str) -> list[tuple[str, str, Severity]]:
    dossier = make_dossier({read_path(path): value for path, value in case.get("set", {}).items()})
    findings = check_rules(dossier, lambda _path: Spot("project.yaml", 1, 1))
    return [(f.path, f.message.nl, f.severity) for f in findings if f.name == name]


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, file in FILES.items() for case in file["pass"]])
def test_a_sound_description_is_not_blamed(name: str, case: dict[str, Any]) -> None:
    assert [found for found in find(case, name) if found[0] == case.get("at", found[0])] == []


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, file in FILES.items() for case in file["fail"]])
def test_a_fault_is_found_at_its_place(name: str, case: dict[str, Any]) -> None:
    found = find(case, name)
    matching = [text for path, text, _ in found if path == case["at"]]
    assert matching, found
    assert any(case.get("says", "") in text for text in matching)
    if "severity" in case:
        assert {severity for path, _, severity in found if path == case["at"]} == {Severity(case["severity"])}


@pytest.mark.parametrize(
    ("name", "case"), [(n, case) for n, file in FILES.items() for case in file.get("biorenov", ())]
)
def test_a_fault_planted_in_the_example_is_found_at_its_line(tmp_path: Path, name: str, case: dict[str, Any]) -> None:
    folder = tmp_path / "biorenov"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out"))
    file = folder / case["file"]
    text = file.read_text("utf-8")
    assert case["replace"] in text
    changed = text.replace(case["replace"], case["with"], 1)
    for old, new in case.get("also", ()):
        assert old in changed
        changed = changed.replace(old, new)
    file.write_text(changed, "utf-8")
    wanted = next(number for number, line in enumerate(changed.splitlines(), 1) if case["at_line_of"] in line)
    loaded = load(folder, on=case.get("on"))
    found = [f for f in check(loaded) if f.id == RULES[name].about.clause and f.name == name]
    lines = [(f.spot.file, f.spot.line) for f in found if f.spot]
    assert (case.get("at_file", case["file"]), wanted) in lines, found


def test_the_examples_have_no_errors() -> None:
    for example in ("biorenov", "medverpakking", "minimal"):
        found = check(load(find_data("examples") / example))
        assert [(f.id, f.message.nl) for f in found if f.severity is Severity.ERROR] == [], example


def test_every_rule_names_a_clause_and_terms_that_exist() -> None:
    call = the_call()
    known = {*type(call.terms).model_fields, *type(call.settings).model_fields, *call.thresholds}
    for rule in RULES.values():
        assert rule.about.clause in call.clause_by_id or rule.about.clause.startswith(("REF", "CON"))
        assert set(rule.about.terms) <= known, rule.about.name


def test_every_rule_explains_itself_in_both_languages() -> None:
    for name, rule in RULES.items():
        about = rule.about
        for text in (about.asks.nl, about.asks.en, about.why.nl, about.why.en, about.wrong, about.right):
            assert text.strip(), name
        assert yaml.safe_load(about.wrong) != yaml.safe_load(about.right), name
