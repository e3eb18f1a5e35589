"""The budget per project year in the four rubrics of the cost model (guideline 4.2.2), and the aid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ibndocs.finance.parameters import Parameters
from ibndocs.finance.rounding import ZERO, round_to_cent, sum_years
from ibndocs.model.base import spread_years
from ibndocs.model.money import ExternalLine, OperatingLine
from ibndocs.model.project import Project
from ibndocs.model.work import AnnualCost, Employment, Person

Amounts = tuple[Decimal, ...]
"""One amount in euro per project year."""

MONTHS = Decimal(12)


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One person: FTE, wage cost of a full-time year and cost, per project year.

    Attributes:
        person: Who.
        fte: FTE per project year.
        wages: Cost of a full-time year in each project year, indexed, rounded to the cent.
        costs: `wages` times `fte`, rounded to the cent.
    """

    person: Person
    fte: Amounts
    wages: Amounts
    costs: Amounts

    @property
    def months(self) -> Amounts:
        """Person-months per project year."""
        return tuple(fte * MONTHS for fte in self.fte)

    @property
    def total(self) -> Decimal:
        """Cost over all years."""
        return sum(self.costs, ZERO)

    @property
    def on_payroll(self) -> bool:
        """Whether the cost is personnel; people on invoice go under external services (4.2.2 IV)."""
        return self.person.employment is Employment.EMPLOYEE

    @property
    def bears_overhead(self) -> bool:
        """Whether the FTE counts for overhead: not of people on secondment, whose own employer bears it (4.2.2 II)."""
        return self.person.employment is not Employment.SECONDED


@dataclass(frozen=True, slots=True)
class CostLine:
    """One operating or external line: net amounts, the VAT that is a cost, and the cost, per project year."""

    line: OperatingLine | ExternalLine
    net: Amounts
    vat: Amounts
    costs: Amounts

    @property
    def total(self) -> Decimal:
        """Cost over all years."""
        return sum(self.costs, ZERO)


@dataclass(frozen=True)
class Budgeted:
    """The whole budget. All tuples hold one amount in euro (or FTE) per project year."""

    staff: tuple[StaffLine, ...]
    operating: tuple[CostLine, ...]
    external: tuple[CostLine, ...]
    overhead_fte: Amounts
    overhead: Amounts
    aid: Amounts
    parameters: Parameters

    @cached_property
    def payroll(self) -> tuple[StaffLine, ...]:
        """The people whose cost is personnel."""
        return tuple(line for line in self.staff if line.on_payroll)

    @cached_property
    def invoiced(self) -> tuple[StaffLine, ...]:
        """The people who work on invoice: their cost is an external service."""
        return tuple(line for line in self.staff if not line.on_payroll)

    @cached_property
    def personnel_totals(self) -> Amounts:
        """Personnel per year."""
        return sum_years([line.costs for line in self.payroll], self.parameters.years)

    @cached_property
    def operating_totals(self) -> Amounts:
        """Operating costs per year."""
        return sum_years([line.costs for line in self.operating], self.parameters.years)

    @cached_property
    def external_totals(self) -> Amounts:
        """External services per year, people on invoice included."""
        lines = [line.costs for line in self.external] + [line.costs for line in self.invoiced]
        return sum_years(lines, self.parameters.years)

    @cached_property
    def rubrics(self) -> dict[str, Amounts]:
        """The four rubrics in the order of the guideline."""
        return {
            "personnel": self.personnel_totals,
            "overhead": self.overhead,
            "operating": self.operating_totals,
            "external": self.external_totals,
        }

    @cached_property
    def totals(self) -> Amounts:
        """Budget per year."""
        return sum_years(list(self.rubrics.values()), self.parameters.years)

    @cached_property
    def total(self) -> Decimal:
        """Budget of the project."""
        return sum(self.totals, ZERO)

    @cached_property
    def aid_total(self) -> Decimal:
        """Aid of the project."""
        return sum(self.aid, ZERO)

    @cached_property
    def fte(self) -> Amounts:
        """FTE per year, everybody counted."""
        return sum_years([line.fte for line in self.staff], self.parameters.years)

    @cached_property
    def fte_average(self) -> Decimal:
        """Average FTE over the project."""
        return sum(self.fte, ZERO) / self.parameters.years

    @cached_property
    def has_cents(self) -> bool:
        """Whether any amount of the budget is not a whole euro."""
        amounts = [*self.overhead, *self.aid]
        amounts += [amount for person in self.staff for amount in person.costs]
        amounts += [amount for line in (*self.operating, *self.external) for amount in line.costs]
        return any(amount != amount.to_integral_value() for amount in amounts)


