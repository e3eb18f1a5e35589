"""The budget: every total is the sum of the amounts a table shows, whatever the figures."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import make_dossier

from ibndocs.finance.budget import cap_aid
from ibndocs.finance.rounding import CENT, ZERO

money = st.decimals(min_value=0, max_value=200_000, places=2)
ftes = st.lists(st.decimals(min_value=0, max_value=2, places=2), min_size=3, max_size=3)
yearly = st.lists(money, min_size=3, max_size=3)


@settings(max_examples=60, deadline=None)
@given(money, ftes, yearly, st.sampled_from(["0", "0.06", "0.21"]), st.sampled_from(["0", "0.333", "1"]))
def test_every_total_is_the_sum_of_what_is_shown(
    wage: Decimal, fte: list[Decimal], amounts: list[Decimal], vat: str, recovered: str
) -> None:
    budget = make_dossier(
        {
            ("team", 0, "wage"): {"basis": "monthly_gross", "amount": wage},
            ("team", 0, "fte"): fte,
            ("budget", "operating", 0, "amount"): amounts,
            ("budget", "operating", 0, "vat_rate"): vat,
            ("applicant", "vat", "recoverable_share"): recovered,
        }
    ).budget
    for year in range(3):
        shown = [person.costs[year] for person in budget.staff]
        shown += [line.costs[year] for line in (*budget.operating, *budget.external)]
        assert budget.totals[year] == sum(shown, ZERO) + budget.overhead[year]
        assert budget.totals[year] == budget.totals[year].quantize(CENT)
    assert budget.total == sum((sum(years, ZERO) for years in budget.rubrics.values()), ZERO)
    assert budget.aid_total == sum(budget.aid, ZERO)
    for line in budget.staff:
        assert all(
            abs(cost - wage * part) <= CENT / 2
            for cost, wage, part in zip(line.costs, line.wages, line.fte, strict=True)
        )


@given(st.lists(st.decimals(min_value=0, max_value=2_000_000, places=2), min_size=3, max_size=3))
def test_aid_never_passes_a_cap_nor_half_the_budget(totals: list[Decimal]) -> None:
    parameters = make_dossier().budget.parameters
    aid = cap_aid(tuple(totals), parameters)
    assert sum(aid) <= parameters.aid_cap_total
    for granted, total in zip(aid, totals, strict=True):
        assert granted <= parameters.aid_cap_per_year
        assert granted <= total * parameters.aid_rate + CENT / 2


def test_a_monthly_wage_is_turned_into_the_cost_of_a_year() -> None:
    budget = make_dossier({("team", 0, "wage"): {"basis": "monthly_gross", "amount": 5000}}).budget
    assert budget.staff[0].wages[0] == Decimal("103200.00")


def test_wages_rise_with_the_index_from_the_second_year_on() -> None:
    budget = make_dossier({("team", 0, "wage"): {"basis": "annual", "amount": 75000}}).budget
    assert budget.staff[0].wages == (Decimal("75000.00"), Decimal("76500.00"), Decimal("78030.00"))


def test_only_vat_that_is_not_recovered_is_a_cost() -> None:
    line = {
        ("budget", "operating", 0, "amount"): 1000,
        ("budget", "operating", 0, "vat_rate"): "0.21",
        ("applicant", "vat", "recoverable_share"): "0.8",
    }
    assert make_dossier(line).budget.operating[0].costs == (Decimal("1042.00"),) * 3


def test_a_freelancer_is_an_external_service_but_counts_for_overhead() -> None:
    own = make_dossier().budget
    hired = make_dossier({("team", 0, "employment"): "freelance"}).budget
    assert hired.external_totals[0] == own.external_totals[0] + own.staff[0].costs[0]
    assert hired.personnel_totals[0] == own.personnel_totals[0] - own.staff[0].costs[0]
    assert hired.overhead == own.overhead


def test_somebody_on_secondment_brings_no_overhead() -> None:
    own = make_dossier().budget
    lent = make_dossier({("team", 0, "employment"): "seconded"}).budget
    assert lent.overhead_fte[0] == own.overhead_fte[0] - own.staff[0].fte[0]
