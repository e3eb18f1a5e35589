"""A third description, unlike the examples: a host with a freelancer, 34 companies, a start in October, all inline."""

from __future__ import annotations

import random
from typing import Any

from tests.descriptions import plain_data
from tests.projects import the_call

_WHO = ("ontwerpers", "kwekers", "vervoerders", "ketenpartners", "bouwers", "werkplaatsen", "leveranciers", "bewerkers")
_WHAT = ("vezels", "stengels", "balen", "stalen", "gegevens", "afspraken", "planningen", "machines", "opdrachten")
_DOES = ("bespreken", "verdelen", "vergelijken", "meten", "plannen", "delen", "verzamelen", "beoordelen", "verbeteren")
_WHEN = ("elk voorjaar", "na de oogst", "in het eerste jaar", "om de twee maanden", "op de ledendag", "voor de zomer")
_WHY = (
    "omdat niemand dat alleen kan",
    "zodat de keten sluit",
    "waardoor de kost daalt",
    "en leren zo van elkaar",
    "met een verslag voor iedereen",
    "tot de volgende stap duidelijk is",
)


def write_prose(subject: str, sentences: int = 9) -> str:
    """Dutch sentences of their own for each subject, the same ones every time."""
    chance = random.Random(subject)
    lines = []
    for _ in range(sentences):
        who, what, more = chance.choice(_WHO), *chance.sample(_WHAT, 2)
        lines.append(
            f"De {who} {chance.choice(_DOES)} {chance.choice(_WHEN)} hun {what} en {more}, {chance.choice(_WHY)}."
        )
    return " ".join(lines)


def number_of(index: int) -> str:
    """An enterprise number with right check digits that nobody has."""
    first = 19_993_000 + index
    digits = f"{first:08d}{97 - first % 97:02d}"
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def own_data() -> Any:
    """The data of the third description."""
    data = plain_data()
    data["project"].update(
        title="Vlaamse vezelhennep van veld tot werkplaats",
        acronym="HENNEPKETEN",
        summary=write_prose("samenvatting", 5),
        start="2026-10-01",
        domain="vezelhennep in de maakindustrie",
    )
    data["applicant"].update(
        name="Velddraad vzw",
        enterprise_number=number_of(900),
        other_members=True,
        host_organisation={
            "competences": write_prose("competenties"),
            "no_overlap": write_prose("overlap"),
            "neutrality": write_prose("neutraliteit"),
            "transparency": "Het netwerk krijgt een eigen rekening en kostenplaats in de boekhouding. "
            + write_prose("geld"),
        },
    )
    for key, name in (("contact", "Mira Aerts"), ("legal_representative", "Jos Wolfs")):
        data["applicant"][key] = {"name": name, "function": "bestuurder", "email": "info@velddraad.example.be"}
    data["policy"] = [
        {
            "document": document,
            "place": "hoofdstuk Economie",
            "passage": write_prose(f"passage {document}", 2),
            "contribution": write_prose(f"bijdrage {document}", 2),
        }
        for document in the_call().labels["policy_documents"].values()
    ]
    data["narrative"] = {
        question.id: {f"phase{phase}": _answer(question.id, phase) for phase in question.phases if phase}
        for question in the_call().questions
    }
    data["companies"] = [_company(index) for index in range(34)]
    _settle(data)
    return data


def _answer(question: str, phase: int) -> str:
    text = write_prose(f"{question} {phase}", 6 if phase == 1 else 14)
    return (
        f"Team Bedrijfstrajecten, Enterprise Europe Network en NCP Vlaanderen. {text}"
        if question == "vlaio_services"
        else text
    )


def _company(index: int) -> dict[str, Any]:
    name = f"Weverij {index + 1:02d} bv"
    size = ("large", "medium", "small", "micro")[0 if index < 6 else 1 if index < 16 else 2 if index < 28 else 3]
    code, place = ((9000, "Gent"), (2000, "Antwerpen"), (3500, "Hasselt"), (8500, "Kortrijk"), (3000, "Leuven"))[
        index % 5
    ]
    return {
        "name": name,
        "enterprise_number": number_of(index),
        "address": {"street": f"Spoelstraat {index + 1}", "postal_code": code, "municipality": place},
        "contact": {"name": f"Bo Wever-{index + 1}", "email": f"bo{index + 1}@example.be", "function": "zaakvoerder"},
        "size": size,
        "growth": "start-up" if index >= 30 else "scale-up" if index in (17, 21) else None,
        "link": ("Teelt", "Ontsluiting", "Weven", "Verwerking")[index % 4],
        "activity": "verwerkt hennepvezel",
        "tier": "groot" if size == "large" else "kmo",
        "role": write_prose(f"rol {index}", 1),
        "motivation": write_prose(f"motivering {index}", 3),
        "letters": {"phase1": {"signed_on": "2026-01-04"}},
        "leading": index < 4,
    }


