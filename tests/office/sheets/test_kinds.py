"""Templates, macros, signatures, Strict files: every kind of workbook comes out whole, and as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.libreoffice import SOFFICE
from tests.office.sheets.forms import cell, changed_parts, fill, make_form, rows
from tests.office.sheets.test_referee import assert_agreed

from ibndocs.foundation.findings import Severity
from ibndocs.office.fidelity import prove
from ibndocs.office.inspection import inspect_form
from ibndocs.office.outline import Kind
from ibndocs.office.package import Package, relationships_part
from ibndocs.office.relations import add_relationships, add_types
from ibndocs.office.sheets.reader import read_values
from ibndocs.office.slots import Slot

TYPES = "[Content_Types].xml"
WORKBOOK = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
KINDS = {
    "xltx": (
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        WORKBOOK,
    ),
    "xlsm": (b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",) * 2,
    "xltm": (
        b"application/vnd.ms-excel.template.macroEnabled.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
}


def build(workbook: Any) -> None:
    opened = workbook.add_format({"locked": 0})
    for number in range(1, 15):
        sheet = workbook.add_worksheet(f"Partner {number}")
        sheet.write("A1", "Naam van de partner")
        sheet.write_blank("B1", None, opened)
        sheet.write_row("A3", ["Post", "Jaar 1", "Jaar 2", "Totaal"])
        for column in "ABC":
            sheet.write_blank(f"{column}4", None, opened)
        sheet.write_formula("D4", "=SUM(B4:C4)")
        sheet.write("A5", "Totaal")
        sheet.write_formula("D5", "=SUM(D4:D4)")
        sheet.add_sparkline("E4", {"range": f"'Partner {number}'!B4:C4"})
        sheet.protect(f"geheim {number}")
    total = workbook.add_worksheet("Totaal")
    total.write("A1", "Alle partners")
    total.write_formula("B1", "=" + "+".join(f"'Partner {number}'!D5" for number in range(1, 15)))
    total.protect("geheim")


SLOTS: list[Slot] = [
    *(cell(f"Partner {number}!B1", f"'Partner & co {number}'") for number in range(1, 15)),
    *(rows(f"Partner {number}!4", "x in xs", {"A": "'post ' ~ x", "B": "x", "C": "x"}) for number in range(1, 15)),
]


def with_macros(form: Package) -> Package:
    types = form.part(TYPES).decode()
    macro = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    at = types.index("<Default")
    related = {
        "Id": "rIdVba",
        "Type": "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "Target": "vbaProject.bin",
    }
    return form.with_parts(
        {
            TYPES: (types[:at] + macro + types[at:]).encode(),
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 not really macros",
            relationships_part(form.main_part): add_relationships(form, form.main_part, [related]),
        }
    )


def signed(form: Package) -> Package:
    origin = {
        "Id": "rIdSig",
        "Type": "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
        "Target": "_xmlsignatures/origin.sigs",
    }
    kind = {"_xmlsignatures/origin.sigs": "application/vnd.openxmlformats-package.digital-signature-origin"}
    return form.with_parts(
        {
            TYPES: add_types(form, (), kind),
            "_xmlsignatures/origin.sigs": b"",
            "_rels/.rels": add_relationships(form, "", [origin]),
        }
    )


def strict(form: Package) -> Package:
    spaces = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    changed: dict[str, bytes | None] = {}
    for part in form.parts:
        data = form.part(part)
        for old, new in spaces.items():
            data = data.replace(old, new)
        changed[part] = data
    return form.with_parts(changed)


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_out_as_a_workbook_with_its_macros(kind: str) -> None:
    before, after = KINDS[kind]
    form = make_form(build, name=f"begroting.{kind}")
    form = form.with_parts({TYPES: form.part(TYPES).replace(WORKBOOK, before)})
    form = with_macros(form) if kind.endswith("m") else form
    filled, findings = fill(form, SLOTS, xs=[1, 2, 3])
    assert {found.id for found in findings} == {"XLS07"}
    assert after in filled.part(TYPES)
    assert "xl/vbaProject.bin" not in changed_parts(form, filled)
    assert prove(form, filled, SLOTS).differences == []
    outline = inspect_form(form.write(), name=form.name)
    assert ("macros" in outline.facts) == kind.endswith("m")
    assert ("template" in outline.facts) == kind.startswith("xlt")
    assert [found.id for found in outline.findings] == (["INS02"] if kind.endswith("m") else [])


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
def test_fourteen_protected_sheets_add_up(tmp_path: Path) -> None:
    form = make_form(build)
    filled, _ = fill(form, SLOTS, xs=[1, 2, 3])
    assert read_values(filled)["Totaal"]["B1"] == 14 * 12
    assert_agreed(filled, tmp_path)
    outline = inspect_form(form.write(), name=form.name)
    assert sum(item.facts.get("protected") == "password" for item in outline.items) == 15
    assert sum(item.kind is Kind.ROWS for item in outline.items) == 14


def test_a_signature_is_warned_of_and_left_whole() -> None:
    form = signed(make_form(build))
    filled, findings = fill(form, SLOTS[:1])
    assert [(found.id, found.severity) for found in findings] == [("INS01", Severity.WARNING)]
    assert "_xmlsignatures/origin.sigs" in filled
    assert inspect_form(form.write(), name=form.name).facts["signatures"] == "true"


def test_a_strict_workbook_is_inspected_and_filled_like_any_other() -> None:
    form = strict(make_form(build))
    outline = inspect_form(form.write(), name=form.name)
    assert outline.facts["strict"] == "true"
    plain = inspect_form(make_form(build).write(), name=form.name)
    assert [item.anchor for item in outline.items] == [item.anchor for item in plain.items]
    filled, findings = fill(form, SLOTS, xs=[1, 2, 3])
    assert {found.id for found in findings} == {"XLS07"}
    assert read_values(filled)["Totaal"]["B1"] == 14 * 12


def test_what_comes_from_another_workbook_is_told() -> None:
    form = make_form(build)
    link = {
        "Id": "rIdX",
        "Type": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath",
        "Target": "file:///C:/prijzen.xlsx",
        "TargetMode": "External",
    }
    form = form.with_parts({relationships_part(form.main_part): add_relationships(form, form.main_part, [link])})
    outline = inspect_form(form.write(), name=form.name)
    assert [(found.id, found.severity) for found in outline.findings] == [("INS06", Severity.NOTE)]
    assert outline.facts["external links"] == "file:///C:/prijzen.xlsx"
