"""The stand-in for the cofinancing plan (4.2.4): three years, per year and type, per company; parts (a) to (g)."""

from __future__ import annotations

from collections.abc import Sequence

from tools.forms.word_base import YEARS, Column, Row, WordForm, label
from tools.forms.word_blocks import add_key_figures
from tools.forms.word_cofinancing import add_fees
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
    form.portrait()
    _add_recruits(form)
    _add_fees(form)
    _add_income(form)
    _add_excluded(form)
    _add_spread(form)
    _add_texts(form)
    return form.build()


def _by_year(first: str, wide: float = 40, *, share: bool = False) -> list[Column]:
    columns = [Column(first, wide), *(Column(year, 15, "right") for year in YEARS), Column("Totaal", 15, "right")]
    return [*columns, Column("Aandeel", 11.5, "right")] if share else columns


def _named(names: Sequence[str], cells: int) -> list[Row]:
    return [Row([name, *[""] * cells]) for name in names]


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
        _by_year("Soort bijdrage", 36, share=True),
        [
            Row([""] * 6),
            Row(["Totale cofinanciering", *[""] * 5], "total"),
            *_named(["Nodig: de gevraagde steun"], 5),
            Row([label("Saldo"), *[label("")] * 5]),
        ],
        description="Lidgeld, sponsoring en inkomsten per projectjaar, met de steun die nodig is en het saldo",
    )
    form.gap()
    form.table(
        "Aandelen per jaar",
        _by_year("Aandeel in de cofinanciering", 47.5),
        [
            Row([""] * 5),
            Row(["Cash: lidgeld en sponsoring", *[""] * 4], "total"),
        ],
    )


def _years(width: float) -> list[Column]:
    return [Column(year, width, "right") for year in YEARS]


def _add_members(form: WordForm) -> None:
    form.heading("2 Bijdragen per onderneming")
    form.hint(
        "Elke onderneming die bijdraagt, met haar engagement per jaar; het lidgeld en de sponsoring gaan rechtstreeks "
        f"naar de clusterorganisatie. ({form.call.cite('4.2.4')})"
    )
    form.table(
        "Bijdragen per onderneming",
        [
            *(Column("Nr.", 4, "right"), Column("Onderneming", 21), Column("Ondernemingsnr.", 13.5)),
            *(Column("Grootte", 10), Column("Soort", 14), *_years(10.5)),
            *(Column("Totaal", 11.5, "right"), Column("Statuut", 13)),
        ],
        [Row([""] * 10), Row(["", "Ondernemingen samen", *[""] * 8], "total")],
        description="Cash per onderneming en per projectjaar",
    )


def _add_recruits(form: WordForm) -> None:
    form.heading("Te werven leden", 2)
    form.hint(f"Leden die nog niet bij naam bekend zijn: hoeveel er betalen, en wat. ({form.call.cite('3.3, 4.2.4')})")
    form.table(
        "Te werven leden",
        [
            Column("Categorie", 26),
            Column("Leden in jaar 1 / 2 / 3", 20, "right"),
            *_years(13),
            Column("Totaal", 15, "right"),
        ],
        [
            Row([""] * 6),
            Row(["Te werven leden samen", *[""] * 5], "total"),
            Row(["Cash samen", *[""] * 5], "total"),
        ],
    )


def _add_fees(form: WordForm) -> None:
    form.heading("3 Lidgelden en wat ze inhouden")
    form.hint(
        "Het lidgeld staat in verhouding tot de voordelen en de draagkracht; wat erin begrepen is, ligt vooraf vast. "
        f"({form.call.cite('3.5.1, 4.2.4')})"
    )
    add_fees(form)


def _add_income(form: WordForm) -> None:
    form.heading("4 Inkomsten uit activiteiten")
    form.hint(
        "Alleen deelnames aan activiteiten van het netwerk, te volgen via facturen; geen individuele dienstverlening. "
        f"({form.call.cite('4.2.4')})"
    )
    form.table(
        "Inkomsten uit activiteiten",
        [
            *(Column("Activiteit", 32), Column("Jaar", 7, "right"), Column("Leden", 9, "right")),
            *(Column("Prijs", 12, "right"), Column("Niet-leden", 12, "right"), Column("Prijs", 12, "right")),
            Column("Inkomsten", 16, "right"),
        ],
        [Row([""] * 7), Row(["Totaal", *[""] * 6], "total")],
    )


def _add_excluded(form: WordForm) -> None:
    form.heading("5 Bijdragen die niet meetellen")
    form.hint(
        "Bijdragen van onderzoeksorganisaties, federaties, collectieve centra en publieke actoren, en van leden die niet "
        f"bij het project betrokken zijn: apart getoond, geteld voor nul. ({form.call.cite('4.2.4')})"
    )
    form.table(
        "Bijdragen die niet meetellen",
        [Column("Organisatie", 24), Column("Soort en reden", 26), *_years(13), Column("Geteld", 11, "right")],
    )


def _add_spread(form: WordForm) -> None:
    form.heading("6 Spreiding en concentratie")
    form.hint(
        "Een evenwichtige spreiding: hoeveel ondernemingen betalen, en hoe zwaar wegen de grootste? "
        f"({form.call.cite('4.2.4')})"
    )
    form.table(
        "Cash naar grootte",
        [
            *(Column("Grootte", 34), Column("Betalende ondernemingen", 26, "right")),
            *(Column("Cash in drie jaar", 24, "right"), Column("Aandeel", 16, "right")),
        ],
        [Row([""] * 4), Row(["Totaal", *[""] * 3], "total")],
    )
    form.gap()
    form.facts(
        "Concentratie",
        [
            "Betalende ondernemingen",
            "Gemiddelde bijdrage per onderneming en per jaar",
            "Grootste bijdrager",
            "Aandeel van de grootste bijdrager",
            "Aandeel van de drie grootste",
            "Concentratie-index (HHI, 1 is alles bij één onderneming)",
            "Toegezegd in ondertekende brieven",
            "Aandeel toegezegd in de totale cash",
        ],
        share=55,
    )


def _add_texts(form: WordForm) -> None:
    cite = form.call.cite("4.2.4")
    form.heading("7 Toelichting")
    form.heading("7.1 Evenwicht van de spreiding", 2)
    form.hint(f"Waarom zijn de bijdragen evenwichtig verdeeld, naar aantal leden en naar draagkracht? ({cite})")
    form.answer()
    form.heading("7.2 Opvangen van tekorten", 2)
    form.hint(f"Wat gebeurt er als leden wegvallen of inkomsten tegenvallen? ({cite})")
    form.answer()
