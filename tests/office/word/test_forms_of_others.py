"""Two forms that look like those of other agencies, filled from end to end: legacy fields, and content controls."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.office.word.slot_forms import body_of, texts
from tests.ooxml import assert_sound
from tools.forms_of_others.__main__ import FOLDER, MAKERS

from ibndocs.foundation.values import Day, Euro, Markdown
from ibndocs.office.fidelity import prove
from ibndocs.office.filled import Filled
from ibndocs.office.package import Package
from ibndocs.office.slots import read_slots
from ibndocs.office.text import convert
from ibndocs.office.word.fill import WordForm

APPLICANT = {
    "name": "Kaai & Co <vzw>",
    "legal_form": "Vereniging zonder winstoogmerk (VZW)",
    "number": "1999.493.266",
    "street": "Vezelkaai 12",
    "postal_code": "2800",
    "municipality": "Mechelen",
}
PROJECT = {
    "title": "Bouwen {{ met }} vlas",
    "acronym": "vlas",
    "start": Day(date(2027, 1, 1)),
    "duration": 36,
    "summary": "Regel een\nRegel twee",
    "change": "Alles.",
    "theme": "circulair  BOUWEN",
    "handed_in": "2026-01-15",
    "goal": Markdown("Eerste **vette** alinea.\n\n- punt"),
}
VALUES: dict[str, object] = {
    "applicant": APPLICANT,
    "contact": {"name": "An Peeters", "function": "coördinator", "email": "An@Kaai.Example.be"},
    "representative": {"name": "Jef Maes", "function": "voorzitter"},
    "vat": "gemengd",
    "project": PROJECT,
    "budget": [Euro(Decimal(216000)), Euro(Decimal("1234.5")), Euro(Decimal(99))],
    "call": "oproep 2025",
    "day": 15,
    "month": 1,
    "year": 2026,
    "partners": [
        {"name": "Hout & Zn", "municipality": "Gent", "size": "KO"},
        {"name": "Leem bv", "municipality": "Aalst", "size": "middelgrote onderneming"},
        {"name": "Vlas nv", "municipality": "Kortrijk", "size": "GO"},
    ],
    "packages": [
        {"title": "Coördinatie", "months": "1 – 36", "leader": "Kaai", "text": Markdown("Alinea een.\n\nAlinea twee.")},
        {"title": "Proeftuin", "months": "4 – 20", "leader": "Leem bv", "text": Markdown("Tekst.")},
    ],
    "signer": "An Peeters, coördinator",
}


def fill(name: str, **changes: object) -> Filled:
    data = (FOLDER / f"{name}.docx").read_bytes()
    slots = read_slots(FOLDER / f"{name}.yaml")
    slots.check_pin(data)
    return WordForm.compile(Package.read(data, name=f"{name}.docx"), slots.slots).fill({**VALUES, **changes})


@pytest.mark.parametrize("name", MAKERS)
def test_the_form_is_what_its_script_makes(name: str) -> None:
    assert (FOLDER / name).read_bytes() == MAKERS[name](), "run: python -m tools.forms_of_others"


@pytest.mark.parametrize("name", ["projectsubsidie", "samenwerking"])
def test_a_filled_form_reads_as_its_golden_says(name: str) -> None:
    filled = fill(name)
    assert filled.findings == ()
    assert convert(filled.data, name=f"{name}.docx") == (FOLDER / f"{name}.txt").read_text("utf-8")


def test_parts_that_hold_no_place_stay_byte_for_byte() -> None:
    form = Package.read(FOLDER / "projectsubsidie.docx")
    filled = Package.read(fill("projectsubsidie").data)
    changed = {part for part in form.parts if form.part(part) != filled.part(part)}
    assert changed == {"word/document.xml"}


def test_data_and_header_follow_the_controls() -> None:
    filled = Package.read(fill("samenwerking").data)
    assert "Bouwen {{ met }} vlas" in texts(body_of(filled, "word/header1.xml"))[0]
    data = filled.part("customXml/item1.xml").decode()
    assert (
        "<d:indiener>Kaai &amp; Co &lt;vzw&gt;</d:indiener><d:thema>T1</d:thema><d:start>2027-01-01</d:start>" in data
    )


def test_what_does_not_fit_is_told_at_its_line() -> None:
    one = fill("projectsubsidie", applicant={**APPLICANT, "postal_code": "2800 Mechelen", "legal_form": "maatschap"})
    two = fill("samenwerking", project={**PROJECT, "theme": "Ruimtevaart", "start": "voorjaar"})
    assert [(finding.id, finding.spot.line if finding.spot else 0) for finding in (*one.findings, *two.findings)] == [
        ("SLT41", 5),
        ("SLT42", 8),
        ("SLT41", 7),
        ("SLT43", 8),
    ]


@pytest.mark.parametrize("name", ["projectsubsidie", "samenwerking"])
@pytest.mark.parametrize("partners", [0, 1, 5])
def test_nothing_but_the_places_of_the_slots_differs(name: str, partners: int) -> None:
    listed = [{"name": f"Lid {number}", "municipality": "Gent", "size": "KO"} for number in range(partners)]
    form = Package.read(FOLDER / f"{name}.docx")
    filled = Package.read(fill(name, partners=listed).data, name=f"{name}.docx")
    assert list(prove(form, filled, read_slots(FOLDER / f"{name}.yaml").slots).find(name)) == []


@pytest.mark.parametrize("name", ["projectsubsidie", "samenwerking"])
def test_a_filled_form_is_a_sound_file(name: str) -> None:
    assert_sound(fill(name).data)
