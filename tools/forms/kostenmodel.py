"""The blank workbook of the cost model: the budget per project year in four rubrics, the aid, and its checks.

Guideline 4.2.2 and 4.2.3. Every figure but the inputs is a formula, rounded where `ibndocs.finance` rounds.
"""

from __future__ import annotations

from tools.forms import kostenmodel_lines, sheet_texts
from tools.forms.sheet_base import (
    IN_ORDER,
    TOO_HIGH,
    TOO_LOW,
    TWO_LINES,
    YEARS,
    Book,
    Page,
    in_cents,
    share_that_adds_up,
)
from tools.forms.sheet_chart import draw_years
from tools.forms.sheet_look import SAND

FILE = "forms/kostenmodel.xlsx"
WIDTHS = (46, 16, 16, 16, 17, 14, 16, 2, 13, 13, 13, 13, 13)
TABLE = "G"
RUBRICS = ("personeel", "overhead", "werking", "extern")
TITLES = {
    "Overzicht": "Kostenmodel",
    "Personeel": "Personeelskosten",
    "Overhead": "Overheadkosten",
    "Werkingskosten": "Werkingskosten",
    "Externe prestaties": "Externe prestaties",
    "Instellingen": "Instellingen en grenzen",
    "Toelichting": "Toelichting",
}


def make() -> bytes:
    """The form."""
    book = Book("Kostenmodel")
    overview = Page(book, "Overzicht", WIDTHS, title=TITLES["Overzicht"], pages_high=1)
    kostenmodel_lines.add_staff(book, TITLES["Personeel"])
    kostenmodel_lines.add_overhead(book, TITLES["Overhead"])
    kostenmodel_lines.add_operating(book, TITLES["Werkingskosten"])
    kostenmodel_lines.add_external(book, TITLES["Externe prestaties"])
    _add_settings(book)
    sheet_texts.explain_cost_model(book, TITLES["Toelichting"])
    _identify(overview)
    _sum_rubrics(overview)
    _count_people(overview)
    _work_out_aid(overview)
    _check(overview)
    draw_years(overview, "I11", title="Begroting per jaar", years=12, stacked=range(14, 18), line=19, size=(480, 470))
    return book.build()


def _identify(page: Page) -> None:
    """Who applies, for what; the names of the yellow cells are what the slots fill."""
    page.put("A5", "Project", "strong")
    page.put("B5:G5", None, "input", "text", align="left", indent=1, text_wrap=True)
    for row in (5, 6):
        page.sheet.set_row(row - 1, TWO_LINES)
    page.book.name("project_titel", page, "B5")
    pairs = [
        ("Acroniem", "project_acroniem", "Aanvrager", "aanvrager_naam"),
        ("Versie", "project_versie", "Ondernemingsnummer", "aanvrager_nummer"),
        ("Startdatum", "project_start", "Btw-statuut", "btw_statuut"),
        ("Einddatum", "project_einde", "Aftrekbaar deel van de btw", "btw_aftrekbaar"),
    ]
    for row, (left, left_name, right, right_name) in enumerate(pairs, 6):
        kind = "date" if row > 7 else "text"
        page.put(f"A{row}", left, "strong")
        page.put(f"B{row}:C{row}", None, "input", kind, align="left", indent=1)
        page.put(f"D{row}:E{row}", right, "strong")
        page.put(
            f"F{row}:G{row}", None, "input", "rate" if row == 9 else "text", align="left", indent=1, text_wrap=True
        )
        page.book.name(left_name, page, f"B{row}")
        page.book.name(right_name, page, f"F{row}")
    page.allow_shares("F9")


def _sum_rubrics(page: Page) -> None:
    book = page.book
    page.section(11, "1. Begroting per rubriek", TABLE)
    page.head(12, ("Rubriek", *YEARS, "Totaal", "Aandeel", ""))
    for column, year in zip("BCD", (1, 2, 3), strict=True):
        page.put(f"{column}13", None, "input", "text", align="center", font_size=9)
        book.name(f"periode_jaar{year}", page, f"{column}13")
    page.put("A13", "Periode", "subhead", align="left", indent=1)
    for column in "EFG":
        page.put(f"{column}13", None, "subhead")
    for row, name in enumerate(RUBRICS, 14):
        page.put(f"A{row}", list(book.call.labels["rubric"].values())[row - 14], "strong")
        for column, year in zip("BCD", (1, 2, 3), strict=True):
            page.put(f"{column}{row}", f"={name}_jaar{year}", "calc", "euro")
        page.put(f"E{row}", f"=SUM(B{row}:D{row})", "calc", "euro")
        page.put(f"F{row}", share_that_adds_up(f"E{row}", "E$14:E$17", "E$18"), "calc", "percent")
        page.put(f"G{row}", None, "label")
        book.name(f"{name}_totaal", page, f"E{row}")
    sums = {column: (f"=SUM({column}14:{column}17)", "euro") for column in "BCDE"}
    page.totals(18, "Totale begroting", {**sums, "F": ("=SUM(F14:F17)", "percent")}, last=TABLE)
    book.name_years("begroting", page, ["B18", "C18", "D18", "E18"])
    page.put("A19", "Hoogste begroting volgens de oproep", "label")
    for column in "BCD":
        page.put(f"{column}19", "=grens_begroting_jaar", "calc", "euro")
    page.put("E19", "=grens_begroting_totaal", "calc", "euro")
    for column in "FG":
        page.put(f"{column}19", None, "label")


