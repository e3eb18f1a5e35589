"""A description that does not fit the model is judged all the same, as far as it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from tests.descriptions import plain_data, write_project
from tests.projects import the_call
from tests.rules.own_project import own_data
from tests.source.test_salvage import spoil

from ibndocs.dossier import judge
from ibndocs.foundation.findings import Finding, Severity, Spot
from ibndocs.model import Project
from ibndocs.rules import check_rules
from ibndocs.source.salvage import salvage
from ibndocs.views import gather


def find(folder: Path, data: Any) -> list[Finding]:
    return list(judge(write_project(folder, data), on=date(2026, 1, 5)).findings)


def told(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.id, finding.path) for finding in findings if finding.severity is Severity.ERROR}


def test_what_is_missing_hides_no_other_fault_and_is_weighed_by_the_clause_that_asks_it(tmp_path: Path) -> None:
    data = plain_data()
    del data["companies"][1]["contact"]
    data["companies"][0]["enterprise_number"] = "2.147.812.701"
    data["kpis"][1]["method"] = ""
    del data["applicant"]["separate_accounting"]
    data["companies"][5]["address"]["postal_code"] = 1000
    data["sleutel"] = 1
    findings = find(tmp_path, data)
    assert told(findings) == {
        ("BRF02", "companies[1].contact"),
        ("BRF04", "companies[0].enterprise_number"),
        ("KPI05", "kpis[1].method"),
        ("BEG15", "applicant.separate_accounting"),
        ("BRF03", "companies[5].address.postal_code"),
        ("STR11", "sleutel"),
    }
    number = next(finding for finding in findings if finding.id == "BRF04")
    assert "is een vestigingsnummer" in number.message.nl
    assert number.source.startswith("handleiding")
    assert number.weight == "knock-out"
    assert number.name == "enterprise-number-impossible"


def test_nothing_is_said_of_values_that_were_filled_in_nor_of_totals_with_them(tmp_path: Path) -> None:
    sound = find(tmp_path / "goed", plain_data())
    data = plain_data()
    data["companies"][0]["cash"] = "veel"
    data["team"][0]["wage"] = {"amount": 80000}
    data["companies"][2]["size"] = "reusachtig"
    found = find(tmp_path / "fout", data)
    assert {finding.id for finding in found if finding.severity is Severity.ERROR} == {"STR10", "STR13", "STR14"}
    known = {(finding.id, finding.path) for finding in sound}
    new = [finding for finding in found if (finding.id, finding.path) not in known]
    assert [str(finding.message.nl) for finding in new if finding.severity is not Severity.ERROR] == []


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value; of a list only the first item."""
    steps = list(data) if isinstance(data, dict) else range(min(1, len(data))) if isinstance(data, list) else ()
    for step in steps:
        yield (*path, step)
        yield from paths(data[step], (*path, step))


def test_a_month_that_cannot_be_hides_no_total(tmp_path: Path) -> None:
    data = plain_data()
    data["work_packages"][0]["milestones"][0]["month"] = 0
    data["budget"]["operating"][0]["amount"] = 400000
    assert {"STR16", "BEG03", "COF01"} <= {finding.id for finding in find(tmp_path, data)}


ODD: tuple[object, ...] = (None, "", "n.t.b.", 0, -1, 10**9, [], {}, ["x"], True, "2026-13-01", 36.5, "<b>&", "{{x}}")


def test_no_rule_fails_on_a_mutilated_description() -> None:
    whole = own_data()
    for number, path in enumerate(paths(whole)):
        spoiled = spoil(whole, path, ODD[number % len(ODD)])
        try:
            project = Project.model_validate(spoiled)
        except ValidationError as faults:
            salvaged = salvage(spoiled, faults)
            if salvaged is None:
                continue
            project = salvaged.project
        check_rules(gather(project, the_call()), lambda _path: Spot("project.yaml", 1, 1))


def test_without_a_start_there_are_only_faults_of_structure(tmp_path: Path) -> None:
    data = plain_data()
    del data["project"]["start"]
    data["companies"][5]["address"]["postal_code"] = 1000
    judged = judge(write_project(tmp_path, data))
    assert [(finding.id, finding.path) for finding in judged.findings] == [("STR10", "project.start")]
    assert judged.on is None
