"""The stand-in for the cofinancing plan as a workbook (4.2.4): parts (a) to (g), calculating live."""

from __future__ import annotations

from tools.forms.markup import ACCENT
from tools.forms.sheet_base import IN_ORDER, TOO_HIGH, TOO_LOW, YEARS, Book, Field, Page, in_cents, share_that_adds_up
from tools.forms.sheet_look import MIDDLE, SAND, SLATE
from tools.forms.sheet_texts import explain_cofinancing

FILE = "forms/cofinancieringsplan-excel.xlsx"
TITLE = "Cofinancieringsplan"
FIRST = 8
"""The row that repeats on a sheet of lines; the totals stand right below it."""
EURO, COUNT, TEXT, CHOICE = Field("euro"), Field("count"), Field(), Field("choice")
SIZES = ("Groot", "Middelgroot", "Klein", "Micro")


def make() -> bytes:
    """The blank form."""
    book = Book(TITLE)
    _add_overview(book)
    _add_members(book)
    _add_fees(book)
    _add_income(book)
    _add_excluded(book)
    _add_spread(book)
    explain_cofinancing(book, TITLE)
    return book.build()


def _add_overview(book: Book) -> None:
    """(a): per type and year, against the aid, with the checks of the call and a chart."""
    page = Page(book, "Overzicht", (46, 17, 17, 17, 18, 14), title=TITLE, pages_high=1)
    facts = {"Project": "project_titel", "Acroniem": "project_acroniem", "Versie": "project_versie",
             "Aanvrager": "aanvrager_naam"}  # fmt: skip
    for row, (label, name) in enumerate(facts.items(), 5):
        page.put(f"A{row}", label, "strong")
        page.put(f"B{row}:F{row}", None, "input")
        book.name(name, page, f"B{row}")
    page.section(10, "(a) Cofinanciering per soort en per jaar")
    page.head(11, ("Soort bijdrage", *YEARS, "Totaal", "Aandeel"), height=20)
    rows = {
        12: ("Lidgeld", "lidgeld"),
        13: ("Sponsoring", "sponsoring"),
        14: ("Inkomsten uit activiteiten", "inkomsten"),
    }
    for row, (label, name) in rows.items():
        page.put(f"A{row}", label, "strong")
        for year, column in enumerate("BCD", 1):
            page.put(f"{column}{row}", f"={name}_jaar{year}", "calc", "euro")
        page.put(f"E{row}", f"=SUM(B{row}:D{row})", "calc", "euro")
        page.put(f"F{row}", share_that_adds_up(f"E{row}", "E12:E14", "E15"), "calc", "percent")
    page.totals(15, "Totale cofinanciering", {c: (f"=SUM({c}12:{c}14)", "euro") for c in "BCDE"})
    page.put("A16", "Gevraagde steun, te evenaren", "strong")
    for column in "BCD":
        page.put(f"{column}16", None, "input", "euro")
    page.put("E16", "=SUM(B16:D16)", "calc", "euro")
    page.put("F16", None, "label")
    page.totals(17, "Saldo", {c: (f"={c}15-{c}16", "euro") for c in "BCDE"})
    shares = {18: ("Aandeel cash", "({c}12+{c}13)"), 19: ("Aandeel inkomsten uit activiteiten", "{c}14")}
    for row, (label, part) in shares.items():
        page.put(f"A{row}", label, "strong")
        for column in "BCDE":
            page.put(f"{column}{row}", f"=IF({column}15=0,0,{part.format(c=column)}/{column}15)", "calc", "percent")
        page.put(f"F{row}", None, "label")
    book.name_years("cofin", page, ["B15", "C15", "D15", "E15"])
    book.name_years("steun", page, ["B16", "C16", "D16", "E16"])
    book.name_years("cofin_saldo", page, ["B17", "C17", "D17", "E17"])
    _add_checks(book, page)
    _add_chart(book, page)


def _add_checks(book: Book, page: Page) -> None:
    page.section(21, "Controle aan de oproep")
    page.head(22, ("", *YEARS, "Project", "Grens"), height=20)
    checks = {
        23: ("Cofinanciering dekt de steun", "{c}15>={c}16", TOO_LOW),
        24: ("Aandeel cash", "ROUND({c}18,9)>=$F$24", TOO_LOW),
        25: ("Aandeel inkomsten uit activiteiten", "ROUND({c}19,9)<=$F$25", TOO_HIGH),
    }
    for row, (label, test, fault) in checks.items():
        page.put(f"A{row}", label, "strong")
        for column in "BCDE":
            asked = f'=IF({column}15=0,"–",IF({test.format(c=column)},"{IN_ORDER}","{fault}"))'
            page.put(f"{column}{row}", asked, "calc", "choice")
    page.put("F23", None, "label")
    for row, name in ((24, "grens_cash"), (25, "grens_inkomsten")):
        page.put(f"F{row}", None, "input", "rate")
        book.name(name, page, f"F{row}")
    page.judge("B23:E25")


