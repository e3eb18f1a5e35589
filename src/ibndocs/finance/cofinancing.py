"""The cofinancing plan: who pays what in which year, what counts, and how it is spread (guideline 4.2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import count

from ibndocs.finance.budget import Amounts, Budgeted
from ibndocs.finance.rounding import ZERO, round_to_cent, share, spread_shares, sum_years
from ibndocs.model.base import spread_years
from ibndocs.model.money import ActivityIncome, Recruitment, Tier
from ibndocs.model.parties import Company, Kind, Partner
from ibndocs.model.project import Project


@dataclass(frozen=True, slots=True)
class Payer:
    """What one company pays: membership and sponsoring in euro per project year.

    `index` is its place in the description (from 0), `number` the one it is known by in the dossier (from 1).
    `counted` is false for an organisation whose money is no cofinancing (4.2.4, box) or that is not involved.
    """

    company: Company
    index: int
    number: int
    tier: Tier | None
    membership: Amounts
    sponsoring: Amounts
    counted: bool

    @property
    def cash(self) -> Amounts:
        """Membership and sponsoring per year."""
        return tuple(a + b for a, b in zip(self.membership, self.sponsoring, strict=True))

    @property
    def total(self) -> Decimal:
        """Cash over all years."""
        return sum(self.cash, ZERO)


@dataclass(frozen=True, slots=True)
class Recruits:
    """Members still to be found, of one tier: how many pay, and what they pay, per project year."""

    recruitment: Recruitment
    tier: Tier
    members: Amounts
    membership: Amounts

    @property
    def total(self) -> Decimal:
        """Fees over all years."""
        return sum(self.membership, ZERO)


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """Income of one activity in one year. `counted` is false for individual services (4.2.4)."""

    income: ActivityIncome
    from_members: Decimal
    from_others: Decimal
    counted: bool

    @property
    def total(self) -> Decimal:
        """Income of the line."""
        return self.from_members + self.from_others


@dataclass(frozen=True, slots=True)
class Concentration:
    """How the cash is spread over those who pay, over all years.

    Attributes:
        payers: Number of companies that pay.
        top1: Share of the largest payer in all cash.
        top3: Share of the three largest payers.
        largest: Name of the largest payer.
        hhi: Herfindahl-Hirschman index of the shares, from 0 to 1.
    """

    payers: int
    top1: Decimal
    top3: Decimal
    largest: str
    hhi: Decimal


@dataclass(frozen=True)
class Plan:
    """The whole plan. All tuples hold one amount in euro per project year."""

    payers: tuple[Payer, ...]
    recruits: tuple[Recruits, ...]
    income: tuple[IncomeLine, ...]
    excluded_partners: tuple[tuple[Partner, Amounts], ...]
    required: Amounts

    @cached_property
    def years(self) -> int:
        """Number of project years."""
        return len(self.required)

    @cached_property
    def counted(self) -> tuple[Payer, ...]:
        """The companies whose money counts."""
        return tuple(payer for payer in self.payers if payer.counted)

    @cached_property
    def excluded(self) -> tuple[Payer, ...]:
        """Listed as company, but their money does not count."""
        return tuple(payer for payer in self.payers if not payer.counted)

    @cached_property
    def membership(self) -> Amounts:
        """Membership fees per year, of named members and of those still to be found."""
        rows = [payer.membership for payer in self.counted] + [line.membership for line in self.recruits]
        return sum_years(rows, self.years)

    @cached_property
    def sponsoring(self) -> Amounts:
        """Sponsoring per year."""
        return sum_years([payer.sponsoring for payer in self.counted], self.years)

    @cached_property
    def cash(self) -> Amounts:
        """Cash per year: membership and sponsoring."""
        return sum_years([self.membership, self.sponsoring], self.years)

    @cached_property
    def activity_income(self) -> Amounts:
        """Income from activities per year."""
        return tuple(
            sum((line.total for line in self.income if line.counted and line.income.year == year), ZERO)
            for year in range(1, self.years + 1)
        )

    @cached_property
    def totals(self) -> Amounts:
        """Cofinancing per year."""
        return sum_years([self.cash, self.activity_income], self.years)

    @cached_property
    def total(self) -> Decimal:
        """Cofinancing of the project."""
        return sum(self.totals, ZERO)

    @cached_property
    def balance(self) -> Amounts:
        """Cofinancing less what is required, per year; negative is a gap."""
        return tuple(found - asked for found, asked in zip(self.totals, self.required, strict=True))

    @cached_property
    def cash_shares(self) -> Amounts:
        """Share of cash in the cofinancing of each year, exact."""
        return tuple(share(cash, total) for cash, total in zip(self.cash, self.totals, strict=True))

    @cached_property
    def cash_share(self) -> Decimal:
        """Share of cash in all cofinancing, exact."""
        return share(sum(self.cash, ZERO), self.total)

    def shares_of_types(self, year: int | None = None) -> tuple[Decimal, ...]:
        """Shares of membership, sponsoring and income, rounded to make 1; of `year` (from 0) or of all years."""
        types = (self.membership, self.sponsoring, self.activity_income)
        return spread_shares([sum(amounts, ZERO) if year is None else amounts[year] for amounts in types])

    @cached_property
    def engaged(self) -> Amounts:
        """Cash per year that companies engage themselves to in their letter."""
        return sum_years([payer.cash for payer in self.counted if payer.company.status == "engaged"], self.years)

    @cached_property
    def concentration(self) -> Concentration:
        """How the cash is spread over the named companies."""
        paying = sorted(
            (payer for payer in self.counted if payer.total), key=lambda payer: (-payer.total, payer.number)
        )
        cash = sum(self.cash, ZERO)
        shares = [share(payer.total, cash) for payer in paying]
        return Concentration(
            payers=len(paying),
            top1=sum(shares[:1], ZERO),
            top3=sum(shares[:3], ZERO),
            largest=paying[0].company.name if paying else "",
            hhi=sum((part * part for part in shares), ZERO),
        )

    @cached_property
    def has_cents(self) -> bool:
        """Whether any amount of the plan is not a whole euro."""
        amounts: Iterable[Decimal] = (
            *(amount for payer in self.payers for amount in payer.cash),
            *(amount for line in self.recruits for amount in line.membership),
            *(line.total for line in self.income),
            *self.required,
        )
        return any(amount != amount.to_integral_value() for amount in amounts)


def _membership_of(company: Company, tier: Tier | None, years: int) -> Amounts:
    """The fee of the tier from the year of joining on, unless the company names its own amounts."""
    amounts = spread_years(company.cash, years) if company.cash else (tier.fee if tier else ZERO,) * years
    return tuple(
        round_to_cent(amount) if year >= company.member_from else ZERO for year, amount in enumerate(amounts, 1)
    )


def _draw_payer(index: int, number: int, company: Company, tiers: dict[str, Tier], years: int) -> Payer:
    tier = tiers.get(company.tier)
    return Payer(
        company=company,
        index=index,
        number=number,
        tier=tier,
        membership=_membership_of(company, tier, years),
        sponsoring=tuple(round_to_cent(amount) for amount in spread_years(company.sponsoring, years)),
        counted=company.kind is Kind.COMPANY and company.involved,
    )


def _draw_recruits(recruitment: Recruitment, tiers: dict[str, Tier], years: int) -> Recruits | None:
    tier = tiers.get(recruitment.tier)
    if tier is None:
        return None
    members = spread_years(recruitment.members, years)
    return Recruits(recruitment, tier, members, tuple(round_to_cent(tier.fee * count) for count in members))


def _draw_income(income: ActivityIncome) -> IncomeLine:
    return IncomeLine(
        income=income,
        from_members=round_to_cent(income.members.participants * income.members.price),
        from_others=round_to_cent(income.non_members.participants * income.non_members.price),
        counted=not income.individual_service,
    )


def number_companies(project: Project, before: Mapping[str, int]) -> list[int]:
    """The number of each company: the one it had before (by enterprise number), else the next that is free.

    Without a past the numbers follow the order of the description.
    """
    taken: set[int] = set()
    numbers: list[int | None] = []
    for company in project.companies:
        known = before.get(company.enterprise_number)
        numbers.append(None if known in taken else known)
        taken.add(known or 0)
    free = count(max(taken, default=0) + 1)
    return [number or next(free) for number in numbers]


def plan_cofinancing(project: Project, budget: Budgeted, numbers: Mapping[str, int] | None = None) -> Plan:
    """The cofinancing plan of `project`: every year asks as much as the aid of that year (4.2.4).

    A company or recruitment whose tier does not exist counts 0; `check` reports it.
    """
    years = budget.parameters.years
    tiers = {tier.id: tier for tier in project.cofinancing.membership}
    recruits = (_draw_recruits(line, tiers, years) for line in project.cofinancing.recruitment)
    return Plan(
        payers=tuple(
            _draw_payer(index, number, company, tiers, years)
            for index, (number, company) in enumerate(
                zip(number_companies(project, numbers or {}), project.companies, strict=True)
            )
        ),
        recruits=tuple(line for line in recruits if line is not None),
        income=tuple(_draw_income(income) for income in project.cofinancing.activity_income),
        excluded_partners=tuple(
            (partner, spread_years(partner.contribution, years))
            for partner in project.partners
            if any(partner.contribution)
        ),
        required=budget.aid,
    )
