"""The money: cost lines of the budget, and what the companies contribute."""

from __future__ import annotations

from decimal import Decimal

from ibndocs.model.base import (
    Key,
    Line,
    Money,
    Part,
    Prose,
    Quantity,
    Share,
    YearlyMoney,
    YearlyQuantity,
    text_field,
)
from ibndocs.model.parties import Size

_NO_VAT = Decimal(0)


class OperatingLine(Part):
    """One line of operating costs (werkingskosten): real costs tied to an activity."""

    id: Key = text_field("Id", "Bv. W1.")
    description: Line = text_field("Omschrijving", "Waarvoor de kosten zijn.")
    amount: YearlyMoney = text_field("Bedrag per jaar", "Euro zonder btw, per projectjaar.")
    vat_rate: Share = text_field(
        "Btw-tarief", "Bv. 0.21; alleen het niet-aftrekbare deel wordt een kost.", default=_NO_VAT
    )
    activity: Key = text_field("Activiteit", "Id van de activiteit of het werkpakket waarvoor de kost dient.")
    motivation: Prose = text_field("Motivering", "Waarom de kost nodig is en hoe het bedrag berekend is.")


class ExternalLine(OperatingLine):
    """One external service (externe prestatie): exceptional, each with its motivation (4.2.2 IV)."""

    supplier: str = text_field("Uitvoerder", "Wie de dienst levert, als dat bekend is.", default="")
    quotation: str = text_field("Offerte", "Verwijzing naar de offerte, als die er is.", default="")


class Budget(Part):
    """Cost lines beside the team; personnel and overhead follow from `team` and the settings."""

    indexation: Share | None = text_field(
        "Indexering", "Jaarlijkse indexering van de lonen; zonder opgave die van de oproep.", default=None
    )
    overhead_per_fte: Money | None = text_field(
        "Overhead per VTE", "Euro per VTE-jaar; zonder opgave die van de oproep.", default=None
    )
    wage_factor: Quantity | None = text_field(
        "Factor uurloon",
        "Uurloon als deel van het brutomaandloon; zonder opgave die van de oproep.",
        default=None,
    )
    hours_per_year: Quantity | None = text_field(
        "Uren per jaar", "Uren van een voltijds jaar; zonder opgave die van de oproep.", default=None
    )
    settings_source: str = text_field("Bron instellingen", "Waar afwijkende instellingen vandaan komen.", default="")
    operating: tuple[OperatingLine, ...] = text_field("Werkingskosten", "Werkingskosten, lijn per lijn.", default=())
    external: tuple[ExternalLine, ...] = text_field("Externe prestaties", "Uitzonderlijk en te motiveren.", default=())
    efficiency: Prose = text_field(
        "Kostenefficiëntie", "Waarom de kosten in verhouding staan tot de resultaten.", default=""
    )


class Tier(Part):
    """One membership tier: the fee of a year and what it includes (3.5.1)."""

    id: Key = text_field("Id", "Waarmee bedrijven naar de categorie verwijzen, bv. klein.")
    name: Line = text_field("Naam", "Naam van de categorie.")
    fee: Money = text_field("Lidgeld", "Euro per jaar.")
    sizes: tuple[Size, ...] = text_field("Groottes", "Voor welke grootteklassen.", default=())
    benefits: tuple[Line, ...] = text_field("Voordelen", "Wat in het lidgeld begrepen is.", min_length=1)


class Price(Part):
    """Number of participants and price of one participation."""

    participants: Quantity = text_field("Deelnemers", "Verwacht aantal betalende deelnames.")
    price: Money = text_field("Prijs", "Euro per deelname, zonder btw.")


_NOBODY = Price(participants=Decimal(0), price=Decimal(0))


class ActivityIncome(Part):
    """Income of one activity in one project year: participants times price (4.2.4 ii)."""

    id: Key = text_field("Id", "Bv. I1.")
    activity: Key = text_field("Activiteit", "Id van een activiteit van het werkplan.")
    description: Line = text_field("Omschrijving", "Waarvoor betaald wordt.")
    year: int = text_field("Projectjaar", "1, 2 of 3.", ge=1)
    members: Price = text_field("Leden", "Deelnames door leden.", default=_NOBODY)
    non_members: Price = text_field("Niet-leden", "Deelnames door niet-leden.", default=_NOBODY)
    individual_service: bool = text_field(
        "Individuele dienst",
        "true als het om dienstverlening aan één bedrijf gaat: telt niet mee.",
        default=False,
    )


class Recruitment(Part):
    """Members still to be found: how many of a tier pay in each year."""

    tier: Key = text_field("Categorie", "Id van een lidmaatschapscategorie.")
    members: YearlyQuantity = text_field("Aantal", "Aantal te werven betalende leden per projectjaar.")


class Cofinancing(Part):
    """What companies pay: membership, sponsoring (with the companies) and income from activities."""

    membership: tuple[Tier, ...] = text_field("Lidmaatschapscategorieën", "Lidgeld en voordelen.", min_length=1)
    activity_income: tuple[ActivityIncome, ...] = text_field(
        "Inkomsten uit activiteiten", "Betalende deelname aan activiteiten.", default=()
    )
    recruitment: tuple[Recruitment, ...] = text_field("Te werven leden", "Nog niet gekende leden.", default=())
    gaps: Prose = text_field("Tekorten", "Hoe een tekort wordt gedicht.", default="")
    spread: Prose = text_field("Spreiding", "Waarom de bijdragen evenwichtig verdeeld zijn.", default="")


__all__ = [
    "ActivityIncome",
    "Budget",
    "Cofinancing",
    "ExternalLine",
    "OperatingLine",
    "Price",
    "Recruitment",
    "Tier",
]
