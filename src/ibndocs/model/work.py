"""The work: team, governance, work packages, indicators and risks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from ibndocs.model.base import Key, Line, Money, Part, Prose, Quantity, Share, YearlyQuantity, text_field


class AnnualCost(Part):
    """Wage cost of a full-time year in the first project year, charges included."""

    basis: Literal["annual"] = text_field("Basis", "annual: jaarlijkse loonkost.")
    amount: Money = text_field("Jaarloonkost", "Loonkost van een voltijds jaar in projectjaar 1, in euro.")


class MonthlyGross(Part):
    """Gross monthly wage of a full-time job in the first project year; factor and hours come from the call pack."""

    basis: Literal["monthly_gross"] = text_field("Basis", "monthly_gross: brutomaandloon.")
    amount: Money = text_field("Brutomaandloon", "Voltijds brutomaandloon in projectjaar 1, in euro.")


Wage = Annotated[AnnualCost | MonthlyGross, Field(discriminator="basis")]


class Employment(StrEnum):
    """Under which contract a person works; decides the rubric of the cost (4.2.2)."""

    EMPLOYEE = "employee"
    SECONDED = "seconded"
    FREELANCE = "freelance"


class Secondment(Part):
    """The five matters a secondment agreement settles (4.1)."""

    organisation: Line = text_field("Organisatie", "Organisatie waarvan de persoon gedetacheerd wordt.")
    price: Prose = text_field("Kostprijs", "Afspraak over de kostprijs.")
    extent: Prose = text_field("Omvang", "Afspraak over de omvang.")
    tasks: Prose = text_field("Taken", "Uit te voeren taken.")
    payment: Prose = text_field("Betaling", "Betalingsmodaliteiten.")
    independence: Prose = text_field("Onafhankelijkheid", "Waarborg dat de persoon los van de moederorganisatie werkt.")


class Person(Part):
    """Somebody of the team, with FTE per project year and the basis of the wage cost."""

    id: Key = text_field("Id", "Korte naam waarmee andere delen verwijzen, bv. an.")
    name: Line = text_field("Naam", "Voornaam en naam, of 'Aan te werven'.")
    function: Line = text_field("Functie", "Functie in het project.")
    competences: Prose = text_field(
        "Competenties", "Relevante ervaring, in het bijzonder met samenwerking tussen bedrijven.", default=""
    )
    employment: Employment = text_field(
        "Tewerkstelling", "employee, seconded of freelance.", default=Employment.EMPLOYEE
    )
    code: str = text_field(
        "Code", "Code in het kostenmodel, als het sjabloon die vraagt (bv. b voor barema).", default=""
    )
    cluster_manager: bool = text_field("Clustermanager", "true voor de trekker van het project.", default=False)
    fte: YearlyQuantity = text_field("VTE per jaar", "Voltijdse equivalenten in elk projectjaar, bv. [0.8, 1, 1].")
    wage: Wage = text_field("Loonbasis", "Loonkost per jaar of brutomaandloon.")
    seconded_from: Secondment | None = text_field("Detachering", "Invullen bij employment: seconded.", default=None)


class Seat(Part):
    """One seat in the steering group."""

    name: Line = text_field("Naam", "Wie zetelt.")
    organisation: Line = text_field("Organisatie", "Naam van het bedrijf of de organisatie.")
    company: bool = text_field("Onderneming", "true als de organisatie een onderneming is.")
    role: str = text_field("Rol", "Bv. voorzitter, lid, waarnemer.", default="lid")
    voting: bool = text_field("Stemrecht", "false voor waarnemers.", default=True)


class Membership(Part):
    """How companies join: open, transparent and without discrimination (3.3)."""

    conditions: Prose = text_field("Voorwaarden", "Toelatingsvoorwaarden.")
    procedure: Prose = text_field("Procedure", "Hoe een nieuw lid toetreedt en wie beslist.")


class Governance(Part):
    """How the companies steer the cluster organisation (3.3, 5.4.2)."""

    steering_group: tuple[Seat, ...] = text_field("Stuurgroep", "Samenstelling van de stuurgroep.")
    mandate: Prose = text_field("Mandaat", "Waarover de stuurgroep beslist.")
    meetings_per_year: int = text_field("Vergaderingen per jaar", "Aantal vergaderingen van de stuurgroep.", ge=1)
    observer_invited: bool = text_field(
        "Waarnemer", "true: de accountmanager van VLAIO wordt als waarnemer uitgenodigd."
    )
    membership: Membership = text_field("Lidmaatschap", "Toegang tot het netwerk.")


class Strand(StrEnum):
    """The lines of work a plan of approach shows (3.1, 3.5)."""

    ECOSYSTEM = "ecosystem"
    COLLABORATION = "collaboration"
    START_SCALE_UPS = "start_scale_ups"
    INTERNATIONAL = "international"
    COMMUNICATION = "communication"
    COORDINATION = "coordination"


class Activity(Part):
    """One activity, from a first to a last project month (both included, counted from 1)."""

    id: Key = text_field("Id", "Bv. A1.1.")
    title: Line = text_field("Titel", "Naam van de activiteit.")
    start: int = text_field("Eerste maand", "Projectmaand waarin de activiteit begint (1 is de eerste).", ge=1)
    end: int = text_field("Laatste maand", "Projectmaand waarin de activiteit eindigt.", ge=1)
    description: Prose = text_field("Beschrijving", "Wat er gebeurt en voor wie.", default="")
    result: str = text_field("Resultaat", "Wat de activiteit oplevert, met aantallen.", default="")


class Deliverable(Part):
    """Something handed over in a project month."""

    id: Key = text_field("Id", "Bv. D1.1.")
    title: Line = text_field("Titel", "Wat er opgeleverd wordt.")
    month: int = text_field("Maand", "Projectmaand van oplevering.", ge=1)


class Milestone(Part):
    """A moment by which progress is read."""

    id: Key = text_field("Id", "Bv. M1.")
    title: Line = text_field("Titel", "Wat er dan bereikt is.")
    month: int = text_field("Maand", "Projectmaand.", ge=1)
    evidence: Line = text_field("Bewijs", "Waaruit blijkt dat de mijlpaal bereikt is.")


class Effort(Part):
    """Person-months of one person in one work package, per project year."""

    person: Key = text_field("Persoon", "Id van iemand uit team.")
    months: YearlyQuantity = text_field("Persoonsmaanden", "Persoonsmaanden per projectjaar.")


class WorkPackage(Part):
    """One work package with its activities, deliverables, milestones and effort."""

    id: Key = text_field("Id", "Bv. WP1.")
    title: Line = text_field("Titel", "Naam van het werkpakket.")
    aim: Prose = text_field("Doel", "Wat het werkpakket wil bereiken.")
    lead: Key = text_field("Trekker", "Id van iemand uit team.")
    target_group: Line = text_field("Doelgroep", "Voor welke bedrijven of actoren.")
    strand: Strand = text_field(
        "Werklijn", "ecosystem, collaboration, start_scale_ups, international, communication of coordination."
    )
    approach: Prose = text_field("Aanpak", "Hoe het werk verloopt.", default="")
    activities: tuple[Activity, ...] = text_field("Activiteiten", "Activiteiten met hun maanden.", min_length=1)
    deliverables: tuple[Deliverable, ...] = text_field("Op te leveren", "Wat er opgeleverd wordt.", default=())
    milestones: tuple[Milestone, ...] = text_field("Mijlpalen", "Mijlpalen.", default=())
    effort: tuple[Effort, ...] = text_field("Inzet", "Persoonsmaanden per persoon en jaar.", default=())


class Goal(StrEnum):
    """To which of the three goals an indicator belongs (5.4.3)."""

    ECOSYSTEM = "ecosystem"
    COLLABORATION = "collaboration"
    START_SCALE_UPS = "start_scale_ups"


class Aspect(StrEnum):
    """What an indicator follows (5.4.3): what we do, what we reach, whom we reach."""

    DO = "do"
    REACH = "reach"
    WHO = "who"


class Horizon(StrEnum):
    """When a result shows: shortly or on the medium term after the project (annex 1.3 says when)."""

    SHORT = "short"
    MEDIUM = "medium"


class Level(StrEnum):
    """Kind of indicator."""

    OUTPUT = "output"
    RESULT = "result"
    IMPACT = "impact"


class Counting(StrEnum):
    """How the targets of the years add up: counted anew each year, or the state at the end."""

    SUM = "sum"
    LAST = "last"


class Kpi(Part):
    """One indicator with definition, baseline, method and targets (5.4.3)."""

    id: Key = text_field("Id", "KPI1, KPI2 en KPI3 zijn verplicht; daarna eigen ids, bv. E1.")
    name: Line = text_field("Naam", "Naam van de indicator.")
    definition: Prose = text_field("Definitie", "Wat wel en niet geteld wordt.")
    unit: Line = text_field("Eenheid", "Bv. ondernemingen, initiatieven, %.")
    level: Level = text_field("Soort", "output, result of impact.")
    aspect: Aspect = text_field("Wat", "do (wat we doen), reach (wat we bereiken) of who (wie we bereiken).")
    goal: Goal = text_field("Doel", "ecosystem, collaboration of start_scale_ups.")
    horizon: Horizon | None = text_field("Termijn", "short of medium, voor wat we bereiken.", default=None)
    baseline: Quantity | None = text_field("Referentiewaarde", "Waarde bij de start, als die er is.", default=None)
    baseline_on: date | None = text_field(
        "Datum referentiewaarde", "Wanneer de referentiewaarde gemeten is.", default=None
    )
    method: Line = text_field("Meetmethode", "Hoe er gemeten wordt.")
    data_source: str = text_field("Bron", "Waar de cijfers vandaan komen.", default="")
    targets: YearlyQuantity = text_field("Streefwaarden", "Streefwaarde per projectjaar.")
    counting: Counting = text_field("Telling", "sum: jaren optellen; last: stand op het einde.", default=Counting.SUM)
    started: YearlyQuantity = text_field(
        "Waarvan opgestart", "KPI3: waarvan opgestarte innovatie-initiatieven, per jaar.", default=()
    )
    after: Quantity | None = text_field(
        "Streefwaarde na het project", "Streefwaarde op middellange termijn na afloop.", default=None
    )
    policy: str = text_field("Beleidsdoelstelling", "Welke beleidsdoelstelling de indicator weerspiegelt.", default="")

    @property
    def begin(self) -> Decimal:
        """The value at the start; 0 when none is given."""
        return self.baseline or Decimal(0)


class Grade(StrEnum):
    """Low, medium or high."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(Part):
    """One risk and what is done about it."""

    id: Key = text_field("Id", "Bv. R1.")
    title: Line = text_field("Risico", "Wat er kan misgaan.")
    probability: Grade = text_field("Kans", "low, medium of high.")
    impact: Grade = text_field("Gevolg", "low, medium of high.")
    measure: Prose = text_field("Maatregel", "Hoe het risico wordt beperkt of opgevangen.")
    owner: Key = text_field("Verantwoordelijke", "Id van iemand uit team.")
    market_distortion: bool = text_field(
        "Marktverstoring", "true als het risico over marktverstoring gaat.", default=False
    )


__all__ = [
    "Activity",
    "AnnualCost",
    "Aspect",
    "Counting",
    "Deliverable",
    "Effort",
    "Employment",
    "Goal",
    "Governance",
    "Grade",
    "Horizon",
    "Kpi",
    "Level",
    "Membership",
    "Milestone",
    "MonthlyGross",
    "Person",
    "Risk",
    "Seat",
    "Secondment",
    "Share",
    "Strand",
    "WorkPackage",
]
