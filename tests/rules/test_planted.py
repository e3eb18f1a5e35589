"""Faults planted in three descriptions that no case of a rule knows: each is found, under its number, at its line.

`texts` replaces text in a file (the description when it names none; all of it when it says `whole`), `row` and `cells`
values of the list of companies in the workbook. `at` is a piece of the line (in the file `in`), or the cell. In the
description of our own, faults are planted by path: `set`, `drop` (`also` a second one) and `copy`, of which `change`
replaces a word; `at` is the path of the finding, by default the one that was set.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.descriptions import write_project
from tests.projects import replace_at
from tests.rules.own_project import own_data
from tests.rules.test_cases import read_path

from ibndocs.delivery.starting import start_project
from ibndocs.dossier import judge
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import Finding, Severity, format_path

PLANTED = Path(__file__).parent / "planted"
ON = date(2026, 1, 5)
Fault = dict[str, Any]
Known = frozenset[tuple[str, str, str]]


def read_faults(name: str) -> list[Any]:
    faults = yaml.safe_load((PLANTED / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(fault, id=fault["what"]) for fault in faults]


def identify(findings: Iterable[Finding]) -> Known:
    return frozenset((finding.id, finding.path, finding.message.nl) for finding in findings)


def find_new(folder: Path, known: Known, on: date | None) -> list[Finding]:
    return [finding for finding in judge(folder, on=on).findings if not identify([finding]) <= known]


def change_texts(folder: Path, fault: Fault, description: str) -> None:
    for text in fault.get("texts", ()):
        path = folder / text.get("file", description)
        before = path.read_text("utf-8")
        old = before if text.get("whole") else text["replace"]
        assert old in before
        path.write_text(before.replace(old, text["with"], -1 if text.get("all") else 1), "utf-8")


def change_cells(folder: Path, fault: Fault) -> None:
    import openpyxl

    book = openpyxl.load_workbook(folder / "bedrijven.xlsx")
    sheet = book["Ledenlijst"]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[3]}
    row = next(row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 1).value == fault["row"])
    for header, value in fault["cells"].items():
        sheet.cell(row, columns[header]).value = value
    book.save(folder / "bedrijven.xlsx")


def stands_at(finding: Finding, fault: Fault, folder: Path, description: str) -> bool:
    spot = finding.spot
    if spot is None or finding.id != fault["finds"]:
        return False
    if spot.cell is not None:
        return bool(spot.cell == fault["at"])
    name = fault.get("in", description)
    line = (folder / name).read_text("utf-8").splitlines()[(spot.line or 1) - 1]
    return spot.file == name and str(fault["at"]) in line


@lru_cache(maxsize=1)
def known_of_medverpakking() -> Known:
    return identify(judge(find_data("examples") / "medverpakking").findings)


@pytest.mark.parametrize("fault", read_faults("medverpakking"))
def test_a_fault_in_medverpakking_is_found(tmp_path: Path, fault: Fault) -> None:
    folder = tmp_path / "med"
    shutil.copytree(find_data("examples") / "medverpakking", folder, ignore=shutil.ignore_patterns("out"))
    change_texts(folder, fault, "project.toml")
    if "cells" in fault:
        change_cells(folder, fault)
    found = find_new(folder, known_of_medverpakking(), None)
    assert any(stands_at(finding, fault, folder, "project.toml") for finding in found), found


@pytest.mark.parametrize("fault", read_faults("new-project"))
def test_a_fault_in_a_new_project_is_found(tmp_path: Path, fault: Fault) -> None:
    start_project(tmp_path, "ibn-2025")
    known = identify(judge(tmp_path, on=ON).findings)
    change_texts(tmp_path, fault, "project.yaml")
    found = find_new(tmp_path, known, ON)
    assert any(stands_at(finding, fault, tmp_path, "project.yaml") for finding in found), found


@lru_cache(maxsize=1)
def own() -> Any:
    return own_data()


@pytest.fixture(scope="module")
def known_of_own(tmp_path_factory: pytest.TempPathFactory) -> Known:
    return identify(judge(write_project(tmp_path_factory.mktemp("eigen"), own())).findings)


@pytest.mark.parametrize("fault", read_faults("own-project"))
def test_a_fault_in_a_description_of_our_own_is_found(tmp_path: Path, known_of_own: Known, fault: Fault) -> None:
    data, paths = own(), []
    for path, value in fault.get("set", {}).items():
        paths.append(read_path(path))
        data = replace_at(data, paths[-1], value)
    for path, source in fault.get("copy", {}).items():
        paths.append(read_path(path))
        old, new = fault.get("change", ("", ""))
        data = replace_at(data, paths[-1], look_up(own(), read_path(source)).replace(old, new, 1))
    for path in (fault[key] for key in ("drop", "also") if key in fault):
        paths.append(read_path(path))
        data = drop_at(data, paths[-1])
    folder = write_project(tmp_path, data)
    wanted = read_path(fault["at"]) if "at" in fault else paths[0]
    found = [finding for finding in find_new(folder, known_of_own, None) if finding.id == fault["finds"]]
    places = {finding.path for finding in found}
    assert any(place == format_path(wanted) or place.startswith(f"{format_path(wanted)}.") for place in places), found
    lines = (folder / "project.yaml").read_text("utf-8").splitlines()
    keys = [str(step) for step in wanted if isinstance(step, str)]
    told = [lines[finding.spot.line - 1] for finding in found if finding.spot and finding.spot.line]
    assert told
    assert all(line.strip() for line in told), keys


def look_up(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def drop_at(data: Any, path: tuple[str | int, ...]) -> Any:
    holder = look_up(data, path[:-1])
    if isinstance(holder, list):
        left: Any = [item for index, item in enumerate(holder) if index != path[-1]]
    else:
        left = {key: value for key, value in holder.items() if key != path[-1]}
    return replace_at(data, path[:-1], left)


def test_the_untouched_descriptions_have_no_errors_and_only_deserved_warnings(tmp_path: Path) -> None:
    start_project(tmp_path / "nieuw", "ibn-2025")
    new = judge(tmp_path / "nieuw", on=ON).findings
    mine = judge(write_project(tmp_path / "eigen", own())).findings
    assert [finding for finding in (*new, *mine) if finding.severity is Severity.ERROR] == []
    # A freelancer of a full year is a third of the costs; all else is sound.
    assert {finding.name for finding in mine if finding.severity is Severity.WARNING} == {"external-share-high"}
