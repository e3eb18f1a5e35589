"""Makes `examples/medverpakking/bedrijven.xlsx` from `medverpakking_companies.toml`, the same bytes every time.

Run as `python -m tools.examples.medverpakking_companies`. The workbook looks as a secretariat would keep it: a title
above the header, numbers typed in several ways, dates as dates, amounts as text in some cells and as numbers in others.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).parent
SOURCE = HERE / "medverpakking_companies.toml"
TARGET = HERE.parents[1] / "examples" / "medverpakking" / "bedrijven.xlsx"

CREATED = datetime(2026, 1, 9, 16, 30)
FIRST_BASE = 1999_6100
BASE_STEP = 17
HEADER_ROW = 2
_TITLE = "Ledenlijst MEDPACK-C, stand bij de aanvraag"
_REMARK = "Bijgehouden door het secretariaat. Bedragen in euro per projectjaar, zonder btw. x = trekkende onderneming."

Row = dict[str, Any]

_NUMBER_STYLES: tuple[Callable[[str], str], ...] = (
    lambda digits: f"{digits[:4]}.{digits[4:7]}.{digits[7:]}",
    lambda digits: digits,
    lambda digits: f"BE {digits[:4]}.{digits[4:7]}.{digits[7:]}",
    lambda digits: f"BE{digits}",
    lambda digits: f"{digits[:4]} {digits[4:7]} {digits[7:]}",
)


def make_number(index: int) -> str:
    """The enterprise number at `index`: ten digits that no enterprise has, whose last two are the right check."""
    base = FIRST_BASE + BASE_STEP * index
    return f"{base}{97 - base % 97:02d}"


def _number(row: Row) -> str:
    """The enterprise number as one of several people may have typed it."""
    index = int(row["index"])
    return _NUMBER_STYLES[index % len(_NUMBER_STYLES)](make_number(index))


def _phone(row: Row) -> str:
    zones = {"2": "03", "3": "011", "8": "050", "9": "09", "1": "02"}
    return f"{zones[str(row['postal_code'])[0]]} 00 01 {row['index'] + 1:02d}"


def _amount(key: str, year: int) -> Callable[[Row], object]:
    return lambda row: row[key][year] if key in row else None


def _signed(phase: int) -> Callable[[Row], object]:
    return lambda row: row["signed"][phase - 1] or None


def _own(key: str) -> Callable[[Row], object]:
    return lambda row: row.get(key)


COLUMNS: tuple[tuple[str, int, Callable[[Row], object]], ...] = (
    ("Naam onderneming", 36, _own("name")),
    ("Ondernemingsnr.", 17, _number),
    ("Straat + nr", 24, _own("street")),
    ("Postcode", 9, _own("postal_code")),
    ("Gemeente", 18, _own("municipality")),
    ("Contactpersoon", 24, _own("contact")),
    ("Functie", 26, _own("function")),
    ("E-mail", 34, lambda row: f"{row['mail']}.example.be"),
    ("Telefoon", 14, _phone),
    ("Grootte", 12, _own("size")),
    ("Start-up/scale-up", 12, _own("growth")),
    ("Soort organisatie", 12, lambda row: row.get("kind", "onderneming")),
    ("Hoofdactiviteit", 40, _own("activity")),
    ("Schakel", 24, _own("link")),
    ("Lidmaatschap", 13, _own("tier")),
    ("Lid vanaf", 10, _own("from_year")),
    ("Zekerheid", 12, lambda row: row.get("status", "toegezegd") if "tier" in row else None),
    ("Lidgeld jaar 1", 12, _amount("fees", 0)),
    ("Lidgeld jaar 2", 12, _amount("fees", 1)),
    ("Lidgeld jaar 3", 12, _amount("fees", 2)),
    ("Sponsoring jaar 1", 12, _amount("sponsoring", 0)),
    ("Sponsoring jaar 2", 12, _amount("sponsoring", 1)),
    ("Sponsoring jaar 3", 12, _amount("sponsoring", 2)),
    ("Trekker", 8, lambda row: "x" if row.get("leading") else None),
    ("Betrokken", 10, lambda row: row.get("involved", "ja")),
    ("Rol", 50, _own("role")),
    ("Motivatie", 90, _own("motivation")),
    ("Brief fase 1 getekend op", 14, _signed(1)),
    ("Brief fase 2 getekend op", 14, _signed(2)),
)


def read_companies() -> list[Row]:
    """The companies, one mapping each, with their `index` in the list."""
    companies: list[Row] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["company"]
    return [{**company, "index": index} for index, company in enumerate(companies)]


def make_workbook() -> bytes:
    """The workbook."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"title": _TITLE, "author": "Secretariaat Zorgweefsel vzw", "created": CREATED})
        sheet = book.add_worksheet("Ledenlijst")
        head = book.add_format({"bold": True, "bg_color": "#1F5C57", "font_color": "#FFFFFF", "text_wrap": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(0, 0, _TITLE, book.add_format({"bold": True, "font_size": 14}))
        for column, (header, width, _) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(HEADER_ROW, column, header, head)
        companies = read_companies()
        for line, company in enumerate(companies, HEADER_ROW + 1):
            for column, (_, _, read) in enumerate(COLUMNS):
                value = read(company)
                if isinstance(value, date):
                    sheet.write_datetime(line, column, value, day)
                elif value is not None:
                    sheet.write(line, column, value)
        sheet.freeze_panes(HEADER_ROW + 1, 1)
        sheet.autofilter(HEADER_ROW, 0, HEADER_ROW + len(companies), len(COLUMNS) - 1)
        book.add_worksheet("Toelichting").write_string(0, 0, _REMARK)
    return target.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make_workbook())
