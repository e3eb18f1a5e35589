"""Excel workbooks as text."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from tests.test_ooxml import SHEET, change

from ibndocs.office.text import convert


def test_cells_have_their_address_and_formulas_their_value() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Begroting")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    red = book.add_format({"num_format": '[Red]"dag" 0.00'})
    sheet.write_row("A1", ["Post", "Bedrag", "a|b\nc"])
    sheet.write_row("A2", ["007", 12.5, 0.1 + 0.2])
    sheet.write_formula("B3", "=SUM(B2:B2)", None, 12.5)
    sheet.write_formula("C3", '=IF(B2>0,"","x")', None, "")
    sheet.write_datetime("A4", date(2027, 1, 1), day)
    sheet.write_datetime("B4", datetime(2027, 1, 1, 12, 30), day)
    sheet.write_number("C4", 3, red)
    sheet.write_boolean("D4", True)
    sheet.write_string("A5", "=geen formule")
    sheet.write_url("B5", "https://x.be", string="site")
    book.define_name("Totaal", "=Begroting!$B$3")
    book.close()
    # The empty text is a result; XlsxWriter leaves out that it is text.
    data = change(stream.getvalue(), SHEET, '<c r="C3">', '<c r="C3" t="str">')
    text = convert(data, name="proef.xlsx")
    assert text[text.index("--- blad") :] == (
        "--- blad Begroting\n"
        "A1: Post | B1: Bedrag | C1: a\\|b / c\n"
        "A2: '007 | B2: 12.5 | C2: 0.3\n"
        'B3: =SUM(B2:B2) -> 12.5 | C3: =IF(B2>0,"","x") -> ""\n'
        "A4: 2027-01-01 | B4: 2027-01-01 12:30:00 | C4: 3 | D4: TRUE\n"
        "A5: '=geen formule | B5: site <https://x.be>\n"
        "\n--- namen\nTotaal = Begroting!$B$3\n"
    )


def test_what_a_sheet_hides_locks_or_asks_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Leden"
    sheet["A1"] = "=1+1"
    sheet["A1"].comment = Comment("Klopt dit?", "An")
    for row in (3, 4, 6):
        sheet[f"A{row}"] = row
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = True
    validation = DataValidation(type="list", formula1='"ja,nee"')
    validation.add("B2:B9")
    sheet.add_data_validation(validation)
    sheet.protection.sheet = True
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "Dossier"
    book.create_sheet("Geheim").sheet_state = "veryHidden"
    stream = io.BytesIO()
    book.save(stream)
    text = convert(stream.getvalue(), name="proef.xlsx")
    assert text[text.index("--- blad") :] == (
        "--- blad Leden (beveiligd)\nA1: =1+1 -> ?\nA3: 3\nA4: 4\nA6: 6\nverborgen rijen: 3-4, 6\n"
        'verborgen kolommen: C\nvalidatie B2:B9: list "ja,nee"\nopmerking A1: Klopt dit?\nvoettekst: &CDossier\n'
        "\n--- blad Geheim (diep verborgen)\n"
    )


def test_a_chart_shows_the_values_it_keeps() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Cijfers")
    sheet.write_column("A1", ["jaar 1", "jaar 2"])
    sheet.write_column("B1", [30, 40])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"name": "leden", "categories": "=Cijfers!$A$1:$A$2", "values": "=Cijfers!$B$1:$B$2"})
    sheet.insert_chart("D2", chart)
    sheet.insert_textbox("D20", "Let op")
    book.close()
    text = convert(stream.getvalue())
    assert "[grafiek]\n|  | leden |\n| jaar 1 | 30 |\n| jaar 2 | 40 |\n[tekstvak] Let op\n" in text


@pytest.mark.parametrize("epoch", [1900, 1904])
def test_days_count_from_the_epoch_of_the_workbook(epoch: int) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": epoch == 1904})
    sheet = book.add_worksheet("x")
    sheet.write_datetime("A1", date(2026, 5, 11), book.add_format({"num_format": "d mmm"}))
    book.close()
    assert "A1: 2026-05-11\n" in convert(stream.getvalue())
