"""Chapter 9 of the full application: the plan of approach, with a part per work package, the Gantt and the risks."""

from __future__ import annotations

from tools.forms.word_base import YEARS, Cell, Column, Row, WordForm, label

QUARTERS = 12


def add_plan(form: WordForm) -> None:
    """All of chapter 9."""
    form.heading("9 Plan van aanpak")
    for name in ("objectives", "start_scale_ups", "approach", "activities", "international", "communication"):
        form.question(name)
    form.question("market_distortion")
    form.section("work_packages")
    form.hint(
        "Per werkpakket: doel, aanpak en doelgroep, activiteiten met hun resultaat, op te leveren resultaten, "
        "mijlpalen en inzet in mensmaanden. Maand 1 is de eerste maand van het project. (handleiding 3.5, 5.3.4)"
    )
    _add_package(form)
    form.heading("9.9 Tijdschema", 2, new_page=True)  # a schedule is read in one view
    form.hint(
        "Donker: de looptijd van het werkpakket. Licht: de looptijd van de activiteit. Elke kolom is een kwartaal."
    )
    _add_gantt(form)
    form.section("milestones")
    form.hint("Bij elke mijlpaal het bewijs waaruit blijkt dat ze gehaald is. (handleiding bijlage 1)")
    columns = [Column("Nr.", 8), Column("Mijlpaal", 40), Column("Pakket", 10), Column("Uiterlijk", 18)]
    form.table("Mijlpalen", [*columns, Column("Bewijs", 34)])
    form.section("risks")
    form.hint("Met minstens het risico op marktverstoring en op te weinig cofinanciering. (handleiding 3.3, 3.5.1)")
    columns = [Column("Nr.", 7), Column("Risico", 27), Column("Kans", 9, "center"), Column("Impact", 9, "center")]
    form.table("Risico’s", [*columns, Column("Maatregel", 42), Column("Eigenaar", 16)])


def _add_package(form: WordForm) -> None:
    """The part that is repeated for each work package; its tables have no numbered captions, as those would repeat."""
    form.raw_control("werkpakket", "Heading3")
    labels = ["Doel", "Aanpak", "Doelgroep", "Trekker", "Werklijn", "Looptijd"]
    columns = [Column("Gegeven", 16), Column("Antwoord", 84)]
    rows = [Row([label(text), ""], "field") for text in labels]
    form.table("Werkpakket", columns, rows, header=False, caption=False, together=True)
    form.small_gap()
    columns = [Column("Nr.", 8), Column("Activiteit", 52), Column("Resultaat", 28), Column("Looptijd", 12, "right")]
    title = Row([label(""), Cell(span=2, label=True), ""], goes_on=True)
    form.table(
        "Activiteiten van het werkpakket", columns, [title, Row(["", "", "", ""], follows=True)], caption=False,
        description="Activiteiten van het werkpakket met beschrijving, resultaat en looptijd",
    )  # fmt: skip
    form.small_gap()
    columns = [Column("Nr.", 8), Column("Op te leveren", 42), Column("Uiterlijk", 25), Column("Bewijs", 33)]
    milestone = Row([label(""), "", "", ""])
    form.table(
        "Resultaten en mijlpalen van het werkpakket", columns, [Row([label(""), "", "", ""]), milestone], caption=False
    )
    form.small_gap()
    columns = [Column("Inzet in mensmaanden", 52), *(Column(year, 12, "right") for year in YEARS)]
    columns.append(Column("Totaal", 12, "right"))
    rows = [Row([""] * 5), Row(["Totaal", "", "", "", ""], "total")]
    form.table("Inzet van het werkpakket", columns, rows, caption=False, together=True)
    form.small_gap()


def _add_gantt(form: WordForm) -> None:
    columns = [Column("Nr.", 9), Column("Werkpakket of activiteit", 47)]
    columns += [Column("", 5.4, "center") for _ in range(QUARTERS)]
    years = Row([Cell(span=2), *(Cell(year, span=4, align="center") for year in YEARS)], "header")
    quarters = Row(["Nr.", "Werkpakket of activiteit", *(f"K{number % 4 + 1}" for number in range(QUARTERS))], "header")
    form.table(
        "Tijdschema",
        columns,
        [years, quarters, Row([Cell(style="Tabelcompact")] * (QUARTERS + 2))],
        header=False,
        upright=True,
        description="Looptijd van elk werkpakket en elke activiteit per kwartaal",
    )
