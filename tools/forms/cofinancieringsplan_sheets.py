"""The sheets of the cofinancing plan below the matrix: members, fees, income, what does not count, spread."""

from __future__ import annotations

from tools.forms.sheet_base import YEARS, Book, Field, Page, average_per_year, in_cents, share_that_adds_up
from tools.forms.sheet_look import GOOD, MIDDLE, PENDING, SLATE

EURO, COUNT, TEXT, SHORT, CHOICE = Field("euro"), Field("count"), Field(), Field("short"), Field("choice")
FIRST = 8
"""The row that repeats on every sheet of lines; the totals stand right below it."""
MEMBERS = f"Leden!$M${FIRST}:$M${FIRST}"
SIZES = f"Leden!$D${FIRST}:$D${FIRST}"
TIERS = f"Lidgeld!$A${FIRST}:$A${FIRST}"


def _sum_columns(columns: str, kind: str, row: int = FIRST) -> dict[str, tuple[str, str]]:
    return {column: (f"=SUM({column}{row}:{column}{row})", kind) for column in columns}


def add_members(book: Book) -> None:
    """(b): what each company pays."""
    widths = (5, 34, 15, 12, 27, 22, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5, 13.5, 19)
    page = Page(book, "Leden", widths, title="Bijdragen per lid", colour=MIDDLE)
    page.section(5, "(b) Gekende leden")
    page.head(6, [""] * 14)
    page.put("G6:I6", "Lidgeld", "head")
    page.put("J6:L6", "Sponsoring", "head")
    labels = ("Nr.", "Naam", "Ondernemings-nummer", "Grootte", "Categorie", "Type bijdrage", *YEARS, *YEARS)
    page.head(7, (*labels, "Totaal", "Zekerheid"), left="ABCDEFN", height=30)
    both, fee, gift = "Lidgeld en sponsoring", "Lidgeld", "Sponsoring"
    kind = f'=IF(SUM(G#:I#)>0,IF(SUM(J#:L#)>0,"{both}","{fee}"),IF(SUM(J#:L#)>0,"{gift}","–"))'
    total = Field("euro", "=SUM(G#:L#)")
    page.line(FIRST, [SHORT, TEXT, SHORT, SHORT, TEXT, Field("short", kind), *[EURO] * 6, total, SHORT])
    page.totals(9, "Totaal gekende leden", _sum_columns("GHIJKLM", "euro"))
    book.name_years("lidgeld_leden", page, ["G9", "H9", "I9"])
    book.name_years("sponsoring", page, ["J9", "K9", "L9"])
    book.name("leden_totaal", page, "M9")
    status = book.call.labels["status"]
    page.offer(f"D{FIRST}", list(reversed(book.call.labels["size"].values())))
    page.offer(f"E{FIRST}", f"={TIERS}", strict=False)
    page.offer(f"N{FIRST}", [status["engaged"], status["expected"]])
    page.allow_amounts(f"G{FIRST}:L{FIRST}")
    for key, look in (("engaged", GOOD), ("expected", PENDING)):
        plain = book.workbook.add_format({name: value for name, value in look.items() if name != "bold"})
        options = {"type": "cell", "criteria": "==", "value": f'"{status[key]}"', "format": plain}
        page.sheet.conditional_format(f"N{FIRST}", options)
    page.hold(FIRST, 2, repeat=(6, 7))


def add_recruits(book: Book) -> None:
    """(b): the members still to be found, and with them all cash per year."""
    widths = (34, 18, 12, 12, 12, 15, 15, 15, 16, 18)
    page = Page(book, "Te werven", widths, title="Te werven leden en totaal cash", colour=MIDDLE)
    page.section(5, "(b) Te werven leden")
    page.head(6, [""] * 10)
    page.put("C6:E6", "Aantal betalende leden", "head")
    page.put("F6:H6", "Lidgeld", "head")
    page.head(7, ("Categorie", "Lidgeld per lid", *YEARS, *YEARS, "Totaal", "Zekerheid"), left="AJ", height=20)
    fee = Field("euro", f"=IFERROR(INDEX(Lidgeld!$C${FIRST}:$C${FIRST},MATCH(A#,{TIERS},0)),0)")
    fees = [Field("euro", f"={in_cents(f'$B#*{column}#')}") for column in "CDE"]
    page.line(FIRST, [TEXT, fee, *[COUNT] * 3, *fees, Field("euro", "=SUM(F#:H#)"), SHORT])
    page.totals(9, "Totaal te werven leden", {**_sum_columns("CDE", "count"), **_sum_columns("FGHI", "euro")})
    book.name("werving_totaal", page, "I9")
    page.section(11, "(b) Alle cash bijdragen")
    page.head(12, ("Bijdrage", "", "", "", "", *YEARS, "Totaal", ""))
    rows = {13: "Lidgeld van gekende leden", 14: "Lidgeld van te werven leden", 15: "Lidgeld", 16: "Sponsoring"}
    for row, label in rows.items():
        page.put(f"A{row}", label, "strong" if row > 14 else "label")
        for column in "BCDEJ":
            page.put(f"{column}{row}", None, "label")
        page.put(f"I{row}", f"=SUM(F{row}:H{row})", "calc", "euro", bold=row > 14)
    for column, year in zip("FGH", (1, 2, 3), strict=True):
        page.put(f"{column}13", f"=lidgeld_leden_jaar{year}", "calc", "euro")
        page.put(f"{column}14", f"={column}9", "calc", "euro")
        page.put(f"{column}15", f"={column}13+{column}14", "calc", "euro", bold=True)
        page.put(f"{column}16", f"=sponsoring_jaar{year}", "calc", "euro", bold=True)
    page.totals(17, "Cash bijdragen", {column: (f"={column}15+{column}16", "euro") for column in "FGHI"})
    book.name_years("lidgeld", page, ["F15", "G15", "H15"])
    book.name_years("cash", page, ["F17", "G17", "H17", "I17"])
    page.offer(f"A{FIRST}", f"={TIERS}", strict=False)
    page.offer(f"J{FIRST}", [book.call.labels["status"]["recruit"]])
    page.allow_amounts(f"C{FIRST}:E{FIRST}")
    page.hold(FIRST, 1)


