"""The stand-in for the cofinancing plan (4.2.4): three years, per year and type, per company; parts (a) to (g)."""

from __future__ import annotations

from tools.forms.word_base import YEARS, Cell, Column, Row, WordForm, label
from tools.forms.word_blocks import add_key_figures
from tools.forms.word_cofinancing import add_spread, columns_by_year
from tools.forms.word_masthead import add_masthead

FILE = "forms/cofinancieringsplan.docx"


def make() -> bytes:
    """The blank form."""
    form = WordForm("Cofinancieringsplan", 2)
    add_masthead(
        form,
        "Het plan hoort bij de volledige aanvraag en toont dezelfde bedragen als het rekenblad. Bedragen zijn in euro, "
        "jaren zijn projectjaren.",
    )
    _add_overview(form)
    form.landscape()
    _add_members(form)
    form.heading("3 Lidgelden en wat ze inhouden")
    form.hint(
        "Het lidgeld staat in verhouding tot de voordelen en de draagkracht; wat erin begrepen is, ligt vooraf vast. "
        f"({form.call.cite('3.5.1, 4.2.4')})"
    )
    columns = [Column("Categorie", 20), Column("Grootte", 13), Column("Lidgeld per jaar", 10, "right")]
    columns += [Column("Leden", 5, "right"), Column("Inbegrepen voordelen", 52)]
    form.table("Lidgelden", columns, [Row([label(""), "", "", "", ""])])
    form.portrait()
    _add_income(form)
    _add_excluded(form)
    form.heading("6 Spreiding en concentratie")
    form.hint(
        "Een evenwichtige spreiding: hoeveel ondernemingen betalen, en hoe zwaar wegen de grootste? "
        f"({form.call.cite('4.2.4')})"
    )
    add_spread(form)
    _add_texts(form)
    return form.build()


def _add_overview(form: WordForm) -> None:
    terms = form.call.terms
    form.facts("Plan", ["Aanvrager", "Projectperiode", "Versie en datum"])
    form.heading("1 Cofinanciering per jaar en per soort")
    least, most = (int(100 * term.value) for term in (terms.cash_share_min, terms.income_share_max))
    form.hint(
        f"Elk jaar minstens evenveel als de steun; cash minstens {least} %, inkomsten hoogstens {most} %. "
        f"({form.call.cite('4.2.4')})"
    )
    add_key_figures(
        form,
        "Kerncijfers",
        [
            ("cijfer-cofinanciering", "cofinanciering over drie jaar"),
            ("cijfer-cash", "aandeel cash"),
            ("cijfer-betalers", "betalende ondernemingen"),
        ],
    )
    form.table(
        "Cofinanciering per jaar en per soort",
        columns_by_year("Soort bijdrage", share=True),
        [
            Row([""] * 6),
            Row(["Totale cofinanciering", *[""] * 5], "total"),
            Row(["Nodig: de gevraagde steun", *[""] * 5]),
            Row([label("Saldo"), *[label("")] * 5]),
        ],
        description="Lidgeld, sponsoring en inkomsten per projectjaar, met de steun die ze moeten evenaren en het saldo",
        together=True,
    )
    form.table(
        "Aandelen per jaar",
        columns_by_year("Aandeel in de cofinanciering", 55),
        [Row([""] * 5), Row(["Cash: lidgeld en sponsoring", *[""] * 4], "total")],
        together=True,
    )


def _add_members(form: WordForm) -> None:
    form.heading("2 Bijdragen per onderneming")
    form.hint(
        "Elke onderneming die bijdraagt, met haar engagement per jaar; het lidgeld en de sponsoring gaan rechtstreeks "
        f"naar de clusterorganisatie. ({form.call.cite('4.2.4')})"
    )
    form.table(
        "Bijdragen per onderneming",
        [
            Column("Nr.", 9, "right"),
            Column("Onderneming", 46),
            Column("Ondernemingsnr.", 28),
            Column("Grootte", 22),
            Column("Soort", 35),
            *(Column(year, 20, "right") for year in YEARS),
            Column("Totaal", 22, "right"),
            Column("Statuut", 31),
        ],
        [
            Row(["", label(""), *[""] * 8]),
            _sum_up("Ondernemingen samen"),
            Row([Cell("waarvan toegezegd in een ondertekende brief", span=5, align="left"), *[""] * 5]),
            Row([Cell(span=5, align="left"), *[""] * 5]),
            _sum_up("Totale cash"),
        ],
        description="Per onderneming nummer, grootte, soort bijdrage, cash per jaar en hoe zeker de bijdrage is",
    )


def _sum_up(name: str) -> Row:
    return Row([Cell(name, span=5, align="left"), *[""] * 5], "total")


def _add_income(form: WordForm) -> None:
    form.heading("4 Inkomsten uit activiteiten")
    form.hint(
        "Alleen deelnames aan activiteiten van het netwerk, te volgen via facturen; geen individuele dienstverlening. "
        f"({form.call.cite('4.2.4')})"
    )
    form.table(
        "Inkomsten uit activiteiten",
        [
            Column("Activiteit", 35),
            Column("Jaar", 7, "center"),
            Column("Leden", 8, "right"),
            Column("Prijs", 11, "right"),
            Column("Niet-leden", 12, "right"),
            Column("Prijs", 11, "right"),
            Column("Inkomsten", 16, "right"),
        ],
        [Row([""] * 7), Row([Cell("Totaal", span=6), ""], "total")],
        description="Per activiteit het jaar, de betalende deelnames, de prijs per deelname en de opbrengst",
    )


def _add_excluded(form: WordForm) -> None:
    form.heading("5 Bijdragen die niet meetellen")
    form.hint(
        "Bijdragen van onderzoeksorganisaties, federaties, collectieve centra en publieke actoren, en van leden die "
        f"niet bij het project betrokken zijn: apart getoond, geteld voor nul. ({form.call.cite('4.2.4')})"
    )
    columns = [Column("Organisatie", 26), Column("Soort en reden", 26)]
    columns += [Column(year, 12, "right") for year in YEARS] + [Column("Geteld", 12, "right")]
    form.table("Bijdragen die niet meetellen", columns)


def _add_texts(form: WordForm) -> None:
    cited = form.call.cite("4.2.4")
    form.heading("7 Toelichting")
    form.heading("7.1 Evenwicht van de spreiding", 2)
    form.hint(f"Waarom zijn de bijdragen evenwichtig verdeeld, naar aantal leden en naar draagkracht? ({cited})")
    form.answer()
    form.heading("7.2 Opvangen van tekorten", 2)
    form.hint(f"Wat gebeurt er als leden wegvallen of inkomsten tegenvallen? ({cited})")
    form.answer()
