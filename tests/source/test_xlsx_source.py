"""Workbooks: what Excel and others store, read as the values a person sees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.foundation.findings import FaultyInput
from ibndocs.office.package import Package
from ibndocs.source import read_source
from ibndocs.source.grid import Broken
from ibndocs.source.source import Source
from ibndocs.source.xlsx_cells import _column_letters, _column_number, _is_date_format
from ibndocs.source.xlsx_source import read_xlsx

HEADERS = ["Naam", "Ondernemingsnummer", "Postcode", "Telefoon", "Lidgeld jaar 1", "Lidgeld jaar 2", "Brief fase 1"]


def write_book(file: Path, **sheets: Sequence[Sequence[Any]]) -> Any:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return book


def read_book(folder: Path, pointer: str = "lijst.xlsx") -> Source:
    (folder / "project.yaml").write_text(f"companies: {pointer}\n", encoding="utf-8")
    return read_source(folder)


def test_numbers_that_lost_their_zero_dates_and_amounts(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Lijst van leden", None, date(2026, 1, 1)],
        [],
        HEADERS,
        ["Alfa", 566988259, 9000, 470123456, 5000, 1250.5, datetime(2026, 1, 5, 12, 30)],
        [],
        ["Béta ", "BE 1999.000.051", "2000", 32470123456, "5.000", 0.1 + 0.2, "6/1/2026"],
    ]
    write_book(tmp_path / "lijst.xlsx", Info=[["Naam"], ["x"]], Leden=rows)
    source = read_book(tmp_path)
    assert source.data["companies"] == [
        {
            "name": "Alfa",
            "enterprise_number": "0566.988.259",
            "address": {"postal_code": "9000"},
            "contact": {"phone": "0470123456"},
            "cash": [5000, Decimal("1250.5")],
            "letters": {"phase1": {"signed_on": date(2026, 1, 5)}},
        },
        {
            "name": "Béta",
            "enterprise_number": "1999.000.051",
            "address": {"postal_code": "2000"},
            "contact": {"phone": "+32470123456"},
            "cash": ["5.000", Decimal("0.3")],
            "letters": {"phase1": {"signed_on": date(2026, 1, 6)}},
        },
    ]
    assert str(source.spots["companies", 1, "contact", "phone"]) == "lijst.xlsx:Leden!D6"
    assert str(source.spot_of(("companies", 1, "size"))) == "lijst.xlsx:Leden!A6"


def test_the_sheet_with_most_headers_is_read_unless_one_is_named(tmp_path: Path) -> None:
    few, many = [["Naam", "Gemeente", "Mail"], ["Weinig", "x", ""]], [["Naam", "Mail", "Rol", "KBO"], ["Veel"]]
    hidden = [["Naam", "Mail", "Rol", "KBO", "Tel", "Grootte"], ["Verborgen"]]
    book = write_book(tmp_path / "lijst.xlsx", A=few, B=many, C=hidden)
    book["C"].sheet_state = "hidden"
    book["B"].row_dimensions[2].hidden = True
    book.save(tmp_path / "lijst.xlsx")
    assert read_book(tmp_path).data["companies"] == [{"name": "Veel"}]
    assert read_book(tmp_path, "{file: lijst.xlsx, sheet: a}").data["companies"][0]["name"] == "Weinig"  # type: ignore[index]
    assert read_book(tmp_path, "{file: lijst.xlsx, sheet: C}").data["companies"] == [{"name": "Verborgen"}]
    with pytest.raises(FaultyInput, match="no filled sheet"):
        read_book(tmp_path, "{file: lijst.xlsx, sheet: D}")


def test_formulas_give_what_excel_last_computed(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "lijst.xlsx"))
    sheet = book.add_worksheet("Leden")
    for column, header in enumerate(["Naam", "Gemeente", "Lidgeld", "Trekker", "Los"]):
        sheet.write(0, column, header)
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(1, 0, "Al", bold, "fa")
    sheet.write_formula(1, 1, '="G"&"ent"', None, "Gent")
    sheet.write_formula(1, 2, "=100*2.5", None, 250)
    sheet.write_boolean(1, 3, True)
    sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    book.close()
    source = read_book(tmp_path)
    assert source.data["companies"] == [
        {"name": "Alfa", "address": {"municipality": "Gent"}, "cash": 250, "leading": True}
    ]
    assert [str(note.spot) for note in source.notes] == ["lijst.xlsx:Leden!E1"]


def test_a_needed_cell_without_value_is_a_fault_another_is_not(tmp_path: Path) -> None:
    rows = [["Naam", "Mail", "Lidgeld", "Los"], ["Alfa", "", "=1+1", "=1+1"], ["Totaal", "", "=SUM(C2:C2)"]]
    write_book(tmp_path / "lijst.xlsx", Leden=rows)
    with pytest.raises(FaultyInput) as faulty:
        read_book(tmp_path)
    errors = [(str(one.spot), one.path) for one in faulty.value.findings if one.id == "STR08" and one.path]
    assert errors == [("lijst.xlsx:Leden!C2", "companies[0].cash")]


def sheet_of(cells: str, *, strings: str = "", styles: str = "", since_1904: bool = False) -> dict[str, object]:
    """The cells of a hand-made sheet by reference, so that odd but valid spellings can be tried."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": since_1904})
    book.add_worksheet("Blad1").write(0, 0, "x")
    book.close()
    package = Package.read(stream.getvalue(), name="x.xlsx")
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    changes: dict[str, bytes | None] = {
        "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>".encode(),
        "xl/sharedStrings.xml": f"<sst {space}>{strings}</sst>".encode(),
    }
    if styles:
        changes["xl/styles.xml"] = f"<styleSheet {space}>{styles}</styleSheet>".encode()
    grids = read_xlsx(package.write(changes), "x.xlsx")
    return {
        str(cell.spot).rpartition("!")[2]: cell.value for grid in grids for row in grid.rows for cell in row.values()
    }


