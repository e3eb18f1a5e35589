"""Belgian numbers: what is understood is exactly right, what may be misread is refused."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.foundation.numbers import (
    NumberFault,
    format_enterprise_number,
    format_establishment_number,
    has_valid_check,
    parse_money,
    parse_number,
    parse_postal_code,
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250,50", "1250.50"),
        ("€ 5 000", "5000"),
        ("€\u00a05\u202f000,00", "5000.00"),
        ("5.000", "5000"),
        ("5 000,00 EUR", "5000.00"),
        ("1250.50", "1250.50"),
        ("1'250", "1250"),
        ("1’250.50", "1250.50"),
        ("12,5", "12.5"),
        ("1.250.000", "1250000"),
        ("1.250.000,05", "1250000.05"),
        ("0,05", "0.05"),
        ("5.000,-", "5000"),
        ("250 euro", "250"),
        ("-€ 5", "-5"),
        ("€ -5", "-5"),
        ("\u22125", "-5"),
        ("-0", "0"),
        (" 12\u00a0", "12"),
    ],
)
def test_amounts_as_belgians_write_them(text: str, amount: str) -> None:
    assert str(parse_money(text)) == amount


# fmt: off
DOUBTFUL = [
    "1,250", "1,255", "1250,505", "1250.505", "007.000", "1.25.0", "12.5.3", "1,2,3", "1,250.50", "1.250.50", "5 00",
    "12 34", "1.250'000", "1.250,", ",5", ".5", "abc", "", " ", "€", "€ € 5", "- € -5", "--5", "5-", "NaN", "inf",
    "1e3", "0x10", "1_000", "٣", "５", "$ 5", "5 %", "1\n2", "9999999999999999",
]
NUMBERS = [
    "0566.988.259", "BE 0566.988.259", "BE0566988259", "0566988259", "566988259", "BTW BE-0566.988.259",
    "\u00a00566 988 259 ", 566988259, Decimal("566988259.0"),
]
# fmt: on


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_misread_is_no_amount_and_no_number(text: str) -> None:
    with pytest.raises(NumberFault) as money:
        parse_money(text)
    with pytest.raises(NumberFault):
        parse_number(text)
    assert money.value.text.nl
    assert money.value.fix.en


@pytest.mark.parametrize("text", ["0,125", "1.2505", "1.250,505", "5.0000"])
def test_a_number_may_have_the_decimals_that_an_amount_may_not(text: str) -> None:
    assert parse_number(text).as_tuple().exponent in (-3, -4)
    with pytest.raises(NumberFault, match="more than two decimals"):
        parse_money(text)


@pytest.mark.parametrize("text", ["0,0,-", "1.250,50,-", "12,--,-"])
def test_a_dash_for_no_cents_follows_no_decimals(text: str) -> None:
    with pytest.raises(NumberFault):
        parse_money(text)


def test_an_unquoted_number_with_three_decimals_asks_what_was_meant() -> None:
    with pytest.raises(NumberFault) as fault:
        parse_money(Decimal("5.000"))
    assert fault.value.fix.nl == "schrijf 5000 voor duizendtallen of 5.0000 voor decimalen"
    assert parse_number(Decimal("0.125")) == Decimal("0.125")
    assert parse_money(Decimal("12.10")) == Decimal("12.10")
    assert parse_money(Decimal("1E+3")) == 1000
    assert parse_money(5000) == 5000


@pytest.mark.parametrize("value", [True, Decimal("NaN"), Decimal("Infinity"), Decimal("1E+400"), 10**15])
def test_things_that_are_no_number_for_a_dossier(value: int | Decimal) -> None:
    with pytest.raises(NumberFault):
        parse_money(value)


_AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@given(
    _AMOUNTS,
    st.sampled_from([(".", ","), (" ", ","), ("\u00a0", ","), ("\u202f", "."), ("'", "."), ("", ","), ("", ".")]),
    st.sampled_from(["{}", "€ {}", "€{}", "{} €", "{} EUR", "{} euro", "EUR {}"]),
)
def test_every_spelling_of_an_amount_reads_back(amount: Decimal, marks: tuple[str, str], frame: str) -> None:
    whole, cents = f"{amount:,.2f}".split(".")
    written = whole.replace(",", marks[0]) + marks[1] + cents
    assert parse_money(frame.format(written)) == amount


@given(st.text(alphabet="0123456789.,' -+€", max_size=14))
def test_anything_accepted_has_one_reading(text: str) -> None:
    try:
        amount = parse_money(text)
    except NumberFault:
        return
    typed = "".join(character for character in text if character.isdigit())
    kept = "".join(map(str, amount.as_tuple().digits))
    assert kept.lstrip("0") == typed.lstrip("0")  # no digit is lost, added or rounded
    decimals = -int(amount.as_tuple().exponent)
    assert decimals in (0, 1, 2)
    marks = [character for character in text if character in ".,"]
    if decimals:
        tail = text.rstrip(" €")[-decimals - 1 :]
        assert tail[0] in ".,"
        assert marks.count(tail[0]) == 1  # the decimal mark is used for nothing else
    elif "," in marks:
        assert text.rstrip(" €").endswith(",-") or text.rstrip(" €").endswith(",--")


@given(st.one_of(st.text(), st.integers(), st.decimals()))
def test_nothing_but_a_number_fault_comes_out(value: str | int | Decimal) -> None:
    for parse in (parse_money, parse_number, format_enterprise_number, parse_postal_code):
        with suppress(NumberFault):
            assert parse(value) is not None


@pytest.mark.parametrize("value", NUMBERS)
def test_spellings_of_one_enterprise_number(value: str | int | Decimal) -> None:
    assert format_enterprise_number(value) == "0566.988.259"


@pytest.mark.parametrize("value", ["2566.988.259", "12345", "", "NL 0566.988.259", "0566.988.25x"])
def test_no_enterprise_number(value: str) -> None:
    with pytest.raises(NumberFault):
        format_enterprise_number(value)


def test_formatting_does_not_judge_check_digits() -> None:
    assert format_enterprise_number("BE0566988258") == "0566.988.258"
    assert not has_valid_check("0566.988.258")


@given(st.integers(0, 19_999_999))
def test_enterprise_numbers_round_trip(base: int) -> None:
    digits = f"{base:08d}{97 - base % 97:02d}"
    dotted = f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
    assert format_enterprise_number(digits) == format_enterprise_number(f"BE {dotted}") == dotted
    wrong = digits[:8] + f"{(97 - base % 97) % 97 + 1:02d}"
    assert has_valid_check(digits)
    if wrong != digits:
        assert not has_valid_check(wrong)


@given(st.integers(1, 19_999_999), st.integers(1, 97))
def test_check_digits_are_judged_as_stdnum_does(base: int, check: int) -> None:
    from stdnum.be import vat

    for digits in (check, 97 - base % 97):
        number = f"{base:08d}{digits:02d}"
        assert has_valid_check(number) is vat.is_valid(number)


@pytest.mark.parametrize("number", ["0000048498", "0000009700", "0000009799"])
def test_check_digits_run_from_01_to_97(number: str) -> None:
    """Others that are the same modulo 97 are never given; stdnum takes some of them."""
    assert not has_valid_check(number)


def test_a_base_that_stdnum_also_takes_with_98_has_01() -> None:
    assert has_valid_check("0000048401")


def test_establishment_numbers() -> None:
    assert format_establishment_number("2147812701") == "2.147.812.701"
    with pytest.raises(NumberFault):
        format_establishment_number("0566.988.259")


@pytest.mark.parametrize("value", ["9000", 9000, Decimal("9000.0"), "B-9000", "BE 9000", " 9000\u00a0"])
def test_spellings_of_one_postal_code(value: str | int | Decimal) -> None:
    assert parse_postal_code(value) == "9000"


@pytest.mark.parametrize("value", ["0900", "900", "90000", "9000 Gent", "9.000", "", "9OOO"])
def test_no_postal_code(value: str) -> None:
    with pytest.raises(NumberFault):
        parse_postal_code(value)


def test_a_percentage_is_told_how_it_is_written() -> None:
    with pytest.raises(NumberFault, match="is a percentage") as fault:
        parse_number("42 %")
    assert fault.value.fix.nl == "schrijf het als deel van één: 0,42 voor 42 %"
