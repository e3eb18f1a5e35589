"""What a repeated row repeats over."""

from __future__ import annotations

from typing import Any

import pytest

from ibndocs.foundation.findings import FaultyInput, Spot
from ibndocs.office.loops import compile_loop
from ibndocs.office.slots import Expression

VALUES = {"members": [{"name": "Aa", "in_": True}, {"name": "Bb", "in_": False}], "totals": {"cash": 1, "income": 2}}


def typed(source: str) -> Expression:
    return Expression(source, Spot("slots/pitch.yaml", 4, 9))


@pytest.mark.parametrize(
    ("source", "name", "found"),
    [
        ("m in members", "m", VALUES["members"]),
        ("m in members if m.in_", "m", [{"name": "Aa", "in_": True}]),
        ("kind, amount in totals.items()", "amount", [1, 2]),
        ("(kind, amount) in totals|dictsort", "kind", ["cash", "income"]),
        ("n in range(2)", "n", [0, 1]),
        ("m in []", "m", []),
    ],
)
def test_each_round_sees_its_names(source: str, name: str, found: list[object]) -> None:
    assert [scope[name] for scope in compile_loop(typed(source))(VALUES)] == found


def test_each_round_knows_where_it_is_and_what_is_around() -> None:
    rounds: Any = compile_loop(typed("m in members"))(VALUES)
    shown = [{key: value for key, value in scope["loop"].items() if key != "changed"} for scope in rounds]
    assert shown == [
        {"index": 1, "index0": 0, "first": True, "last": False, "length": 2},
        {"index": 2, "index0": 1, "first": False, "last": True, "length": 2},
    ]
    assert all(scope["totals"] is VALUES["totals"] for scope in rounds)


@pytest.mark.parametrize("source", ["members", "m in", "m of members", "m in members if", "m in members|no_filter"])
def test_what_is_no_loop_is_a_fault_at_once(source: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        compile_loop(typed(source))
    assert str(caught.value.findings[0].spot) == "slots/pitch.yaml:4:9"


@pytest.mark.parametrize("source", ["m in membrs", "m in 3", "a, b in members if a", "m in members if m.nme"])
def test_what_cannot_be_gone_through_is_a_fault(source: str) -> None:
    loop = compile_loop(typed(source))
    with pytest.raises(FaultyInput):
        loop({**VALUES, "members": [1] if source.startswith("a") else VALUES["members"]})


def test_each_round_knows_whether_a_value_is_another_than_in_the_last() -> None:
    rounds: Any = compile_loop(typed("n in [1, 1, 2, 1]"))({})
    assert [scope["loop"]["changed"](scope["n"]) for scope in rounds] == [True, False, True, True]


def test_a_list_may_hold_a_view_with_long_texts() -> None:
    view = {"payers": [{"name": "Bedrijf", "role": "woord " * 400} for _ in range(200)]}
    assert len(compile_loop(typed("total in [view]"))({"view": view})) == 1
