"""The sheets of the cost model that hold its lines: staff, overhead, operating costs and external services."""

from __future__ import annotations

from tools.forms.sheet_base import YEARS, Book, Field, Page, in_cents
from tools.forms.sheet_look import MIDDLE

EURO, FTE, RATE, TEXT, SHORT = Field("euro"), Field("fte"), Field("rate"), Field(), Field("short")
CHOICE = Field("choice")
FIRST = 8
"""The row that repeats on every sheet of lines; the totals stand right below it."""


def _groups(page: Page, row: int, groups: dict[str, str]) -> None:
    """Labels above groups of columns: area -> label."""
    for area, label in groups.items():
        start, end = area.split(":")
        page.put(f"{start}{row}:{end}{row}", label, "head")


def _sum_columns(columns: str, kind: str, row: int = FIRST) -> dict[str, tuple[str, str]]:
    return {column: (f"=SUM({column}{row}:{column}{row})", kind) for column in columns}


def add_staff(book: Book, title: str) -> None:
    """Everybody on the payroll of the applicant (4.2.2 I)."""
    widths = (23, 28, 6, 12, 12, 12, 7, 7, 7, 6, 6, 6, 12, 12, 12, 13.5)
    page = Page(book, "Personeel", widths, title=title, colour=MIDDLE)
    told = "Loonkost van een voltijds jaar, lasten inbegrepen, geïndexeerd. Kost = loonkost × mensmaanden / 12."
    page.put("A4", told, "notice")
    groups = {"D:F": "Loonkost bij 100 %", "G:I": "Mensmaanden", "J:L": "VTE", "M:O": "Personeelskost"}
    page.head(6, [""] * 16)
    _groups(page, 6, groups)
    page.head(7, ("Naam", "Functie", "Code", *YEARS, *YEARS, *YEARS, *YEARS, "Totaal"), left="AB", height=20)
    fte = [Field("fte", f"={column}#/12") for column in "GHI"]
    costs = [Field("euro", f"={in_cents(f'{wage}#*{months}#/12')}") for wage, months in zip("DEF", "GHI", strict=True)]
    page.line(FIRST, [TEXT, TEXT, CHOICE, *[EURO] * 3, *[FTE] * 3, *fte, *costs, Field("euro", "=SUM(M#:O#)")])
    sums = {**_sum_columns("GHIJKL", "fte"), **_sum_columns("MNOP", "euro")}
    page.totals(9, "Totaal", sums)
    book.name_years("personeel", page, ["M9", "N9", "O9"])
    book.name_years("vte_loonlijst", page, ["J9", "K9", "L9"])
    page.offer(f"C{FIRST}", "=codes", strict=False, hint="Een code van het blad Instellingen, of leeg.")
    page.allow_amounts(f"D{FIRST}:I{FIRST}")
    page.hold(FIRST, 1, repeat=(6, 7))


def add_overhead(book: Book, title: str) -> None:
    """A flat amount for each FTE on the payroll or with a long engagement on invoice (4.2.2 II)."""
    page = Page(book, "Overhead", (62, 17, 17, 17, 18), title=title, colour=MIDDLE)
    page.put("A4", "Forfait per VTE; bedrag en bron staan op het blad Instellingen.", "notice")
    page.head(6, ("", *YEARS, "Totaal"), height=20)
    rows = (
        ("VTE op de loonlijst", "vte_loonlijst"),
        ("VTE van zelfstandigen met een langdurig engagement, op factuur", "vte_factuur_overhead"),
    )
    for row, (label, name) in enumerate(rows, 7):
        page.put(f"A{row}", label, "strong")
        for column, year in zip("BCD", (1, 2, 3), strict=True):
            page.put(f"{column}{row}", f"={name}_jaar{year}", "calc", "fte")
        page.put(f"E{row}", f"=SUM(B{row}:D{row})", "calc", "fte")
    page.totals(9, "VTE waarvoor overhead geldt", {c: (f"=SUM({c}7:{c}8)", "fte") for c in "BCDE"})
    page.put("A10", "Overhead per VTE-jaar", "strong")
    for column in "BCD":
        page.put(f"{column}10", "=overhead_per_vte", "calc", "euro")
    page.put("E10", None, "label")
    costs = {column: (f"={in_cents(f'{column}9*{column}10')}", "euro") for column in "BCD"}
    page.totals(11, "Overheadkosten", {**costs, "E": ("=SUM(B11:D11)", "euro")})
    book.name_years("overhead", page, ["B11", "C11", "D11"])
    book.name_years("vte_overhead", page, ["B9", "C9", "D9"])
    page.put("A13", "Gedetacheerden tellen niet mee: hun eigen werkgever draagt hun overhead.", "notice")
    page.hold(7, 1)


def _cost(net: str, row: str = "#", rate: str = "G", share: str = "H") -> Field:
    vat = in_cents(f"{net}{row}*{rate}{row}*{share}{row}")
    return Field("euro", f"=ROUND({net}{row},2)+{vat}")


