"""The stand-in for the form of the pre-application (phase 1): a concise proposal, no detailed plan or budget (5.2.1)."""

from __future__ import annotations

from tools.forms.word_base import YEARS, Cell, Column, Row, WordForm, label
from tools.forms.word_blocks import add_key_figures

FILE = "forms/vooraanmelding.docx"


def make() -> bytes:
    """The blank form."""
    form = WordForm("Vooraanmelding", 1)
    form.cover(
        [
            ("Aanvrager", "aanvrager"),
            ("Ondernemingsnummer", "ondernemingsnummer"),
            ("Projectperiode", "periode"),
            ("Ondertekende intentiebrieven", "brieven"),
            ("Versie", "versie"),
            ("Datum", "datum"),
        ]
    )
    form.contents()
    _add_identity(form)
    _add_policy_and_need(form)
    _add_target_group(form)
    _add_plan(form)
    _add_positioning(form)
    _add_support(form)
    _add_organisation(form)
    _add_means(form)
    return form.build()


def _add_identity(form: WordForm) -> None:
    form.heading("1 Identificatie")
    form.instruct(
        "Beantwoord elke vraag onder haar kop, beknopt en in het Nederlands. Titels, nummers en tabellen van het "
        "formulier blijven staan. Een uitgewerkt werkplan, cofinancieringsplan of begroting hoort bij fase 2."
    )
    form.facts(
        "Identificatie",
        [
            "Titel", "Acroniem", "Aanvrager", "Rechtsvorm", "Ondernemingsnummer", "Adres", "Contactpersoon",
            "Wettelijke vertegenwoordiger", "Begunstigde clusterorganisatie", "Hostorganisatie", "Startdatum",
            "Einddatum", "Duur",
        ],
    )  # fmt: skip
    form.heading("2 Samenvatting")
    form.hint("Vat het project samen: voor wie, waarom, wat en met welk resultaat.")
    form.answer()


def _add_policy_and_need(form: WordForm) -> None:
    form.heading("3 Aansluiting bij het beleid")
    form.section("policy")
    form.hint(
        "Waar in het Regeerakkoord of de Competitiviteitsagenda staat het domein? (handleiding 5.3.4, bijlage 1.1)"
    )
    form.table(
        "Beleidsdocumenten",
        [Column("Document", 22), Column("Plaats", 17), Column("Wat er staat", 30), Column("Wat het netwerk doet", 31)],
        description="Per beleidsdocument de passage en de bijdrage van het netwerk",
    )
    form.question("policy_contribution")
    form.heading("4 Voortraject")
    form.question("preparation")
    form.heading("5 Uitdaging en noodzaak")
    for name in ("problem", "opportunity", "need_for_collaboration"):
        form.question(name)


def _add_target_group(form: WordForm) -> None:
    form.heading("6 Doelgroep en ecosysteem")
    form.question("target_group")
    add_key_figures(
        form,
        "Doelgroep in cijfers",
        [
            ("cijfer-ondernemingen", "ondernemingen in de cluster"),
            ("cijfer-kmo", "kleine en middelgrote ondernemingen"),
            ("cijfer-schakels", "schakels van de waardeketen"),
            ("cijfer-start-ups", "start-ups"),
            ("cijfer-scale-ups", "scale-ups"),
            ("cijfer-partners", "andere actoren"),
        ],
    )
    form.table(
        "Ondernemingen naar grootte",
        [Column("Grootte", 50), Column("Ondernemingen", 25, "right"), Column("Aandeel", 25, "right")],
        [Row(["", "", ""]), Row(["Totaal", "", ""], "total")],
        together=True,
    )
    form.question("ecosystem")
    form.table(
        "Ondernemingen per schakel",
        [Column("Schakel", 24), Column("Aantal", 10, "right"), Column("Ondernemingen", 66)],
        [Row([label(""), "", ""]), Row(["Totaal", "", "in alle schakels samen"], "total")],
    )
    columns = [
        Column("Andere actor", 26),
        Column("Soort", 21),
        Column("Gemeente", 15),
        Column("Rol in het netwerk", 38),
    ]
    form.table("Andere actoren", columns)
    form.question("growth_potential")


def _add_plan(form: WordForm) -> None:
    form.heading("7 Doelstellingen")
    form.question("objectives")
    form.question("start_scale_ups")
    form.heading("8 Activiteiten")
    form.question("activities")
    columns = [Column("Nr.", 9), Column("Werkpakket", 47), Column("Werklijn", 24), Column("Looptijd in maanden", 20)]
    form.table("Werkpakketten in hoofdlijnen", columns, [Row([label(""), "", "", ""])])
    form.heading("9 Competitiviteit en meerwaarde")
    for name in ("competitiveness", "timeline", "societal_value"):
        form.question(name)


