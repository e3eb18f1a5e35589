"""The cofinancing plan: what counts, what does not, and that its tables add up."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import make_dossier

from ibndocs.finance.cofinancing import number_companies
from ibndocs.finance.rounding import ZERO

yearly = st.lists(st.decimals(min_value=0, max_value=50_000, places=2), min_size=3, max_size=3)


@settings(max_examples=60, deadline=None)
@given(yearly, yearly, st.integers(1, 3), st.decimals(min_value=0, max_value=999, places=2))
def test_types_add_up_to_the_total_of_each_year(
    cash: list[Decimal], sponsoring: list[Decimal], member_from: int, price: Decimal
) -> None:
    plan = make_dossier(
        {
            ("companies", 0, "cash"): cash,
            ("companies", 0, "sponsoring"): sponsoring,
            ("companies", 0, "member_from"): member_from,
            ("cofinancing", "activity_income", 0, "members", "price"): price,
        }
    ).plan
    for year in range(3):
        by_payer = sum((payer.cash[year] for payer in plan.counted), ZERO)
        by_recruit = sum((line.membership[year] for line in plan.recruits), ZERO)
        by_income = sum((line.total for line in plan.income if line.counted and line.income.year == year + 1), ZERO)
        assert plan.totals[year] == by_payer + by_recruit + by_income
        assert plan.balance[year] == plan.totals[year] - plan.required[year]
        assert sum(plan.shares_of_types(year)) == 1
    assert plan.payers[0].membership[: member_from - 1] == (ZERO,) * (member_from - 1)


def test_the_money_of_who_is_no_company_counts_nothing() -> None:
    plain = make_dossier().plan
    for kind in ("research_organisation", "federation", "collective_centre", "general_interest", "public"):
        plan = make_dossier({("companies", 0, "kind"): kind}).plan
        assert plan.totals[0] == plain.totals[0] - plain.payers[0].cash[0]
        assert [payer.company.kind for payer in plan.excluded] == [kind]


def test_a_member_who_is_not_involved_counts_nothing() -> None:
    plan = make_dossier({("companies", 0, "involved"): False}).plan
    assert [payer.number for payer in plan.excluded] == [1]


def test_individual_services_count_nothing() -> None:
    plan = make_dossier({("cofinancing", "activity_income", 0, "individual_service"): True}).plan
    assert plan.activity_income == (ZERO, ZERO, ZERO)


def test_recruits_pay_the_fee_of_their_tier() -> None:
    plan = make_dossier({("cofinancing", "recruitment"): [{"tier": "kmo", "members": [0, 2, 4]}]}).plan
    assert plan.recruits[0].membership == (ZERO, Decimal(7000), Decimal(14000))


def test_the_concentration_names_the_largest_payer() -> None:
    plan = make_dossier({("companies", 7, "sponsoring"): 40000}).plan
    assert plan.concentration.largest == "Bedrijf 08"
    assert plan.concentration.payers == 30
    assert plan.concentration.top1 < plan.concentration.top3 < 1


def test_companies_keep_the_number_they_had_and_new_ones_take_the_next() -> None:
    project = make_dossier().project
    before = {company.enterprise_number: number for number, company in enumerate(project.companies, 1)}
    del before[project.companies[4].enterprise_number]
    numbers = number_companies(project, before)
    assert numbers[4] == 31
    assert numbers[:4] == [1, 2, 3, 4]
    assert sorted(set(numbers)) == sorted(numbers)
