"""The stand-in for the form of the full application (phase 2), chapters 1 to 8; the others are made beside it.

Chapters follow section 5.3.4 and annex 1 of the guideline: policy, potential, support, organisation, approach,
means, follow-up, cofinancing. Titles of questions and of the tables that answer a criterion stand in `call.toml`.
"""

from __future__ import annotations

from tools.forms.aanvraag_end import add_end
from tools.forms.aanvraag_means import add_means
from tools.forms.aanvraag_plan import add_plan
from tools.forms.word_base import YEARS, Cell, Column, Row, WordForm, label
from tools.forms.word_blocks import add_key_figures

FILE = "forms/aanvraag.docx"


def make() -> bytes:
    """The blank form."""
    form = WordForm("Volledige aanvraag", 2)
    form.cover(
        [
            ("Aanvrager", "aanvrager"),
            ("Ondernemingsnummer", "ondernemingsnummer"),
            ("Projectperiode", "periode"),
            ("Gevraagde steun", "steun"),
            ("Versie", "versie"),
            ("Datum", "datum"),
        ]
    )
    form.contents()
    _add_identity(form)
    _add_changes_and_policy(form)
    _add_potential(form)
    _add_support(form)
    _add_organisation(form)
    add_plan(form)
    add_means(form)
    add_end(form)
    return form.build()


def _add_identity(form: WordForm) -> None:
    form.heading("1 Identificatie")
    form.instruct(
        "Beantwoord elke vraag onder haar kop. Titels, nummers en tabellen van het formulier blijven staan. "
        "Bedragen zijn in euro, jaren zijn projectjaren, maanden tellen vanaf de start van het project."
    )
    form.heading("1.1 Project", 2)
    form.facts(
        "Project",
        ["Titel", "Acroniem", "Domein", "Trefwoorden", "Startdatum", "Einddatum", "Duur in maanden"],
    )
    form.heading("1.2 Aanvrager en begunstigde", 2)
    form.facts(
        "Aanvrager",
        [
            "Naam", "Rechtsvorm", "Ondernemingsnummer", "Adres", "Website", "Btw-statuut",
            "Aandeel terugvorderbare btw", "Begunstigde clusterorganisatie", "Uitvoerders van het project",
            "Hostorganisatie",
        ],
    )  # fmt: skip
    columns = [Column("Rol", 28), Column("Naam en functie", 36), Column("E-mail en telefoon", 36)]
    rows = [Row([label("Contactpersoon"), "", ""]), Row([label("Wettelijke vertegenwoordiger"), "", ""])]
    form.table("Contactpersonen", columns, rows, together=True)
    form.heading("1.3 Voorstelling van de aanvrager", 2)
    form.hint("Wie is de aanvrager, wat doet hij en voor wie? (handleiding 4.1)")
    form.answer()
    form.heading("2 Samenvatting")
    form.hint("Vat het project samen: voor wie, waarom, wat en met welk resultaat.")
    form.answer()
    form.heading("2.1 Kerncijfers", 2)
    add_key_figures(
        form,
        "Kerncijfers",
        [
            ("cijfer-ondernemingen", "ondernemingen in de cluster"),
            ("cijfer-brieven", "ondertekende intentiebrieven"),
            ("cijfer-vte", "VTE gemiddeld over drie jaar"),
            ("cijfer-begroting", "begroting over drie jaar"),
            ("cijfer-steun", "gevraagde steun"),
            ("cijfer-cofinanciering", "cofinanciering over drie jaar"),
        ],
    )


def _add_changes_and_policy(form: WordForm) -> None:
    form.heading("3 Wijzigingen")
    form.question("changes")
    form.question("feedback")
    form.heading("4 Aansluiting bij het beleid")
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


def _add_potential(form: WordForm) -> None:
    form.heading("5 Competitiviteitsverbetering")
    for name in ("competitiveness", "timeline", "societal_value"):
        form.question(name)
    form.heading("6 Additionaliteit en meerwaarde")
    for name in ("problem", "opportunity", "relevance", "need_for_collaboration", "additionality", "positioning"):
        form.question(name)
    form.section("complementarity")
    form.hint(
        "Zet elke speerpuntcluster, elk onderzoekscentrum, elke federatie en elk ander gesteund initiatief in "
        "hetzelfde domein op een rij. (handleiding 3.4)"
    )
    columns = [Column(name, 25) for name in ("Overlap", "Verschil", "Overleg", "Afspraken")]
    band = Row([Cell(span=2), "", Cell(align="right")], "group", keep=True)
    form.table(
        "Positionering",
        columns,
        [band, Row(["", "", "", ""])],
        description="Per organisatie overlap, verschil, gevoerd overleg en gemaakte afspraken",
    )
    form.heading("6.8 Voorwaarden bij een domein van een speerpuntcluster", 2)
    form.hint(
        "Alleen als het domein aansluit bij dat van een speerpuntcluster: licht de vijf voorwaarden toe. "
        "(handleiding 3.4.2)"
    )
    columns = [Column("Speerpuntcluster", 18), Column("Voorwaarde", 27), Column("Toelichting", 55)]
    form.table("Voorwaarden speerpuntcluster", columns)
    form.question("vlaio_services")


