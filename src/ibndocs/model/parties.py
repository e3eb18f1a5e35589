"""Who takes part: the applicant, the companies, the partners that are no company, and how to reach them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator
from pydantic.json_schema import WithJsonSchema

from ibndocs.foundation.numbers import NumberFault, format_enterprise_number, parse_postal_code
from ibndocs.model.base import Key, Line, Part, Prose, Share, YearlyMoney, refuse_number, text_field


def _read_enterprise_number(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        try:
            return format_enterprise_number(value)
        except NumberFault as fault:
            raise refuse_number(fault) from None
    return value


def _read_postal_code(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        try:
            return parse_postal_code(value)
        except NumberFault as fault:
            raise refuse_number(fault) from None
    return value


EnterpriseNumber = Annotated[
    str,
    BeforeValidator(_read_enterprise_number),
    WithJsonSchema({"type": "string", "pattern": r"^(BE)?\s*[01]?\d{3}[. ]?\d{3}[. ]?\d{3}$"}),
]
"""Enterprise number printed as `0566.988.259` (Crossroads Bank for Enterprises: 10 digits, first 0 or 1)."""

PostalCode = Annotated[
    str,
    BeforeValidator(_read_postal_code),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1000, "maximum": 9999},
                {"type": "string", "pattern": r"^[1-9]\d{3}$"},
            ]
        }
    ),
]
"""Belgian postal code of four digits, kept as text."""


class Size(StrEnum):
    """Size class of an enterprise (Recommendation 2003/361/EC)."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Kind(StrEnum):
    """What kind of organisation a party is; only `COMPANY` counts as an enterprise of the target group (4.2.4)."""

    COMPANY = "company"
    RESEARCH = "research_organisation"
    COLLECTIVE_CENTRE = "collective_centre"
    FEDERATION = "federation"
    GENERAL_INTEREST = "general_interest"
    PUBLIC = "public"
    INVESTOR = "investor"
    OTHER = "other"


class Growth(StrEnum):
    """Start-up or scale-up, as the company declares itself; the guideline does not define them."""

    START_UP = "start-up"
    SCALE_UP = "scale-up"


class Status(StrEnum):
    """How sure a contribution is (cofinancing plan, by member)."""

    ENGAGED = "engaged"
    EXPECTED = "expected"


class Address(Part):
    """An address in Belgium."""

    street: Line = text_field("Straat en nummer", "Straat met huisnummer en bus.")
    postal_code: PostalCode = text_field("Postcode", "Vier cijfers; voor bedrijven van een vestiging in Vlaanderen.")
    municipality: Line = text_field("Gemeente", "Naam van de gemeente.")


class Contact(Part):
    """A person to reach."""

    name: Line = text_field("Naam", "Voornaam en naam.")
    function: str = text_field("Functie", "Functie binnen de organisatie.", default="")
    email: str = text_field("E-mail", "E-mailadres.", default="")
    phone: str = text_field("Telefoon", "Telefoonnummer.", default="")


class Signature(Part):
    """What is known of one letter of one company in one phase."""

    signed_on: date | None = text_field("Ondertekend op", "Datum waarop de brief ondertekend is.", default=None)
    signatory: str = text_field(
        "Ondertekenaar", "Wie de brief ondertekent; zonder opgave de contactpersoon.", default=""
    )
    function: str = text_field("Functie", "Functie van de ondertekenaar.", default="")
    place: str = text_field(
        "Plaats", "Plaats van ondertekening; zonder opgave de gemeente van het bedrijf.", default=""
    )


class Letters(Part):
    """The letters of intent of one company, by phase."""

    phase1: Signature = text_field("Fase 1", "Intentiebrief bij de vooraanmelding.", default_factory=Signature)
    phase2: Signature = text_field("Fase 2", "Intentiebrief bij de volledige aanvraag.", default_factory=Signature)


class Company(Part):
    """One company of the network: who it is, what it brings, what it promises."""

    name: Line = text_field("Naam", "Naam zoals in de Kruispuntbank van Ondernemingen.")
    enterprise_number: EnterpriseNumber = text_field("Ondernemingsnummer", "Tien cijfers, bv. 1999.000.051.")
    address: Address = text_field("Adres", "Adres van de vestiging in Vlaanderen.")
    contact: Contact = text_field("Contactpersoon", "Contactpersoon die in de intentiebrief staat.")
    size: Size = text_field("Grootte", "micro, small, medium of large (Aanbeveling 2003/361/EG).")
    kind: Kind = text_field("Soort", "company, tenzij de organisatie geen onderneming is.", default=Kind.COMPANY)
    growth: Growth | None = text_field(
        "Start- of scale-up", "start-up of scale-up, als het bedrijf dat is.", default=None
    )
    activity: str = text_field("Activiteit", "Wat het bedrijf doet, in enkele woorden.", default="")
    link: str = text_field("Schakel", "Schakel in de waardeketen.", default="")
    establishment_number: str = text_field(
        "Vestigingsnummer", "Vestigingseenheidsnummer, als het bekend is.", default=""
    )
    website: str = text_field("Website", "Adres van de website.", default="")
    tier: str = text_field("Lidmaatschapscategorie", "Id van een categorie in cofinancing.membership.", default="")
    member_from: int = text_field("Lid vanaf jaar", "Projectjaar waarin het lidmaatschap begint.", default=1, ge=1)
    cash: YearlyMoney = text_field(
        "Lidgeld per jaar", "Alleen als het afwijkt van het lidgeld van de categorie.", default=()
    )
    sponsoring: YearlyMoney = text_field("Sponsoring per jaar", "Cash sponsoring bovenop het lidgeld.", default=())
    status: Status = text_field("Zekerheid", "engaged (in de brief) of expected (verwacht).", default=Status.ENGAGED)
    leading: bool = text_field("Trekkende onderneming", "true als het bedrijf het netwerk mee trekt.", default=False)
    involved: bool = text_field(
        "Rechtstreeks betrokken", "false als een lid van de host niet bij het IBN betrokken is.", default=True
    )
    role: str = text_field("Rol", "Rol of taak in de uitvoering van het project.", default="")
    motivation: Prose = text_field("Motivatie", "Persoonlijke motivering van het bedrijf voor de brief.", default="")
    letters: Letters = text_field("Intentiebrieven", "Wat er van de brieven bekend is.", default_factory=Letters)