def add_fees(book: Book) -> None:
    """(c): the fee of each category, what it includes, and how many members it has."""
    page = Page(book, "Lidgeld", (30, 22, 16, 12, 18, 78), title="Lidgeld per categorie", colour=MIDDLE)
    page.section(5, "(c) Lidgeld en wat het omvat")
    page.head(7, ("Categorie", "Voor ondernemingen", "Lidgeld per jaar", "Gekende leden", "Lidgeld van een vol jaar",
                  "In het lidgeld begrepen"), left="ABF", height=32)  # fmt: skip
    members = Field("count", f"=COUNTIF(Leden!$E${FIRST}:$E${FIRST},A#)")
    page.line(FIRST, [TEXT, TEXT, EURO, members, Field("euro", f"={in_cents('C#*D#')}"), TEXT])
    page.totals(9, "Totaal", {**_sum_columns("D", "count"), **_sum_columns("E", "euro")})
    page.put("A10", "Lidgeld van een vol jaar: als elk gekend lid het tarief van zijn categorie betaalt.", "notice")
    page.allow_amounts(f"C{FIRST}")
    page.hold(FIRST, 1, repeat=(7, 7))


def add_income(book: Book) -> None:
    """(d): income of activities, participants times price."""
    widths = (6, 36, 44, 8, 12, 14, 12, 14, 16)
    page = Page(book, "Inkomsten", widths, title="Inkomsten uit activiteiten", colour=MIDDLE)
    page.section(5, "(d) Inkomsten per activiteit en per jaar")
    page.head(6, [""] * 9)
    page.put("E6:F6", "Leden", "head")
    page.put("G6:H6", "Niet-leden", "head")
    page.head(7, ("Nr.", "Activiteit", "Waarvoor", "Jaar", "Deelnemers", "Prijs", "Deelnemers", "Prijs", "Inkomsten"),
              left="ABC", height=20)  # fmt: skip
    total = Field("euro", f"={in_cents('E#*F#')}+{in_cents('G#*H#')}")
    page.line(FIRST, [SHORT, TEXT, TEXT, CHOICE, COUNT, EURO, COUNT, EURO, total])
    page.totals(9, "Totaal", {**_sum_columns("EG", "count"), **_sum_columns("I", "euro")})
    page.head(11, ("", "", "", "Jaar", "", "", "", "", "Inkomsten"))
    for row, year in zip((12, 13, 14), (1, 2, 3), strict=True):
        page.put(f"A{row}", f"Inkomsten in jaar {year}", "label", text_wrap=False)
        for column in "BCEFGH":
            page.put(f"{column}{row}", None, "label")
        page.put(f"D{row}", year, "calc", "choice")
        page.put(f"I{row}", f"=SUMIFS(I{FIRST}:I{FIRST},D{FIRST}:D{FIRST},D{row})", "calc", "euro")
    page.totals(15, "Totaal", {"I": ("=SUM(I12:I14)", "euro")})
    book.name_years("inkomsten", page, ["I12", "I13", "I14"])
    page.offer(f"D{FIRST}", ["1", "2", "3"])
    page.allow_amounts(f"E{FIRST}:H{FIRST}")
    page.hold(FIRST, 2, repeat=(6, 7))


def add_excluded(book: Book) -> None:
    """(e): contributions that exist but do not count."""
    page = Page(book, "Niet meegerekend", (38, 28, 44, 15, 15, 15, 16, 16), title="Niet meegerekend", colour=MIDDLE)
    page.section(5, "(e) Bijdragen die niet als cofinanciering tellen")
    page.head(7, ("Organisatie", "Soort", "Reden", *YEARS, "Totaal", "Meegerekend"), left="ABC", height=20)
    page.line(FIRST, [TEXT, TEXT, TEXT, *[EURO] * 3, Field("euro", "=SUM(D#:F#)"), Field("zero")])
    page.totals(9, "Totaal", {**_sum_columns("DEFG", "euro"), **_sum_columns("H", "zero")})
    book.name("niet_meegerekend_totaal", page, "G9")
    page.put("A10", "Handleiding 4.2.4: onderzoeksorganisaties, collectieve centra, federaties, diensten van algemeen "
             "belang en publieke actoren.", "notice")  # fmt: skip
    page.allow_amounts(f"D{FIRST}:F{FIRST}")
    page.hold(FIRST, 1, repeat=(7, 7))


