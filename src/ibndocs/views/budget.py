"""The budget as tables: staff, overhead, cost lines, rubrics per year, aid."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ibndocs.call.pack import Call
from ibndocs.finance import Budgeted, Plan
from ibndocs.finance.budget import CostLine, StaffLine
from ibndocs.finance.rounding import ZERO, spread_shares
from ibndocs.foundation.values import Number, Percent
from ibndocs.model import Project
from ibndocs.model.money import ExternalLine
from ibndocs.views.printing import Printer, View, print_yes


def view_years(amounts: Sequence[Decimal], printer: Printer) -> View:
    """`years`: one euro amount per year, and their `total`."""
    return {"years": printer.euros(amounts), "total": printer.euro(sum(amounts, ZERO))}


def view_budget(budget: Budgeted, plan: Plan, project: Project, call: Call, printer: Printer) -> View:
    """The whole budget."""
    rubrics = budget.rubrics
    shares = spread_shares([sum(amounts, ZERO) for amounts in rubrics.values()])
    activities = {a.id: a.title for package in project.work_packages for a in package.activities}
    activities |= {package.id: package.title for package in project.work_packages}
    own_part = [total - aid for total, aid in zip(budget.totals, budget.aid, strict=True)]
    return {
        "staff": [view_staff(line, call, printer) for line in budget.payroll],
        "invoiced": [view_staff(line, call, printer) for line in budget.invoiced],
        "operating": [
            view_line(line, f"budget.operating[{i}]", activities, printer) for i, line in enumerate(budget.operating)
        ],
        "external": [
            view_line(line, f"budget.external[{i}]", activities, printer) for i, line in enumerate(budget.external)
        ],
        "overhead": {
            "fte": printer.numbers(budget.overhead_fte),
            "per_fte": printer.euro(budget.parameters.overhead_per_fte),
            **view_years(budget.overhead, printer),
        },
        "rubrics": [
            {"id": key, "label": call.labels["rubric"][key], "share": Percent(part), **view_years(amounts, printer)}
            for (key, amounts), part in zip(rubrics.items(), shares, strict=True)
        ],
        "personnel": view_years(budget.personnel_totals, printer),
        "operating_total": view_years(budget.operating_totals, printer),
        "external_total": view_years(budget.external_totals, printer),
        **view_years(budget.totals, printer),
        "aid": view_years(budget.aid, printer),
        "aid_rate": Percent(budget.parameters.aid_rate, 0),
        "own_part": view_years(own_part, printer),
        "cofinancing": view_years(plan.totals, printer),
        "caps": view_caps(call, printer),
        "settings": view_settings(budget, project, call, printer),
        "efficiency": printer.prose(project.budget.efficiency, "budget.efficiency"),
    }


def view_staff(line: StaffLine, call: Call, printer: Printer) -> View:
    """One person in the budget."""
    return {
        "id": line.person.id,
        "name": line.person.name,
        "function": line.person.function,
        "code": line.person.code,
        "employment": call.labels["employment"][line.person.employment],
        "bears_overhead": print_yes(line.bears_overhead),
        "wages": printer.euros(line.wages),
        "fte": printer.numbers(line.fte),
        "months": printer.numbers(line.months),
        "months_total": Number(sum(line.months, ZERO)),
        "years": printer.euros(line.costs),
        "total": printer.euro(line.total),
    }


def view_line(line: CostLine, path: str, activities: dict[str, str], printer: Printer) -> View:
    """One operating or external line."""
    entry = line.line
    external = entry if isinstance(entry, ExternalLine) else None
    return {
        "id": entry.id,
        "description": entry.description,
        "activity": entry.activity,
        "activity_title": activities.get(entry.activity, entry.activity),
        "motivation": printer.prose(entry.motivation, f"{path}.motivation"),
        "supplier": external.supplier if external else "",
        "quotation": external.quotation if external else "",
        "net": printer.euros(line.net),
        "vat_rate": Percent(entry.vat_rate, 0),
        "vat": printer.euros(line.vat),
        "years": printer.euros(line.costs),
        "total": printer.euro(line.total),
    }


def view_caps(call: Call, printer: Printer) -> View:
    """The limits of the call that the workbook checks against."""
    terms = call.terms
    return {
        "budget_per_year": printer.euro(terms.budget_cap_per_year.value),
        "budget_total": printer.euro(terms.budget_cap_total.value),
        "aid_per_year": printer.euro(terms.aid_cap_per_year.value),
        "aid_total": printer.euro(terms.aid_cap_total.value),
        "fte": Number(terms.fte_min.value),
        "cash_share": Percent(terms.cash_share_min.value, 0),
        "income_share": Percent(terms.income_share_max.value, 0),
    }


def view_settings(budget: Budgeted, project: Project, call: Call, printer: Printer) -> list[View]:
    """The settings behind the figures, each with its source; never stated as the agency's own."""
    parameters, own, pack = budget.parameters, project.budget, call.settings
    rows = [
        (
            "Overhead per VTE-jaar",
            printer.euro(parameters.overhead_per_fte),
            own.overhead_per_fte,
            pack.overhead_per_fte,
        ),
        ("Uurloon als deel van het brutomaandloon", Percent(parameters.wage_factor), own.wage_factor, pack.wage_factor),
        ("Uren per voltijds jaar", Number(parameters.hours_per_year), own.hours_per_year, pack.hours_per_year),
        ("Jaarlijkse indexering van de lonen", Percent(parameters.indexation), own.indexation, pack.indexation),
    ]
    return [
        {
            "name": name,
            "amount": value,
            "source": (project.budget.settings_source or "Eigen instelling van de aanvrager")
            if chosen is not None
            else setting.source,
        }
        for name, value, chosen, setting in rows
    ]
