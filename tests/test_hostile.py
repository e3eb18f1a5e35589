"""Text is data: whatever stands in a field comes out as typed, in every document, and every file stays sound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.descriptions import Path_, change_texts, plain_data, write_project
from tests.ooxml import assert_sound

from ibndocs.dossier import build
from ibndocs.office.text import convert

PAYLOAD = "& < > \" ' ]]> {{ 7*7 }} {% raw %} =HYPERLINK(1) 😀 \u05e9\u05dc\u05d5\u05dd x\u00adx"
IDS = {
    "baseline_on",
    "id", "call", "enterprise_number", "postal_code", "kind", "size", "sizes", "growth", "status", "basis",
    "employment", "strand", "level", "aspect", "goal", "horizon", "counting", "probability", "impact", "lead", "owner",
    "person", "tier", "start", "date", "on", "acronym", "website", "file", "signed_on", "cash", "sponsoring",
}  # fmt: skip
UNPRINTED = {
    ("project", "domain"),
}
"""Texts that no document prints on their own account."""


def is_text(path: Path_) -> bool:
    keys = [step for step in path if isinstance(step, str)]
    names_activity = keys[-1] == "activity" and keys[0] in ("budget", "cofinancing")
    return not names_activity and IDS.isdisjoint(keys)


def spoil(marks: dict[str, Path_]) -> Any:
    """The minimal example with a mark and the payload in every text; `marks` takes which mark stands where."""

    def change(path: Path_, text: str) -> str:
        if not is_text(path):
            return text
        mark = f"M{len(marks):04d}"
        marks[mark] = path
        return f"{mark}{PAYLOAD}"

    return change_texts(plain_data(), change)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path_]]:
    marks: dict[str, Path_] = {}
    folder = write_project(tmp_path_factory.mktemp("hostile"), spoil(marks))
    build(folder)
    return folder / "out", marks


def test_every_text_comes_out_as_typed_wherever_it_is_printed(spoiled: tuple[Path, dict[str, Path_]]) -> None:
    out, marks = spoiled
    seen: set[str] = set()
    payload = squeeze(PAYLOAD)
    for file in sorted(out.rglob("*.*x")):
        text = squeeze(convert(file, name=file.name)).replace("\\|", "|")
        for found in re.finditer(r"M\d{4}", text):
            seen.add(found[0])
            printed = text[found.end() : found.end() + len(payload)]
            assert printed == payload, f"{file.name}: {marks[found[0]]}: {printed!r}"
    missing = {path for mark, path in marks.items() if mark not in seen} - UNPRINTED
    assert missing == set()


def test_every_file_stays_sound(spoiled: tuple[Path, dict[str, Path_]]) -> None:
    out, _ = spoiled
    files = sorted(out.rglob("*.*x"))
    assert len(files) > 60
    for file in files:
        assert_sound(file.read_bytes())


def test_characters_that_no_document_can_hold_are_dropped_with_a_finding(tmp_path: Path) -> None:
    data = plain_data()
    data["project"]["title"] = "Een\u000btitel met \ufffe tekens"
    data["companies"][0]["motivation"] = "Ook hier\u0007."
    built = build(write_project(tmp_path, data), only=["vooraanmelding", "intentiebrieven-1"])
    dropped = [finding for finding in built.findings if finding.id == "STR07"]
    assert len(dropped) >= 2
    letter = next((tmp_path / "out/fase1/intentiebrieven").glob("001-*"))
    assert "Ook hier." in convert(letter, name="letter")
    assert "Eentitel met  tekens" in convert(tmp_path / "out/fase1/vooraanmelding.docx", name="form")


@pytest.mark.parametrize("text", ["lang " * 4000, "x" * 300, "regel\n\n" * 200])
def test_very_long_texts_are_printed_whole(tmp_path: Path, text: str) -> None:
    data = plain_data()
    data["project"]["summary"] = text
    data["narrative"]["problem"] = text
    data["companies"][0]["motivation"] = text
    data["companies"][0]["name"] = text.strip()[:250].replace("\n", " ")
    build(write_project(tmp_path, data))
    for file in sorted((tmp_path / "out").rglob("*.*x")):
        assert_sound(file.read_bytes())
    form = convert(tmp_path / "out/fase1/vooraanmelding.docx", name="form")
    assert squeeze(text).strip() in squeeze(form)


def test_a_name_of_only_signs_still_gives_a_letter_of_its_own(tmp_path: Path) -> None:
    data = plain_data()
    data["companies"][0]["name"] = "///"
    data["companies"][1]["name"] = "../../etc"
    data["companies"][2]["name"] = "CON"
    build(write_project(tmp_path, data), only=["intentiebrieven-1"])
    names = sorted(path.name for path in (tmp_path / "out/fase1/intentiebrieven").iterdir())
    assert names[:3] == ["001-naamloos.docx", "002-etc.docx", "003-con.docx"]