def _wage_costs(person: Person, parameters: Parameters) -> Amounts:
    """Cost of a full-time year per project year: the first year's, indexed."""
    wage = person.wage
    first = (
        wage.amount
        if isinstance(wage, AnnualCost)
        else wage.amount * parameters.wage_factor * parameters.hours_per_year
    )
    return tuple(round_to_cent(first * (1 + parameters.indexation) ** year) for year in range(parameters.years))


def _draw_staff_line(person: Person, parameters: Parameters) -> StaffLine:
    fte = spread_years(person.fte, parameters.years)
    wages = _wage_costs(person, parameters)
    costs = tuple(round_to_cent(wage * part) for wage, part in zip(wages, fte, strict=True))
    return StaffLine(person, fte, wages, costs)


def _draw_cost_line(line: OperatingLine | ExternalLine, parameters: Parameters) -> CostLine:
    net = tuple(round_to_cent(amount) for amount in spread_years(line.amount, parameters.years))
    vat = tuple(round_to_cent(amount * line.vat_rate * (1 - parameters.recoverable_vat)) for amount in net)
    return CostLine(line, net, vat, tuple(amount + tax for amount, tax in zip(net, vat, strict=True)))


def cap_aid(totals: Amounts, parameters: Parameters) -> Amounts:
    """Aid per year: the rate times the budget, never above the cap of a year nor what is left of the project's cap.

    What a year leaves unused does not move to another year (5.4.4).
    """
    aid: list[Decimal] = []
    for total in totals:
        room = parameters.aid_cap_total - sum(aid, ZERO)
        aid.append(max(ZERO, min(round_to_cent(total * parameters.aid_rate), parameters.aid_cap_per_year, room)))
    return tuple(aid)


def draw_budget(project: Project, parameters: Parameters) -> Budgeted:
    """The budget of `project`.

    The overhead base counts people on the payroll and long-term freelancers (4.2.2 II), not people on secondment,
    whose own employer bears their overhead.
    """
    staff = tuple(_draw_staff_line(person, parameters) for person in project.team)
    base = [line.fte for line in staff if line.bears_overhead]
    overhead_fte = sum_years(base, parameters.years)
    budget = Budgeted(
        staff=staff,
        operating=tuple(_draw_cost_line(line, parameters) for line in project.budget.operating),
        external=tuple(_draw_cost_line(line, parameters) for line in project.budget.external),
        overhead_fte=overhead_fte,
        overhead=tuple(round_to_cent(fte * parameters.overhead_per_fte) for fte in overhead_fte),
        aid=(ZERO,) * parameters.years,
        parameters=parameters,
    )
    return replace(budget, aid=cap_aid(budget.totals, parameters))


def effort_months(project: Project, years: int) -> dict[str, Amounts]:
    """Person-months per person and project year as the work packages count them."""
    found: dict[str, Amounts] = {}
    for package in project.work_packages:
        for effort in package.effort:
            months = spread_years(effort.months, years)
            before = found.get(effort.person, (ZERO,) * years)
            found[effort.person] = tuple(a + b for a, b in zip(before, months, strict=True))
    return found