def _add_chart(book: Book, page: Page) -> None:
    chart = book.workbook.add_chart({"type": "column", "subtype": "stacked"})
    for row, colour in ((12, ACCENT), (13, MIDDLE), (14, SAND)):
        chart.add_series({
            "name": f"=Overzicht!$A${row}", "categories": "=Overzicht!$B$11:$D$11",
            "values": f"=Overzicht!$B${row}:$D${row}", "fill": {"color": f"#{colour}"}, "gap": 70,
        })  # fmt: skip
    line = book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": "=Overzicht!$A$16", "categories": "=Overzicht!$B$11:$D$11", "values": "=Overzicht!$B$16:$D$16",
        "line": {"color": f"#{SLATE}", "width": 2.25}, "marker": {"type": "diamond", "size": 7},
    })  # fmt: skip
    chart.combine(line)
    font = {"name": "Calibri", "size": 10}
    chart.set_title({"name": "Cofinanciering per jaar en de gevraagde steun", "name_font": {**font, "size": 12}})
    chart.set_y_axis(
        {"num_format": "#,##0", "num_font": font, "major_gridlines": {"visible": True, "line": {"color": "#D9E2DE"}}}
    )
    chart.set_x_axis({"num_font": font})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_size({"width": 930, "height": 330})
    told = "Kolommen met lidgeld, sponsoring en inkomsten per projectjaar; een lijn met de gevraagde steun."
    page.sheet.insert_chart("A27", chart, {"description": told})


def _sums(columns: str, kind: str, row: int) -> dict[str, tuple[str, str]]:
    return {column: (f"=SUM({column}{row}:{column}{row})", kind) for column in columns}


def _add_members(book: Book) -> None:
    """(b): each company, then the members still to be found."""
    widths = (6, 34, 16, 13, 24, 22, *[13.5] * 9, 15, 19)
    page = Page(book, "Leden", widths, title=TITLE, colour=MIDDLE)
    page.put(
        "A4", "Cash van elke onderneming: lidgeld en sponsoring per projectjaar, met de zekerheid ervan.", "notice"
    )
    page.section(5, "(b) Bijdragen per onderneming")
    page.head(6, [""] * 17)
    for area, label in {"G6:I6": "Lidgeld", "J6:L6": "Sponsoring", "M6:O6": "Cash samen"}.items():
        page.put(area, label, "head")
    page.head(7, ("Nr.", "Onderneming", "Ondernemingsnr.", "Grootte", "Categorie", "Soort bijdrage", *YEARS, *YEARS, *YEARS,
                  "Totaal", "Zekerheid"), height=20)  # fmt: skip
    cash = [Field("euro", f"={fee}#+{gift}#") for fee, gift in zip("GHI", "JKL", strict=True)]
    page.line(
        FIRST, [COUNT, *[TEXT] * 2, CHOICE, *[TEXT] * 2, *[EURO] * 6, *cash, Field("euro", "=SUM(M#:O#)"), CHOICE]
    )
    page.totals(9, "Ondernemingen samen", _sums("GHIJKLMNOP", "euro", FIRST))
    page.section(11, "Te werven leden")
    page.head(12, ("", "Categorie", *(f"Leden {year.lower()}" for year in YEARS), "", *YEARS), height=32)
    page.put("P12", "Totaal", "head")
    page.line(13, [None, TEXT, *[COUNT] * 3, None, *[EURO] * 3])
    page.put("P13", "=SUM(G13:I13)", "calc", "euro", valign="top")
    page.totals(14, "Te werven leden samen", {**_sums("CDE", "count", 13), **_sums("GHIP", "euro", 13)})
    both = {column: (f"={column}9+{column}14", "euro") for column in "GHIP"}
    page.totals(16, "Cash samen", {**both, **{column: (f"={column}9", "euro") for column in "JKL"}})
    book.name_years("lidgeld", page, ["G16", "H16", "I16"])
    book.name_years("sponsoring", page, ["J16", "K16", "L16"])
    book.name("cash_genoemd", page, "P9")
    book.name("cash_totaal", page, "P16")
    page.offer(f"D{FIRST}", list(SIZES))
    page.allow_amounts(f"G{FIRST}:L{FIRST}")
    page.hold(FIRST, 2, repeat=(6, 7))


def _add_fees(book: Book) -> None:
    """(c): the fee of each tier and what it includes."""
    page = Page(book, "Lidgeld", (30, 28, 16, 12, 90), title=TITLE, colour=MIDDLE)
    page.put("A4", "Het lidgeld staat in verhouding tot de voordelen die erin begrepen zijn.", "notice")
    page.section(6, "(c) Lidgeld per categorie en inbegrepen voordelen")
    page.head(7, ("Categorie", "Grootte", "Lidgeld per jaar", "Leden", "Inbegrepen voordelen"), height=20)
    page.line(FIRST, [TEXT, TEXT, EURO, COUNT, TEXT])
    page.totals(9, "Leden samen", _sums("D", "count", FIRST))
    page.allow_amounts(f"C{FIRST}")
    page.hold(FIRST, 1, repeat=(7, 7))


