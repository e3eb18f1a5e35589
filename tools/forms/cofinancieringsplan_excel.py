"""The blank workbook of the cofinancing plan: three years, per year and per type, per company, with its checks.

Guideline 4.2.4: (a) matrix, (b) members, (c) fees, (d) income, (e) what does not count, (f) spread, (g) text. Every
figure but the inputs is a formula, rounded where `ibndocs.finance` rounds.
"""

from __future__ import annotations

from tools.forms import cofinancieringsplan_sheets, sheet_texts
from tools.forms.sheet_base import IN_ORDER, TOO_HIGH, TOO_LOW, TWO_LINES, YEARS, Book, Page, share_that_adds_up
from tools.forms.sheet_chart import draw_years

FILE = "forms/cofinancieringsplan-excel.xlsx"
WIDTHS = (40, 15.5, 15.5, 15.5, 16.5, 10, 10, 10, 10, 2, 13, 13, 13, 13, 13)
TABLE = "I"
TYPES = {10: ("lidgeld", "membership"), 11: ("sponsoring", "sponsoring"), 12: ("inkomsten", "income")}
"""Row of the matrix -> the name of its totals, and of its label in the call."""


def make() -> bytes:
    """The form."""
    book = Book("Cofinancieringsplan")
    overview = Page(book, "Overzicht", WIDTHS, title="Cofinancieringsplan", pages_high=1)
    cofinancieringsplan_sheets.add_members(book)
    cofinancieringsplan_sheets.add_recruits(book)
    cofinancieringsplan_sheets.add_fees(book)
    cofinancieringsplan_sheets.add_income(book)
    cofinancieringsplan_sheets.add_excluded(book)
    cofinancieringsplan_sheets.add_spread(book)
    sheet_texts.explain_cofinancing(book, "Toelichting")
    _identify(overview)
    _sum_types(overview)
    _check(overview)
    title = "Cofinanciering per jaar en de vereiste steun"
    draw_years(overview, "K5", title=title, years=9, stacked=tuple(TYPES), line=15, size=(480, 440))
    return book.build()


def _identify(page: Page) -> None:
    """Who applies, for what."""
    fields = (
        ("A5", "B5:E5", "Project", "project_titel"),
        ("A6", "B6:E6", "Aanvrager", "aanvrager_naam"),
        ("F5:G5", "H5:I5", "Acroniem", "project_acroniem"),
        ("F6:G6", "H6:I6", "Versie", "project_versie"),
    )
    for row in (5, 6):
        page.sheet.set_row(row - 1, TWO_LINES)
    for label, cell, text, name in fields:
        page.put(label, text, "strong")
        page.put(cell, None, "input", "text", align="left", indent=1, text_wrap=True)
        page.book.name(name, page, cell.partition(":")[0])


def _sum_types(page: Page) -> None:
    """(a): year by type, the shares, and how it compares with the aid."""
    book = page.book
    page.section(8, "(a) Cofinanciering per jaar en per type", TABLE)
    page.head(9, ("Type bijdrage", *YEARS, "Totaal", *(f"% {year.lower()}" for year in YEARS), "% totaal"))
    for row, (name, label) in TYPES.items():
        page.put(f"A{row}", book.call.labels["contribution"][label], "strong")
        for column, year in zip("BCD", (1, 2, 3), strict=True):
            page.put(f"{column}{row}", f"={name}_jaar{year}", "calc", "euro")
        page.put(f"E{row}", f"=SUM(B{row}:D{row})", "calc", "euro")
        for column, source in zip("FGHI", "BCDE", strict=True):
            formula = share_that_adds_up(f"{source}{row}", f"{source}$10:{source}$12", f"{source}$13")
            page.put(f"{column}{row}", formula, "calc", "percent")
        book.name(f"{name}_totaal", page, f"E{row}")
    sums = {column: (f"=SUM({column}10:{column}12)", "euro") for column in "BCDE"}
    shares = {column: (f"=SUM({column}10:{column}12)", "percent") for column in "FGHI"}
    page.totals(13, "Totale cofinanciering", {**sums, **shares}, last=TABLE)
    for row, label in ((14, "waarvan cash (lidgeld en sponsoring)"), (15, "Vereist: de steun"), (16, "Saldo")):
        page.put(f"A{row}", label, "strong" if row == 16 else "label")
        for column in "FGHI":
            page.put(f"{column}{row}", None, "label")
    for column in "BCDE":
        page.put(f"{column}14", f"={column}10+{column}11", "calc", "euro")
        if column != "E":
            page.put(f"{column}15", None, "input", "euro")
        page.put(f"{column}16", f"={column}13-{column}15", "calc", "euro", bold=True)
    page.put("E15", "=SUM(B15:D15)", "calc", "euro")
    for column in "FGHI":
        page.put(f"{column}14", f"={column}10+{column}11", "calc", "percent")
    for name, row in (("cofin", 13), ("cofin_cash", 14), ("steun", 15), ("cofin_saldo", 16)):
        book.name_years(name, page, [f"{column}{row}" for column in "BCDE"])
    book.name_years("aandeel_cash", page, ["F14", "G14", "H14", "I14"])
    page.allow_amounts("B15:D15")


def _check(page: Page) -> None:
    page.section(18, "Controle aan de oproep", TABLE)
    page.head(19, ("", *YEARS, "Project", "Grens", "", "", ""))
    rules = {
        20: ("Cash bijdragen, minstens", "grens_cash", 14, "<", TOO_LOW),
        21: ("Inkomsten uit activiteiten, hoogstens", "grens_inkomsten", 12, ">", TOO_HIGH),
    }
    for row, (label, limit, source, sign, word) in rules.items():
        page.put(f"A{row}", label, "strong")
        page.put(f"F{row}", None, "input", "rate")
        page.book.name(limit, page, f"F{row}")
        for column in "BCDE":
            exact = f"ROUND({column}{source}/{column}13,9)"
            formula = f'=IF({column}13=0,"–",IF({exact}{sign}{limit},"{word}","{IN_ORDER}"))'
            page.put(f"{column}{row}", formula, "calc", "choice")
    page.put("A22", "Cofinanciering dekt de steun", "strong")
    page.put("F22", None, "label")
    for column in "BCDE":
        formula = f'=IF({column}13+{column}15=0,"–",IF(ROUND({column}16,2)<0,"{TOO_LOW}","{IN_ORDER}"))'
        page.put(f"{column}22", formula, "calc", "choice")
    for row in (20, 21, 22):
        for column in "GHI":
            page.put(f"{column}{row}", None, "label")
    page.allow_shares("F20:F21")
    page.judge("B20:E22")
    page.put("A24", "Gele cellen komen uit het projectdossier; witte cellen zijn formules en volgen vanzelf.", "notice")