def add_operating(book: Book, title: str) -> None:
    """Real costs tied to an activity, each with its motivation (4.2.2 III)."""
    widths = (5, 28, 22, 12, 12, 12, 7, 9.5, 11, 12, 12, 12, 13.5, 52)
    page = Page(book, "Werkingskosten", widths, title=title, colour=MIDDLE)
    page.put(
        "A4", "Bedragen zonder btw; alleen het deel van de btw dat de aanvrager niet aftrekt, is een kost.", "notice"
    )
    page.head(6, [""] * 14)
    _groups(page, 6, {"D:F": "Bedrag zonder btw", "G:I": "Btw", "J:L": "Kost"})
    page.head(7, ("Nr.", "Omschrijving", "Activiteit", *YEARS, "Tarief", "Niet aftrekbaar", "Kost over 3 jaar", *YEARS,
                  "Totaal", "Motivering"), left="ABCN", height=32)  # fmt: skip
    costs = [_cost(net) for net in "DEF"]
    vat = Field("euro", "=M#-SUM(D#:F#)")
    lost = Field("rate", "=1-btw_aftrekbaar")
    page.line(FIRST, [SHORT, TEXT, TEXT, *[EURO] * 3, RATE, lost, vat, *costs, Field("euro", "=SUM(J#:L#)"), TEXT])
    page.totals(9, "Totaal", _sum_columns("DEFIJKLM", "euro"))
    book.name_years("werking", page, ["J9", "K9", "L9"])
    page.allow_amounts(f"D{FIRST}:F{FIRST}")
    page.allow_shares(f"G{FIRST}")
    page.hold(FIRST, 2, repeat=(6, 7))


def add_external(book: Book, title: str) -> None:
    """Services of others, exceptional and motivated, and people of the team who invoice (4.2.2 IV)."""
    widths = (5, 26, 18, 18, 18, 12, 12, 12, 7, 9.5, 11, 12, 12, 12, 13.5, 46)
    page = Page(book, "Externe prestaties", widths, title=title, colour=MIDDLE)
    page.section(5, "1. Opdrachten aan derden")
    page.head(6, [""] * 16)
    _groups(page, 6, {"F:H": "Bedrag zonder btw", "I:K": "Btw", "L:N": "Kost"})
    page.head(7, ("Nr.", "Omschrijving", "Uitvoerder", "Offerte", "Activiteit", *YEARS, "Tarief", "Niet aftrekbaar",
                  "Kost over 3 jaar", *YEARS, "Totaal", "Motivering"), left="ABCDEP", height=32)  # fmt: skip
    costs = [_cost(net, rate="I", share="J") for net in "FGH"]
    vat = Field("euro", "=O#-SUM(F#:H#)")
    lost = Field("rate", "=1-btw_aftrekbaar")
    page.line(FIRST, [SHORT, *[TEXT] * 4, *[EURO] * 3, RATE, lost, vat, *costs, Field("euro", "=SUM(L#:N#)"), TEXT])
    page.totals(9, "Totaal opdrachten", _sum_columns("FGHKLMNO", "euro"))
    _add_invoiced(book, page)
    sums = {column: (f"={column}9+{column}15", "euro") for column in "LMNO"}
    page.totals(19, "Totaal externe prestaties", sums)
    book.name_years("extern", page, ["L19", "M19", "N19"])
    page.put("A20", "Opdrachten zonder motivering", "notice")
    missing = f"=SUMPRODUCT((O{FIRST}:O{FIRST}>0)*(LEN(P{FIRST}:P{FIRST})=0))"
    page.put("O20", missing, "calc", "count")
    book.name("extern_zonder_motivering", page, "O20")
    page.allow_amounts(f"F{FIRST}:H{FIRST}")
    page.allow_shares(f"I{FIRST}")
    page.hold(FIRST, 2, repeat=(6, 7))


def _add_invoiced(book: Book, page: Page) -> None:
    page.section(11, "2. Personen op factuur")
    page.head(12, [""] * 16)
    _groups(page, 12, {"F:H": "Kost van een voltijds jaar", "I:K": "Mensmaanden", "L:N": "Kost"})
    labels = ("Nr.", "Naam", "Functie", "Tewerkstelling", "Overhead (langdurig engagement)")
    page.head(13, (*labels, *YEARS, *YEARS, *YEARS, "Totaal", ""), left="ABCD", height=32)
    costs = [Field("euro", f"={in_cents(f'{cost}#*{months}#/12')}") for cost, months in zip("FGH", "IJK", strict=True)]
    page.line(14, [SHORT, *[TEXT] * 3, CHOICE, *[EURO] * 3, *[FTE] * 3, *costs, Field("euro", "=SUM(L#:N#)"), None])
    page.totals(15, "Totaal op factuur",
                {**_sum_columns("IJK", "fte", 14), **_sum_columns("LMNO", "euro", 14)})  # fmt: skip
    for row, label in ((16, "VTE op factuur"), (17, "waarvan met een langdurig engagement")):
        page.put(f"A{row}", label, "label", text_wrap=False)
        for column in "BCDEFGH":
            page.put(f"{column}{row}", None, "label")
    for column in "IJK":
        page.put(f"{column}16", f"={column}15/12", "calc", "fte")
        page.put(f"{column}17", f'=SUMIFS({column}14:{column}14,E14:E14,"Ja")/12', "calc", "fte")
    book.name_years("vte_factuur", page, ["I16", "J16", "K16"])
    book.name_years("vte_factuur_overhead", page, ["I17", "J17", "K17"])
    page.offer("D14", [book.call.labels["employment"][key] for key in ("freelance", "seconded")])
    page.offer("E14", ["Ja", "Nee"])
    page.allow_amounts("F14:K14")
