"""The description of a project as a whole: the one place where every fact of the dossier stands."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from ibndocs.model.base import Key, Line, Part, Prose, text_field
from ibndocs.model.money import Budget, Cofinancing
from ibndocs.model.parties import Applicant, Company, Contact, Partner
from ibndocs.model.work import Governance, Kpi, Person, Risk, WorkPackage


class Identity(Part):
    """What the project is called, when it runs, and which version of the dossier this is."""

    title: Line = text_field("Titel", "Volledige titel van het project.")
    acronym: Line = text_field("Acroniem", "Korte naam, bv. BIORENOV.", max_length=30)
    summary: Prose = text_field("Samenvatting", "Samenvatting van het project.", min_length=1)
    start: dt.date = text_field("Startdatum", "Eerste dag van het project, JJJJ-MM-DD.")
    duration_months: int = text_field("Duur", "Duur in maanden.", ge=12, multiple_of=12)
    version: Line = text_field("Versie", "Versie van het dossier, bv. 1.0.", default="1.0")
    date: dt.date = text_field("Datum", "Datum van het dossier, op elk document.")
    domain: str = text_field("Domein", "Domein of thema in enkele woorden.", default="")
    keywords: tuple[Line, ...] = text_field("Trefwoorden", "Trefwoorden.", default=())


class PolicyReference(Part):
    """A passage of a policy document that names the domain, and what the network adds to it (annex 1.1, 1.2)."""

    document: Line = text_field("Beleidsdocument", "Bv. Vlaams Regeerakkoord 2024-2029.")
    place: Line = text_field("Vindplaats", "Hoofdstuk of bladzijde.")
    passage: Prose = text_field("Passage", "Waar het over gaat, in eigen woorden.")
    contribution: Prose = text_field("Bijdrage", "Wat het netwerk daaraan bijdraagt.")
    short: str = text_field("Kort", "De bijdrage in één regel, voor de pitch.", default="")


def _read_answer(value: object) -> object:
    """A single text answers the question in every phase."""
    return {"phase1": value, "phase2": value} if isinstance(value, str) else value


class Answer(Part):
    """The answer to one question of the forms; a single text in the description stands for both phases."""

    phase1: Prose = text_field("Fase 1", "Antwoord in de vooraanmelding (beknopt).", default="")
    phase2: Prose = text_field("Fase 2", "Antwoord in de volledige aanvraag.", default="")


Narrative = dict[Key, Annotated[Answer, BeforeValidator(_read_answer)]]


class Neighbour(StrEnum):
    """What kind of organisation or initiative a project is compared with (3.4)."""

    SPEARHEAD = "spearhead_cluster"
    RESEARCH_CENTRE = "strategic_research_centre"
    FEDERATION = "federation"
    COLLECTIVE_CENTRE = "collective_centre"
    FUNDED = "funded_initiative"
    VLAIO = "vlaio"


class SpearheadConditions(Part):
    """The five conditions for a proposal near the domain of a spearhead cluster (3.4.2)."""

    emerging_domain: Prose = text_field(
        "1. Ontluikend domein",
        "Domein dat in het plan van de speerpuntcluster niet of te weinig aan bod komt.",
    )
    policy_priority: Prose = text_field(
        "2. Beleidsprioriteit", "Beleidsprioriteit die in de speerpuntcluster niet aan bod komt."
    )
    separate_impulse: Prose = text_field("3. Afzonderlijke impuls", "Waarom een afzonderlijke impuls nodig is.")
    target_group: Prose = text_field(
        "4. Doelgroep", "Doelgroep die in de speerpuntcluster niet of te weinig vertegenwoordigd is."
    )
    agreement: Prose = text_field("5. Afstemming", "Afspraken over samenwerking of integratie na drie jaar.")


class Position(Part):
    """How the project stands towards one other organisation or initiative (3.4)."""

    name: Line = text_field("Naam", "Naam van de organisatie of het initiatief.")
    kind: Neighbour = text_field(
        "Soort",
        "spearhead_cluster, strategic_research_centre, federation, collective_centre, funded_initiative of vlaio.",
    )
    overlap: Prose = text_field("Overlap", "Waar er raakvlakken zijn.")
    difference: Prose = text_field("Verschil", "Waarin het project zich onderscheidt.")
    contact: Prose = text_field("Contact", "Welk overleg er was, en wanneer.")
    agreement: Prose = text_field("Afspraak", "Wat er is afgesproken.")
    shared_members: int = text_field("Gedeelde leden", "Aantal bedrijven dat ook daar lid is.", default=0, ge=0)
    conditions: SpearheadConditions | None = text_field(
        "Voorwaarden", "Voor een speerpuntcluster in een verwant domein: de vijf voorwaarden.", default=None
    )
    short_difference: str = text_field("Verschil, kort", "Het verschil in enkele woorden, voor de pitch.", default="")
    short_agreement: str = text_field("Afspraak, kort", "De afspraak in enkele woorden, voor de pitch.", default="")


class Annex(Part):
    """A file to hand in beside the documents that are made here."""

    title: Line = text_field("Titel", "Wat de bijlage is.")
    file: str = text_field("Bestand", "Pad in de map van het project, als het er is.", default="")
    phase: int = text_field("Fase", "1 of 2.", ge=1, le=2, default=2)


class Conversation(Part):
    """What is put to the agency in the optional preliminary talk (5.1)."""

    idea: Prose = text_field("Idee", "Het idee in het kort.", default="")
    questions: tuple[Line, ...] = text_field("Vragen", "Vragen aan VLAIO.", default=())
    participants: tuple[Contact, ...] = text_field("Deelnemers", "Wie aan het gesprek deelneemt.", default=())
    preferred: str = text_field("Voorkeur", "Voorkeur voor dag en uur.", default="")


class Pitch(Part):
    """Texts that only the pitch needs: one message per slide, and the questions to expect."""

    problem: tuple[Line, ...] = text_field("Uitdaging", "Drie à vier knelpunten.", default=())
    opportunity: str = text_field("Kans", "Eén zin over de kans die er ligt.", default="")
    preparation: tuple[Line, ...] = text_field(
        "Voortraject",
        "Drie à vijf stappen die al gezet zijn, bv. 'maart 2025: eerste bijeenkomst met 11 bedrijven'.",
        default=(),
    )
    objectives: tuple[Line, ...] = text_field("Doelstellingen", "Drie à vier doelstellingen.", default=())
    positioning: str = text_field("Positionering", "Eén zin over de plaats in het landschap.", default="")
    messages: dict[Key, Line] = text_field(
        "Boodschappen",
        "Titel van een dia, per dia-id, als die van het sjabloon niet past.",
        default_factory=dict,
    )
    questions: tuple[Line, ...] = text_field(
        "Vragen", "Vragen die de jury kan stellen, met kern van het antwoord.", default=()
    )


class Waiver(Part):
    """A rule the project knowingly departs from; its findings become notes. Knock-outs cannot be waived."""

    rule: Line = text_field("Regel", "Id of naam van de regel, bv. COF11 of contributions-concentrated.")
    reason: Line = text_field("Reden", "Waarom het project ervan afwijkt.")


class Submission(Part):
    """What is known of the handing in: a dossier in preparation knows nothing of it yet."""

    phase1_submitted_on: dt.date | None = text_field(
        "Vooraanmelding ingediend op", "Datum waarop de vooraanmelding is ingediend.", default=None
    )
    preselected: bool | None = text_field(
        "Preselectie", "true als de vooraanmelding positief beoordeeld is, false als dat niet zo is.", default=None
    )
    signed_on: dt.date | None = text_field(
        "Aanvraag ondertekend op", "Datum waarop de rechtsgeldig vertegenwoordiger ondertekende.", default=None
    )
    phase2_submitted_on: dt.date | None = text_field(
        "Aanvraag ingediend op", "Datum waarop de volledige aanvraag is ingediend.", default=None
    )
    requested_on: dt.date | None = text_field(
        "Bijkomende informatie gevraagd op", "Datum waarop het agentschap bijkomende informatie vroeg.", default=None
    )
    answered_on: dt.date | None = text_field(
        "Bijkomende informatie bezorgd op", "Datum waarop die informatie is bezorgd.", default=None
    )
    answer_pages: int | None = text_field(
        "Bladzijden bijkomende informatie", "Aantal bladzijden van de annex.", default=None, ge=1
    )


class Check(Part):
    """How `check` reads this project."""

    on: dt.date | None = text_field(
        "Op datum", "Datum waarop termijnen worden getoetst; zonder opgave vandaag.", default=None
    )


def _read_mapping(value: Any) -> Any:
    return {} if value is None else value


class Project(Part):
    """The whole description."""

    call: Key = text_field("Oproep", "Naam van het oproeppakket, bv. ibn-2025.")
    project: Identity = text_field("Project", "Naam, looptijd en versie.")
    applicant: Applicant = text_field("Aanvrager", "De rechtspersoon die aanvraagt.")
    policy: tuple[PolicyReference, ...] = text_field(
        "Beleid", "Beleidsdocumenten waarbij het project aansluit.", default=()
    )
    narrative: Annotated[Narrative, BeforeValidator(_read_mapping)] = text_field(
        "Antwoorden", "Antwoorden op de vragen van de formulieren, per vraag-id.", default_factory=dict
    )
    complementarity: tuple[Position, ...] = text_field(
        "Positionering", "Andere organisaties en initiatieven.", default=()
    )
    team: tuple[Person, ...] = text_field("Team", "Wie het project uitvoert.", min_length=1)
    governance: Governance = text_field("Bestuur", "Stuurgroep en lidmaatschap.")
    work_packages: tuple[WorkPackage, ...] = text_field("Werkpakketten", "Het werkplan.", min_length=1)
    kpis: tuple[Kpi, ...] = text_field("Indicatoren", "Verplichte en eigen indicatoren.", default=())
    risks: tuple[Risk, ...] = text_field("Risico's", "Risico's met maatregel.", default=())
    budget: Budget = text_field("Begroting", "Kostenlijnen naast het personeel.", default_factory=Budget)
    cofinancing: Cofinancing = text_field("Cofinanciering", "Lidgelden en inkomsten.")
    companies: tuple[Company, ...] = text_field(
        "Bedrijven", "De bedrijven van het netwerk; ook de naam van een .csv- of .xlsx-bestand.", min_length=1
    )
    partners: tuple[Partner, ...] = text_field("Partners", "Actoren die geen bedrijf zijn.", default=())
    annexes: tuple[Annex, ...] = text_field("Bijlagen", "Andere bijlagen.", default=())
    conversation: Conversation = text_field("Voorbespreking", "Alleen voor fase 0.", default_factory=Conversation)
    pitch: Pitch = text_field("Voor de pitch", "Teksten die alleen de pitch nodig heeft.", default_factory=Pitch)
    submission: Submission = text_field(
        "Indiening", "Wat er van de indiening al vaststaat.", default_factory=Submission
    )
    waivers: tuple[Waiver, ...] = text_field("Afwijkingen", "Regels waarvan het project met reden afwijkt.", default=())
    check: Check = text_field("Controle", "Instellingen van de controle.", default_factory=Check)
