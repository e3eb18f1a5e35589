"""The cofinancing plan as tables: (a) matrix, (b) members, (c) fees, (d) income, (e) excluded, (f) spread, (g) text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ibndocs.call.pack import Call
from ibndocs.finance import Plan
from ibndocs.finance.cofinancing import IncomeLine, Payer
from ibndocs.finance.rounding import ZERO, share, spread_shares, sum_years
from ibndocs.foundation.values import Number, Percent
from ibndocs.model import Project
from ibndocs.model.parties import Size
from ibndocs.views.budget import view_years
from ibndocs.views.printing import Printer, View


def view_cofinancing(plan: Plan, project: Project, call: Call, printer: Printer) -> View:
    """The whole plan."""
    labels = call.labels
    types = {"membership": plan.membership, "sponsoring": plan.sponsoring, "income": plan.activity_income}
    shares = plan.shares_of_types()
    yearly = [plan.shares_of_types(year) for year in range(plan.years)]
    concentration = plan.concentration
    return {
        "types": [
            {
                "id": key,
                "label": labels["contribution"][key],
                "share": Percent(shares[index]),
                "shares": [Percent(parts[index]) for parts in yearly],
                **view_years(amounts, printer),
            }
            for index, (key, amounts) in enumerate(types.items())
        ],
        "cash": view_years(plan.cash, printer),
        "income_total": view_years(plan.activity_income, printer),
        "cash_shares": [Percent(parts[0] + parts[1]) for parts in yearly],
        "income_shares": [Percent(parts[2]) for parts in yearly],
        "cash_share": Percent(shares[0] + shares[1]),
        "income_share": Percent(shares[2]),
        "required": view_years(plan.required, printer),
        "balance": view_years(plan.balance, printer),
        **view_years(plan.totals, printer),
        "payers": [view_payer(payer, call, printer) for payer in plan.counted],
        "payers_total": view_years(sum_years([payer.cash for payer in plan.counted], plan.years), printer),
        "recruits": [
            {
                "tier": line.tier.name,
                "members": printer.numbers(line.members),
                "status": labels["status"]["recruit"],
                **view_years(line.membership, printer),
            }
            for line in plan.recruits
        ],
        "recruits_total": view_years(sum_years([line.membership for line in plan.recruits], plan.years), printer),
        "excluded": view_excluded(plan, call, printer),
        "tiers": [
            {
                "id": tier.id,
                "name": tier.name,
                "fee": printer.euro(tier.fee),
                "sizes": ", ".join(labels["size"][size] for size in tier.sizes) or "Alle",
                "benefits": list(tier.benefits),
                "benefits_text": "\n".join(f"• {benefit}" for benefit in tier.benefits),
                "members": Number(Decimal(sum(payer.tier is tier for payer in plan.counted))),
            }
            for tier in project.cofinancing.membership
        ],
        "income": view_income(plan, project, printer),
        "by_size": view_by_size(plan, call, printer),
        "spread": {
            "payers": Number(Decimal(concentration.payers)),
            "top1": Percent(concentration.top1),
            "top3": Percent(concentration.top3),
            "largest": concentration.largest,
            "hhi": Number(concentration.hhi, 3),
            "average": printer.euro(round_average(plan)),
            "engaged": view_years(plan.engaged, printer),
            "engaged_share": Percent(share(sum(plan.engaged, ZERO), sum(plan.cash, ZERO))),
        },
        "gaps": printer.prose(project.cofinancing.gaps, "cofinancing.gaps"),
        "spread_text": printer.prose(project.cofinancing.spread, "cofinancing.spread"),
    }


def round_average(plan: Plan) -> Decimal:
    """Average cash of one paying company in one year, in whole euros."""
    payers = plan.concentration.payers
    total = sum((payer.total for payer in plan.counted), ZERO)
    return (total / (payers * plan.years)).quantize(Decimal(1), ROUND_HALF_UP) if payers else ZERO


def view_payer(payer: Payer, call: Call, printer: Printer) -> View:
    """One contributing company."""
    company = payer.company
    kinds = [
        call.labels["contribution"][key]
        for key, amounts in (("membership", payer.membership), ("sponsoring", payer.sponsoring))
        if any(amounts)
    ]
    return {
        "number": Number(Decimal(payer.number)),
        "name": company.name,
        "enterprise_number": company.enterprise_number,
        "size": call.labels["size"][company.size],
        "tier": payer.tier.name if payer.tier else "–",
        "kind": " en ".join([kinds[0], *(word.lower() for word in kinds[1:])]) if kinds else "–",
        "membership": printer.euros(payer.membership),
        "sponsoring": printer.euros(payer.sponsoring),
        "status": call.labels["status"][company.status],
        **view_years(payer.cash, printer),
    }


def view_excluded(plan: Plan, call: Call, printer: Printer) -> list[View]:
    """Organisations whose money does not count: shown apart, counted 0 (4.2.4, box)."""
    companies = [
        {
            "name": payer.company.name,
            "kind": call.labels["kind"][payer.company.kind],
            "reason": "Niet rechtstreeks betrokken bij het IBN"
            if payer.company.involved is False
            else "Geen onderneming",
            "counted": printer.euro(ZERO),
            **view_years(payer.cash, printer),
        }
        for payer in plan.excluded
    ]
    partners = [
        {
            "name": partner.name,
            "kind": call.labels["kind"][partner.kind],
            "reason": "Geen onderneming",
            "counted": printer.euro(ZERO),
            **view_years(amounts, printer),
        }
        for partner, amounts in plan.excluded_partners
    ]
    return [*companies, *partners]


def view_income(plan: Plan, project: Project, printer: Printer) -> list[View]:
    """Income from activities, line by line."""
    titles = {a.id: a.title for package in project.work_packages for a in package.activities}

    def view(line: IncomeLine) -> View:
        income = line.income
        return {
            "id": income.id,
            "activity": income.activity,
            "activity_title": titles.get(income.activity, income.activity),
            "description": income.description,
            "year": Number(Decimal(income.year)),
            "members": Number(income.members.participants),
            "members_price": printer.euro(income.members.price),
            "others": Number(income.non_members.participants),
            "others_price": printer.euro(income.non_members.price),
            "total": printer.euro(line.total),
        }

    return [view(line) for line in plan.income if line.counted]


def view_by_size(plan: Plan, call: Call, printer: Printer) -> list[View]:
    """Payers and cash by size class, largest class first."""
    rows: list[View] = []
    groups = [[payer for payer in plan.counted if payer.company.size is size] for size in reversed(Size)]
    totals = [sum((payer.total for payer in group), ZERO) for group in groups]
    for size, group, total, part in zip(reversed(Size), groups, totals, spread_shares(totals), strict=True):
        rows.append(
            {
                "size": call.labels["size"][size],
                "payers": Number(Decimal(sum(bool(payer.total) for payer in group))),
                "total": printer.euro(total),
                "share": Percent(part),
            }
        )
    return rows
