"""The pages of text in the workbooks: how they calculate, and the applicant's own words."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent

from tools.forms.sheet_base import Book, Page
from tools.forms.sheet_look import SLATE

from ibndocs.foundation.values import NBSP

WIDTH = 98
AIR = 5
"""Height in points of the empty row between a heading and its text."""
_HOW = """
    Gele cellen komen uit het projectdossier of mogen worden ingevuld; witte en groene cellen zijn formules. Een lijst
    groeit mee met het aantal lijnen: totalen, keuzelijsten en namen volgen.

    De totalen hebben een naam (menu Formules, Namen beheren), zoals {name}, zodat een ander rekenblad ernaar kan
    verwijzen.

    Elk bedrag is op de cent afgerond (een halve cent naar boven) en elk totaal is de som van de bedragen die er staan.
    De formules ronden in cent af, zodat elk rekenprogramma hetzelfde bedrag geeft.

    Aandelen zijn op een tiende van een procent afgerond met de methode van de grootste rest, zodat ze samen 100,0 %
    maken.
    """
_RUBRICS = """
    Personeelskosten: al het personeel op de loonlijst dat rechtstreeks aan het project werkt, pro rata. De code is die
    van het kostenmodel; b staat voor barema.

    Overheadkosten: een forfait per VTE op de loonlijst, en per VTE van zelfstandigen met een langdurig formeel
    engagement die factureren.

    Werkingskosten: reële kosten van het project. Het totaal dat aanvaard wordt, bepaalt VLAIO bij de evaluatie.

    Externe prestaties: uitzonderlijk en te motiveren. Ook wie van het team op factuur werkt, hoort hier.

    Btw: het deel dat de aanvrager niet aftrekt, is een kost van de lijn waar het bij hoort.

    Steun: het steunpercentage van de begroting van elk jaar, niet meer dan de grens van een jaar en dan wat er van de
    grens voor het project overblijft. Wat een jaar niet benut, gaat niet naar een ander jaar (5.4.4).
    """
_CONTRIBUTIONS = """
    Cash bijdragen zijn lidgelden en sponsoring van ondernemingen die lid zijn. Zij maken elk jaar en over het hele
    project minstens {cash:.0%} van de cofinanciering uit.

    Inkomsten uit activiteiten maken hoogstens {income:.0%} uit. Individuele dienstverlening aan een onderneming telt niet mee.

    Bijdragen van onderzoeksorganisaties, collectieve centra, federaties, diensten van algemeen belang en publieke
    actoren tellen niet mee. Zij staan apart, met 0 euro.

    De cofinanciering van elk jaar is minstens gelijk aan de steun van dat jaar.
    """


def explain_cost_model(book: Book, title: str) -> None:
    """Why the costs are in proportion, and how the cost model calculates."""
    page = Page(book, "Toelichting", (WIDTH,), title=title, colour=SLATE, landscape=False)
    row = _ask(page, 5, "Kostenefficiëntie", "efficientie")
    origin = f"""
        Dit is {book.call.call.notice}. Het is afgeleid van de {book.call.call.guideline}, deel 4.2.2. Het kostenmodel
        van VLAIO is verplicht: neem de bedragen over in het officiële sjabloon."""
    row = _tell(page, row, "Hoe dit rekenblad werkt", [origin, _HOW.format(name="begroting_totaal")])
    _tell(page, row, "De vier rubrieken", [_RUBRICS])


def explain_cofinancing(book: Book, title: str) -> None:
    """(g): how gaps are closed and why the spread is fair; and how the plan calculates."""
    page = Page(book, "Toelichting", (WIDTH,), title=title, colour=SLATE, landscape=False)
    row = _ask(page, 5, "(g) Hoe tekorten worden gedicht", "tekorten")
    row = _ask(page, row, "(g) Waarom de bijdragen evenwichtig verdeeld zijn", "verdeling")
    origin = f"Dit is {book.call.call.notice}. Het is afgeleid van de {book.call.call.guideline}, deel 4.2.4."
    row = _tell(page, row, "Hoe dit rekenblad werkt", [origin, _HOW.format(name="cofin_totaal")])
    terms = book.call.terms
    limits = {"cash": terms.cash_share_min.value, "income": terms.income_share_max.value}
    _tell(page, row, "Wat meetelt", [_CONTRIBUTIONS.format(**limits)])


def _ask(page: Page, row: int, heading: str, name: str) -> int:
    """A heading and a row for the applicant's words, repeated for each of their lines; gives the row that follows."""
    page.section(row, heading)
    page.sheet.set_row(row, AIR)
    page.put(f"A{row + 2}", None, "words")
    page.book.name(name, page, f"A{row + 2}")
    return row + 4


def _tell(page: Page, row: int, heading: str, texts: Iterable[str]) -> int:
    """A heading and paragraphs; gives the row for what follows."""
    page.section(row, heading)
    page.sheet.set_row(row, AIR)
    paragraphs = [part for text in texts for part in dedent(text).strip().split("\n\n")]
    for offset, paragraph in enumerate(paragraphs, 2):
        text = " ".join(paragraph.split()).replace(" %", "%").replace("%", f"{NBSP}%")
        page.put(f"A{row + offset}", text, "prose")
    return row + len(paragraphs) + 3
