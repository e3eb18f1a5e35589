"""A description that does not fit the model: every fault at once, at its place, with what was found and wanted."""

from pathlib import Path

import pytest
from tests.descriptions import plain_data, write_project

from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.findings import FaultyInput
from ibndocs.source import read_project

MINIMAL = find_data("examples") / "minimal"


def faults_of(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, str, str]]:
    """The faults of the minimal example with one piece of its text replaced: place, id, message, fix."""
    text = (MINIMAL / "project.yaml").read_text("utf-8")
    assert text.count(old) >= 1, old
    (tmp_path / "project.yaml").write_text(text.replace(old, new, 1), "utf-8")
    (tmp_path / "bedrijven.csv").write_bytes((MINIMAL / "bedrijven.csv").read_bytes())
    with pytest.raises(FaultyInput) as caught:
        read_project(tmp_path)
    return [(str(f.spot), f.id, f.message.nl, f.fix.nl if f.fix else "") for f in caught.value.findings]


def place_of(text: str) -> str:
    """`project.yaml:line:column` of the first occurrence of `text` in the minimal example."""
    lines = (MINIMAL / "project.yaml").read_text("utf-8").splitlines()
    line = next(number for number, content in enumerate(lines) if text in content)
    return f"project.yaml:{line + 1}:{lines[line].index(text) + 1}"


def test_an_unknown_key_is_refused_with_the_nearest_known_one(tmp_path: Path) -> None:
    found = faults_of(tmp_path, "  acronym: ACRONIEM", "  acronym: ACRONIEM\n  domian: x")
    assert [(id_, message, fix) for _, id_, message, fix in found] == [
        ("STR11", "onbekende sleutel 'domian'", "bedoelde u “domain”?")
    ]


def test_a_missing_key_is_named_where_it_belongs(tmp_path: Path) -> None:
    found = faults_of(tmp_path, "  acronym: ACRONIEM\n", "")
    assert found == [(place_of("project:"), "STR10", "acronym ontbreekt in project", "voeg 'acronym:' toe")]


@pytest.mark.parametrize(
    ("old", "new", "id_", "says"),
    [
        (
            'start: "2027-01-01"',
            'start: "1 januari"',
            "STR15",
            "gevonden '1 januari', gevraagd een datum als 2027-01-01",
        ),
        ('kind: "spearhead_cluster"', "kind: speerpunt", "STR13", "gevraagd een van: spearhead_cluster"),
        ("basis: annual", "basis: anual", "STR13", "gevonden 'anual', gevraagd een van: annual, monthly_gross"),
        ("fee: 7500", "fee: 7.500", "STR14", "7.500"),
        ("fee: 7500", "fee: -5", "STR16", "gevraagd minstens 0"),
        ("fee: 7500", "fee: veel", "STR14", "veel"),
        ("duration_months: 36", "duration_months: 35", "STR16", "een veelvoud van 12"),
        ("separate_accounting: true", "separate_accounting: ja", "STR12", "gevraagd true of false"),
        ("recoverable_share: 1", "recoverable_share: 21", "STR16", "gevraagd hoogstens 1"),
        ("id: manager", "id: de manager", "STR12", "gevraagd een id van letters"),
        ("title: Titel van het netwerk", "title: ''", "STR12", "tekst die niet leeg is"),
    ],
)
def test_a_wrong_value_says_what_was_found_and_what_is_wanted(
    tmp_path: Path, old: str, new: str, id_: str, says: str
) -> None:
    (fault,) = faults_of(tmp_path, old, new)
    assert fault[1] == id_
    assert says in fault[2]
    assert fault[0].startswith("project.yaml:")


def test_a_fault_in_a_list_of_companies_is_placed_in_that_list(tmp_path: Path) -> None:
    text = (MINIMAL / "bedrijven.csv").read_text("utf-8").replace(";groot;", ";reusachtig;", 1)
    (tmp_path / "bedrijven.csv").write_text(text, "utf-8")
    (tmp_path / "project.yaml").write_text((MINIMAL / "project.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(FaultyInput) as caught:
        read_project(tmp_path)
    (fault,) = caught.value.findings
    assert str(fault.spot) == "bedrijven.csv:2:9"
    assert "reusachtig" in fault.message.nl


def test_all_faults_come_at_once_and_in_order_of_place(tmp_path: Path) -> None:
    text = (MINIMAL / "project.yaml").read_text("utf-8")
    text = text.replace("fee: 7500", "fee: veel").replace("  acronym: ACRONIEM\n", "").replace("fte: 1\n", "fte: -1\n")
    (tmp_path / "project.yaml").write_text(text, "utf-8")
    (tmp_path / "bedrijven.csv").write_bytes((MINIMAL / "bedrijven.csv").read_bytes())
    with pytest.raises(FaultyInput) as caught:
        read_project(tmp_path)
    lines = [finding.spot.line for finding in caught.value.findings if finding.spot]
    assert [finding.id for finding in caught.value.findings] == ["STR10", "STR16", "STR16", "STR14"]
    assert lines == sorted(line for line in lines if line)


def test_a_list_is_answered_in_the_words_of_lists(tmp_path: Path) -> None:
    data = {**plain_data(), "companies": "leden.csv"}
    write_project(tmp_path, data)
    (tmp_path / "leden.csv").write_text(
        "Naam;Ondernemingsnummer;Straat;Postcode;Gemeente;Contactpersoon;Grootte\n"
        "Firma nv;1999.013.711;Kaai 1;9000;Gent;An Voorbeeld;reus\n",
        "utf-8",
    )
    with pytest.raises(FaultyInput) as caught:
        read_project(tmp_path)
    (finding,) = [finding for finding in caught.value.findings if finding.id == "STR13"]
    assert str(finding.spot) == "leden.csv:2:7"
    assert finding.fix
    assert finding.fix.nl == "in een lijst mag ook: micro-onderneming, klein, middelgroot, groot"
