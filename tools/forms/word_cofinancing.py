"""Tables of the cofinancing that more than one Word form has: the matrix, the fees, the spread."""

from __future__ import annotations

from tools.forms.word_base import YEARS, Column, Row, WordForm


def columns_by_year(first: str, wide: float = 37, *, share: bool = False) -> list[Column]:
    """A label, an amount per project year and their total; with `share` also the part in the whole.

    The widths hold amounts with cents: `€ 447.936,13` in a year, `€ 1.350.000,00` in the total.
    """
    columns = [Column(first, wide), *(Column(year, 15.5, "right") for year in YEARS), Column("Totaal", 18, "right")]
    return [*columns, Column("Aandeel", 10, "right")] if share else columns


def add_matrix(form: WordForm) -> None:
    """Cofinancing per type and year, what is needed, the balance and the shares (4.2.4)."""
    form.table(
        "Cofinanciering",
        columns_by_year("Soort", share=True),
        [
            Row([""] * 6),
            Row(["Totale cofinanciering", *[""] * 5], "total"),
            Row(["Nodig (eigen deel)", *[""] * 5]),
            Row(["Saldo", *[""] * 5]),
            Row(["Aandeel cash", *[""] * 5]),
            Row(["Aandeel inkomsten uit activiteiten", *[""] * 5]),
        ],
        description="Cofinanciering per soort en per jaar, met wat nodig is en het saldo",
        together=True,
    )


def add_fees(form: WordForm) -> None:
    """Fee and benefits of each membership tier (3.5.1)."""
    columns = [Column("Categorie", 25), Column("Grootte", 16), Column("Lidgeld per jaar", 14, "right")]
    columns += [Column("Leden", 9, "right"), Column("Inbegrepen voordelen", 46)]
    form.table("Lidgelden", columns)


def add_spread(form: WordForm) -> None:
    """How the cash is spread: by size class, and over the largest payers (4.2.4)."""
    columns = [Column("Grootte", 40), Column("Betalende ondernemingen", 22, "right")]
    columns += [Column("Cash in drie jaar", 22, "right"), Column("Aandeel", 16, "right")]
    form.table("Cash naar grootte", columns)
    form.gap()
    form.facts(
        "Spreiding",
        [
            "Betalende ondernemingen",
            "Gemiddelde bijdrage per onderneming en per jaar",
            "Grootste bijdrager",
            "Aandeel van de grootste bijdrager",
            "Aandeel van de drie grootste",
            "Toegezegd in ondertekende brieven",
            "Aandeel toegezegd in de totale cash",
        ],
        share=50,
    )
