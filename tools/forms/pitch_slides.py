"""The first half of the deck: who we are, why, with whom, and what for."""

from __future__ import annotations

from collections.abc import Sequence

from tools.forms.pitch_charts import Chart, Plot
from tools.forms.pitch_markup import Box, Look, placeholder, shape
from tools.forms.pitch_package import CONTENT, COVER, PANELLED, Slide
from tools.forms.pitch_table import TableCell, TableRow, head_row, table
from tools.forms.pitch_theme import (
    BOTTOM,
    DEEP,
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
    WHITE,
)

LABEL = Look(14, MUTED)
FIGURE = Look(36, GREEN, bold=True, line=90)
YEARS = ("Jaar 1", "Jaar 2", "Jaar 3")


def add_figure(slide: Slide, name: str, box: Box, label: str, look: Look = FIGURE, under: Look = LABEL) -> None:
    """A key figure: its label, and the figure below it; a slot fills both (`[label, [figure, 1]]`)."""
    slide.add(shape(slide.number(), name, box, [(label, under), ("00", look)]))


def add_figures(slide: Slide, labels: Sequence[str], top: float, *, warm: int | None = None, indent: float = 0) -> None:
    """A strip of key figures in columns of equal width, set apart by thin rules.

    `warm` names the one in the warm colour; `indent` moves the first one in, on a ground of its own.
    """
    width = FULL / len(labels)
    for index, label in enumerate(labels):
        left = LEFT + index * width
        if index and not (indent and index == 1):
            slide.add(shape(slide.number(), f"Lijn {index}", Box(left - 0.5, top + 0.1, 0.04, 1.9), colour=PALE))
        look = FIGURE.but(size=32, colour=WARM if index == warm else GREEN)
        add_figure(
            slide,
            f"Cijfer {index + 1}",
            Box(left + (0 if index else indent), top, width - 0.9 - indent, 2.1),
            label,
            look,
        )


def make_cover() -> Slide:
    """Name, title, four figures, applicant."""
    slide = Slide(COVER)
    slide.open("Acroniem", "Pitch", title_kind="ctrTitle")
    slide.add(placeholder(slide.number(), "Ondertitel", "subTitle", "Volledige titel van het project", index=1))
    for index, label in enumerate(("Bedrijven", "Schakels", "Looptijd", "Gevraagde steun")):
        box = Box(LEFT + (0, 4.4, 8.6, 16.4)[index], 11.9, (4.0, 4.0, 7.4, 8.0)[index], 2.4)
        add_figure(slide, f"Cijfer {index + 1}", box, label, FIGURE.but(colour=WHITE), LABEL.but(colour=PALE))
    slide.add(placeholder(slide.number(), "Aanvrager", "body", "Aanvrager, datum", index=11))
    return slide


def make_problem() -> Slide:
    """Numbered bottlenecks; beside them the opportunity."""
    slide = Slide(CONTENT)
    slide.open("Waarom dit een netwerk vraagt", "Uitdaging en kans")
    row = TableRow(
        [
            TableCell([("1", Look(32, LIGHT, bold=True))], pad=0.0),
            TableCell([("Knelpunt dat een bedrijf niet alleen oplost", Look(22))]),
        ],
        2.6,
    )
    slide.add(
        table(
            slide.number(), "Knelpunten", "De knelpunten, genummerd.", Box(LEFT, TOP, 0, 0), (1.7, 17.9), [row],
            head=False,
        )
    )  # fmt: skip
    slide.add(shape(slide.number(), "Vlak", PANEL, colour=GREEN))
    inner = Box(PANEL.left + 1.0, PANEL.top + 1.0, PANEL.width - 2.0, 0)
    head = Look(14, PALE, bold=True, caps=True)
    slide.add(shape(slide.number(), "Kop kans", Box(inner.left, inner.top, inner.width, 0.7), [("De kans", head)]))
    slide.add(
        shape(
            slide.number(), "Kans", Box(inner.left, inner.top + 0.95, inner.width, 6.7),
            [("De kans in één zin", Look(20, WHITE, bold=True, line=96))],
        )
    )  # fmt: skip
    slide.add(shape(slide.number(), "Streep", Box(inner.left, PANEL.top + 8.85, inner.width, 0.04), colour=LIGHT))
    slide.add(
        shape(
            slide.number(), "Samen", Box(inner.left, PANEL.top + 9.15, inner.width, 3.4),
            [("Samen aan zet", head.but(caps=False, size=16)), ("00", Look(54, WHITE, bold=True, line=90)),
             ("schakels", Look(16, PALE))],
        )
    )  # fmt: skip
    return slide


def make_preparation() -> Slide:
    """What was done already, moment by moment; beside it who stands behind it."""
    slide = Slide(PANELLED)
    slide.open("Wat al gebeurd is met bedrijven", "Voortraject en gedragenheid")
    row = TableRow(
        [
            TableCell([("maand", Look(16, GREEN, bold=True))], pad=0.0),
            TableCell([("Wat er gebeurde en met hoeveel bedrijven", Look(18))]),
        ],
        2.2,
    )
    slide.add(
        table(
            slide.number(), "Voortraject", "De stappen van het voortraject.", Box(LEFT, TOP, 0, 0), (4.6, 15.3),
            [row], head=False,
        )
    )  # fmt: skip
    for index, label in enumerate(
        ("Ondertekende intentiebrieven", "Bedrijven achter het voorstel", "Trekkende ondernemingen")
    ):
        box = Box(PANEL.left + 1.0, PANEL.top + 0.9 + index * 4.0, PANEL.width - 2.0, 3.0)
        look = FIGURE.but(size=48, colour=WARM if index == 0 else GREEN)
        add_figure(slide, f"Cijfer {index + 1}", box, label, look, LABEL.but(size=16, colour=INK))
    return slide


