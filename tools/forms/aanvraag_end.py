"""The last chapters of the full application: criteria, members, annexes, declaration and signature."""

from __future__ import annotations

from tools.forms.word_base import Column, Row, WordForm, label
from tools.forms.word_blocks import add_signature

_DECLARATIONS = (
    "De aanvrager verklaart dat de gegevens in deze aanvraag en haar bijlagen juist en volledig zijn.",
    "De aanvrager verklaart dat voor het project een gescheiden boekhouding gevoerd wordt, waarin alle kosten, "
    "opbrengsten en cofinanciering van het netwerk te herkennen zijn.",
    "De aanvrager verklaart dat de cofinanciering komt van ondernemingen die rechtstreeks bij het netwerk betrokken "
    "zijn en niet van onderzoeksorganisaties, federaties, collectieve centra of publieke actoren.",
    "De aanvrager verklaart dat dezelfde kosten niet met andere steun gefinancierd worden.",
)


def add_end(form: WordForm) -> None:
    """Chapters 14 to 17."""
    form.heading("14 Evaluatiecriteria")
    form.hint("Waar de aanvraag elk criterium van de oproep beantwoordt. (handleiding 5.3.4)")
    columns = [Column("Dimensie", 20), Column("Nr.", 7), Column("Criterium", 28), Column("Beantwoord in", 45)]
    form.table("Evaluatiecriteria", columns)
    form.landscape()
    form.heading("15 Ledenlijst")
    form.section("companies")
    form.hint("Elke onderneming met een vestiging in Vlaanderen die het netwerk ondersteunt. (handleiding 3.3, 5.3.2)")
    form.table(
        "Ondernemingen",
        [
            Column("Nr.", 4, "right"),
            Column("Onderneming", 17),
            Column("Activiteit en schakel", 19),
            Column("Ondernemingsnummer en vestiging", 17),
            Column("Grootte", 9),
            Column("Rol in het netwerk", 22),
            Column("Cash drie jaar", 8, "right"),
            Column("Brief ondertekend", 9),
        ],
        [Row(["", label(""), *[""] * 6])],
    )
    form.section("partners")
    form.hint("Actoren die geen onderneming zijn: hun bijdrage telt niet als cofinanciering. (handleiding 3.2, 4.2.4)")
    columns = [Column("Naam", 24), Column("Soort", 18), Column("Ondernemingsnr.", 13), Column("Gemeente", 13)]
    form.table("Andere actoren", [*columns, Column("Rol", 40)])
    form.portrait()
    form.heading("16 Bijlagen")
    form.hint("Wat samen met dit formulier ingediend wordt.")
    form.table(
        "Bijlagen",
        [Column("Nr.", 8), Column("Bijlage", 60), Column("Bestand", 32)],
        [
            Row([label("A"), "Kostenmodel", "kostenmodel.xlsx"]),
            Row([label("B"), "Cofinancieringsplan", "cofinancieringsplan.docx en .xlsx"]),
            Row([label("C"), "Ondertekende intentiebrieven, een per onderneming", "map intentiebrieven"]),
            Row([label(""), "", ""]),
        ],
    )
    form.heading("17 Verklaring en ondertekening")
    for declaration in _DECLARATIONS:
        form.text(declaration, "ListBullet")
    form.heading("Wettelijke vertegenwoordiger van de aanvrager", 3)
    add_signature(form, "Ondertekening", ["Organisatie", "Naam", "Functie", "Plaats", "Datum"])
