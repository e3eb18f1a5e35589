"""The people and the work: team, governance, work packages, Gantt, milestones, risks."""

from __future__ import annotations

from decimal import Decimal

from ibndocs.call.pack import Call
from ibndocs.finance import Budgeted
from ibndocs.finance.rounding import ZERO, sum_years
from ibndocs.foundation.values import Number
from ibndocs.model import Project
from ibndocs.model.base import spread_years
from ibndocs.model.work import WorkPackage
from ibndocs.views.identity import month_day
from ibndocs.views.printing import Printer, View, print_yes

MONTHS_PER_COLUMN = 3
PACKAGE_COLOUR = "1F6F5C"
ACTIVITY_COLOUR = "8CC3B0"


def view_team(project: Project, budget: Budgeted, call: Call, printer: Printer) -> View:
    """`team` and `fte`."""
    years = budget.parameters.years
    team: list[View] = []
    for index, line in enumerate(budget.staff):
        person = line.person
        team.append(
            {
                "id": person.id,
                "name": person.name,
                "function": person.function,
                "competences": printer.prose(person.competences, f"team[{index}].competences"),
                "employment": call.labels["employment"][person.employment],
                "seconded_from": person.seconded_from.organisation if person.seconded_from else "",
                "manager": person.cluster_manager,
                "manager_text": print_yes(person.cluster_manager),
                "fte": printer.numbers(line.fte),
                "fte_average": Number(sum(line.fte, ZERO) / years),
                "months": printer.numbers(line.months),
            }
        )
    secondments = [
        {
            "person": person.name,
            "organisation": person.seconded_from.organisation,
            **{
                key: printer.prose(getattr(person.seconded_from, key), f"team[{index}].seconded_from.{key}")
                for key in ("price", "extent", "tasks", "payment", "independence")
            },
        }
        for index, person in enumerate(project.team)
        if person.seconded_from
    ]
    managers = [person.name for person in project.team if person.cluster_manager]
    return {
        "team": team,
        "secondments": secondments,
        "manager": ", ".join(managers),
        "fte": {
            "per_year": printer.numbers(budget.fte),
            "average": Number(budget.fte_average),
            "months": Number(sum(budget.fte, ZERO) * 12),
        },
    }


def view_governance(project: Project, printer: Printer) -> View:
    """`governance`: steering group, mandate, access."""
    governance = project.governance
    voting = [seat for seat in governance.steering_group if seat.voting]
    return {
        "governance": {
            "seats": [
                {
                    "name": seat.name,
                    "organisation": seat.organisation,
                    "kind": "Onderneming" if seat.company else "Andere actor",
                    "role": seat.role,
                    "voting": print_yes(seat.voting),
                }
                for seat in governance.steering_group
            ],
            "seat_count": Number(Decimal(len(governance.steering_group))),
            "company_seats": Number(Decimal(sum(seat.company for seat in voting))),
            "other_seats": Number(Decimal(sum(not seat.company for seat in voting))),
            "mandate": printer.prose(governance.mandate, "governance.mandate"),
            "meetings": Number(Decimal(governance.meetings_per_year)),
            "observer": print_yes(governance.observer_invited),
            "conditions": printer.prose(governance.membership.conditions, "governance.membership.conditions"),
            "procedure": printer.prose(governance.membership.procedure, "governance.membership.procedure"),
        }
    }


def print_period(start: int, end: int) -> str:
    """`M1–M12`."""
    return f"M{start}–M{end}" if start != end else f"M{start}"


