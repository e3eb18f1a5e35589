"""Lists of companies from workbooks and CSV files: headers as people write them, values as they mean them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ibndocs.foundation.findings import FaultyInput
from ibndocs.model.parties import Company, Growth, Kind, Partner, Size, Status
from ibndocs.source import read_source
from ibndocs.source.columns import LISTS, Meaning, squeeze, vocabulary_of, words
from ibndocs.source.source import Source


def read_csv(folder: Path, text: str | bytes, pointer: str = "lijst.csv", name: str = "lijst.csv") -> Source:
    """The description whose companies stand in a CSV file."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    (folder / "project.yaml").write_text(f"companies: {pointer}\n", encoding="utf-8")
    return read_source(folder)


def companies(source: Source) -> list[dict[str, Any]]:
    entries = source.data["companies"]
    assert isinstance(entries, list)
    return entries


def faults(folder: Path, text: str, pointer: str = "lijst.csv") -> list[str]:
    with pytest.raises(FaultyInput) as faulty:
        read_csv(folder, text, pointer)
    return [f"{finding.spot} {finding.id}" for finding in faulty.value.findings]


FULL = {
    "Naam bedrijf": "  Alfa\u00a0 Bouw BV ",
    "BTW-nr.": "BE 1999.000.051",
    "Straat + nr.": "Kerkstraat 1",
    "POSTCODE": "B-9000",
    "Gemeente (vestiging)": "Gent",
    "Contactpersoon": "An Voorbeeld",
    "Functie": "zaakvoerder",
    "E-mailadres": "mailto:an@voorbeeld.be",
    "GSM": "0470 00 00 00",
    "Grootte*": "Middelgroot",
    "Start-up/scale-up": "Scaleup",
    "Schakel in de waardeketen": "producent",
    "Ledencategorie": "midden",
    "Lidgeld jaar 1 (€)": "€ 5.000,00",
    "Jaar 2 lidgeld": "-",
    "Lidgeld 3": "1250.50",
    "Sponsoring": "500",
    "Lid vanaf": "jaar 2",
    "Status": "verwacht",
    "Trekker": "x",
    "Motivatie": "“Wij doen mee”",
    "Rol": "piloot",
    "Website": "www.voorbeeld.be",
    "Vestigingsnummer": "2147812701",
    "Activiteit": "bouw",
    "Ondertekend op (fase 1)": "5/1/2026",
    "Ondertekenaar fase 1": "Bo Voorbeeld",
    "Datum handtekening fase 2": "20 april 2026",
}


