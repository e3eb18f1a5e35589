"""The second half of the deck: when, beside whom, by whom, with what, and what is asked."""

from __future__ import annotations

from tools.forms.pitch_charts import THOUSANDS, Chart, Plot
from tools.forms.pitch_markup import Box, Look, shape
from tools.forms.pitch_package import CONTENT, Slide
from tools.forms.pitch_slides import LABEL, YEARS, add_figure, add_figures
from tools.forms.pitch_table import TableCell, TableRow, head_row, table
from tools.forms.pitch_theme import (
    FULL,
    GREEN,
    INK,
    LEFT,
    LIGHT,
    MUTED,
    PALE,
    PANEL,
    RIGHT,
    TINT,
    TOP,
    WARM,
    WARM_TINT,
    WHITE,
)

_QUARTERS = 12
_QUARTER_WIDTH = 1.2


def make_timeline() -> Slide:
    """Work packages by quarter, darker where more of them runs; milestones below the bars and in words beside them."""
    slide = Slide(CONTENT)
    slide.open("Het werk in de tijd", "Tijdslijn")
    label = 5.6
    small = Look(12, MUTED, align="ctr")
    hint = "Hoe donkerder, hoe meer activiteiten tegelijk lopen"
    years = [TableCell([(hint, Look(12, MUTED, line=92))], anchor="b", pad=0.05, down=2)]
    for number in range(1, 4):
        years.append(TableCell([(f"Jaar {number}", Look(14, GREEN, bold=True))], pad=0.1, across=4))
        years += [TableCell([("", small)], covered="hMerge")] * 3
    quarters = [TableCell([("", small)], covered="vMerge")]
    quarters += [TableCell([(f"K{number % 4 + 1}", small)], pad=0.0) for number in range(_QUARTERS)]
    name = TableCell([("Werkpakket", Look(14, line=92))], pad=0.05, down=2)
    bar = TableCell([("", Look(6))], pad=0.0)
    stone = TableCell([("M1", Look(12, WARM, bold=True, align="ctr"))], anchor="t", pad=0.0)
    rows = [
        TableRow(years, 0.75, None),
        TableRow(quarters, 0.65, (GREEN, 1.25)),
        TableRow([name, *[bar] * _QUARTERS], 0.85, (WHITE, 3)),
        TableRow([TableCell([("", small)], covered="vMerge"), *[stone] * _QUARTERS], 1.0),
    ]
    widths = (label, *[_QUARTER_WIDTH] * _QUARTERS)
    slide.add(
        table(
            slide.number(), "Tijdschema", "Tijdschema: per werkpakket en per kwartaal hoeveel werk er loopt, met de "
            "mijlpalen.", Box(LEFT, TOP, 0, 0), widths, rows,
        )
    )  # fmt: skip
    left = LEFT + label + _QUARTERS * _QUARTER_WIDTH + 0.9
    width = RIGHT - left
    row = TableRow(
        [
            TableCell([("M1", Look(12, WARM, bold=True))], anchor="t", pad=0.05),
            TableCell([("Mijlpaal", Look(12, line=92))], anchor="t", pad=0.05),
            TableCell([("mrt. 2027", Look(12, MUTED, align="r"))], anchor="t", pad=0.05),
        ],
        0.66,
    )
    slide.add(
        table(
            slide.number(), "Mijlpalen", "De mijlpalen met hun maand.", Box(left, TOP, 0, 0),
            (1.15, width - 3.25, 2.1), [head_row(("", "Mijlpaal", "Tegen"), (0.05,) * 3, align=("l", "l", "r")), row],
        )
    )  # fmt: skip
    return slide