def view_work(project: Project, call: Call, printer: Printer, team: dict[str, str]) -> View:
    """`packages`, `activities`, `deliverables`, `milestones`, `effort` and `gantt`."""
    packages: list[View] = []
    activities: list[View] = []
    deliverables: list[tuple[int, View]] = []
    milestones: list[tuple[int, View]] = []
    start = project.project.start
    for index, package in enumerate(project.work_packages):
        path = f"work_packages[{index}]"
        own: list[View] = [
            {
                "id": activity.id,
                "title": activity.title,
                "package": package.id,
                "period": print_period(activity.start, activity.end),
                "description": printer.prose(activity.description, f"{path}.activities[{number}].description"),
                "result": activity.result,
            }
            for number, activity in enumerate(package.activities)
        ]
        activities += own
        delivered = [
            (
                item.month,
                {
                    "id": item.id,
                    "title": item.title,
                    "package": package.id,
                    "month": f"M{item.month}",
                    "day": month_day(start, item.month),
                },
            )
            for item in package.deliverables
        ]
        reached = [
            (
                item.month,
                {
                    "id": item.id,
                    "title": item.title,
                    "package": package.id,
                    "month": f"M{item.month}",
                    "day": month_day(start, item.month),
                    "evidence": item.evidence,
                },
            )
            for item in package.milestones
        ]
        deliverables += delivered
        milestones += reached
        packages.append(
            {
                "id": package.id,
                "title": package.title,
                "aim": printer.prose(package.aim, f"{path}.aim"),
                "lead": team.get(package.lead, package.lead),
                "target_group": package.target_group,
                "strand": call.labels["strand"][package.strand],
                "approach": printer.prose(package.approach, f"{path}.approach"),
                "period": print_period(
                    min(a.start for a in package.activities), max(a.end for a in package.activities)
                ),
                "activities": own,
                "deliverables": [view for _, view in delivered],
                "milestones": [view for _, view in reached],
                "effort": view_effort(project, package, printer, team),
                **total_effort([package], project, printer),
            }
        )
    return {
        "packages": packages,
        "activities": activities,
        "deliverables": [view for _, view in sorted(deliverables, key=lambda pair: pair[0])],
        "milestones": [view for _, view in sorted(milestones, key=lambda pair: pair[0])],
        "effort": total_effort(project.work_packages, project, printer),
        "gantt": draw_gantt(project),
    }


def view_effort(project: Project, package: WorkPackage, printer: Printer, team: dict[str, str]) -> list[View]:
    """Person-months of one work package, person by person."""
    years = project.project.duration_months // 12
    rows: list[View] = []
    for effort in package.effort:
        months = spread_years(effort.months, years)
        rows.append(
            {
                "person": team.get(effort.person, effort.person),
                "months": printer.numbers(months),
                "total": Number(sum(months, ZERO)),
            }
        )
    return rows


def total_effort(packages: tuple[WorkPackage, ...] | list[WorkPackage], project: Project, printer: Printer) -> View:
    """Person-months of `packages` per year and in all."""
    years = project.project.duration_months // 12
    months = sum_years([spread_years(effort.months, years) for package in packages for effort in package.effort], years)
    return {"months": printer.numbers(months), "months_total": Number(sum(months, ZERO))}


def draw_gantt(project: Project) -> View:
    """The Gantt as rows of coloured cells, one column per quarter of a project year."""
    columns = project.project.duration_months // MONTHS_PER_COLUMN

    def colour(start: int, end: int, shade: str) -> list[str]:
        spans = (
            range(column * MONTHS_PER_COLUMN + 1, (column + 1) * MONTHS_PER_COLUMN + 1) for column in range(columns)
        )
        return [shade if start <= span[-1] and end >= span[0] else "" for span in spans]

    rows: list[View] = []
    for package in project.work_packages:
        first = min(activity.start for activity in package.activities)
        last = max(activity.end for activity in package.activities)
        rows.append(
            {"id": package.id, "title": package.title, "package": True, "cells": colour(first, last, PACKAGE_COLOUR)}
        )
        rows += [
            {"id": a.id, "title": a.title, "package": False, "cells": colour(a.start, a.end, ACTIVITY_COLOUR)}
            for a in package.activities
        ]
    labels = [f"K{column % 4 + 1}" for column in range(columns)]
    return {"labels": labels, "rows": rows}


def view_risks(project: Project, call: Call, printer: Printer, team: dict[str, str]) -> View:
    """`risks`, the gravest first as the description lists them."""
    grades = call.labels["grade"]
    return {
        "risks": [
            {
                "id": risk.id,
                "title": risk.title,
                "probability": grades[risk.probability],
                "impact": grades[risk.impact],
                "measure": printer.prose(risk.measure, f"risks[{index}].measure"),
                "owner": team.get(risk.owner, risk.owner),
            }
            for index, risk in enumerate(project.risks)
        ]
    }
