"""What the project is and where it stands: call, project, applicant, policy, positioning, criteria."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from ibndocs.call.pack import Call, Phase
from ibndocs.foundation.values import Day, Number, Percent, format_date
from ibndocs.model import Project
from ibndocs.views.printing import Printer, View, print_address, print_yes, view_contact


def add_months(start: date, months: int) -> date:
    """The day `months` whole months after `start`; a project starts on a day that every month has."""
    month = start.month - 1 + months
    return start.replace(year=start.year + month // 12, month=month % 12 + 1)


def end_of_project(start: date, months: int) -> date:
    """The last day of a project of `months` months."""
    return add_months(start, months) - timedelta(days=1)


def month_day(start: date, month: int) -> Day:
    """The last day of project month `month` (counted from 1)."""
    return Day(end_of_project(start, month))


def view_call(call: Call) -> View:
    """The call and its dates, by id."""
    dates: View = {}
    for entry in call.dates:
        at, hour = (entry.at.date(), f" om {entry.at:%H.%M} uur") if isinstance(entry.at, datetime) else (entry.at, "")
        until = f" en {format_date(entry.until)}" if entry.until else ""
        dates[entry.id] = {"title": entry.title, "text": f"{format_date(at)}{until}{hour}", "day": Day(at)}
    head = call.call
    return {
        "title": head.title,
        "year": str(head.year),
        "agency": head.agency,
        "fund": head.fund,
        "email": head.email,
        "guideline": head.guideline,
        "dates": dates,
    }


def view_project(project: Project, call: Call, printer: Printer) -> View:
    """Name, duration and version."""
    identity = project.project
    years = identity.duration_months // 12
    return {
        "title": identity.title,
        "acronym": identity.acronym,
        "summary": printer.prose(identity.summary, "project.summary"),
        "start": Day(identity.start),
        "end": Day(end_of_project(identity.start, identity.duration_months)),
        "duration": Number(Decimal(identity.duration_months)),
        "years": [f"Jaar {year}" for year in range(1, years + 1)],
        "calendar_years": [
            f"{add_months(identity.start, 12 * year):%m/%Y} – {end_of_project(identity.start, 12 * (year + 1)):%m/%Y}"
            for year in range(years)
        ],
        "version": identity.version,
        "date": Day(identity.date),
        "domain": identity.domain,
        "keywords": ", ".join(identity.keywords),
        "call": call.call.title,
    }


def view_applicant(project: Project, printer: Printer) -> View:
    """The applicant, its host texts and the beneficiary."""
    applicant = project.applicant
    host = applicant.host_organisation
    titles = {
        "competences": "Competenties en trackrecord",
        "no_overlap": "Geen overlap met de reguliere werking",
        "neutrality": "Onafhankelijkheid, neutraliteit en toegang",
        "transparency": "Financiële transparantie",
    }
    new = applicant.beneficiary
    return {
        "name": applicant.name,
        "legal_form": applicant.legal_form,
        "enterprise_number": applicant.enterprise_number,
        "street": applicant.address.street,
        "postal_code": applicant.address.postal_code,
        "municipality": applicant.address.municipality,
        "address": print_address(applicant.address),
        "contact": view_contact(applicant.contact),
        "representative": view_contact(applicant.legal_representative),
        "website": applicant.website,
        "description": printer.prose(applicant.description, "applicant.description"),
        "vat": {"status": applicant.vat.status, "recoverable": Percent(applicant.vat.recoverable_share, 0)},
        "is_host": print_yes(host is not None),
        "host": [
            {"title": title, "text": printer.prose(getattr(host, key), f"applicant.host_organisation.{key}")}
            for key, title in titles.items()
        ]
        if host
        else [],
        "beneficiary": new.name if new else applicant.name,
        "beneficiary_note": f"{new.legal_form}, op te richten op {format_date(new.founded_on)}" if new else "",
        "executors": [applicant.name, *applicant.executors],
        "separate_accounting": print_yes(applicant.separate_accounting),
        "other_members": print_yes(applicant.other_members),
    }


def view_policy(project: Project, printer: Printer) -> list[View]:
    """Policy references."""
    return [
        {
            "document": entry.document,
            "place": entry.place,
            "passage": printer.prose(entry.passage, f"policy[{index}].passage"),
            "contribution": printer.prose(entry.contribution, f"policy[{index}].contribution"),
        }
        for index, entry in enumerate(project.policy)
    ]


def view_positions(project: Project, call: Call, printer: Printer) -> View:
    """`positions`: the positioning table; `spearheads`: the five conditions where they apply."""
    titles = {
        "emerging_domain": "Ontluikend domein of applicatiedomein",
        "policy_priority": "Eigen beleidsprioriteit",
        "separate_impulse": "Nood aan een afzonderlijke impuls",
        "target_group": "Eigen doelgroep van ondernemingen",
        "agreement": "Afstemming en afspraken na drie jaar",
    }
    positions: list[View] = []
    spearheads: list[View] = []
    for index, entry in enumerate(project.complementarity):
        path = f"complementarity[{index}]"
        positions.append(
            {
                "name": entry.name,
                "kind": call.labels["neighbour"][entry.kind],
                "shared_members": Number(Decimal(entry.shared_members)),
                **{
                    key: printer.prose(getattr(entry, key), f"{path}.{key}")
                    for key in ("overlap", "difference", "contact", "agreement")
                },
            }
        )
        conditions = entry.conditions
        if conditions:
            spearheads += [
                {
                    "name": entry.name,
                    "number": str(number),
                    "title": title,
                    "text": printer.prose(text, f"{path}.conditions.{key}"),
                }
                for number, (key, title) in enumerate(titles.items(), 1)
                if (text := getattr(conditions, key))
            ]
    return {"positions": positions, "spearheads": spearheads}


def view_conversation(project: Project, printer: Printer) -> View:
    """The preliminary talk."""
    talk = project.conversation
    return {
        "idea": printer.prose(
            talk.idea or project.project.summary, "conversation.idea" if talk.idea else "project.summary"
        ),
        "questions": list(talk.questions),
        "participants": [view_contact(person) for person in talk.participants],
        "preferred": talk.preferred,
    }


def view_annexes(project: Project, phase: Phase) -> list[View]:
    """The annexes to hand in with `phase`."""
    return [
        {"number": str(number), "title": annex.title, "file": annex.file}
        for number, annex in enumerate((annex for annex in project.annexes if annex.phase == max(phase, 1)), 1)
    ]


def view_criteria(call: Call, phase: Phase) -> list[View]:
    """Each evaluation criterion with the numbered sections of the form that answer it, in the order of the form."""
    key = f"phase{max(phase, 1)}"
    tables = call.labels.get(f"section_{key}", {})
    rows: list[View] = []
    for criterion in call.criteria:
        answered = [(tables[name], call.labels["section"][name]) for name in criterion.sections if name in tables]
        asked = [call.question_by_id[name] for name in criterion.questions]
        answered += [
            (question.numbers.get(key, ""), question.title) for question in asked if max(phase, 1) in question.phases
        ]
        places = [f"{number} {title}".strip() for number, title in sorted(set(answered), key=_reading_order)]
        rows.append(
            {
                "id": criterion.id,
                "dimension": criterion.dimension,
                "title": criterion.title,
                "answered_by": "; ".join(places),
            }
        )
    return rows


def _reading_order(place: tuple[str, str]) -> tuple[list[int], str]:
    number, title = place
    return [int(part) for part in number.split(".") if part.isdigit()], title
