"""The last chapters of the full application: criteria, members, annexes, declaration and signature."""

from __future__ import annotations

from tools.forms.word_base import Cell, Column, Row, WordForm, label
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
    columns = [Column("Dimensie", 17), Column("Nr.", 6), Column("Criterium", 25), Column("Beantwoord in", 52)]
    form.table("Evaluatiecriteria", columns)
    form.heading("15 Ledenlijst")
    form.section("companies")
    form.hint("Elke onderneming met een vestiging in Vlaanderen die het netwerk ondersteunt. (handleiding 3.3, 5.3.2)")
    columns = [
        Column("Nr.", 5),
        Column("Onderneming", 29),
        Column("Ondernemingsnr.", 18),
        Column("Grootte", 20),
        Column("Cash (3 jaar)", 12, "right"),
        Column("Brief ondertekend", 19, "right"),
    ]
    under: list[str | Cell] = ["", "Activiteit en schakel"]
    under += [Cell("Vestiging", span=2), Cell("Rol in het netwerk", span=2, align="left")]
    form.table(
        "Ondernemingen",
        columns,
        [
            Row([column.header for column in columns], "header", goes_on=True),
            Row(under, "header", follows=True),
            Row(["", label(""), "", "", "", ""], goes_on=True),
            Row(["", "", Cell(span=2), Cell(span=2, align="left")], follows=True),
        ],
        header=False,
        description="Per onderneming activiteit en schakel, vestiging, grootte, rol, bijdrage en ondertekende brief",
    )
    form.section("partners")
    form.hint("Actoren die geen onderneming zijn: hun bijdrage telt niet als cofinanciering. (handleiding 3.2, 4.2.4)")
    columns = [Column("Naam", 21), Column("Soort", 21), Column("Ondernemingsnr.", 18), Column("Gemeente", 16)]
    form.table("Andere actoren", [*columns, Column("Rol", 27)])
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
        together=True,
    )
    form.heading("17 Verklaring en ondertekening")
    for declaration in _DECLARATIONS:
        form.text(declaration, "ListBullet", keep=True)
    form.heading("Wettelijke vertegenwoordiger van de aanvrager", 3)
    add_signature(form, "Ondertekening", ["Organisatie", "Naam", "Functie", "Plaats", "Datum"])