def make_positioning() -> Slide:
    """Where the network stands among its neighbours."""
    slide = Slide(CONTENT)
    slide.open("Onze plaats naast anderen", "Positionering en complementariteit")
    slide.add(
        shape(slide.number(), "Positie", Box(LEFT, TOP - 0.25, FULL, 0.95),
              [("De plaats van het netwerk in één zin", Look(20, GREEN, bold=True))])
    )  # fmt: skip
    body = Look(13, line=94)
    row = TableRow(
        [
            TableCell([("Organisatie", Look(14, bold=True, line=92)), ("Soort", Look(12, MUTED))], pad=0.15),
            TableCell([("Wat wij anders doen", body)]),
            TableCell([("Afspraak", body)]),
            TableCell([("0", Look(14, bold=True, align="ctr"))]),
        ],
        1.26,
    )
    heads = head_row(("Organisatie", "Wat wij anders doen", "Afspraak", "Gedeelde leden"), (0.15, 0.2, 0.2, 0.2),
                     align=("l", "l", "l", "ctr"))  # fmt: skip
    slide.add(
        table(
            slide.number(), "Positionering", "Vergelijking met andere organisaties.", Box(LEFT, TOP + 1.0, 0, 0),
            (8.2, 9.6, FULL - 21.0, 3.2), [heads, row],
        )
    )  # fmt: skip
    return slide


def make_companies() -> Slide:
    """All names in columns, those of leading companies on a warm ground."""
    slide = Slide(CONTENT)
    slide.open("De bedrijven achter het voorstel", "Gedragenheid")
    labels = ("Trekkende ondernemingen", "Bedrijven", "Ondertekende intentiebrieven", "Schakels in de keten")
    slide.add(shape(slide.number(), "Grond", Box(LEFT, TOP - 0.25, FULL / 4 - 0.9, 2.3), colour=WARM_TINT))
    add_figures(slide, labels, TOP - 0.1, warm=0, indent=0.25)
    name = TableCell([("Naam van een bedrijf", Look(14)), ("Trekkende onderneming", Look(14, bold=True))], pad=0.25)
    row = TableRow([name, name, name], 0.7, (WHITE, 2))
    slide.add(
        table(
            slide.number(), "Bedrijven", "Namen van de bedrijven; trekkende ondernemingen staan eerst, op een "
            "gekleurde grond.", Box(LEFT, TOP + 2.45, 0, 0), (FULL / 3,) * 3, [row], head=False,
        )
    )  # fmt: skip
    return slide


def make_organisation() -> Slide:
    """The steering group by name, companies apart from others by colour; the team with its FTE."""
    slide = Slide(CONTENT)
    slide.open("Wie stuurt en wie uitvoert", "Organisatie en team")
    head = Look(18, INK, bold=True)
    wide = 17.8
    slide.add(shape(slide.number(), "Kop stuurgroep", Box(LEFT, TOP, 9.4, 0.9), [("Stuurgroep", head)]))
    for index, (label, colour) in enumerate((("onderneming", GREEN), ("andere actor", PALE))):
        left = LEFT + wide - 7.0 + index * 3.6
        slide.add(shape(slide.number(), f"Staal {index + 1}", Box(left, TOP + 0.3, 0.35, 0.35), colour=colour))
        slide.add(
            shape(slide.number(), f"Legende {index + 1}", Box(left + 0.55, TOP + 0.1, 3.0, 0.75), [(label, LABEL)])
        )
    heads = head_row(("", "Organisatie", "Naam", "Rol"), (0.0, 0.3, 0.2, 0.2))
    seat = TableRow(
        [
            TableCell([("", Look(8))], GREEN, pad=0.0),
            TableCell([("Organisatie", Look(14, bold=True))], pad=0.3),
            TableCell([("Naam", Look(14))]),
            TableCell([("Rol", Look(14, MUTED))]),
        ],
        0.88,
        (WHITE, 2),
    )
    slide.add(
        table(
            slide.number(), "Stuurgroep", "Zetels van de stuurgroep; ondernemingen donkergroen.",
            Box(LEFT, TOP + 1.05, 0, 0), (0.35, 8.35, 5.2, 3.9), [heads, seat],
        )
    )  # fmt: skip
    left = LEFT + wide + 1.6
    width = RIGHT - left
    slide.add(shape(slide.number(), "Kop team", Box(left, TOP, width, 0.9), [("Team", head)]))
    person = TableRow(
        [
            TableCell([("Naam", Look(16, bold=True)), ("Functie", Look(14, MUTED, line=92))], pad=0.05),
            TableCell([("0,0", Look(24, GREEN, bold=True, align="r"))], pad=0.05),
        ],
        1.75,
    )
    slide.add(
        table(
            slide.number(), "Team", "Medewerkers met hun VTE.", Box(left, TOP + 1.05, 0, 0), (width - 2.0, 2.0),
            [head_row(("Medewerker", "VTE"), (0.05, 0.05), align=("l", "r")), person],
        )
    )  # fmt: skip
    return slide