def _settle(data: dict[str, Any]) -> None:
    """Make the other parts the project's own."""
    near = {key: f"De hennepketen komt daar niet aan bod. {write_prose(key, 2)}" for key in _CONDITIONS}
    near["agreement"] = "In het derde jaar volgt een gezamenlijke toets van de werking na drie jaar."
    data["complementarity"] = [
        _position("Catalisti", "spearhead_cluster", shared_members=2, conditions=near),
        _position("Textielfederatie Leiestreek", "federation"),
        _position("Weefcentrum Vlaanderen", "collective_centre"),
        _position("Onderzoekscentrum Vezel", "strategic_research_centre"),
        _position("Proeftuin Hennep", "funded_initiative"),
        _position("Team Bedrijfstrajecten, Enterprise Europe Network en NCP Vlaanderen", "vlaio"),
    ]
    data["governance"]["steering_group"] = [
        {"name": f"Bo Wever-{seat}", "organisation": f"Weverij {seat:02d} bv", "company": True} for seat in (1, 2, 3)
    ] + [{"name": "Els Proef", "organisation": "Hogeschool Spinnewiel", "company": False}]
    data["governance"]["membership"] = {
        "conditions": "Elk bedrijf met een Vlaamse vestiging in de keten kan lid worden en tekent het charter.",
        "procedure": "De stuurgroep beslist binnen de maand en motiveert elke weigering; beroep is mogelijk.",
    }
    data["team"][1] |= {"name": "Sam Freelance", "employment": "freelance", "function": "projectmedewerker"}
    data["partners"][0] |= {"name": "Hogeschool Spinnewiel", "role": "Opent een labo voor bezoek in groep"}
    for package, end in zip(data["work_packages"], (36, 30), strict=True):
        key = package["id"]
        package["milestones"] = [
            {
                "id": f"M{key}{year}",
                "title": f"Toets {year} van {key}",
                "month": 12 * year - 2,
                "evidence": "Verslag van de stuurgroep",
            }
            for year in (1, 2, 3)
        ][: end // 10]
        package["deliverables"] = [{"id": f"D{key}", "title": f"Plan na de steun van {key}", "month": end}]
        for activity in package["activities"]:
            activity |= {"description": write_prose(activity["id"], 3), "result": "acht groepsdagen per jaar"}
    data["work_packages"][1]["strand"] = "start_scale_ups"
    data["work_packages"][1]["title"] = "Start-ups in de keten en voortzetting na de steun"
    for goal, key in (("collaboration", "S9"), ("start_scale_ups", "T9")):
        data["kpis"].append(
            data["kpis"][3] | {"id": key, "name": f"Bereik {key}", "aspect": "who", "level": "result", "goal": goal}
        )
    for kpi in data["kpis"]:
        kpi |= {"definition": f"{kpi['name']}: geteld wordt wat een verslag aantoont. {write_prose(kpi['id'], 1)}"}
        kpi |= {"baseline_on": "2026-01-05", "policy": "Competitiviteits- en Productiviteitsagenda"}
    data["kpis"][0] |= {"baseline": 34, "targets": [36, 42, 50]}
    data["kpis"][1] |= {"targets": [2, 6, 8]}
    data["risks"][0] |= {
        "title": "Verstoring van de markt",
        "market_distortion": True,
        "measure": write_prose("markt", 3),
    }
    data["budget"] = {
        "efficiency": write_prose("kost", 6),
        "operating": [
            {"id": "W1", "description": "Ledendagen in groep", "amount": 9000, "activity": "A1.1", "vat_rate": 0.21}
            | {"motivation": "Zes dagen per jaar aan 1.500 euro: zaal, techniek, ontvangst van vijftig deelnemers."}
        ],
    }
    data["cofinancing"] |= {"spread": write_prose("spreiding", 4), "gaps": write_prose("tekorten", 4)}
    data["cofinancing"]["activity_income"] = [
        {"id": f"I{year}", "activity": "A1.1", "description": "Deelname aan de ledendagen", "year": year}
        | {"members": {"participants": 60, "price": 75}, "non_members": {"participants": 20, "price": 150}}
        for year in (1, 2, 3)
    ]
    data["applicant"]["vat"] = {"status": "volledig btw-plichtig", "recoverable_share": 1}
    data["governance"]["mandate"] = write_prose("mandaat", 3)
    for package in data["work_packages"]:
        package["aim"] = write_prose(f"doel {package['id']}", 2)


def _position(name: str, kind: str, **rest: object) -> dict[str, object]:
    texts = {key: write_prose(f"{name} {key}", 1) for key in ("overlap", "difference", "contact", "agreement")}
    return {"name": name, "kind": kind, **texts, **rest}


_CONDITIONS = ("emerging_domain", "policy_priority", "separate_impulse", "target_group")