def _count_people(page: Page) -> None:
    page.section(21, "2. Personeelsinzet in VTE", TABLE)
    page.head(22, ("Tewerkstelling", *YEARS, "Gemiddeld", "Mensmaanden", ""))
    for row, (label, name) in enumerate((("Op de loonlijst", "vte_loonlijst"), ("Op factuur", "vte_factuur")), 23):
        page.put(f"A{row}", label, "strong")
        for column, year in zip("BCD", (1, 2, 3), strict=True):
            page.put(f"{column}{row}", f"={name}_jaar{year}", "calc", "fte")
        page.put(f"E{row}", f"=SUM(B{row}:D{row})/3", "calc", "fte")
        page.put(f"F{row}", f"=SUM(B{row}:D{row})*12", "calc", "fte")
        page.put(f"G{row}", None, "label")
    sums = {column: (f"=SUM({column}23:{column}24)", "fte") for column in "BCDEF"}
    page.totals(25, "Totaal VTE", sums, last=TABLE)
    page.book.name_years("vte", page, ["B25", "C25", "D25"])
    page.book.name("vte_gemiddeld", page, "E25")
    page.book.name("mensmaanden_totaal", page, "F25")


def _work_out_aid(page: Page) -> None:
    book = page.book
    page.section(27, "3. Steun en cofinanciering", TABLE)
    page.head(28, ("", *YEARS, "Totaal", "", ""))
    labels = (
        '="Berekende steun ("&TEXT(steunpercentage*100,"0")&" % van de begroting)"',
        "Steun, begrensd per jaar en in totaal",
        "Begroting zonder steun",
        "Te verzamelen cofinanciering (gelijk aan de steun)",
        "Voorzien in het cofinancieringsplan",
        "Saldo van de cofinanciering",
    )
    for row, label in enumerate(labels, 29):
        page.put(f"A{row}", label, "strong" if row == 30 else "label")
        for column in "FG":
            page.put(f"{column}{row}", None, "label")
    for index, column in enumerate("BCD"):
        room = f"grens_steun_totaal-SUM(B30:{'BCD'[index - 1]}30)" if index else "grens_steun_totaal"
        page.put(f"{column}29", f"={in_cents(f'{column}18*steunpercentage')}", "calc", "euro")
        page.put(f"{column}30", f"=MAX(0,MIN({column}29,grens_steun_jaar,{room}))", "calc", "euro", bold=True)
        page.put(f"{column}31", f"={column}18-{column}30", "calc", "euro")
        page.put(f"{column}32", f"={column}30", "calc", "euro")
        page.put(f"{column}33", None, "input", "euro")
        page.put(f"{column}34", f"={column}33-{column}32", "calc", "euro")
    for row in range(29, 35):
        page.put(f"E{row}", f"=SUM(B{row}:D{row})", "calc", "euro", bold=row == 30)
    page.allow_amounts("B33:D33")
    for name, row in (("steun", 30), ("eigen_deel", 31), ("cofin_nodig", 32), ("cofin_voorzien", 33)):
        book.name_years(name, page, [f"{column}{row}" for column in "BCDE"])
    book.name_years("cofin_saldo", page, ["B34", "C34", "D34", "E34"])


