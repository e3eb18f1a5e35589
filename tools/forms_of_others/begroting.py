"""The budget form of an agency that does not exist: protected sheets, hidden lists, totals nobody may touch.

XlsxWriter makes the workbook; the check boxes and lists that lie on its sheets come on top.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter
from tools.forms.sheet_base import in_cents
from tools.forms_of_others.controls import Control, add_controls

from ibndocs.office.package import Package

YEARS = ("Jaar 1", "Jaar 2", "Jaar 3")
STAFF = range(8, 11)
"""The rows for staff that stand ready; a project has more people than that."""
_PASSWORD = "fonds"
_LISTS = {
    "A": (
        "Btw-statuut",
        "Niet btw-plichtig",
        "Gemengd btw-plichtig",
        "Gedeeltelijk btw-plichtig",
        "Volledig btw-plichtig",
    ),
    "B": ("Tarief", 0, 0.06, 0.12, 0.21),
    "C": ("Steunvorm", "Subsidie", "Lening", "Subsidie en lening"),
}


class _Looks:
    """The cell formats of the form."""

    def __init__(self, book: Any) -> None:
        def look(**properties: Any) -> Any:
            return book.add_format({"font_name": "Calibri", "font_size": 10, "valign": "vcenter", **properties})

        frame = {"border": 1, "border_color": "#8C8C8C"}
        open_cell = {**frame, "locked": 0, "bg_color": "#FFF7D6"}
        money = {"num_format": "#,##0.00"}
        self.title = look(bold=True, font_size=15, font_color="#7A1F3D")
        self.head = look(**frame, bold=True, bg_color="#E9DDE2", text_wrap=True, align="center")
        self.label = look()
        self.notice = look(italic=True, font_color="#595959", text_wrap=True)
        self.text = look(**open_cell, text_wrap=True)
        self.day = look(**open_cell, num_format="dd/mm/yyyy", align="left")
        self.money_in = look(**open_cell, **money)
        self.months_in = look(**open_cell, num_format="0.00")
        self.share_in = look(**open_cell, num_format="0 %")
        self.money = look(**frame, **money)
        self.total = look(**frame, **money, bold=True, bg_color="#F3F3F3")
        self.strong = look(**frame, bold=True, bg_color="#F3F3F3")
        self.warning = book.add_format({"bg_color": "#F8CBAD"})


def make() -> bytes:
    """The blank form."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": "Begroting bij de aanvraag",
                "author": "Fonds voor Streekontwikkeling",
                "created": datetime(2026, 1, 1),
            }
        )
        looks = _Looks(book)
        for add in (_add_notice, _add_details, _add_staff, _add_costs, _add_services, _add_budget, _add_lists):
            sheet = add(book, looks)
            if sheet.name != "Lijsten":
                sheet.protect(_PASSWORD, {"select_locked_cells": True, "format_columns": True})
    package = Package.read(stream.getvalue(), name="begroting.xlsx")
    package = _protect_structure(package)
    boxes = (
        Control("De aanvrager vraagt voor dezelfde kosten geen andere steun", 20, "Lijsten!$F$2"),
        Control("De btw is een kost voor de aanvrager", 21, "Lijsten!$F$3"),
        Control("Vorm van de steun", 22, "Lijsten!$F$4", "Lijsten!$C$2:$C$4"),
    )
    return add_controls(package, "xl/worksheets/sheet2.xml", boxes).write()


