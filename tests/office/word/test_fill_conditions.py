"""What a form lays down is kept and told: protection, signatures, macros, tracked changes, its kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office.word.slot_forms import (
    RELATIONSHIPS,
    STYLES,
    TYPES,
    body_of,
    build_form,
    p,
    r,
    row,
    rows,
    sdt,
    tbl,
    texts,
    value,
)

from ibndocs.foundation.findings import FaultyInput, Severity, Spot
from ibndocs.office import places
from ibndocs.office.macros import name_output, refuse_macros
from ibndocs.office.package import Package
from ibndocs.office.places import Place
from ibndocs.office.slots import Slot, read_slots
from ibndocs.office.word.fill import WordForm

PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def protect(body: str, edit: str) -> Package:
    """A form under protection."""
    form = build_form(body)
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    link = f'<Relationship Id="rId8" Type="{RELATIONSHIPS}/settings" Target="settings.xml"/></Relationships>'
    kind = f'<Override PartName="/word/settings.xml" ContentType="{TYPES}.settings+xml"/></Types>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return form.with_parts(
        {
            rels: form.part(rels).replace(b"</Relationships>", link.encode()),
            types: form.part(types).replace(b"</Types>", kind.encode()),
            "word/settings.xml": f'<w:settings xmlns:w="{space}"><w:documentProtection w:edit="{edit}" '
            'w:enforcement="1" w:hash="abc="/></w:settings>'.encode(),
        }
    )


BODY = (
    p("Vrij", "Kop1")
    + p()
    + '<w:p><w:pPr><w:sectPr><w:formProt w:val="0"/></w:sectPr></w:pPr></w:p>'
    + p("Vast", "Kop1")
    + p()
    + sdt("veld", p("?"))
    + tbl(row("Naam", ""), row("", ""))
    + '<w:permStart w:id="1" w:edGrp="everyone"/>'
    + p("Open", "Kop1")
    + p()
    + '<w:permEnd w:id="1"/>'
)
PLACES: tuple[Place, ...] = (places.Under("Vrij"), places.Under("Vast"), places.Control("veld"), places.Under("Open"))


@pytest.mark.parametrize(
    ("edit", "outside"),
    [("forms", [2, 4, 9]), ("readOnly", [1, 2, 3, 9]), ("trackedChanges", []), ("comments", [1, 2, 3, 9])],
)
def test_places_outside_what_protection_leaves_open_are_told(edit: str, outside: list[int]) -> None:
    form = protect(BODY, edit)
    slots: list[Slot] = [value(place, "x", line=line) for line, place in enumerate(PLACES, 1)]
    repeated = rows(places.TableRows(1, 2), "one in list", (None, None))
    slots.append(type(repeated)(repeated.at, repeated.each, repeated.cells, Spot("slots/form.yaml", 9, 1)))
    filled = WordForm.compile(form, slots).fill({"x": "ja", "list": [1]})
    found = [finding for finding in filled.findings if finding.id == "SLT44"]
    assert [finding.spot.line for finding in found if finding.spot] == outside
    assert all(finding.severity is Severity.WARNING and edit in finding.message.nl for finding in found)
    package = Package.read(filled.data)
    assert package.part("word/settings.xml") == form.part("word/settings.xml")
    assert len(body_of(package).findall(".//{*}permStart")) == 1


def test_a_signed_form_is_filled_with_a_warning_and_its_signature_stays() -> None:
    form = build_form(sdt("a", p("?")))
    kind = f"{PACKAGE}/relationships/digital-signature/origin"
    link = f'<Relationship Id="rId5" Type="{kind}" Target="_xmlsignatures/o.sigs"/>'
    form = form.with_parts(
        {
            "_rels/.rels": form.part("_rels/.rels").replace(b"</Relationships>", f"{link}</Relationships>".encode()),
            "_xmlsignatures/o.sigs": b"",
            "_xmlsignatures/sig1.xml": b"<Signature/>",
        }
    )
    filled = WordForm.compile(form, [value(places.Control("a"), "x")]).fill({"x": "ja"})
    assert [(one.id, one.severity) for one in filled.findings] == [("INS01", Severity.WARNING)]
    package = Package.read(filled.data)
    assert {part for part in form.parts if package.part(part) != form.part(part)} == {"word/document.xml"}


def test_tracked_changes_are_told() -> None:
    form = build_form(f'<w:p>{sdt("a", r("?"))}<w:ins w:id="1" w:author="x">{r("erbij")}</w:ins></w:p>')
    filled = WordForm.compile(form, [value(places.Control("a"), "x")]).fill({"x": "ja"})
    assert [one.id for one in filled.findings] == ["INS03"]


def retype(form: Package, kind: str) -> Package:
    types = form.part("[Content_Types].xml").replace(f"{TYPES}.document.main+xml".encode(), kind.encode())
    return form.with_parts({"[Content_Types].xml": types, "word/vbaProject.bin": b"macro"})


MACROS = "application/vnd.ms-word.{0}.main+xml"


@pytest.mark.parametrize(
    ("kind", "becomes", "name"),
    [
        (MACROS.format("document.macroEnabled"), MACROS.format("document.macroEnabled"), "fase1/a.docm"),
        (MACROS.format("template.macroEnabledTemplate"), MACROS.format("document.macroEnabled"), "fase1/a.docm"),
        (f"{TYPES}.template.main+xml", f"{TYPES}.document.main+xml", "fase1/a.docx"),
    ],
)
def test_a_template_comes_out_as_a_document_with_its_macros(kind: str, becomes: str, name: str) -> None:
    form = retype(build_form(sdt("a", p("?"))), kind)
    package = Package.read(WordForm.compile(form, [value(places.Control("a"), "x")]).fill({"x": "ja"}).data)
    assert package.content_type("word/document.xml") == becomes
    assert package.part("word/vbaProject.bin") == b"macro"
    assert name_output("fase1/a.docx", form) == name
    assert name_output("fase1/a", form) == "fase1/a"


def test_macros_are_refused_when_the_slots_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "form.yaml"
    file.write_text(f"form: form.docm\nsha256: {'0' * 64}\nmacros: refuse\nslots: []\n")
    slots = read_slots(file, name="form.yaml")
    assert not slots.keep_macros
    with pytest.raises(FaultyInput) as caught:
        refuse_macros(retype(build_form(p()), MACROS.format("document.macroEnabled")), slots.pin_spot)
    assert caught.value.findings[0].id == "SLT45"
    refuse_macros(build_form(p()), slots.pin_spot)


def test_a_strict_form_is_filled_in_its_own_names() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    form = build_form(p("Visie", "Kop1") + p() + sdt("a", p("?")))
    form = form.with_parts(
        {
            "word/document.xml": form.part("word/document.xml").replace(transitional.encode(), strict.encode()),
            "word/styles.xml": STYLES.replace(transitional, strict).encode(),
        }
    )
    slots = value(places.Under("Visie"), "x", "markdown"), value(places.Control("a"), "x")
    package = Package.read(WordForm.compile(form, slots).fill({"x": "ja"}).data)
    assert transitional not in package.part("word/document.xml").decode()
    words = [one.text for one in package.xml("word/document.xml").iter(f"{{{strict}}}t")]
    assert words == ["Visie", "ja", "ja"]
    assert texts(body_of(package)) == []