def _check(page: Page) -> None:
    page.section(36, "4. Controle aan de oproep", TABLE)
    page.head(37, ("", *YEARS, "Project", "Grens per jaar", "Grens project"))

    def verdict(wrong: str, word: str) -> str:
        return f'=IF(begroting_totaal=0,"–",IF({wrong},"{word}","{IN_ORDER}"))'

    rows = {
        38: ("Begroting", "=grens_begroting_jaar", "=grens_begroting_totaal", "euro"),
        39: ("Steun", "=grens_steun_jaar", "=grens_steun_totaal", "euro"),
        40: ("Personeelsinzet (VTE per jaar, gemiddeld)", "=grens_vte", "=grens_vte", "fte"),
        41: ("Cofinanciering dekt de steun", "", "", ""),
        42: ("Externe prestaties zijn gemotiveerd", "", "", ""),
    }
    for row, (label, per_year, in_all, kind) in rows.items():
        page.put(f"A{row}", label, "strong")
        page.put(f"F{row}", per_year or None, "calc" if per_year else "label", kind)
        page.put(f"G{row}", in_all or None, "calc" if in_all else "label", kind)
    for column in "BCDE":
        limit = "totaal" if column == "E" else "jaar"
        wrongs = {
            38: (f"ROUND({column}18,2)>grens_begroting_{limit}", TOO_HIGH),
            39: (f"ROUND({column}29,2)>grens_steun_{limit}", TOO_HIGH),
            40: (f"ROUND({column}25,6)<grens_vte", TOO_LOW),
            41: (f"ROUND({column}34,2)<0", TOO_LOW),
        }
        for row, (wrong, word) in wrongs.items():
            page.put(f"{column}{row}", verdict(wrong, word), "calc", "choice")
    for column in "BCD":
        page.put(f"{column}42", None, "label")
    page.put("E42", verdict("extern_zonder_motivering>0", "ontbreekt"), "calc", "choice")
    page.judge("B38:E42")
    page.put("A44", "Gele cellen komen uit het projectdossier; witte cellen zijn formules en volgen vanzelf.", "notice")


def _add_settings(book: Book) -> None:
    page = Page(book, "Instellingen", (44, 18, 74, 40), title=TITLES["Instellingen"], colour=SAND)
    terms = book.call.terms
    page.section(5, "1. Instellingen van de berekening")
    page.head(6, ("Instelling", "Waarde", "Bron", "Statuut"), left="ACD")
    kinds = ("euro", "percent", "count", "percent")
    labels = (
        "Overhead per VTE-jaar",
        "Uurloon als deel van het brutomaandloon",
        "Uren per voltijds jaar",
        "Jaarlijkse indexering van de lonen",
    )
    names = ("overhead_per_vte", "factor_uurloon", "uren_per_jaar", "indexering")
    for row, (label, name, kind) in enumerate(zip(labels, names, kinds, strict=True), 7):
        page.put(f"A{row}", label, "strong")
        page.put(f"B{row}", None, "input", kind)
        page.put(f"C{row}", None, "input", "wrapped")
        page.put(f"D{row}", "Niet door VLAIO bevestigd voor deze oproep", "label")
        book.name(name, page, f"B{row}")
        book.name(f"bron_{name}", page, f"C{row}")
    page.allow_amounts("B7:B10")
    page.put("A11", "Enkel de overhead per VTE rekent in dit rekenblad mee; de andere drie zitten al in de loonkosten "
             "per jaar die op het blad Personeel staan.", "notice")  # fmt: skip
    page.section(13, "2. Grenzen van de oproep")
    page.head(14, ("Grens", "Waarde", "Plaats in de handleiding", "Statuut"), left="ACD")
    limits = (
        ("Steunpercentage", "steunpercentage", "rate", terms.aid_rate),
        ("Begroting per jaar, hoogstens", "grens_begroting_jaar", "euro", terms.budget_cap_per_year),
        ("Begroting van het project, hoogstens", "grens_begroting_totaal", "euro", terms.budget_cap_total),
        ("Steun per jaar, hoogstens", "grens_steun_jaar", "euro", terms.aid_cap_per_year),
        ("Steun voor het project, hoogstens", "grens_steun_totaal", "euro", terms.aid_cap_total),
        ("VTE, minstens", "grens_vte", "fte", terms.fte_min),
    )
    for row, (label, name, kind, term) in enumerate(limits, 15):
        page.put(f"A{row}", label, "strong")
        page.put(f"B{row}", None, "input", kind)
        page.put(f"C{row}", f"{book.call.call.guideline}, {term.section}", "label")
        page.put(f"D{row}", "Volgens de handleiding", "label")
        book.name(name, page, f"B{row}")
    page.section(23, "3. Codes in de kolom Code van het blad Personeel")
    page.head(24, ("Code", "", "Betekenis", ""), left="AC")
    for row, (code, meaning) in enumerate((("b", "Loon volgens barema"), ("", ""), ("", ""), ("", "")), 25):
        page.put(f"A{row}", code or None, "input", "short")
        page.put(f"B{row}", None, "label")
        page.put(f"C{row}", meaning or None, "input", "short")
        page.put(f"D{row}", None, "label")
    book.name("codes", page, "A25:A28")
    page.hold(5)
