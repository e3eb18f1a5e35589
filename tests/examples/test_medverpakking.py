"""The second example: its workbook is the one its script makes, and it says what it is there to show."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from tests.projects import the_call
from tools.examples.medverpakking_companies import make_workbook

from ibndocs.finance.budget import effort_months
from ibndocs.foundation.datafiles import find_data
from ibndocs.foundation.numbers import has_valid_check
from ibndocs.source.project import Described, read_project
from ibndocs.views import Dossier, gather
from ibndocs.views.network import view_network

FOLDER = find_data("examples") / "medverpakking"
RESERVED = {f"1999.{number}" for number in ("000.051", "493.266", "602.837")}


@lru_cache(maxsize=1)
def described() -> Described:
    return read_project(FOLDER)


@lru_cache(maxsize=1)
def dossier() -> Dossier:
    return gather(described().project, the_call())


def test_the_workbook_is_the_one_the_script_makes() -> None:
    assert (FOLDER / "bedrijven.xlsx").read_bytes() == make_workbook()


def test_every_column_of_the_workbook_is_read_without_remark() -> None:
    assert described().source.notes == ()
    companies = described().project.companies
    assert len(companies) == 42
    assert all(has_valid_check(company.enterprise_number) for company in companies)
    assert not RESERVED & {company.enterprise_number for company in companies}
    assert sum(company.letters.phase1.signed_on is not None for company in companies) >= 10
    assert sum(company.letters.phase2.signed_on is not None for company in companies) >= 30


def test_money_that_does_not_count_is_shown_apart() -> None:
    plan = dossier().plan
    assert [payer.company.kind.value for payer in plan.excluded] == ["federation", "company", "company"]
    assert all(payer.total > 0 for payer in plan.excluded)
    assert len(plan.counted) == 39
    assert sum(sum(amounts) for _, amounts in plan.excluded_partners) > 0


def test_only_enterprises_that_are_involved_are_counted() -> None:
    view: dict[str, Any] = view_network(described().project, dossier().plan, the_call(), dossier().printer)
    assert str(view["counts"]["companies"]) == "39"
    assert str(view["counts"]["links"]) == "7"
    assert len(view["companies"]) == 42


def test_every_year_keeps_within_the_limits_of_the_call() -> None:
    budget, plan = dossier().budget, dossier().plan
    assert budget.has_cents
    assert all(total < 450_000 for total in budget.totals)
    assert all(Decimal(2) <= fte <= Decimal("3.1") for fte in budget.fte)
    assert all(balance >= 0 for balance in plan.balance)
    assert all(part >= Decimal("0.7") for part in plan.cash_shares)
    assert plan.concentration.top1 < Decimal("0.12")


def test_person_months_are_the_fte_of_the_team() -> None:
    months = effort_months(described().project, 3)
    assert {line.person.id: line.months for line in dossier().budget.staff} == months


def test_it_shows_what_the_first_example_does_not() -> None:
    project = described().project
    assert {person.employment.value for person in project.team} == {"employee", "seconded"}
    assert {person.wage.basis for person in project.team} == {"annual", "monthly_gross"}
    assert project.applicant.other_members
    beneficiary = project.applicant.beneficiary
    assert beneficiary is not None
    assert beneficiary.founded_on < project.project.start
    assert project.applicant.vat.recoverable_share == 0


def test_the_picture_of_the_text_is_there_and_small() -> None:
    picture = FOLDER / "teksten" / "beelden" / "kringloop.png"
    assert picture.stat().st_size < 30_000
    assert "](beelden/kringloop.png" in described().project.narrative["ecosystem"].phase2
