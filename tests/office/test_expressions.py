"""Expressions give raw values, and faults that name their place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ibndocs.foundation.findings import Spot
from ibndocs.foundation.values import Day, Euro, Markdown, Number, Percent
from ibndocs.office.expressions import TemplateFault, compile_expression
from ibndocs.office.faults import ExpressionFault
from ibndocs.office.printing import print_value

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("project.items", [1, 2]),
        ("project['title']", "Net"),
        ("amount", Decimal("216000.50")),
        ("none", None),
        ("'x' if missing is defined else 'y'", "y"),
        ("missing|default('-')", "-"),
        ("project.items[0] + 1", 2),
        ("amount|euro", Euro(Decimal("216000.50"), 2)),
        ("0.7|procent", Percent(Decimal("0.7"))),
        ("1234.5|getal(1)", Number(Decimal("1234.5"), 1)),
        ("'2027-01-01'|datum", Day(date(2027, 1, 1))),
        ("'2027-01-01'|datum('yyyy')", "2027"),
        ("['a', 'b', 3]|lijst", "a, b en 3"),
        ("['a']|lijst", "a"),
        ("[]|lijst", ""),
        ("['a', 'b']|lijst('of')", "a of b"),
        ("'a\\n\\n- b'|regels", ["a", "- b"]),
        ("'BE 0566.988.259'|ondernemingsnummer", "0566.988.259"),
        ("'a < b' ~ ' & c'", "a < b & c"),
    ],
)
def test_gives_the_raw_value(source: str, expected: object) -> None:
    values = {"project": {"items": [1, 2], "title": "Net"}, "amount": Decimal("216000.50"), "none": None}
    found = compile_expression(source, "slots.yaml")(values)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("source", "code", "said", "fix"),
    [
        ("project.titel", "TPL05", "project.titel: titel bestaat niet", "bedoelde u title?"),
        ("projct", "TPL05", "projct: projct is onbekend", "bedoelde u project?"),
        ("items[7]", "TPL05", "items[7]: [7] bestaat niet: de lijst telt 1", None),
        ("zzz|euro", "TPL05", "zzz|euro: zzz is onbekend", None),
        ("1|eurro", "TPL08", "1|eurro: kent geen “eurro”", "bedoelde u euro?"),
        ("1 is evenn", "TPL08", "1 is evenn: kent geen “evenn”", "bedoelde u even?"),
        ("'x'|safe", "TPL08", "'x'|safe: kent geen “safe”", None),
        ("items.append(1)", "TPL08", "items.append(1): mag niet in een sjabloon", None),
        ("''.__class__.__mro__", "TPL08", "''.__class__.__mro__: mag niet in een sjabloon", None),
        ("a b", "TPL02", "a b: is niet te lezen: “b” kan hier niet staan", None),
        ("", "TPL02", ": is niet te lezen: het einde van de tag kan hier niet staan", None),
        ("1 / 0", "TPL09", "1 / 0: kan niet berekend worden (ZeroDivisionError: division by zero)", None),
        ("'x'|euro", "TPL09", "'x'|euro: “x” is geen getal", "schrijf bv. 1250,50 of 1.250,50"),
        ("'x'|datum", "TPL09", "'x'|datum: “x” is geen datum", None),
    ],
)
def test_tells_what_is_wrong_and_where(source: str, code: str, said: str, fix: str | None) -> None:
    with pytest.raises(TemplateFault) as caught:
        compile_expression(source, Spot("slots.yaml", 3, 9))({"project": {"title": "Net"}, "items": [1]})
    finding = caught.value.finding
    assert (finding.id, finding.message.nl, finding.fix.nl if finding.fix else None) == (code, said, fix)
    assert str(finding.spot) == "slots.yaml:3:9"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("'1.250,50'|euro", "€\u00a01.250,50"),
        ("'€ 5 000'|euro", "€\u00a05.000"),
        ("'12,5'|getal", "12,5"),
        ("'6/1/2026'|datum", "6 januari 2026"),
        ("'6 jan. 2026'|datum", "6 januari 2026"),
    ],
)
def test_text_from_a_list_is_read_as_belgians_type_it(source: str, printed: str) -> None:
    assert str(compile_expression(source, "x")({})) == printed


def test_text_that_may_mean_two_numbers_is_refused() -> None:
    with pytest.raises(TemplateFault, match="may mean two numbers"):
        compile_expression("'1,250'|euro", "x")({})


def test_an_expression_leaves_the_values_as_they_are() -> None:
    values: dict[str, object] = {"a": 1}
    assert compile_expression("a", "x")(values) == 1
    assert values == {"a": 1}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("tekst", "tekst"),
        (2025, "2025"),
        (True, "ja"),
        (0.1, "0,1"),
        (Decimal("1E+3"), "1000"),
        (date(2027, 3, 1), "1 maart 2027"),
        (Euro(Decimal(216000), 0), f"€{NBSP}216.000"),
        (Markdown("**vet** en\n\n- punt"), "vet en\n• punt"),
    ],
)
def test_prints_as_belgians_read(value: object, expected: str) -> None:
    assert print_value(value) == expected


@pytest.mark.parametrize("value", [None, [1], {"a": 1}, (1,), object(), b"x", print_value])
def test_refuses_to_print_what_is_no_text(value: object) -> None:
    with pytest.raises(ExpressionFault) as caught:
        print_value(value)
    assert caught.value.code == "TPL06"


def test_fractions_of_the_data_are_reckoned_with_those_that_are_typed() -> None:
    data = {"x": Decimal("1000.5")}
    assert compile_expression("x * 1.21 - 0.5 + 1.5 / x * 0 + x // 2.5 + x % 0.5", "x")(data) == Decimal("1610.105")


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("'1.250,50'|getal > 1000", True),
        ("1000 < '1.250,50'|euro", True),
        ("('5'|euro) == 5 and ('5'|euro) != 6", True),
        ("[2|euro, 1|euro]|max == 2", True),
        ("[2|euro, 0.5|euro]|sum", Decimal("2.5")),
        ("('5'|getal) * 2 - 1.5", Decimal("8.5")),
        ("10 / ('4'|getal) - (1|euro)", Decimal("1.5")),
    ],
)
def test_amounts_are_compared_and_reckoned_with_as_their_raw_value(source: str, given: object) -> None:
    assert compile_expression(source, "x")({}) == given