def test_strings_of_every_kind() -> None:
    strings = "<si><t>een</t></si><si><r><t>tw</t></r><r><t>ee</t></r><rPh sb='0' eb='1'><t>fo</t></rPh></si>"
    cells = (
        "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>9</v></c></row>"
        "<row r='4'><c r='B4' t='inlineStr'><is><t>drie_x0041_</t></is></c><c t='str'><f>A1</f><v>vier</v></c></row>"
        "<row><c t='str'><f>A1</f><v></v></c><c t='e'><v>#N/A</v></c><c><f>A1</f></c></row>"
    )
    found = sheet_of(cells, strings=strings)
    broken = {place for place, value in found.items() if isinstance(value, Broken)}
    assert {place: value for place, value in found.items() if place not in broken} == {
        "A1": "een",
        "B1": "twee",
        "B4": "drieA",
        "C4": "vier",
    }
    assert broken == {"B5", "C5"}


def test_dates_by_their_number_format() -> None:
    formats = {164: "d/mm/jjjj;@", 165: '0.00" dagen"', 166: "[$-813]dddd d mmmm yyyy", 167: "[Red]0", 168: "\\d0"}
    codes = [f"<numFmt numFmtId='{number}' formatCode={quoteattr(code)}/>" for number, code in formats.items()]
    numbers = [0, 14, *formats]
    cell_formats = "".join(f"<xf numFmtId='{number}'/>" for number in numbers)
    styles = f"<numFmts>{''.join(codes)}</numFmts><cellXfs>{cell_formats}</cellXfs>"
    cells = "<row>" + "".join(f"<c s='{index}'><v>46027.75</v></c>" for index in range(len(numbers))) + "</row>"
    day, number = date(2026, 1, 5), Decimal("46027.75")
    assert list(sheet_of(cells, styles=styles).values()) == [number, day, day, number, day, number, number]
    assert sheet_of("<row><c s='1'><v>59</v></c></row>", styles=styles) == {"A1": date(1900, 2, 28)}
    assert sheet_of("<row><c s='1'><v>61</v></c></row>", styles=styles) == {"A1": date(1900, 3, 1)}
    old_mac = sheet_of("<row><c s='1'><v>44565</v></c></row>", styles=styles, since_1904=True)
    assert old_mac == {"A1": date(2026, 1, 5)}


@pytest.mark.parametrize(
    ("code", "shows_date"),
    [
        ("General", False),
        ("0.00%", False),
        ('#,##0 "€"', False),
        ("yyyy\\-mm\\-dd", True),
        ("[h]:mm", True),
        ("E+0", False),
    ],
)
def test_which_formats_show_a_date(code: str, shows_date: bool) -> None:
    assert _is_date_format(200, code) is shows_date


def test_numbers_have_the_digits_that_excel_shows() -> None:
    numbers = ("0.30000000000000004", "5000", "1E3", "1E300", "x")
    assert sheet_of("<row>" + "".join(f"<c><v>{number}</v></c>" for number in numbers) + "</row>") == {
        "A1": Decimal("0.3"),
        "B1": 5000,
        "C1": 1000,
        "D1": "1E300",
        "E1": "x",
    }


@given(st.integers(1, 16_384))
def test_column_letters(number: int) -> None:
    assert _column_number(_column_letters(number)) == number


@pytest.mark.parametrize("content", [b"", b"geen werkmap", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lijst.xlsx").write_bytes(content)
    with pytest.raises(FaultyInput) as faulty:
        read_book(tmp_path)
    assert [finding.id[:3] for finding in faulty.value.findings] == ["OFF"]


def test_a_word_document_is_no_workbook(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "lijst.xlsx"))
    with pytest.raises(FaultyInput) as faulty:
        read_book(tmp_path)
    assert [finding.id for finding in faulty.value.findings] == ["STR08"]


@pytest.mark.parametrize("name", ["lijst.xls", "lijst.ods", "lijst.pdf"])
def test_other_files_are_no_table(tmp_path: Path, name: str) -> None:
    with pytest.raises(FaultyInput) as faulty:
        read_book(tmp_path, name)
    assert [(str(one.spot), one.id) for one in faulty.value.findings] == [("project.yaml:1:12", "STR08")]