def _add_notice(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Leeswijzer")
    sheet.set_column("A:A", 100)
    sheet.write("A1", "Begroting bij de aanvraag", looks.title)
    sheet.write(
        "A3", "Vul alleen de gele cellen in. Formules zijn beveiligd en mogen niet gewijzigd worden.", looks.notice
    )
    sheet.write("A4", "Dit formulier hoort bij geen echte oproep: het bestaat om ibndocs te beproeven.", looks.notice)
    return sheet


def _add_details(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Gegevens")
    sheet.set_column("A:A", 44)
    sheet.set_column("B:B", 3)
    sheet.set_column("C:E", 18)
    sheet.write("A1", "Gegevens van de aanvraag", looks.title)
    rows = (
        (3, "Naam aanvrager", looks.text), (4, "Ondernemingsnummer", looks.text), (5, "Titel van het project", looks.text),
        (6, "Startdatum", looks.day), (7, "Einddatum", looks.day), (8, "Looptijd in maanden", looks.months_in),
        (9, "Btw-statuut", looks.text), (10, "Aftrekbaar deel van de btw", looks.share_in),
        (11, "Overhead per VTE en per jaar", looks.money_in), (12, "Steunpercentage", looks.share_in),
        (13, "Hoogste steun per jaar", looks.money_in), (14, "Hoogste steun in totaal", looks.money_in),
    )  # fmt: skip
    for row, label, look in rows:
        sheet.write(f"A{row}", f"{label}:", looks.label)
        # The answer stands some columns off, in a merged cell.
        sheet.merge_range(f"C{row}:E{row}", "", look)
    sheet.write("A18", "Verklaringen", looks.title)
    day = {"validate": "date", "criteria": "between", "minimum": date(2026, 1, 1), "maximum": date(2030, 12, 31)}
    sheet.data_validation(
        "C6:C7", {**day, "error_title": "Datum", "error_message": "Geef een datum van 2026 tot en met 2030."}
    )
    sheet.data_validation("C8", {"validate": "integer", "criteria": "between", "minimum": 12, "maximum": 36})
    sheet.data_validation(
        "C9", {"validate": "list", "source": "=lijst_btw", "input_title": "Btw", "input_message": "Kies uit de lijst."}
    )
    sheet.data_validation("C10", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1})
    book.define_name("aftrekbaar", "=Gegevens!$C$10")
    book.define_name("forfait", "=Gegevens!$C$11")
    return sheet


def _add_staff(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Personeel")
    sheet.set_column("A:B", 26)
    sheet.set_column("C:L", 12)
    sheet.write("A1", "Personeel", looks.title)
    sheet.write("A3", "Loonkost van een voltijds jaar; kost = loonkost × mensmaanden / 12.", looks.notice)
    sheet.merge_range("A6:A7", "Naam", looks.head)
    sheet.merge_range("B6:B7", "Functie", looks.head)
    for area, text in {"C6:E6": "Loonkost", "F6:H6": "Mensmaanden", "I6:K6": "Kost"}.items():
        sheet.merge_range(area, text, looks.head)
    sheet.merge_range("L6:L7", "Totaal", looks.head)
    sheet.write_row("C7", YEARS * 3, looks.head)
    for row in STAFF:
        for column, look in zip(
            "ABCDEFGH", (*[looks.text] * 2, *[looks.money_in] * 3, *[looks.months_in] * 3), strict=True
        ):
            sheet.write_blank(f"{column}{row}", None, look)
        for wage, months, cost in zip("CDE", "FGH", "IJK", strict=True):
            sheet.write_formula(f"{cost}{row}", f"={in_cents(f'{wage}{row}*{months}{row}/12')}", looks.money)
        sheet.write_formula(f"L{row}", f"=SUM(I{row}:K{row})", looks.money)
    first, last = STAFF[0], STAFF[-1]
    sheet.write(f"A{last + 1}", "Totaal personeel", looks.strong)
    sheet.write_row(f"B{last + 1}", [""] * 4, looks.strong)
    for column in "FGHIJKL":
        sheet.write_formula(f"{column}{last + 1}", f"=SUM({column}{first}:{column}{last})", looks.total)
    sheet.data_validation(f"C{first}:E{last}", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.data_validation(
        f"F{first}:H{last}", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 12}
    )
    sheet.conditional_format(
        f"L{first}:L{last}",
        {"type": "formula", "criteria": f'=AND($A{first}="",$L{first}<>0)', "format": looks.warning},
    )
    sheet.conditional_format(f"L{first}:L{last}", {"type": "data_bar", "data_bar_2010": True})
    sheet.freeze_panes(7, 1)
    return sheet


def _add_costs(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Werking")
    sheet.set_column("A:A", 40)
    sheet.set_column("B:I", 13)
    sheet.write("A1", "Werkingskosten", looks.title)
    columns = [
        {"header": "Omschrijving", "total_string": "Totaal werking"},
        *({"header": f"Netto {year.lower()}"} for year in YEARS),
        {"header": "Tarief"},
    ]
    for year in YEARS:
        net = f"Werking[@[Netto {year.lower()}]]"
        vat = in_cents(f"{net}*Werking[@[Tarief]]*(1-aftrekbaar)")
        columns.append(
            {
                "header": f"Kost {year.lower()}",
                "formula": f"=ROUND({net},2)+{vat}",
                "total_function": "sum",
                "format": looks.money,
            }
        )
    columns.append(
        {
            "header": "Totaal",
            "formula": "=SUM(Werking[@[Kost jaar 1]:[Kost jaar 3]])",
            "total_function": "sum",
            "format": looks.total,
        }
    )
    sheet.add_table("A4:I6", {"name": "Werking", "columns": columns, "total_row": True, "style": "Table Style Light 9"})
    for column, look in zip("ABCDE", (looks.text, *[looks.money_in] * 3, looks.share_in), strict=True):
        sheet.write_blank(f"{column}5", None, look)
    # Excel itself writes the name of the table in its totals, XlsxWriter does not.
    for column, header in zip("FGHI", (*(f"Kost {year.lower()}" for year in YEARS), "Totaal"), strict=True):
        sheet.write_formula(f"{column}6", f"=SUBTOTAL(109,Werking[{header}])", looks.total)
    sheet.data_validation("E5", {"validate": "list", "source": "=Lijsten!$B$2:$B$5"})
    return sheet


def _add_services(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Externe prestaties")
    sheet.set_column("A:B", 26)
    sheet.set_column("C:K", 12)
    sheet.write("A1", "Externe prestaties", looks.title)
    sheet.write("A3", "Opdrachten aan derden", looks.strong)
    sheet.write_row(
        "A4",
        ("Omschrijving", "Uitvoerder", *YEARS, "Tarief", *(f"Kost {year.lower()}" for year in YEARS), "Totaal"),
        looks.head,
    )
    for column, look in zip("ABCDEF", (*[looks.text] * 2, *[looks.money_in] * 3, looks.share_in), strict=True):
        sheet.write_blank(f"{column}5", None, look)
    for net, cost in zip("CDE", "GHI", strict=True):
        sheet.write_formula(f"{cost}5", f"=ROUND({net}5,2)+{in_cents(f'{net}5*$F5*(1-aftrekbaar)')}", looks.money)
    sheet.write_formula("J5", "=SUM(G5:I5)", looks.money)
    sheet.write("A6", "Totaal opdrachten", looks.strong)
    for column in "GHIJ":
        sheet.write_formula(f"{column}6", f"=SUM({column}5:{column}5)", looks.total)
    sheet.write("A8", "Personen op factuur", looks.strong)
    sheet.merge_range("C9:E9", "Kost van een jaar", looks.head)
    sheet.merge_range("F9:H9", "Maanden", looks.head)
    sheet.write_row("A10", ("Naam", "Functie", *YEARS, *YEARS, *(f"Kost {year.lower()}" for year in YEARS)), looks.head)
    for column, look in zip(
        "ABCDEFGH", (*[looks.text] * 2, *[looks.money_in] * 3, *[looks.months_in] * 3), strict=True
    ):
        sheet.write_blank(f"{column}11", None, look)
    for year, months, cost in zip("CDE", "FGH", "IJK", strict=True):
        sheet.write_formula(f"{cost}11", f"={in_cents(f'{year}11*{months}11/12')}", looks.money)
    sheet.write("A12", "Totaal op factuur", looks.strong)
    for column in "IJK":
        sheet.write_formula(f"{column}12", f"=SUM({column}11:{column}11)", looks.total)
    return sheet


def _add_budget(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Begroting")
    sheet.set_column("A:A", 46)
    sheet.set_column("B:E", 15)
    sheet.write("A1", "Begroting", looks.title)
    sheet.write_row("A4", ("Rubriek", *YEARS, "Totaal"), looks.head)
    staff = STAFF[-1] + 1
    lines: list[tuple[str, dict[str, str]]] = [
        ("Personeelskosten", {c: f"=Personeel!{s}{staff}" for c, s in zip("BCD", "IJK", strict=True)}),
        ("Overheadkosten", {c: f"={in_cents(f'{c}13*forfait')}" for c in "BCD"}),
        ("Werkingskosten", {c: f"=Werking!{s}6" for c, s in zip("BCD", "FGH", strict=True)}),
        (
            "Externe prestaties",
            {
                c: f"='Externe prestaties'!{a}6+'Externe prestaties'!{b}12"
                for c, a, b in zip("BCD", "GHI", "IJK", strict=True)
            },
        ),
    ]
    for row, (label, formulas) in enumerate(lines, start=5):
        sheet.write(f"A{row}", label, looks.label)
        for column, formula in formulas.items():
            sheet.write_formula(f"{column}{row}", formula, looks.money)
        sheet.write_formula(f"E{row}", f"=SUM(B{row}:D{row})", looks.money)
    sheet.write("A9", "Totale begroting", looks.strong)
    for column in "BCDE":
        sheet.write_formula(f"{column}9", f"=SUM({column}5:{column}8)", looks.total)
    sheet.write("A10", "Gevraagde steun", looks.strong)
    for column, before in zip("BCD", ("$A10:A10", "$A10:B10", "$A10:C10"), strict=True):
        aid = in_cents(f"{column}9*Gegevens!$C$12")
        sheet.write_formula(
            f"{column}10", f"=MAX(0,MIN({aid},Gegevens!$C$13,Gegevens!$C$14-SUM({before})))", looks.total
        )
    sheet.write_formula("E10", "=SUM(B10:D10)", looks.total)
    sheet.write_row("A12", ("Ter berekening", *YEARS, "Totaal"), looks.head)
    for row, label, look in (
        (13, "VTE waarvoor overhead geldt", looks.months_in),
        (14, "Bijdragen van de leden en andere cofinanciering", looks.money_in),
    ):
        sheet.write(f"A{row}", label, looks.label)
        sheet.write_row(f"B{row}", [None] * 3, look)
        sheet.write_formula(f"E{row}", f"=SUM(B{row}:D{row})", looks.total)
    sheet.write("A15", "Saldo", looks.strong)
    for column in "BCDE":
        sheet.write_formula(f"{column}15", f"={column}14-{column}10", looks.total)
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {"name": "Totale begroting", "categories": "=Begroting!$B$4:$D$4", "values": "=Begroting!$B$9:$D$9"}
    )
    sheet.insert_chart("A18", chart)
    sheet.add_sparkline("F9", {"range": "Begroting!B9:D9"})
    sheet.set_landscape()
    sheet.print_area("A1:F34")
    return sheet


def _add_lists(book: Any, looks: _Looks) -> Any:
    sheet = book.add_worksheet("Lijsten")
    for column, entries in _LISTS.items():
        sheet.write_column(f"{column}1", entries, looks.label)
    sheet.write_column("F1", ("Keuzes", False, False, 0))
    book.define_name("lijst_btw", "=Lijsten!$A$2:$A$5")
    sheet.very_hidden()
    return sheet


def _protect_structure(package: Package) -> Package:
    part = package.main_part
    locked = package.part(part).replace(b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>')
    return package.with_parts({part: locked})