def make_means() -> Slide:
    """Where the money goes and where it comes from, year by year."""
    slide = Slide(CONTENT)
    slide.open("De middelen", "Middelen en cofinanciering")
    labels = ("Begroting over de hele looptijd", "Gevraagde steun", "Cofinanciering", "Aandeel cash in cofinanciering")
    add_figures(slide, labels, TOP - 0.1, warm=1)
    head = Look(16, INK, bold=True)
    half = (FULL - 1.4) / 2
    costs = [
        Plot("Personeelskosten", (240000, 245000, 250000), GREEN, WHITE),
        Plot("Overheadkosten", (65000, 65000, 65000), LIGHT),
        Plot("Werkingskosten", (90000, 92000, 94000), PALE),
        Plot("Externe prestaties", (30000, 30000, 30000), TINT),
    ]
    sources = [
        Plot("Gevraagde steun", (212500, 216000, 219500), WARM, WHITE),
        Plot("Cash van bedrijven", (165000, 168000, 171000), GREEN, WHITE),
        Plot("Inkomsten uit activiteiten", (47500, 48000, 48500), LIGHT),
    ]
    top = TOP + 2.6
    for index, (name, plots, title, words) in enumerate(
        (
            ("Kosten", costs, "Waarvoor, per jaar (duizend euro)", "kosten per rubriek"),
            ("Bronnen", sources, "Van wie, per jaar (duizend euro)", "steun en cofinanciering"),
        )
    ):
        left = LEFT + index * (half + 1.4)
        slide.add(shape(slide.number(), f"Kop {name}", Box(left, top, half, 0.8), [(title, head)]))
        chart = Chart(YEARS, plots, stacked=True, number=THOUSANDS, gap=45, size=12)
        description = f"Gestapelde kolomgrafiek: {words} per projectjaar, in duizend euro."
        slide.add_chart(chart, name, description, Box(left, top + 0.85, half, 17.5 - top - 0.85))
    return slide


def make_next() -> Slide:
    """The dates that come, and what is asked."""
    slide = Slide(CONTENT)
    slide.open("Wat wij vragen", "Volgende stappen")
    row = TableRow(
        [
            TableCell([("datum", Look(18, GREEN, bold=True))], pad=0.05),
            TableCell([("Stap", Look(18))]),
        ],
        2.25,
    )
    slide.add(
        table(
            slide.number(), "Stappen", "De volgende stappen met hun datum.", Box(LEFT, TOP, 0, 0), (10.0, 9.8), [row],
            head=False,
        )
    )  # fmt: skip
    slide.add(shape(slide.number(), "Vlak", PANEL, colour=GREEN))
    left, width = PANEL.left + 0.8, PANEL.width - 1.6
    under = Look(16, PALE, line=96)
    big = Look(36, WHITE, bold=True, line=90)
    for index, label in enumerate(("Wij vragen", "De bedrijven leggen bij", "Actieve ondernemingen na 3 jaar")):
        top = PANEL.top + 0.9 + index * 3.0
        add_figure(slide, f"Cijfer {index + 1}", Box(left, top, width, 2.4), label, big, under)
    slide.add(shape(slide.number(), "Streep", Box(left, PANEL.top + 9.75, width, 0.04), colour=LIGHT))
    slide.add(
        shape(slide.number(), "Contact", Box(left, PANEL.top + 10.1, width, 2.4),
              [("Contactpersoon", Look(16, WHITE, bold=True)), ("e-mail en telefoon", Look(14, PALE))])
    )  # fmt: skip
    return slide


def last_slides() -> list[Slide]:
    """In the order they are shown."""
    return [
        make_timeline(),
        make_positioning(),
        make_companies(),
        make_organisation(),
        make_means(),
        make_next(),
    ]
