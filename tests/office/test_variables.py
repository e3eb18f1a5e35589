"""The values that a template asks for, read from its code."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ibndocs.foundation.values import Euro
from ibndocs.office.expressions import shared_environment
from ibndocs.office.variables import Use, find_missing, find_uses, list_paths, write_path


def uses_of(source: str) -> list[Use]:
    return find_uses(shared_environment().parse(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ a }} {{ a.b }} {{ a['c'] }}", "a.b a.c"),
        ("{{ a[0].b }} {{ a[i].c }}", "a[…].b a[…].c i"),
        ("{% for p in people if p.on %}{{ p.name }}{{ loop.index }}{% endfor %}", "people[…].name people[…].on"),
        ("{% for p in people|sort(attribute='x')|list %}{{ p.name }}{% endfor %}", "people[…].name"),
        ("{% for p in a.b %}{% for q in p.c %}{{ q.d }}{% endfor %}{% endfor %}", "a.b[…].c[…].d"),
        ("{% for k, v in a.items() %}{{ k }}{{ v.x }}{% endfor %}", "a"),
        ("{% set x = a.b %}{{ x.c }}{% set y = 1 %}{{ y }}", "a.b.c"),
        ("{% with x = a.b %}{{ x.c }}{% endwith %}{{ x }}", "a.b.c x"),
        ("{% for p in people %}{{ p.a }}{% endfor %}{{ p.b }}", "p.b people[…].a"),
        ("{% macro m(x) %}{{ x.y }}{{ z }}{% endmacro %}{{ m(a.b) }}", "a.b z"),
        ("{% call m() %}{{ b }}{% endcall %}", "b m"),
        ("{{ (people|first).name }} {{ people|length }}", "people"),
        ("{{ a ~ b + c[d] }} {{ 'x' if e else f }} {{ {'k': g} }} {{ [h][0] }}", "a b c[…] d e f g h"),
        ("{{ range(n) }} {{ dict(a=b) }} {{ name.upper() }} {{ x|default(y) }}", "b n name x y"),
        ("{% if a.b is defined and c == 'x' %}{% elif d %}{% else %}{{ e }}{% endif %}", "a.b c d e"),
        ("{% set t %}{{ a }}{% endset %}{{ t }}", "a"),
    ],
)
def test_names_are_told_whole(source: str, expected: str) -> None:
    assert " ".join(map(write_path, list_paths(uses_of(source)))) == expected


def test_what_may_be_missing_is_excused() -> None:
    uses = uses_of("{{ a|default('-') }} {{ b is defined }} {{ c }} {{ (d|default('x'))|upper }} {{ e|upper }}")
    assert {write_path(use.path): use.excused for use in uses} == {
        "a": True,
        "b": True,
        "c": False,
        "d": True,
        "e": False,
    }


VIEW = {
    "company": {"name": "X", "amount": Euro(Decimal(5), 0), "people": [{"name": "An"}, {"phone": "1"}], "none": []},
    "amounts": {"jaar 1": {"total": 1}},
}


@pytest.mark.parametrize(
    "path",
    ["company.name", "company.amount.value", "company.people.[…].phone", "company.none.[…].x.y", "amounts.[…].total"],
)
def test_a_name_that_a_view_has_is_no_fault(path: str) -> None:
    assert find_missing(Use(tuple(path.split(".")), 1), [{}, VIEW]) is None


@pytest.mark.parametrize(
    ("path", "said", "fix"),
    [
        ("compny.name", "compny is onbekend", "bedoelde u company.name?"),
        ("company.nam", "nam bestaat niet", "bedoelde u company.name?"),
        ("company.people.[…].nme", "nme bestaat niet", "bedoelde u company.people[…].name?"),
        ("company.amount.zzz", "zzz bestaat niet", None),
        ("zzz", "zzz is onbekend", None),
    ],
)
def test_a_name_that_no_view_has_is_told_with_the_one_meant(path: str, said: str, fix: str | None) -> None:
    fault = find_missing(Use(tuple(path.split(".")), 1), [VIEW])
    assert fault is not None
    assert (fault.text.nl, fault.fix.nl if fault.fix else None) == (said, fix)
