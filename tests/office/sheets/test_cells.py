from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.office.sheets.forms import MAIN

from ibndocs.foundation.values import Day, Euro, Markdown, Number, Percent
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.sheets.cells import (
    EMPTY,
    MAX_TEXT,
    Content,
    day_number,
    encode,
    escape_text,
    read_day,
    unescape_text,
    write_cell,
)


@pytest.mark.parametrize(
    ("value", "content"),
    [
        (Euro(Decimal("216000.10")), Content("n", "216000.1")),
        (Percent(Decimal("0.7")), Content("n", "0.7")),
        (Number(Decimal("1E+3")), Content("n", "1000")),
        (Decimal("0.10"), Content("n", "0.1")),
        (Decimal("-0.00"), Content("n", "0")),
        (Decimal("1234567.123456789"), Content("n", "1234567.123456789")),
        (0.1, Content("n", "0.1")),
        (1e300, Content("n", "1E+300")),
        (-3, Content("n", "-3")),
        (True, Content("b", "1")),
        (False, Content("b", "0")),
        (None, EMPTY),
        ("", EMPTY),
        ("007", Content("text", "007")),
        ("=1+1", Content("text", "=1+1")),
        ("a\r\nb\x0bc\ud800", Content("text", "a\nbc")),
        (Markdown("**vet** woord"), Content("text", "vet woord")),
        (Day(date(2026, 1, 23)), Content("n", "46045", is_day=True)),
    ],
)
def test_each_kind_of_value_has_its_kind_of_cell(value: object, content: Content) -> None:
    assert encode(value) == content


def test_text_that_jinja_escaped_is_text_again() -> None:
    from markupsafe import Markup

    assert encode(Markup("Jan &amp; Piet &lt;3")) == Content("text", "Jan & Piet <3")


@pytest.mark.parametrize("value", [Decimal("NaN"), float("inf"), date(1899, 12, 31), "x" * (MAX_TEXT + 1), [1], {}])
def test_what_no_cell_can_hold_is_refused(value: object) -> None:
    with pytest.raises(ExpressionFault):
        encode(value)


def test_the_limit_of_a_cell_counts_as_excel_counts() -> None:
    assert encode("x" * MAX_TEXT).text == "x" * MAX_TEXT
    with pytest.raises(ExpressionFault) as caught:
        encode("😀" * 16_384)
    assert caught.value.code == "SLT24"
    assert "32768" in caught.value.text.nl
    assert "32767" in caught.value.text.nl


@pytest.mark.parametrize(
    ("day", "number", "number1904"),
    [
        (date(1904, 1, 1), "1462", "0"),
        (date(2000, 2, 29), "36585", "35123"),
        (date(2026, 1, 23), "46045", "44583"),
        (datetime(2026, 1, 23, 12, 0), "46045.5", "44583.5"),
    ],
)
def test_days_count_from_the_start_of_either_calendar(day: date, number: str, number1904: str) -> None:
    assert day_number(day) == Decimal(number)
    assert day_number(day, date1904=True) == Decimal(number1904)


@pytest.mark.parametrize(("day", "number"), [(date(1900, 1, 1), 1), (date(1900, 2, 28), 59), (date(1900, 3, 1), 61)])
def test_the_day_that_never_was_is_counted(day: date, number: int) -> None:
    assert day_number(day) == number
    assert read_day(Decimal(number)) == day


@given(st.datetimes(datetime(1904, 1, 2), datetime(9999, 12, 31)), st.booleans())
def test_a_day_is_read_back(moment: datetime, date1904: bool) -> None:
    moment = moment.replace(microsecond=0)
    back = read_day(day_number(moment, date1904=date1904), date1904=date1904)
    assert back == (moment if moment.time() != datetime.min.time() else moment.date())


@given(st.text() | st.just("_x000B_ _x005F_ _xZZZZ_"))
def test_text_that_looks_like_an_escape_survives(text: str) -> None:
    assert unescape_text(escape_text(text)) == text


def test_excel_sees_an_escape_only_where_there_is_one() -> None:
    assert escape_text("_x000B_ a_b _x12_") == "_x005F_x000B_ a_b _x12_"


def test_a_cell_keeps_its_style_and_loses_all_else() -> None:
    written = etree.fromstring(f'<c xmlns="{MAIN[1:-1]}" r="A1" s="7" t="str" cm="1" vm="2"><f>B1</f><v>oud</v></c>')
    write_cell(written, Content("text", " nieuw\n"))
    attributes = {str(name): value for name, value in written.attrib.items()}
    assert attributes == {"r": "A1", "s": "7", "t": "inlineStr"}
    assert [element.tag.removeprefix(MAIN) for element in written.iter()] == ["c", "is", "t"]
    assert written[0][0].text == " nieuw\n"
    assert written[0][0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    write_cell(written, Content("n", "3"))
    assert etree.tostring(written) == f'<c xmlns="{MAIN[1:-1]}" r="A1" s="7"><v>3</v></c>'.encode()
    write_cell(written, EMPTY)
    assert etree.tostring(written) == f'<c xmlns="{MAIN[1:-1]}" r="A1" s="7"/>'.encode()