def _add_support(form: WordForm) -> None:
    form.heading("7 Gedragenheid van het initiatief")
    for name in ("preparation", "support", "leading_companies", "representativeness"):
        form.question(name)
    form.question("target_group")
    form.table(
        "Samenstelling van de groep",
        [Column("Grootte", 80), Column("Ondernemingen", 20, "right")],
        [
            Row(["", ""]),
            Row(["Totaal", ""], "total"),
            Row(["waarvan start-ups", ""]),
            Row(["waarvan scale-ups", ""]),
        ],
        together=True,
    )
    form.question("ecosystem")
    form.table(
        "Ondernemingen per schakel",
        [Column("Schakel van de waardeketen", 80), Column("Ondernemingen", 20, "right")],
        [Row(["", ""]), Row(["Totaal", ""], "total")],
        together=True,
    )
    form.question("growth_potential")
    form.question("vision")


def _add_organisation(form: WordForm) -> None:
    form.heading("8 Organisatie")
    form.question("organisation")
    form.section("governance")
    form.hint("Wie zetelt er en met welke stem? Ondernemingen sturen, andere actoren domineren niet. (handleiding 3.3)")
    columns = [Column("Naam", 23), Column("Organisatie", 31), Column("Soort", 17), Column("Rol", 17)]
    form.table("Stuurgroep", [*columns, Column("Stem", 12, "right")])
    form.gap()
    form.facts(
        "Werking van de stuurgroep",
        [
            "Stemgerechtigde ondernemingen",
            "Stemgerechtigde andere actoren",
            "Vergaderingen per jaar",
            "Accountmanager van VLAIO uitgenodigd als waarnemer",
        ],
        share=60,
    )
    form.heading("Mandaat van de stuurgroep", 3)
    form.answer()
    for name in ("neutrality", "non_companies", "access"):
        form.question(name)
    form.heading("Voorwaarden voor het lidmaatschap", 3)
    form.answer()
    form.heading("Procedure van toetreding", 3)
    form.answer()
    form.heading("8.6 Hostorganisatie", 2)
    form.hint(
        "Alleen als de clusterorganisatie deel is van een ruimere organisatie: de vier voorwaarden. (handleiding 4.1)"
    )
    form.table("Hostorganisatie", [Column("Voorwaarde", 28), Column("Toelichting", 72)])
    _add_people(form)
    form.question("interaction")
    form.question("identity")
    form.heading("8.11 Gescheiden boekhouding", 2)
    form.hint("Kosten en opbrengsten van het netwerk zijn altijd afzonderlijk te herkennen. (handleiding 4.2.2)")
    form.facts(
        "Boekhouding",
        ["Gescheiden boekhouding voor het project", "Leden die niet bij de cluster betrokken zijn"],
        share=60,
    )


def _add_people(form: WordForm) -> None:
    form.question("team_competences")
    columns = [Column("Naam", 24), Column("Functie", 30), Column("Statuut", 16)]
    columns += [Column(f"VTE {year.lower()}", 10, "right") for year in YEARS]
    person = Row([label(""), "", "", "", "", ""], goes_on=True)
    words = Row([Cell(span=6)], follows=True)
    total = Row([Cell("Totaal", span=3), "", "", ""], "total")
    form.table(
        "Team", columns, [person, words, total], description="Wie, in welke functie en voor hoeveel VTE per jaar"
    )
    form.heading("8.8 Detachering", 2)
    form.hint("Alleen voor wie van een andere organisatie komt: prijs, omvang, taken, betaling, onafhankelijkheid. "
              "(handleiding 4.1)")  # fmt: skip
    band = Row([Cell(span=2)], "group", keep=True)
    agreed = [Row([label(name), ""]) for name in ("Prijs", "Omvang", "Taken", "Betaling", "Onafhankelijkheid")]
    form.table("Detachering", [Column("Gegeven", 22), Column("Antwoord", 78)], [band, *agreed], header=False)
