"""Lists: whatever their kind, the same rows give the same letters, and each fault has its place."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.letters.letters import LINES, ROWS, make, read_letters, text_of, write_csv, write_jsonl

from ibndocs.foundation.findings import FaultyInput, Finding
from ibndocs.letters.json_stream import JsonStream
from ibndocs.letters.lists import CompanyList
from ibndocs.letters.row import ListRow, make_identifier
from ibndocs.letters.xlsx_stream import Strings


def write_xlsx(path: Path, rows: list[list[Any]], sheet: str = "Leden") -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                page.write(number, column, value)
    return path


def write_all(folder: Path) -> dict[str, Path]:
    """The same list in every kind of file."""
    grid = [list(ROWS[0]), *(list(row.values()) for row in ROWS)]
    with xlsxwriter.Workbook(folder / "l.xlsx", {"strings_to_formulas": False}) as book:
        page = book.add_worksheet("Leden")
        for number, row in enumerate(grid):
            page.write_row(number, 0, row)
    (folder / "l.json").write_text(json.dumps(ROWS, indent=1), "utf-8")
    (folder / "l.yaml").write_text(json.dumps(ROWS, ensure_ascii=False), "utf-8")
    write_csv(folder / "l.csv")
    write_jsonl(folder / "l.jsonl")
    return {kind: folder / f"l.{kind}" for kind in ("csv", "xlsx", "json", "jsonl", "yaml")}


@pytest.mark.parametrize("kind", ["xlsx", "json", "jsonl", "yaml"])
def test_every_kind_of_list_gives_the_same_letters(tmp_path: Path, kind: str) -> None:
    files = write_all(tmp_path)
    make(tmp_path, files["csv"])
    expected = read_letters(tmp_path / "out")
    other = tmp_path / kind
    other.mkdir()
    assert make(other, files[kind]).faulty == 0
    assert read_letters(other / "out") == expected
    assert list(expected)[:3] == ["001-houtwerk-en-zn-bv.docx", "002-cafe-noord.docx", "003-som-a1.docx"]


def test_a_column_is_a_name_as_typed_and_as_an_identifier_and_a_key_of_row(tmp_path: Path) -> None:
    listed = write_csv(
        tmp_path / "l.csv", [{"Naam bedrijf": "Alfa", "CompanyCity": "Gent", "1e jaar": "x", "Blad": "=1+1"}]
    )
    outcome = make(
        tmp_path,
        listed,
        '{{ naam_bedrijf }} {{ CompanyCity }} {{ companycity }} {{ _1e_jaar }} {{ row["Naam bedrijf"] }} {{ blad }}',
    )
    assert outcome.faulty == 0
    assert text_of(tmp_path / "out/001-alfa.docx") == ["Alfa Gent Gent x Alfa =1+1"]


def test_amounts_as_belgians_type_them_are_understood_and_stay_as_typed_in_their_own_column(tmp_path: Path) -> None:
    make(tmp_path, write_csv(tmp_path / "l.csv"))
    assert text_of(tmp_path / "out/001-houtwerk-en-zn-bv.docx")[1] == "Bijdrage €\u00a01.250,50 (1.250,50)"
    assert text_of(tmp_path / "out/002-cafe-noord.docx")[1] == "Bijdrage €\u00a05.000 (5 000)"


def test_a_number_that_may_be_misread_is_refused_at_its_cell_where_the_template_asks_it(tmp_path: Path) -> None:
    rows = [["Naam", "Lidgeld", "Btw"], ["Alfa", "1,250", "21 %"], ["Béta", "10", "nvt"]]
    listed = write_xlsx(tmp_path / "l.xlsx", rows)
    outcome = make(tmp_path, listed, "{{ naam }} {{ company.cash }}")
    assert {str(finding.spot) for finding in outcome.findings} == {
        "l.xlsx:Leden!B2", "l.xlsx:Leden!C2", "l.xlsx:Leden!C3"
    }  # fmt: skip
    assert {finding.id for finding in outcome.findings} == {"LTR02"}
    (tmp_path / "other").mkdir()
    assert make(tmp_path / "other", listed, "{{ naam }} {{ lidgeld }} {{ btw }}").faulty == 0
    assert text_of(tmp_path / "other/out/001-alfa.docx") == ["Alfa 1,250 21 %"]


def test_lists_and_groups_of_json_are_names_too(tmp_path: Path) -> None:
    row = {
        "name": "Alfa",
        "contact": {"name": "An"},
        "items": [{"what": "a", "amount": 1.5}, {"what": "b", "amount": 2}],
    }
    listed = write_jsonl(tmp_path / "l.jsonl", [row])
    loop = "{% for item in items %}{{ item.what }}={{ item.amount }};{% endfor %}"
    outcome = make(tmp_path, listed, loop + " {{ contact.name }} {{ company.contact.name }}")
    assert outcome.faulty == 0
    assert text_of(tmp_path / "out/001-alfa.docx") == ["a=1,5;b=2; An An"]


def test_a_column_called_company_keeps_its_own_meaning(tmp_path: Path) -> None:
    make(tmp_path, write_csv(tmp_path / "l.csv", [{"company": "Alfa", "city": "Gent"}]), "{{ company }} in {{ city }}")
    assert text_of(tmp_path / "out/001-alfa.docx") == ["Alfa in Gent"]


def test_a_title_above_the_header_is_passed_by_and_a_row_of_totals_left_out(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Ledenlijst"],
        [],
        ["Naam", "Postcode", "Lidgeld"],
        ["Alfa", 9000, 10],
        ["Totaal", None, 10],
    ]
    outcome = make(tmp_path, write_xlsx(tmp_path / "l.xlsx", rows), "{{ naam }} {{ postcode }}")
    assert (outcome.written, [finding.id for finding in outcome.findings]) == (1, ["STR08"])


def test_two_columns_with_one_header_are_refused_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("Naam;Opmerking;Opmerking\nAlfa;x;y\n", "utf-8")
    with pytest.raises(FaultyInput) as refused:
        make(tmp_path, tmp_path / "l.csv", "{{ naam }}")
    finding = refused.value.findings[0]
    assert (finding.id, str(finding.spot)) == ("LST02", "l.csv:1:3")
    assert "l.csv:1:2" in finding.message.nl


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("l.csv", 'Naam;Plaats\nAlfa;Gent\n"Béta"x;y\nGamma;Aalst\n', ["l.csv:3"]),
        (
            "l.jsonl",
            '{"naam": "Alfa"}\n{"naam": \n{"naam": 1, "naam": 2}\n[1]\n{"naam": NaN}\n{"naam": "G"}\n',
            ["l.jsonl:2:9", "l.jsonl:3", "l.jsonl:4", "l.jsonl:5:1"],
        ),
        ("l.json", '[\n{"naam": "Alfa"},\n{"naam": 1, "naam": 2},\n{"naam": "G"}]', ["l.json:3"]),
    ],
)
def test_a_row_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, name: str, content: str, expected: list[str]
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    outcome = make(tmp_path, tmp_path / name, "{{ naam }}")
    assert [str(finding.spot) for finding in outcome.findings] == expected
    assert (outcome.written, outcome.faulty) == (2, len(expected))


def test_a_json_list_that_breaks_off_says_that_the_rest_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text('[{"naam": "Alfa"}, {"naam": oei}, {"naam": "G"}]', "utf-8")
    outcome = make(tmp_path, tmp_path / "l.json", "{{ naam }}")
    (finding,) = outcome.findings
    assert (str(finding.spot), outcome.written, outcome.faulty) == ("l.json:1:10", 1, 1)
    assert finding.fix is not None
    assert "wat erna komt, is niet gelezen" in finding.fix.nl


def test_a_broken_formula_is_a_fault_only_where_the_template_asks_the_cell(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Naam", "Plaats"])  # type: ignore[union-attr]
    book.active.append(["Alfa", "=NOW()"])  # type: ignore[union-attr]
    book.save(tmp_path / "l.xlsx")
    outcome = make(tmp_path, tmp_path / "l.xlsx", "{{ naam }} {{ plaats }}")
    assert [str(finding.spot) for finding in outcome.findings] == ["l.xlsx:Sheet!B2"]
    (tmp_path / "other").mkdir()
    assert make(tmp_path / "other", tmp_path / "l.xlsx", "{{ naam }}").written == 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_csv_in_the_encodings_of_excel_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "l.csv").write_bytes("sep=,\r\nNaam,Plaats\r\nCafé,Gent\r\n".encode(encoding))
    make(tmp_path, tmp_path / "l.csv", "{{ naam }} {{ plaats }}")
    assert text_of(tmp_path / "out/001-cafe.docx") == ["Café Gent"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("l.csv", b""), ("l.csv", b"a\0b"), ("l.xlsx", b"PK"), ("l.json", b"3x"), ("l.yaml", b": ["), ("l.pdf", b"")],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FaultyInput):
        make(tmp_path, tmp_path / name, *LINES)


def test_the_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "l.xlsx") as book:
        book.add_worksheet("Leeg")
        book.add_worksheet("Eén").write_column(0, 0, ["Naam", "Alfa"])
        book.add_worksheet("Twee").write_column(0, 0, ["Naam", "Béta"])
    for sheet, expected in (("", "Alfa"), ("twee", "Béta")):
        with CompanyList(tmp_path / "l.xlsx", sheet=sheet) as rows:
            assert [row.names["naam"] for row in rows if isinstance(row, ListRow)] == [expected]
    with pytest.raises(FaultyInput, match="no sheet"):
        CompanyList(tmp_path / "l.xlsx", sheet="Drie")


records = st.lists(
    st.dictionaries(
        st.text(min_size=1, max_size=4), st.integers() | st.text() | st.lists(st.text(), max_size=3), max_size=4
    ),
    max_size=6,
)


@given(records, st.sampled_from([None, 1]))
def test_a_json_list_is_read_in_parts_as_it_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, written: list[dict[str, Any]], indent: int | None
) -> None:
    file = tmp_path_factory.mktemp("json") / "l.json"
    file.write_text(json.dumps(written, indent=indent), "utf-8")
    stream = JsonStream(file, "l.json", lines=False)
    stream._read_block = lambda text, line, held=0: text.read(3)  # type: ignore[method-assign]
    read = [one for one in stream.records() if not isinstance(one, Finding)]
    stream.close()
    assert [record for record, _ in read] == written


def test_fractions_keep_their_digits(tmp_path: Path) -> None:
    (tmp_path / "l.jsonl").write_text('{"naam": "A", "x": 0.10}', "utf-8")
    with CompanyList(tmp_path / "l.jsonl") as rows:
        row = next(iter(rows))
    assert isinstance(row, ListRow)
    assert row.names["x"] == Decimal("0.10")


@given(st.lists(st.text()))
def test_strings_kept_as_one_text_come_out_as_they_went_in(texts: list[str]) -> None:
    strings = Strings()
    for text in texts:
        strings.add(text)
    assert list(strings) == texts


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Naam bedrijf", "naam_bedrijf"),
        ("E-mail (werk)", "e_mail_werk"),
        ("Grootte €", "grootte"),
        ("Réf. n°", "ref_n"),
    ],
)
def test_a_header_becomes_an_identifier(header: str, name: str) -> None:
    assert make_identifier(header) == name