def _add_income(book: Book) -> None:
    """(d): participants times price, per activity and year."""
    page = Page(book, "Inkomsten", (10, 52, 9, 12, 15, 12, 15, 17), title=TITLE, colour=MIDDLE)
    page.put(
        "A4", "Alleen betalende deelname aan activiteiten van het werkplan; geen individuele dienstverlening.", "notice"
    )
    page.section(5, "(d) Inkomsten uit activiteiten")
    page.head(6, [""] * 8)
    for area, label in {"D6:E6": "Leden", "F6:G6": "Niet-leden"}.items():
        page.put(area, label, "head")
    page.head(
        7, ("Activiteit", "Omschrijving", "Jaar", "Deelnames", "Prijs", "Deelnames", "Prijs", "Inkomsten"), height=20
    )
    total = Field("euro", f"={in_cents('D#*E#')}+{in_cents('F#*G#')}")
    page.line(FIRST, [TEXT, TEXT, COUNT, COUNT, EURO, COUNT, EURO, total])
    page.totals(9, "Totaal", _sums("H", "euro", FIRST))
    page.head(11, ("Per projectjaar", "", "", "", "", "", "", "Inkomsten"), height=20)
    for year, row in enumerate((12, 13, 14), 1):
        page.put(f"A{row}", YEARS[year - 1], "strong")
        asked = f"=SUMIFS(H{FIRST}:H{FIRST},C{FIRST}:C{FIRST},{year})"
        page.put(f"H{row}", asked, "calc", "euro")
    book.name_years("inkomsten", page, ["H12", "H13", "H14"])
    page.allow_amounts(f"D{FIRST}:G{FIRST}")
    page.hold(FIRST, 2, repeat=(6, 7))


def _add_excluded(book: Book) -> None:
    """(e): contributions that do not count, shown apart."""
    page = Page(book, "Niet meegerekend", (44, 30, 44, *[15] * 3, 15), title=TITLE, colour=SLATE)
    page.put(
        "A4", "Bijdragen van wie geen onderneming is of niet bij het netwerk betrokken is, tellen voor nul.", "notice"
    )
    page.section(6, "(e) Bijdragen die niet meetellen")
    page.head(7, ("Organisatie", "Soort", "Reden", *YEARS, "Meegeteld"), height=20)
    page.line(FIRST, [TEXT, TEXT, TEXT, *[EURO] * 4])
    page.totals(9, "Samen", _sums("DEFG", "euro", FIRST))
    page.hold(FIRST, 1, repeat=(7, 7))


def _add_spread(book: Book) -> None:
    """(f): how the cash is spread, by size class and over the largest payers."""
    page = Page(book, "Spreiding", (54, 22, 20, 14), title=TITLE, colour=SLATE)
    page.section(5, "(f) Cash van de genoemde ondernemingen naar grootte")
    page.head(6, ("Grootte", "Betalende ondernemingen", "Cash over 3 jaar", "Aandeel"), height=20)
    sizes, paid, sure = f"Leden!$D${FIRST}:$D${FIRST}", f"Leden!$P${FIRST}:$P${FIRST}", f"Leden!$Q${FIRST}:$Q${FIRST}"
    for row, size in enumerate(SIZES, 7):
        page.put(f"A{row}", size, "strong")
        page.put(f"B{row}", f'=COUNTIFS({sizes},A{row},{paid},">0")', "calc", "count")
        page.put(f"C{row}", f"=SUMIFS({paid},{sizes},A{row})", "calc", "euro")
        page.put(f"D{row}", share_that_adds_up(f"C{row}", "C7:C10", "C11"), "calc", "percent")
    page.totals(
        11, "Totaal", {"B": ("=SUM(B7:B10)", "count"), "C": ("=SUM(C7:C10)", "euro"), "D": ("=SUM(D7:D10)", "percent")}
    )
    page.section(13, "(f) Concentratie over alle cash")
    largest = "+".join(f"IFERROR(LARGE({paid},{rank}),0)" for rank in (1, 2, 3))
    figures = {
        14: ("Betalende ondernemingen", f'=COUNTIF({paid},">0")', "count", "spreiding_betalers"),
        15: ("Aandeel van de grootste bijdrager", f"=IF(cash_totaal=0,0,MAX({paid})/cash_totaal)", "percent", "spreiding_top1"),
        16: ("Aandeel van de drie grootste", f"=IF(cash_totaal=0,0,({largest})/cash_totaal)", "percent", "spreiding_top3"),
        17: ("Concentratie-index (HHI, 1 is alles bij één onderneming)",
             f"=IF(cash_totaal=0,0,SUMPRODUCT({paid},{paid})/cash_totaal^2)", "index", "spreiding_hhi"),
        18: ("Cash die in een brief is toegezegd", f'=SUMIFS({paid},{sure},"Toegezegd in brief")', "euro", "cash_toegezegd"),
        19: ("Aandeel daarvan in alle cash", "=IF(cash_totaal=0,0,B18/cash_totaal)", "percent", "aandeel_toegezegd"),
    }  # fmt: skip
    for row, (label, formula, kind, name) in figures.items():
        page.put(f"A{row}", label, "strong")
        page.put(f"B{row}", formula, "calc", kind)
        book.name(name, page, f"B{row}")
    page.hold(5)
