"""A form that the project brings itself goes before the stand-in of the call pack."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.call import load_call
from ibndocs.call.own_forms import place_own_form
from ibndocs.delivery.adopting import adopt_form
from ibndocs.dossier import build, check, load
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput, Finding
from ibndocs.office.package import Package
from ibndocs.office.text import convert

PACK = find_data("templates") / "ibn-2025"
FORM = PACK / "forms/vooraanmelding.docx"
SLOTS = (PACK / "slots/vooraanmelding.yaml").read_text("utf-8")


def official(text: str = "Aangepast door de dienst") -> bytes:
    """The stand-in with another notice, as if the agency had published it."""
    package = Package.read(FORM)
    part = package.main_part
    data = package.part(part).replace("NIET het officiële sjabloon".encode(), text.encode())
    assert data != package.part(part)
    return package.write({part: data})


def adopt(folder: Path, data: bytes) -> None:
    adopt_form(data, SLOTS, place_own_form(folder, "vooraanmelding", ".docx"))


def about_forms(folder: Path) -> list[Finding]:
    return [finding for finding in check(load(folder)) if finding.id == "VOO02"]


def test_a_build_fills_the_form_of_the_project_and_the_manifest_names_it(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    build(tmp_path, only=["vooraanmelding"])
    adopt(tmp_path, official())
    build(tmp_path, only=["vooraanmelding"], force=True)
    assert "Aangepast door de dienst" in convert(tmp_path / "out/fase1/vooraanmelding.docx")
    manifest = json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))
    assert list(manifest["forms"]) == ["project:forms/vooraanmelding.docx"]
    assert "forms/vooraanmelding.slots.yaml" in manifest["inputs"]


def test_the_check_no_longer_speaks_of_a_stand_in(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    assert len(about_forms(tmp_path)) == 1
    adopt(tmp_path, official())
    assert about_forms(tmp_path) == []


def test_a_form_that_changed_after_it_was_taken_in_is_an_error(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    adopt(tmp_path, official())
    (tmp_path / "forms/vooraanmelding.docx").write_bytes(official("Nieuwe versie"))
    (finding,) = about_forms(tmp_path)
    assert finding.severity == "error"
    assert "andere versie" in finding.message.nl
    with pytest.raises(FaultyInput, match="SLT06"):
        build(tmp_path, only=["vooraanmelding"])


def test_faults_in_the_slots_of_the_project_are_told_by_the_check(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    adopt(tmp_path, official())
    slots = tmp_path / "forms/vooraanmelding.slots.yaml"
    slots.write_text(slots.read_text("utf-8").replace("{control: acroniem}", "{contrl: acroniem}"), "utf-8")
    places = [str(finding.spot) for finding in check(load(tmp_path)) if finding.id.startswith("SLT")]
    assert places
    assert all(place.startswith("forms/vooraanmelding.slots.yaml:") for place in places)


def test_another_form_is_not_replaced_unasked(tmp_path: Path) -> None:
    own = place_own_form(tmp_path, "vooraanmelding", ".docx")
    assert adopt_form(official(), SLOTS, own)
    assert not adopt_form(official(), SLOTS, own)
    before = own.path.read_bytes()
    with pytest.raises(FaultyInput, match="FRM01"):
        adopt_form(official("Nieuwe versie"), SLOTS, own)
    assert own.path.read_bytes() == before
    assert adopt_form(official("Nieuwe versie"), SLOTS, own, force=True)


def test_whether_a_form_stands_in_is_a_fact_of_the_pack_alone(tmp_path: Path) -> None:
    """A pack whose form is the official one asks for no other."""
    pack = tmp_path / "mijn-oproep"
    shutil.copytree(PACK, pack)
    text = (pack / "call.toml").read_text("utf-8")
    (pack / "call.toml").write_text(text.replace("stand_in = true\n", ""), "utf-8")
    write_project(tmp_path, {**plain_data(), "call": "mijn-oproep"})
    assert load_call("mijn-oproep", tmp_path).documents[0].stand_in is False
    assert about_forms(tmp_path) == []


def with_macros() -> bytes:
    """The official form as a file that may hold macros."""
    package = Package.read(official())
    plain, enabled = (
        f"application/vnd.{kind}.main+xml"
        for kind in ("openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled")
    )
    types = package.part("[Content_Types].xml").replace(plain.encode(), enabled.encode())
    return package.write({"[Content_Types].xml": types, "word/vbaProject.bin": b"macro"})


def adopt_macros(folder: Path, slots: str) -> None:
    adopt_form(with_macros(), slots, place_own_form(folder, "vooraanmelding", ".docm"))


def test_a_form_with_macros_comes_out_under_a_name_that_says_so(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    adopt_macros(tmp_path, SLOTS.replace("vooraanmelding.docx", "vooraanmelding.docm"))
    build(tmp_path, only=["vooraanmelding"])
    assert [file.name for file in (tmp_path / "out/fase1").iterdir()] == ["vooraanmelding.docm"]
    package = Package.read(tmp_path / "out/fase1/vooraanmelding.docm")
    assert package.part("word/vbaProject.bin") == b"macro"
    assert "fase1/vooraanmelding.docm" in (tmp_path / "out/manifest.json").read_text("utf-8")


def test_a_form_with_macros_is_refused_when_its_slots_say_so(tmp_path: Path) -> None:
    write_project(tmp_path, plain_data())
    adopt_macros(tmp_path, SLOTS.replace("vooraanmelding.docx", "vooraanmelding.docm") + "macros: refuse\n")
    with pytest.raises(FaultyInput, match="SLT45"):
        build(tmp_path, only=["vooraanmelding"])
