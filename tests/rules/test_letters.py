"""What counts as a letter, and the declarations that letters carry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.projects import make_dossier, the_call

from ibndocs.foundation.findings import Severity
from ibndocs.rules.letter_worth import find_region, read_letters
from ibndocs.rules.letters import mandate_incomplete
from ibndocs.rules.unknown_names import is_unknown


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("1000", "brussels"),
        ("1299", "brussels"),
        ("1300", "wallonia"),
        ("1499", "wallonia"),
        ("1500", "flanders"),
        ("1547", "flanders"),
        ("3790", "flanders"),
        ("3999", "flanders"),
        ("4000", "wallonia"),
        ("7700", "wallonia"),
        ("7780", "wallonia"),
        ("7999", "wallonia"),
        ("8000", "flanders"),
        ("9600", "flanders"),
        ("9999", "flanders"),
    ],
)
def test_a_postal_code_tells_the_region(code: str, region: str) -> None:
    assert find_region(code, the_call()) == region


def test_the_provinces_fill_flanders_without_overlap() -> None:
    ranges = the_call().ranges
    provinces = [span for name, spans in ranges.items() if name.startswith("province_") for span in spans]
    codes = [code for low, high in provinces for code in range(low, high + 1)]
    assert sorted(codes) == [code for low, high in ranges["flanders"] for code in range(low, high + 1)]


@pytest.mark.parametrize("clause", ["BRF05", "BRF06", "BRF07"])
def test_the_letter_of_each_phase_carries_each_declaration(clause: str) -> None:
    (entry,) = [entry for entry in the_call().declarations if entry.clause == clause]
    assert entry.phase1.strip()
    assert entry.phase2.strip()


def test_the_mandate_names_the_applicant_and_the_support_names_what_is_handed_in() -> None:
    mandate, support, _ = the_call().declarations
    assert "{applicant}" in mandate.phase1
    assert "{applicant}" in mandate.phase2
    assert "vooraanmelding" in support.phase1
    assert "vooraanmelding" not in support.phase2
    assert "aanvraag" in support.phase2


def test_a_beneficiary_that_is_still_to_be_founded_is_mandated_in_phase_2() -> None:
    mandate = the_call().declarations[0]
    sentence = mandate.word_for(2, founded=True)
    assert "{applicant}" in sentence
    assert "{beneficiary}" in sentence
    assert mandate.word_for(2, founded=False) == mandate.phase2
    assert mandate.word_for(1, founded=True) == mandate.phase1
    dossier = make_dossier(
        {("applicant", "beneficiary"): {"name": "Nieuw cv", "legal_form": "cv", "founded_on": "2026-10-15"}}
    )
    assert list(mandate_incomplete.ask(dossier)) == []
    declarations = (mandate.model_copy(update={"phase2_founded": ""}), *the_call().declarations[1:])
    silent = replace(dossier, call=the_call().model_copy(update={"declarations": declarations}))
    (found,) = mandate_incomplete.ask(silent)
    assert "terwijl Nieuw cv de begunstigde wordt" in found.message.nl
    assert (found.path, found.severity, found.phase) == (("applicant", "beneficiary", "name"), Severity.NOTE, 2)


def test_a_letter_names_each_reason_for_which_it_does_not_count() -> None:
    letters = read_letters(
        make_dossier(
            {
                ("companies", 0, "letters", "phase1", "signed_on"): "2026-01-04",
                ("companies", 1, "letters", "phase1", "signed_on"): "2026-01-04",
                ("companies", 1, "address", "postal_code"): 1000,
                ("companies", 1, "enterprise_number"): "1999.013.711",
            }
        ),
        1,
    )
    assert [len(letter.faults) for letter in letters] == [0, 2]
    assert [text.nl for text in letters[1].faults] == [
        "adres buiten Vlaanderen",
        "zelfde ondernemingsnummer als een ander",
    ]


@pytest.mark.parametrize(
    "name", ["", "n.t.b.", "N.T.B", "nog te bepalen", "Nog te schrijven.", "xxx", "?", "12", "[naam]"]
)
def test_a_placeholder_is_no_name(name: str) -> None:
    assert is_unknown(name, the_call())


@pytest.mark.parametrize("name", ["An", "Xaar nv", "X-Ray bv", "3M Belgium", "TBD-Consult bv", "Bedrijf 01"])
def test_a_name_that_looks_odd_is_a_name(name: str) -> None:
    assert not is_unknown(name, the_call())
