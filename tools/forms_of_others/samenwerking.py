"""A form of content controls, as a fund might make it today: lists, dates, boxes, bound data, sections that repeat."""

from __future__ import annotations

from tools.forms_of_others.markup import PAGE, WIDTH, control, hint, make_styles, p, pack, r, tbl, tc, tr

AGENCY = "Fonds Waterkant"
SHADE = "E6F2EC"
LABEL, ANSWER = 3400, WIDTH - 3400
STORE = "{7C1D6A35-0E0B-4B0F-9C55-2B2E9A6E4D11}"
DATA = "urn:example:fonds-waterkant:samenwerking"


def bound(name: str) -> str:
    """The binding to the data of the form."""
    return (
        f'<w:dataBinding w:prefixMappings="xmlns:d=\'{DATA}\'" w:xpath="/d:dossier[1]/d:{name}[1]" '
        f'w:storeItemID="{STORE}"/>'
    )


def text(tag: str, prompt: str, *, binding: str = "", title: str = "") -> str:
    """A control for plain text in a line."""
    return control(tag, hint(prompt), title=title, extra=binding)


def listed(tag: str, prompt: str, *entries: tuple[str, str], kind: str = "dropDownList", binding: str = "") -> str:
    """A drop-down list or combo box."""
    items = "".join(f'<w:listItem w:displayText="{shown}" w:value="{stored}"/>' for shown, stored in entries)
    return control(tag, hint(prompt), f'<w:{kind}><w:listItem w:value=""/>{items}</w:{kind}>', extra=binding)


def day(tag: str, picture: str, *, binding: str = "") -> str:
    """A date."""
    kind = f'<w:date><w:dateFormat w:val="{picture}"/><w:lid w:val="nl-BE"/><w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    return control(tag, hint("Kies een datum"), kind, extra=binding)


def box(tag: str, words: str) -> str:
    """A check box with its words."""
    kind = '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    sign = r("☐", '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>')
    return control(tag, sign, kind) + r(f" {words}   ")


def line(label: str, answer: str) -> str:
    """A row with a question and its control."""
    return tr(tc(label, LABEL, shade=SHADE), tc(p(answer), ANSWER))


def section(tag: str, title: str, *items: str) -> str:
    """A section that repeats."""
    inside = "".join(
        f'<w:sdt><w:sdtPr><w:id w:val="{{id}}"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{item}</w:sdtContent></w:sdt>'
        for item in items
    )
    return control(tag, inside, f'<w15:repeatingSection w15:sectionTitle="{title}"/>', title=title)


def make() -> bytes:
    """The file."""
    identity = tbl(
        (LABEL, ANSWER),
        line(
            "Titel van het project",
            text("titel", "Klik om de titel in te vullen", binding=bound("titel"), title="Titel"),
        ),
        line("Indiener", text("indiener", "Naam van de organisatie", binding=bound("indiener"))),
        line(
            "Rechtsvorm",
            listed(
                "rechtsvorm", "Kies of typ een rechtsvorm", ("vzw", "vzw"), ("bv", "bv"), ("nv", "nv"), kind="comboBox"
            ),
        ),
        line(
            "Thema",
            listed(
                "thema",
                "Kies een thema",
                ("Circulair bouwen", "T1"),
                ("Zorg en voeding", "T2"),
                ("Slimme industrie", "T3"),
                binding=bound("thema"),
            ),
        ),
        line("Startdatum", day("start", "d MMMM yyyy", binding=bound("start"))),
        line("Datum van indiening", day("ingediend", "dd/MM/yyyy")),
        line("Dit is", box("eerste", "een eerste aanvraag") + box("vervolg", "een vervolg")),
    )
    member = tr(
        tc(p(text("partner_naam", "Naam")), 3800),
        tc(p(text("partner_gemeente", "Gemeente")), 2838),
        tc(
            p(
                listed(
                    "partner_grootte",
                    "Kies",
                    ("Kleine onderneming", "KO"),
                    ("Middelgrote onderneming", "MO"),
                    ("Grote onderneming", "GO"),
                )
            ),
            3000,
        ),
    )
    header = tr(
        *(
            tc(p(r(name, "<w:b/>")), width, shade=SHADE)
            for name, width in (("Partner", 3800), ("Gemeente", 2838), ("Grootte", 3000))
        ),
        header=True,
    )
    partners = tbl((3800, 2838, 3000), header, section("partners", "Partner", member, member))
    package = (
        p(r("Werkpakket: ", "<w:b/>") + text("wp_titel", "Titel van het werkpakket"))
        + tbl(
            (LABEL, ANSWER),
            line("Van maand tot maand", text("wp_maanden", "bv. 1 – 12")),
            line("Verantwoordelijke", text("wp_trekker", "Naam")),
        )
        + control("wp_inhoud", p(hint("Beschrijf het werkpakket")), "<w:richText/>")
    )
    body = (
        p("Dossier samenwerkingsproject", "Titel")
        + p(
            r("Referentie van het fonds: ")
            + control("referentie", r("FW-2026"), extra='<w:lock w:val="sdtContentLocked"/>')
        )
        + p("A. Identificatie", "Kop1")
        + identity
        + p("B. Partners", "Kop1")
        + p("Voeg met het plusteken een rij toe voor elke partner.", "Uitleg")
        + partners
        + p("C. Het project", "Kop1")
        + p("C.1 Aanleiding en doel", "Kop2")
        + p("Waarom is dit project nodig, en wat wilt u bereiken? Hoogstens een bladzijde.", "Uitleg")
        + control("doel", p(hint("Klik om tekst in te voeren")), "<w:richText/>")
        + p("C.2 Werkpakketten", "Kop2")
        + section("werkpakketten", "Werkpakket", package)
        + p("D. Verklaring", "Kop1")
        + p("Het fonds mag de samenvatting publiceren:  ☐ ja   ☐ nee")
        + p(r("Naam en functie van wie tekent: ") + text("tekent", "Naam, functie"))
        + f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>{PAGE}</w:sectPr>'
    )
    custom = f'<d:dossier xmlns:d="{DATA}"><d:titel/><d:indiener/><d:thema/><d:start/></d:dossier>'
    properties = f'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{STORE}"/>'
    custom_kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
    parts = {
        "header1": p(
            r(f"{AGENCY}  ·  ", '<w:b/><w:color w:val="1E6B4A"/>')
            + control("kop_titel", hint("titel"), extra=bound("titel"))
        ),
        "footer1": p("Formulier FW-12 · versie 3"),
        "customXml/item1.xml": custom,
        "customXml/itemProps1.xml": properties,
        "customXml/_rels/item1.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{custom_kind}" Target="itemProps1.xml"/></Relationships>',
    }
    return pack(
        body,
        make_styles("Carlito", "1E6B4A"),
        '<w:defaultTabStop w:val="708"/>',
        parts,
        "Dossier samenwerkingsproject",
        AGENCY,
    )
