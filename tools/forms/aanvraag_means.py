"""Chapters 10 to 13 of the full application: means, follow-up, cofinancing and what comes after the project."""

from __future__ import annotations

from tools.forms.word_base import YEARS, Cell, Column, Row, WordForm, label
from tools.forms.word_cofinancing import add_fees, add_matrix, add_spread, columns_by_year


def add_means(form: WordForm) -> None:
    """Chapters 10 to 13."""
    _add_budget(form)
    _add_follow_up(form)
    _add_cofinancing(form)
    form.heading("13 Verduurzaming")
    form.question("continuation")


def _add_budget(form: WordForm) -> None:
    form.heading("10 Middelen")
    form.question("means_motivation")
    form.section("budget")
    form.hint("Dezelfde bedragen als in het kostenmodel (Excel). (handleiding 4.2.2, 4.2.3)")
    form.table(
        "Begroting",
        columns_by_year("Rubriek", share=True),
        [
            Row([""] * 6),
            Row(["Totale begroting", *[""] * 5], "total"),
            Row(["Gevraagde steun", *[""] * 5]),
            Row(["Eigen deel (cofinanciering)", *[""] * 5]),
        ],
        description="Kosten per rubriek en per projectjaar, met steun en eigen deel",
        together=True,
    )
    form.heading("10.3 Personeel", 2)
    form.hint("Per persoon de inzet in mensmaanden en de loonkost per projectjaar. (handleiding 4.2.2)")
    band = Row([Cell(span=3), Cell(span=2, align="right")], "group", keep=True)
    form.table(
        "Personeel",
        columns_by_year("Medewerker", 45),
        [
            band,
            Row(["Mensmaanden", *[""] * 4], keep=True),
            Row(["Loonkost", *[""] * 4]),
            Row(["Totaal personeelskosten", *[""] * 4], "total"),
            Row(["VTE per jaar en gemiddeld", *[""] * 4]),
        ],
    )
    _add_lines(form, "10.4 Werkingskosten", "Werkingskosten", "Waarvoor is elke post nodig en hoe is ze begroot?")
    _add_lines(
        form, "10.5 Externe prestaties", "Externe prestaties",
        "Externe prestaties zijn uitzonderlijk: waarom niet in eigen beheer, met wie en volgens welke offerte?",
    )  # fmt: skip
    form.heading("10.6 Uitgangspunten van de begroting", 2)
    form.hint("De kerngetallen achter de begroting en waar ze vandaan komen; geen ervan is door VLAIO bevestigd.")
    columns = [Column("Uitgangspunt", 34), Column("Waarde", 14, "right"), Column("Bron", 52)]
    form.table("Uitgangspunten", columns)
    form.gap()
    form.facts("Btw", ["Btw-statuut van de aanvrager", "Aandeel terugvorderbare btw"], share=50)
    form.heading("Kostenefficiëntie", 3)
    form.answer()


def _add_lines(form: WordForm, heading: str, name: str, question: str) -> None:
    form.heading(heading, 2)
    form.hint(f"{question} Bedragen met de niet-terugvorderbare btw. (handleiding 4.2.2)")
    post = Row([label(""), "", "", "", ""], goes_on=True)
    why = Row([Cell(span=5)], goes_on=True, follows=True)
    place = Row([Cell(span=5, style="Tabelnoot")], follows=True)
    form.table(name, columns_by_year("Post", 45), [post, why, place, Row(["Totaal", *[""] * 4], "total")])


def _add_follow_up(form: WordForm) -> None:
    form.heading("11 Opvolging")
    form.question("monitoring")
    form.section("kpis")
    form.hint(
        "Elke indicator heeft een definitie, een nulwaarde, een meetmethode en een streefwaarde per jaar. KT: tijdens "
        "het project tot 3 jaar erna. MLT: 5 jaar erna. (handleiding 5.4.3, bijlage 1)"
    )
    _add_indicators(form, "Verplichte indicatoren")
    form.small_gap()
    columns = [Column("Waarvan opgestarte innovatie-initiatieven (KPI3)", 60)]
    columns += [Column(year, 10, "right") for year in YEARS] + [Column("Totaal", 10, "right")]
    form.table("Opgestarte innovatie-initiatieven", columns, caption=False)
    form.heading("11.3 Projectspecifieke indicatoren", 2)
    form.hint("Per doelstelling: wat we doen, wat we bereiken op KT en MLT, en wie we bereiken. (handleiding 5.4.3)")
    form.raw_control("doelstelling", "Heading3")
    _add_indicators(form, "Indicatoren van de doelstelling", caption=False)
    form.heading("11.4 Dekking van de doelstellingen", 2)
    form.hint("Elk vak telt minstens een indicator. (handleiding 5.4.3)")
    columns = [Column("Doelstelling", 28), Column("Wat we doen", 18), Column("Wat we bereiken, KT", 18)]
    columns += [Column("Wat we bereiken, MLT", 18), Column("Wie we bereiken", 18)]
    form.table("Dekking", columns)


def _add_indicators(form: WordForm, name: str, *, caption: bool = True) -> None:
    columns = [
        Column("Nr.", 6),
        Column("Indicator", 31),
        Column("Nulwaarde", 11, "right"),
        *(Column(year, 10, "right") for year in YEARS),
        Column("Doel", 11, "right"),
        Column("Na afloop", 11, "right"),
    ]
    rows = [
        Row([column.header for column in columns], "header", goes_on=True),
        Row(["", "Definitie", Cell("Soort, meting, bron en beleid", span=6, align="left")], "header", follows=True),
        Row([label(""), label(""), *[""] * 4, label(""), ""], goes_on=True),
        Row(["", "", Cell(span=6, align="left", style="Tabelnoot")], follows=True),
    ]
    words = "Per indicator nulwaarde, streefwaarden, definitie en meting"
    form.table(name, columns, rows, header=False, caption=caption, description=words)


def _add_cofinancing(form: WordForm) -> None:
    form.heading("12 Cofinanciering")
    form.question("cofinancing_approach")
    form.section("cofinancing")
    cash, income = (
        int(100 * term.value) for term in (form.call.terms.cash_share_min, form.call.terms.income_share_max)
    )
    form.hint(
        f"Elk jaar sluitend; cash minstens {cash} % en inkomsten hoogstens {income} %. Het cofinancieringsplan geeft "
        "het detail per onderneming. (handleiding 4.2.4)"
    )
    add_matrix(form)
    form.heading("12.3 Lidgelden en voordelen", 2)
    form.hint(
        "Het lidgeld staat in verhouding tot de voordelen; wat erin begrepen is, ligt vooraf vast. (handleiding 3.5.1)"
    )
    add_fees(form)
    form.heading("12.4 Spreiding van de cofinanciering", 2)
    form.hint("Een evenwichtige spreiding over de leden, rekening houdend met hun draagkracht. (handleiding 4.2.4)")
    add_spread(form)
