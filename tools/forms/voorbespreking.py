"""The stand-in for the request for a preliminary talk (5.1): the idea, and what the agency is asked about it."""

from __future__ import annotations

from tools.forms.word_base import Column, Row, WordForm
from tools.forms.word_blocks import add_key_figures
from tools.forms.word_masthead import add_masthead

FILE = "forms/voorbespreking.docx"


def make() -> bytes:
    """The blank form."""
    form = WordForm("Aanvraag voorbespreking", 1)
    add_masthead(form, "Een voorbespreking is optioneel en gaat de vooraanmelding vooraf.")
    _add_identity(form)
    form.heading("2 Het idee")
    form.hint(f"Het idee in het kort: welk netwerk, voor wie en waarom nu? ({form.call.cite('5.1')})")
    form.answer()
    _add_target_group(form)
    form.heading("4 Aansluiting bij de beleidsprioriteiten")
    form.hint(f"Waarop steunt de verwachting dat het idee binnen de oproep past? ({form.call.cite('5.1, 5.3.4')})")
    columns = [Column("Beleidsdocument", 26), Column("Plaats", 24), Column("Bijdrage van het netwerk", 50)]
    form.table("Beleidsprioriteiten", columns, caption=False)
    _add_questions(form)
    return form.build()


def _add_identity(form: WordForm) -> None:
    form.heading("1 Identificatie")
    form.facts(
        "Aanvrager en project",
        ["Aanvrager", "Rechtsvorm", "Ondernemingsnummer", "Adres", "Contactpersoon", "Bereikbaar via", "Domein",
         "Beoogde projectperiode"],
    )  # fmt: skip


def _add_target_group(form: WordForm) -> None:
    form.heading("3 Doelgroep in cijfers")
    form.hint(f"Welke ondernemingen steunen het idee vandaag, en uit welke schakels? ({form.call.cite('3.2, 3.3')})")
    add_key_figures(
        form,
        "Doelgroep in cijfers",
        [
            ("cijfer-ondernemingen", "ondernemingen"),
            ("cijfer-kmo", "kleine en middelgrote ondernemingen"),
            ("cijfer-groot", "grote ondernemingen"),
            ("cijfer-start-ups", "start-ups"),
            ("cijfer-scale-ups", "scale-ups"),
            ("cijfer-partners", "andere actoren"),
        ],
    )
    columns = [Column("Schakel van de waardeketen", 50), Column("Ondernemingen", 25, "right")]
    form.table(
        "Ondernemingen per schakel",
        [*columns, Column("Aandeel", 25, "right")],
        [Row(["", "", ""]), Row(["Totaal", "", ""], "total")],
        together=True,
    )


def _add_questions(form: WordForm) -> None:
    call = form.call
    form.heading(f"5 Vragen aan {call.call.agency}")
    form.hint(
        f"Advies over onder meer de beleidsprioriteiten, de aanvaardbare kosten en de criteria. ({call.cite('5.1')})"
    )
    form.table("Vragen", [Column("Vraag", 100)], caption=False)
    form.heading("6 Deelnemers aan het gesprek")
    columns = [Column("Naam", 26), Column("Functie en organisatie", 37), Column("E-mail en telefoon", 37)]
    form.table("Deelnemers", columns, caption=False)
    form.heading("7 Gesprek en indienen")
    form.facts(
        "Gesprek", ["Gespreksdagen van de oproep", "Voorkeur", "Te sturen naar", "Indienen van de vooraanmelding"]
    )