def make_ecosystem() -> Slide:
    """Companies by size and by link, with four figures."""
    slide = Slide(CONTENT)
    slide.open("Het ecosysteem in cijfers", "Ecosysteem")
    head = Look(16, INK, bold=True)
    half = 12.4
    slide.add(
        shape(slide.number(), "Kop grootte", Box(LEFT, TOP, half, 0.8), [("Bedrijven naar grootte", head)]),
    )
    sizes = Chart(
        ("Groot", "Middelgroot", "Klein", "Micro"),
        [Plot("Bedrijven", (4, 8, 12, 6))],
        points=(LIGHT, GREEN, GREEN, GREEN),
    )
    slide.add_chart(
        sizes, "Naar grootte", "Kolomgrafiek: aantal bedrijven per grootteklasse.", Box(LEFT, TOP + 1, half, 9.0)
    )
    left = LEFT + half + 1.6
    width = RIGHT - left
    slide.add(
        shape(slide.number(), "Kop schakel", Box(left, TOP, width, 0.8), [("Bedrijven naar schakel in de keten", head)])
    )
    links = Chart(
        ("Schakel 1", "Schakel 2", "Schakel 3", "Schakel 4"), [Plot("Bedrijven", (10, 8, 7, 5))], bars=True, gap=45
    )
    slide.add_chart(
        links, "Naar schakel", "Staafgrafiek: aantal bedrijven per schakel van de keten.", Box(left, TOP + 1, width, 9)
    )
    add_figures(slide, ("Kmo’s", "Start-ups", "Scale-ups", "Andere actoren"), BOTTOM - 2.1)
    return slide


def make_policy() -> Slide:
    """Policy documents with what the network adds to each."""
    slide = Slide(CONTENT)
    slide.open("Aansluiting bij het beleid", "Fit met de oproep")
    row = TableRow(
        [
            TableCell(
                [("Beleidsdocument", Look(16, WHITE, bold=True)), ("Vindplaats", Look(14, PALE))], GREEN, pad=0.7
            ),
            TableCell([("Bijdrage van het netwerk in één zin", Look(20, line=98))], TINT, pad=0.8),
        ],
        3.3,
        (WHITE, 10),
    )
    slide.add(
        table(
            slide.number(), "Beleid", "Beleidsdocumenten en wat het netwerk bijdraagt.", Box(LEFT, TOP, 0, 0),
            (10.6, FULL - 10.6), [row], head=False,
        )
    )  # fmt: skip
    return slide


def make_objectives() -> Slide:
    """Objectives in words, and the three required indicators in figures per year."""
    slide = Slide(CONTENT)
    slide.open("Onze ambitie in drie cijfers", "Doelstellingen en KPI’s")
    row = TableRow(
        [
            TableCell([("1", Look(24, LIGHT, bold=True))], pad=0.0),
            TableCell([("Doelstelling", Look(18))], pad=0.1),
        ],
        2.6,
    )
    slide.add(
        table(
            slide.number(), "Doelstellingen", "De doelstellingen, genummerd.", Box(LEFT, TOP, 0, 0), (1.3, 9.9), [row],
            head=False,
        )
    )  # fmt: skip
    left = LEFT + 12.4
    for index in range(3):
        top = TOP + index * 4.45
        slide.add(shape(slide.number(), f"Vlak {index + 1}", Box(left, top, RIGHT - left, 4.1), colour=TINT))
        slide.add(
            shape(
                slide.number(), f"KPI {index + 1}", Box(left + 0.8, top + 0.3, 9.2, 3.7),
                [(f"KPI{index + 1}", LABEL), ("00", FIGURE.but(size=40, colour=GREEN if index else WARM)),
                 ("Naam van de indicator", Look(16, line=92))],
            )
        )  # fmt: skip
        chart = Chart(YEARS, [Plot(f"KPI{index + 1}", (4, 6, 8), LIGHT if index else WARM)], gap=70, size=12)
        slide.add_chart(
            chart, f"Per jaar {index + 1}", f"Kolomgrafiek: streefwaarde van KPI{index + 1} per projectjaar.",
            Box(left + 10.2, top + 0.4, RIGHT - left - 10.7, 3.5),
        )  # fmt: skip
    return slide


def make_activities() -> Slide:
    """Work packages with their activities."""
    slide = Slide(CONTENT)
    slide.open("Wat we gaan doen", "Activiteiten")
    row = TableRow(
        [
            TableCell([("WP1", Look(16, WHITE, bold=True, align="ctr"))], GREEN),
            TableCell([("Werkpakket", Look(16, bold=True, line=94)), ("Lijn en looptijd", Look(13, MUTED))], pad=0.4),
            TableCell([("Activiteiten", Look(14, line=96))]),
        ],
        2.1,
        (WHITE, 6),
    )  # fmt: skip
    slide.add(
        table(
            slide.number(), "Werkpakketten", "Werkpakketten met hun activiteiten.", Box(LEFT, TOP, 0, 0),
            (2.0, 9.4, FULL - 11.4), [head_row(("", "Werkpakket", "Activiteiten"), (0.2, 0.4, 0.2)), row],
        )
    )  # fmt: skip
    return slide


def first_slides() -> list[Slide]:
    """In the order they are shown."""
    return [
        make_cover(),
        make_problem(),
        make_preparation(),
        make_ecosystem(),
        make_policy(),
        make_objectives(),
        make_activities(),
    ]


__all__ = ["DEEP", "add_figure", "add_figures", "first_slides"]