def _add_positioning(form: WordForm) -> None:
    form.heading("10 Positionering")
    form.question("positioning")
    form.section("complementarity")
    form.hint(
        "Zet elke speerpuntcluster, elk onderzoekscentrum, elke federatie en elk ander gesteund initiatief in hetzelfde "
        "domein op een rij. (handleiding 3.4)"
    )
    columns = [Column(name, 25) for name in ("Overlap", "Verschil", "Overleg", "Afspraken")]
    band = Row([Cell(span=2), Cell(span=2, align="right")], "group", keep=True)
    form.table(
        "Positionering",
        columns,
        [band, Row(["", "", "", ""])],
        description="Per organisatie overlap, verschil, gevoerd overleg en gemaakte afspraken",
    )
    form.question("vlaio_services")
    form.heading("10.4 Voorwaarden bij een domein van een speerpuntcluster", 2)
    form.hint(
        "Alleen als het domein aansluit bij dat van een speerpuntcluster: licht de vijf voorwaarden toe. "
        "(handleiding 3.4.2)"
    )
    columns = [Column("Speerpuntcluster", 18), Column("Voorwaarde", 27), Column("Toelichting", 55)]
    form.table("Voorwaarden speerpuntcluster", columns)


def _add_support(form: WordForm) -> None:
    form.heading("11 Draagvlak")
    form.question("support")
    form.section("companies")
    least = form.call.terms.letters_phase1_min
    form.hint(
        f"Ondernemingen met een ondertekende intentiebrief: minstens {least.value}, met een vestiging in Vlaanderen en "
        f"representatief voor de doelgroep. ({form.call.cite(least.section)})"
    )
    form.table(
        "Ondernemingen met een intentiebrief",
        [
            Column("Onderneming", 25),
            Column("Ondernemingsnr. en gemeente", 18),
            Column("Grootte", 13),
            Column("Rol in het netwerk", 27),
            Column("Brief ondertekend, cash in drie jaar", 17),
        ],
        [Row([label(""), "", "", "", ""])],
        description="De ondernemingen die de aanvrager in een ondertekende intentiebrief steunen",
    )


def _add_organisation(form: WordForm) -> None:
    form.heading("12 Organisatie in hoofdlijnen")
    form.question("organisation")
    form.question("access")
    form.heading("12.3 Hostorganisatie", 2)
    form.hint(
        "Alleen als de clusterorganisatie deel is van een ruimere organisatie: de vier voorwaarden. (handleiding 4.1)"
    )
    form.table("Hostorganisatie", [Column("Voorwaarde", 28), Column("Toelichting", 72)], [Row([label(""), ""])])
    form.section("governance")
    form.hint("Wie zetelt er en met welke stem? Ondernemingen sturen, andere actoren domineren niet. (handleiding 3.3)")
    columns = [Column("Naam", 23), Column("Organisatie", 31), Column("Soort", 17), Column("Rol", 17)]
    form.table("Stuurgroep", [*columns, Column("Stem", 12, "right")])


def _add_means(form: WordForm) -> None:
    terms = form.call.terms
    form.heading("13 Middelen")
    form.question("means")
    form.table(
        "Indicatieve middelen",
        [Column("Orde van grootte", 40), *(Column(year, 15, "right") for year in YEARS), Column("Totaal", 15, "right")],
        [
            Row([label("Personeelsinzet in VTE (totaal: gemiddeld)"), *[""] * 4]),
            Row([label("Begroting"), *[""] * 4]),
            Row([label("Steun"), *[""] * 4]),
            Row([label("Cofinanciering"), *[""] * 4], "total"),
            Row(["waarvan cash: lidgeld en sponsoring", *[""] * 4]),
            Row(["waarvan inkomsten uit activiteiten", *[""] * 4]),
        ],
        description="Personeelsinzet, begroting, steun en cofinanciering per projectjaar, als orde van grootte",
    )
    form.gap()
    form.facts(
        "Principes van de cofinanciering",
        [
            f"Aandeel cash (minstens {terms.cash_share_min.value:.0%})".replace("%", " %"),
            f"Aandeel inkomsten (hoogstens {terms.income_share_max.value:.0%})".replace("%", " %"),
            "Betalende ondernemingen",
            "Gemiddelde bijdrage per onderneming en per jaar",
        ],
        share=60,
    )
    form.heading("14 Bijlagen")
    form.hint(f"Wat samen met dit formulier ingediend wordt. ({form.call.cite('5.2.1, 5.2.3')})")
    form.table(
        "Bijlagen",
        [Column("Nr.", 8), Column("Bijlage", 60), Column("Bestand", 32)],
        [
            Row([label("1"), "Presentatie voor de pitch", "pitch.pptx"]),
            Row([label("2"), "Ondertekende intentiebrieven, een per onderneming", "map intentiebrieven"]),
            Row([label(""), "", ""]),
        ],
    )
