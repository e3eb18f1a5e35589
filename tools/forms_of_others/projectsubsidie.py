"""An application form with legacy fields under forms protection, as a city might have kept it since 2008."""

from __future__ import annotations

from tools.forms_of_others.markup import (
    PAGE,
    WIDTH,
    box_field,
    list_field,
    make_styles,
    p,
    pack,
    r,
    tbl,
    tc,
    text_field,
    tr,
)

AGENCY = "Stadsregio Ter Leie"
SHADE = "E3ECF4"
LABEL, ANSWER = 3400, WIDTH - 3400
BOLD = "<w:b/>"


def line(label: str, *answer: str) -> str:
    """A row with a question and the field beside it."""
    return tr(tc(label, LABEL, shade=SHADE), tc(p("".join(answer)), ANSWER))


def applicant() -> str:
    """Who applies; the representative has fields of the same names, as a form that was copied together has."""
    parts = (LABEL, 2100, ANSWER - 2100)
    address = tr(
        tc("Postcode en gemeente", LABEL, shade=SHADE),
        tc(p(text_field("Postcode", most=4)), parts[1]),
        tc(p(text_field("Gemeente")), parts[2]),
    )
    whole = [
        line("Naam van de organisatie", text_field("Naam")),
        line(
            "Rechtsvorm",
            list_field(
                "Rechtsvorm",
                "Maak een keuze",
                "vereniging zonder winstoogmerk (vzw)",
                "besloten vennootschap (bv)",
                "coöperatieve vennootschap (cv)",
                "andere",
            ),
        ),
        line("Ondernemingsnummer", text_field("Ondernemingsnummer", most=14)),
        line("Straat en nummer", text_field("Straat")),
    ]
    rows = [
        row.replace(
            f'<w:tcW w:w="{ANSWER}" w:type="dxa"/>', f'<w:tcW w:w="{ANSWER}" w:type="dxa"/><w:gridSpan w:val="2"/>'
        )
        for row in whole
    ]
    contact = tbl(
        (2000, 1400, WIDTH - 3400),
        tr(
            tc("Contactpersoon", 2000, merge="restart", shade=SHADE),
            tc("Naam", 2000, shade=SHADE),
            tc(p(text_field("Naam", copied=True)), WIDTH - 3400),
        ),
        tr(
            tc("", 2000, merge="continue", shade=SHADE),
            tc("Functie", 2000, shade=SHADE),
            tc(p(text_field("Functie")), WIDTH - 3400),
        ),
        tr(
            tc("", 2000, merge="continue", shade=SHADE),
            tc("E-mail", 2000, shade=SHADE),
            tc(p(text_field("Email", picture="LOWERCASE")), WIDTH - 3400),
        ),
        tr(
            tc("Wettelijk vertegenwoordiger", 2000, merge="restart", shade=SHADE),
            tc("Naam", 2000, shade=SHADE),
            tc(p(text_field("Naam", copied=True)), WIDTH - 3400),
        ),
        tr(
            tc("", 2000, merge="continue", shade=SHADE),
            tc("Functie", 2000, shade=SHADE),
            tc(p(text_field("Functie", copied=True)), WIDTH - 3400),
        ),
    )
    vat = p(
        r("Is de organisatie btw-plichtig?  ")
        + box_field("Btw1")
        + r(" volledig   ")
        + box_field("Btw2")
        + r(" gemengd   ")
        + box_field("Btw3")
        + r(" niet")
    )
    return p("1. Aanvrager", "Kop1") + tbl(parts, *rows, address) + p() + contact + p() + vat


def project() -> str:
    """What is asked for."""
    times = tbl(
        (2400, 2419, 2400, 2419),
        tr(
            tc("Startdatum", 2400, shade=SHADE),
            tc(p(text_field("Start", "date", "dd/MM/yyyy")), 2419),
            tc("Duur (maanden)", 2400, shade=SHADE),
            tc(p(text_field("Duur", "number", "0")), 2419),
        ),
        tr(
            tc("Dit is", 2400, shade=SHADE),
            tc(
                p(
                    box_field()
                    + r(" een eerste aanvraag   ")
                    + box_field()
                    + r(" een verlenging   ")
                    + box_field()
                    + r(" een nieuwe indiening")
                ),
                WIDTH - 2400,
                span=3,
            ),
        ),
    )
    return (
        p("2. Project", "Kop1")
        + tbl(
            (LABEL, ANSWER),
            line("Titel van het project", text_field("Titel")),
            line("Acroniem", text_field("Acroniem", picture="UPPERCASE", most=12)),
        )
        + p()
        + times
        + p("2.1 Samenvatting", "Kop2")
        + p("Vat het project samen in hoogstens 2000 tekens, voor een lezer die de sector niet kent.", "Uitleg")
        + p(text_field("Samenvatting", most=2000))
        + p("2.2 Wat verandert er voor de bedrijven?", "Kop2")
        + p("Zeg wat de deelnemende bedrijven na afloop anders doen.", "Uitleg")
        + p(text_field("Verandering"))
    )


def budget() -> str:
    """Amounts per year, with a total that Word calculates."""
    columns = (WIDTH - 4 * 1600, 1600, 1600, 1600, 1600)
    names = ("Kostenrubriek", "Jaar 1", "Jaar 2", "Jaar 3", "Totaal")
    header = tr(
        *(tc(p(r(name, BOLD)), width, shade=SHADE) for name, width in zip(names, columns, strict=True)), header=True
    )

    def row(label: str, key: str) -> str:
        amounts = [tc(p(text_field(f"{key}{year}", "number", "#.##0,00 €")), 1600) for year in (1, 2, 3)]
        return tr(tc(label, columns[0]), *amounts, tc(p(text_field(f"{key}T", "calculated", "#.##0,00 €")), 1600))

    return p("3. Begroting", "Kop1") + tbl(
        columns, header, row("Personeel", "Pers"), row("Werking", "Werk"), row("Externe kosten", "Ext")
    )


def declaration() -> str:
    """The end, in a section that is not protected."""
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="continuous"/>{PAGE}</w:sectPr>'
    return (
        p(properties=section)
        + p("4. Verklaring", "Kop1")
        + p("Ondergetekende verklaart dat de gegevens juist zijn en kent het reglement van de [naam van de oproep].")
        + p("Opgemaakt te ............................ op ....../....../............")
        + p("Handtekening: ________________________________")
    )


def make() -> bytes:
    """The file."""
    head = tbl(
        (WIDTH - 3200, 3200),
        tr(
            tc(p(r(AGENCY, '<w:b/><w:color w:val="1F4E79"/><w:sz w:val="28"/>')), WIDTH - 3200),
            tc(p(r("In te vullen door de stad"), properties='<w:jc w:val="right"/>'), 3200),
        ),
        style="",
    )
    body = (
        p("Aanvraagformulier projectsubsidie", "Titel")
        + p("Vul de grijze velden in. Tabellen en vragen mogen niet gewijzigd worden.", "Uitleg")
        + applicant()
        + project()
        + budget()
        + declaration()
        + f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="continuous"/>{PAGE}<w:formProt w:val="0"/></w:sectPr>'
    )
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = {"header1": head + p(), "footer1": p(r(f"{AGENCY} – formulier PS-08 – blz. ") + page)}
    settings = '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop w:val="708"/>'
    return pack(
        body, make_styles("Liberation Sans", "1F4E79"), settings, parts, "Aanvraagformulier projectsubsidie", AGENCY
    )