class Partner(Part):
    """An actor that is no company: a university, a city, a federation. It never counts as cofinancing (4.2.4)."""

    name: Line = text_field("Naam", "Naam van de organisatie.")
    kind: Kind = text_field("Soort", "Soort organisatie.")
    enterprise_number: EnterpriseNumber | None = text_field("Ondernemingsnummer", "Tien cijfers.", default=None)
    address: Address | None = text_field("Adres", "Adres van de organisatie.", default=None)
    contact: Contact | None = text_field("Contactpersoon", "Wie te bereiken is.", default=None)
    role: Line = text_field("Rol", "Wat de organisatie bijdraagt aan de doelstellingen van het netwerk.")
    contribution: YearlyMoney = text_field(
        "Bijdrage", "Bijdrage in euro per jaar; telt niet mee als cofinanciering.", default=()
    )


class Vat(Part):
    """How much VAT the applicant recovers; only the other part may be a cost (4.2.2)."""

    status: Line = text_field("Btw-statuut", "Bv. volledig btw-plichtig, gemengd, vrijgesteld.")
    recoverable_share: Share = text_field(
        "Aftrekbaar deel", "Deel van de btw dat wordt gerecupereerd: 1 is alles, 0 is niets."
    )


class Host(Part):
    """What an existing organisation shows before it may host the cluster organisation (4.1, I to IV)."""

    competences: Prose = text_field(
        "I. Competenties en trackrecord", "Waarom de host de bedrijven kan vertegenwoordigen."
    )
    no_overlap: Prose = text_field("II. Geen overlap", "Verschil met de gewone werking van de host.")
    neutrality: Prose = text_field(
        "III. Neutraliteit en toegang", "Onafhankelijkheid; statuten belemmeren geen nieuwe leden."
    )
    transparency: Prose = text_field(
        "IV. Financiële transparantie", "Hoe de geldstromen van het IBN gescheiden blijven."
    )


class NewEntity(Part):
    """A legal person that is still to be founded as beneficiary, at the latest at the start of the project (4.1)."""

    name: Line = text_field("Naam", "Naam van de op te richten rechtspersoon.")
    legal_form: Line = text_field("Rechtsvorm", "Rechtsvorm van de op te richten rechtspersoon.")
    founded_on: date = text_field("Oprichting", "Voorziene datum van oprichting.")


class Applicant(Part):
    """The organisation with legal personality that applies, and in principle receives and carries out (4.1)."""

    name: Line = text_field("Naam", "Naam van de rechtspersoon.")
    legal_form: Line = text_field("Rechtsvorm", "Bv. vzw, bv, cv.")
    enterprise_number: EnterpriseNumber = text_field("Ondernemingsnummer", "Tien cijfers.")
    address: Address = text_field("Adres", "Maatschappelijke zetel.")
    contact: Contact = text_field("Contactpersoon", "Wie het dossier opvolgt.")
    legal_representative: Contact = text_field("Rechtsgeldig vertegenwoordiger", "Wie de aanvraag ondertekent.")
    vat: Vat = text_field("Btw", "Btw-statuut.")
    website: str = text_field("Website", "Adres van de website.", default="")
    description: Prose = text_field("Voorstelling", "Korte voorstelling van de aanvrager.", default="")
    executors: tuple[Line, ...] = text_field(
        "Andere uitvoerders",
        "Een IBN heeft één uitvoerder: laat leeg, tenzij het anders is afgesproken.",
        default=(),
    )
    host_organisation: Host | None = text_field(
        "Host-organisatie", "Invullen als een bestaande organisatie als host optreedt.", default=None
    )
    beneficiary: NewEntity | None = text_field(
        "Begunstigde", "Alleen als een nieuwe rechtspersoon de begunstigde wordt.", default=None
    )
    separate_accounting: bool = text_field(
        "Gescheiden boekhouding", "true: de aanvrager verbindt zich tot een gescheiden boekhouding."
    )
    other_members: bool = text_field(
        "Ledenorganisatie met bredere werking",
        "true als de aanvrager ook leden buiten het IBN heeft.",
        default=False,
    )


__all__ = [
    "Address",
    "Applicant",
    "Company",
    "Contact",
    "Growth",
    "Host",
    "Key",
    "Kind",
    "Letters",
    "NewEntity",
    "Partner",
    "Signature",
    "Size",
    "Status",
    "Vat",
]