def test_a_full_row_as_people_type_it(tmp_path: Path) -> None:
    source = read_csv(tmp_path, ";".join(FULL) + "\n" + ";".join(FULL.values()) + "\n")
    assert companies(source) == [
        {
            "name": "Alfa Bouw BV",
            "enterprise_number": "1999.000.051",
            "address": {"street": "Kerkstraat 1", "postal_code": "9000", "municipality": "Gent"},
            "contact": {
                "name": "An Voorbeeld",
                "function": "zaakvoerder",
                "email": "an@voorbeeld.be",
                "phone": "0470 00 00 00",
            },
            "size": "medium",
            "growth": "scale-up",
            "link": "producent",
            "tier": "midden",
            "cash": ["€ 5.000,00", 0, "1250.50"],
            "sponsoring": "500",
            "member_from": 2,
            "status": "expected",
            "leading": True,
            "motivation": "“Wij doen mee”",
            "role": "piloot",
            "website": "www.voorbeeld.be",
            "establishment_number": "2.147.812.701",
            "activity": "bouw",
            "letters": {
                "phase1": {"signed_on": date(2026, 1, 5), "signatory": "Bo Voorbeeld"},
                "phase2": {"signed_on": date(2026, 4, 20)},
            },
        }
    ]
    assert source.notes == ()
    assert str(source.spots["companies", 0, "address", "postal_code"]) == "lijst.csv:2:4"
    assert str(source.spots["companies", 0, "cash", 2]) == "lijst.csv:2:16"
    assert str(source.spot_of(("companies", 0, "involved"))) == "lijst.csv:2:1"
    company = Company.model_validate(companies(source)[0])
    assert company.cash == (Decimal(5000), Decimal(0), Decimal("1250.50"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Naam", "Gemeente", "Motivatie"], ["Café; Zoë, BV", "Gent", 'regel 1\n"regel" 2'], ["Béta", "Aalst", ""]]
    quoted = [['"' + value.replace('"', '""') + '"' for value in row] for row in rows]
    text = "\r\n".join(delimiter.join(row) for row in quoted)
    source = read_csv(tmp_path, text.encode(encoding))
    assert [entry["name"] for entry in companies(source)] == ["Café; Zoë, BV", "Béta"]
    assert companies(source)[0]["motivation"] == 'regel 1\n"regel" 2'
    assert str(source.spots["companies", 1, "name"]) == "lijst.csv:4:1"
    assert [note.id for note in source.notes] == ([] if encoding.startswith("utf-8") else ["STR02"])


def test_the_line_that_excel_puts_above_is_understood(tmp_path: Path) -> None:
    source = read_csv(tmp_path, "sep=,\nNaam,Gemeente,E-mail\nAlfa,Gent,\n")
    assert companies(source) == [{"name": "Alfa", "address": {"municipality": "Gent"}}]
    assert str(source.spots["companies", 0]) == "lijst.csv:3:1"


def test_titles_empty_rows_and_totals_are_passed_over(tmp_path: Path) -> None:
    text = "Ledenlijst;;\n;;\nNaam;Gemeente;Lidgeld\nAlfa;Gent;100\n;;\n ;\u00a0;\nBéta;Aalst;200\n;;300\nTotaal;;300\n"
    source = read_csv(tmp_path, text)
    assert [entry["name"] for entry in companies(source)] == ["Alfa", "Béta"]
    assert [str(note.spot) for note in source.notes] == ["lijst.csv:8:3", "lijst.csv:9:1"]


def test_a_narrow_table_needs_the_name_only(tmp_path: Path) -> None:
    assert companies(read_csv(tmp_path, "Bedrijf\nAlfa\nBéta\n")) == [{"name": "Alfa"}, {"name": "Béta"}]
    assert companies(read_csv(tmp_path, "E-mail;Naam\na@x.be;Alfa\n"))[0]["contact"] == {"email": "a@x.be"}


def test_unknown_and_untitled_columns_are_warned_of(tmp_path: Path) -> None:
    source = read_csv(tmp_path, "Naam;Gemeente;Grote;Lidgeld 2027;E-mail\nAlfa;Gent;groot;5;;los\n")
    told = [(str(note.spot), note.id, note.fix.nl if note.fix else "") for note in source.notes]
    assert told == [
        ("lijst.csv:1:3", "STR09", "bedoelde u “Grootte”?"),
        ("lijst.csv:1:4", "STR09", "bedoelde u “Lidgeld”?"),
        ("lijst.csv:2:6", "STR09", ""),
    ]


def test_a_header_without_name_or_with_two_of_a_kind_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "Gemeente;Postcode;E-mail\nGent;9000;\n") == ["lijst.csv:1:1 STR09"]
    assert faults(tmp_path, "Naam;Bedrijf;Gemeente;Mail;E-mail\n") == ["lijst.csv:1:2 STR09", "lijst.csv:1:5 STR09"]
    assert faults(tmp_path, "a;b;c\n1;2;3\n") == ["project.yaml:1:12 STR08"]
    assert faults(tmp_path, "") == ["project.yaml:1:12 STR08"]
    assert faults(tmp_path, 'Naam;Gemeente;Mail\n"Alfa"x;Gent;\n') == ["lijst.csv STR08"]


def test_headers_of_ones_own(tmp_path: Path) -> None:
    pointer = "{file: lijst.csv, columns: {Wie: name, 'Eerste jaar (EUR)': cash.1, 'Naam': contact.name}}"
    source = read_csv(tmp_path, "Wie;Eerste jaar (EUR);Naam\nAlfa;100;An\n", pointer)
    assert companies(source) == [{"name": "Alfa", "cash": ["100", 0], "contact": {"name": "An"}}]


def test_faults_in_a_pointer_with_columns(tmp_path: Path) -> None:
    pointer = "{file: lijst.csv, blad: x, columns: {Wie: nam, X: 3}}"
    assert faults(tmp_path, "Naam\nAlfa\n", pointer) == [
        "project.yaml:1:30 STR08",
        "project.yaml:1:54 STR09",
        "project.yaml:1:62 STR09",
    ]
    assert faults(tmp_path, "Naam\nAlfa\n", "{file: lijst.csv, columns: [a]}") == ["project.yaml:1:39 STR09"]
    assert faults(tmp_path, "Naam\nAlfa\n", "{file: lijst.csv, sheet: Blad1}") == ["project.yaml:1:19 STR08"]


def test_text_of_several_columns_becomes_one(tmp_path: Path) -> None:
    text = "Naam;Bus;Nr;Straat;Postcode en gemeente;Achternaam;Voornaam\nAlfa;2;12;Dorp;9300  Aalst;Voorbeeld;An\n"
    assert companies(read_csv(tmp_path, text))[0] == {
        "name": "Alfa",
        "address": {"street": "Dorp 12 bus 2", "postal_code": "9300", "municipality": "Aalst"},
        "contact": {"name": "An Voorbeeld"},
    }


def test_a_whole_address_in_one_cell(tmp_path: Path) -> None:
    text = 'Naam;Adres;Mail\nAlfa;"Dorp 12 bus 2, 9300 Aalst";\nBéta;Dorp 1;\nGamma;"Dorp 3\nB-9000 Gent";\n'
    assert [entry["address"] for entry in companies(read_csv(tmp_path, text))] == [
        {"street": "Dorp 12 bus 2", "postal_code": "9300", "municipality": "Aalst"},
        {"street": "Dorp 1"},
        {"street": "Dorp 3", "postal_code": "9000", "municipality": "Gent"},
    ]


@pytest.mark.parametrize(
    ("header", "typed", "field", "value"),
    [
        ("Grootte", "GROTE ONDERNEMING", "size", "large"),
        ("Grootte", "KO", "size", "small"),
        ("Grootte", "reusachtig", "size", "reusachtig"),
        ("Soort", "Kennisinstelling", "kind", "research_organisation"),
        ("Start-up", "nee", "growth", None),
        ("Trekker", "Nee", "leading", False),
        ("Trekker", "✓", "leading", True),
        ("Trekker", "misschien", "leading", "misschien"),
        ("Status", "Geëngageerd", "status", "engaged"),
        ("KBO", "1999 000 051", "enterprise_number", "1999.000.051"),
        ("KBO", "199900005", "enterprise_number", "0199.900.005"),
        ("KBO", "geen", "enterprise_number", "geen"),
        ("Lid vanaf jaar", "later", "member_from", "later"),
        ("Lidgeld", "€ -", "cash", None),
        ("Lidgeld", "\u00a01 000,50 EUR", "cash", "1 000,50 EUR"),
        ("Brief fase 1", "31/02/2026", "letters", {"phase1": {"signed_on": "31/02/2026"}}),
        ("Brief fase 1", "2026-01-05", "letters", {"phase1": {"signed_on": date(2026, 1, 5)}}),
        ("Brief fase 1", "5 mrt. 2026", "letters", {"phase1": {"signed_on": date(2026, 3, 5)}}),
    ],
)
def test_what_a_cell_means(tmp_path: Path, header: str, typed: str, field: str, value: object) -> None:
    assert companies(read_csv(tmp_path, f"Naam;{header};Mail\nAlfa;{typed};\n"))[0].get(field) == value


def test_control_characters_in_cells_are_dropped(tmp_path: Path) -> None:
    source = read_csv(tmp_path, "Naam;Gemeente;Mail\nAl\x0bfa;Gent;\n")
    assert companies(source)[0]["name"] == "Alfa"
    assert [(str(note.spot), note.id, note.path) for note in source.notes] == [
        ("lijst.csv:2:1", "STR07", "companies[0].name")
    ]


def test_partners_have_their_own_columns(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Naam;Soort;Rol;Bijdrage;Grootte\nHogeschool X;hogeschool;kennis;5;groot\n")
    (tmp_path / "project.toml").write_text("partners = 'p.csv'\n")
    source = read_source(tmp_path)
    assert source.data["partners"] == [
        {"name": "Hogeschool X", "kind": "research_organisation", "role": "kennis", "contribution": "5"}
    ]
    assert [str(note.spot) for note in source.notes] == ["p.csv:1:5"]
    assert str(source.spots["partners",]) == "project.toml:1:12"
    assert [file.name for file in source.files] == ["project.toml", "p.csv"]


def test_a_table_may_be_pointed_to_in_three_ways(tmp_path: Path) -> None:
    for pointer in ("lijst.csv", "!file lijst.csv", "{file: lijst.csv}"):
        assert companies(read_csv(tmp_path, "Naam\nAlfa\n", pointer)) == [{"name": "Alfa"}]


def test_every_column_is_a_field_of_the_model() -> None:
    models: list[type[BaseModel]] = [Company, Partner]
    for which, model in zip(LISTS, models, strict=True):
        schema = json.dumps(model.model_json_schema())
        for column in vocabulary_of(which).columns.values():
            assert column.path[0] in model.model_fields, column
            assert all(f'"{name}"' in schema for name in column.path)


def test_every_choice_is_a_value_of_the_model() -> None:
    for name, values in {"size": Size, "kind": Kind, "growth": Growth, "status": Status}.items():
        assert set(words().choices[name].values()) == set(values)


def test_no_header_means_two_fields() -> None:
    for which in LISTS:
        vocabulary = vocabulary_of(which)
        for header, column in vocabulary.columns.items():
            assert header == squeeze(header)
            assert vocabulary.recognise(header) == Meaning(column)