def add_spread(book: Book) -> None:
    """(f): how the cash is spread over those who pay."""
    page = Page(book, "Spreiding", (54, 20, 20, 20, 20), title="Spreiding van de bijdragen", colour=SLATE)
    page.section(5, "(f) Concentratie")
    page.head(6, ("Over drie jaar", "Waarde", "", "", ""))
    largest = f"INDEX(Leden!$B${FIRST}:$B${FIRST},MATCH(MAX({MEMBERS}),{MEMBERS},0))"
    top3 = "+".join(f"IFERROR(LARGE({MEMBERS},{rank}),0)" for rank in (1, 2, 3))
    rows = (
        ("Aantal betalende ondernemingen", "betalers", f'=COUNTIF({MEMBERS},">0")', "count"),
        ("Grootste betaler", "grootste_betaler", f'=IF(MAX({MEMBERS})>0,{largest},"–")', "name"),
        ("Aandeel van de grootste betaler in alle cash", "aandeel_top1", f"=IF(cash_totaal=0,0,MAX({MEMBERS})/cash_totaal)",
         "percent"),
        ("Aandeel van de drie grootste betalers", "aandeel_top3", f"=IF(cash_totaal=0,0,({top3})/cash_totaal)", "percent"),
        ("Herfindahl-Hirschman-index (0 is gelijk verdeeld, 1 is één betaler)", "hhi",
         f"=IF(cash_totaal=0,0,SUMPRODUCT(({MEMBERS}/cash_totaal)^2))", "index"),
        ("Gemiddelde bijdrage per betaler en per jaar", "gemiddelde_bijdrage",
         f"={average_per_year('leden_totaal', 'betalers')}", "euro"),
    )  # fmt: skip
    for row, (label, name, formula, kind) in enumerate(rows, 7):
        page.put(f"A{row}", label, "strong")
        page.put(f"B{row}", formula, "calc", kind)
        for column in "CDE":
            page.put(f"{column}{row}", None, "label")
        book.name(name, page, f"B{row}")
    _add_engaged(book, page)
    _add_sizes(book, page)


def _add_engaged(book: Book, page: Page) -> None:
    page.section(14, "(f) Toegezegd in een brief")
    page.head(15, ("", *YEARS, "Totaal"))
    engaged = book.call.labels["status"]["engaged"]
    page.put("A16", f"Cash met zekerheid “{engaged}”", "strong")
    page.put("A17", "Aandeel in alle cash", "strong")
    status = f"Leden!$N${FIRST}:$N${FIRST}"
    for column, fee, gift, cash in zip("BCD", "GHI", "JKL", ("cash_jaar1", "cash_jaar2", "cash_jaar3"), strict=True):
        sums = (f'SUMIFS(Leden!${c}${FIRST}:${c}${FIRST},{status},"{engaged}")' for c in (fee, gift))
        page.put(f"{column}16", f"={'+'.join(sums)}", "calc", "euro")
        page.put(f"{column}17", f"=IF({cash}=0,0,{column}16/{cash})", "calc", "percent")
    page.put("E16", "=SUM(B16:D16)", "calc", "euro")
    page.put("E17", "=IF(cash_totaal=0,0,E16/cash_totaal)", "calc", "percent")
    book.name_years("toegezegd", page, ["B16", "C16", "D16", "E16"])
    book.name("aandeel_toegezegd", page, "E17")


def _add_sizes(book: Book, page: Page) -> None:
    page.section(19, "(f) Naar grootte van de onderneming")
    page.head(
        20, ("Grootte", "Betalers", "Cash over drie jaar", "Aandeel", "Gemiddeld per betaler en per jaar"), height=32
    )
    for row, size in enumerate(reversed(book.call.labels["size"].values()), 21):
        page.put(f"A{row}", size, "strong")
        page.put(f"B{row}", f'=COUNTIFS({SIZES},A{row},{MEMBERS},">0")', "calc", "count")
        page.put(f"C{row}", f"=SUMIFS({MEMBERS},{SIZES},A{row})", "calc", "euro")
        page.put(f"D{row}", share_that_adds_up(f"C{row}", "C$21:C$24", "C$25"), "calc", "percent")
        page.put(f"E{row}", f"={average_per_year(f'C{row}', f'B{row}')}", "calc", "euro")
    sums = {"B": ("=SUM(B21:B24)", "count"), "C": ("=SUM(C21:C24)", "euro"), "D": ("=SUM(D21:D24)", "percent")}
    page.totals(25, "Totaal", {**sums, "E": ("=gemiddelde_bijdrage", "euro")})
    page.put("A26", "Alleen gekende leden; te werven leden staan op het blad Te werven.", "notice")
