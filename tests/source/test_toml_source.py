"""TOML descriptions: the data is tomllib's, the places are ours and point at what is written there."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibndocs.foundation.findings import Spot
from ibndocs.source.faults import Path
from ibndocs.source.toml_source import read_toml

DESCRIPTION = '''# beschrijving
titel = "é😀 x"
"quo\\u0074ed" . 'let ter'. c = 1_000
[project . "sub key"]
lijst = [ 1, 2.50, # uitleg ]
  { z = 1, y = "}" }, [ 'a', "]" ],
]
prose = """
regel "" twee\\
  """""
letterlijk = \'\'\'
it's # geen uitleg\'\'\'
[[companies]]
naam = 'Alfa'
since = 1979-05-27 07:32:00Z
[[companies]]
naam = 'Beta'
[companies.address]
stad = "Gent"
[[companies.people]]
naam = "An"
[[companies.people]]
naam = "Bo"
'''


def test_every_place_is_where_it_is_written() -> None:
    tree, findings = read_toml(DESCRIPTION, "p.toml")
    assert findings == []
    assert tree.data == tomllib.loads(DESCRIPTION, parse_float=Decimal)
    lines = DESCRIPTION.split("\n")

    def at(places: Mapping[Path, Spot], *path: str | int) -> str:
        spot = places[path]
        assert spot.line
        assert spot.column
        return lines[spot.line - 1][spot.column - 1 :]

    spots, keys = tree.spots, tree.keys
    assert at(spots, "titel") == '"é😀 x"'
    assert at(keys, "quoted") == DESCRIPTION.split("\n")[2]
    assert at(keys, "quoted", "let ter").startswith("'let ter'. c")
    assert at(keys, "quoted", "let ter", "c") == "c = 1_000"
    assert at(spots, "quoted", "let ter", "c") == "1_000"
    assert at(spots, "project", "sub key", "lijst", 1).startswith("2.50, #")
    assert at(spots, "project", "sub key", "lijst", 2, "y") == '"}" }, [ \'a\', "]" ],'
    assert at(keys, "project", "sub key", "lijst", 2, "y").startswith("y = ")
    assert at(spots, "project", "sub key", "lijst", 3, 1).startswith('"]" ],')
    assert at(spots, "project", "sub key", "prose") == '"""'
    assert at(spots, "project", "sub key", "letterlijk") == "'''"
    assert at(keys, "project", "sub key") == '"sub key"]'
    assert at(spots, "companies", 0, "since") == "1979-05-27 07:32:00Z"
    assert at(spots, "companies", 1, "address") == "[companies.address]"
    assert at(spots, "companies", 1, "people", 1, "naam") == '"Bo"'
    assert str(spots["companies", 1]) == "p.toml:16:1"


_KEPT = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff")
_KEY = st.text(_KEPT, max_size=6)
_STRING = st.text(_KEPT, max_size=10)
_VALUES = st.recursive(
    _STRING | st.integers(-999, 999) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEY, inner, max_size=3),
    max_leaves=6,
)


def quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write(value: object, gap: str) -> str:
    """A value as TOML, with `gap` wherever white space may stand."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quote(value) if "'" in value or len(value) % 2 else f"'{value}'"
    if isinstance(value, list):
        return "[" + gap + f",{gap}".join(write(one, gap) for one in value) + gap + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quote(key)} = {write(one, gap)}" for key, one in value.items()) + " }"
    return str(value)


def literal_of(value: object) -> str:
    """How what is written of a value starts."""
    return "[" if isinstance(value, list) else "{" if isinstance(value, dict) else write(value, "")


def look_up(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


@given(st.dictionaries(_KEY, _VALUES, max_size=4), st.sampled_from(["", " ", "\n  ", "# ]\n"]), st.booleans())
def test_places_point_at_the_very_key_and_value(data: dict[str, object], gap: str, windows: bool) -> None:
    text = "".join(f" {quote(key)} = {write(value, gap)} # slot\n" for key, value in data.items())
    tree, findings = read_toml(text.replace("\n", "\r\n") if windows else text, "p.toml")
    assert findings == []
    lines = text.split("\n")
    for path, spot in tree.spots.items():
        assert spot.line
        assert spot.column
        if path:
            assert lines[spot.line - 1][spot.column - 1 :].startswith(literal_of(look_up(data, path)))
    for path, spot in tree.keys.items():
        assert spot.line
        assert spot.column
        assert lines[spot.line - 1][spot.column - 1 :].startswith(quote(str(path[-1])))
    assert set(tree.spots) == {(), *all_paths(data)}


def all_paths(data: object, start: Path = ()) -> set[Path]:
    found: set[Path] = set()
    steps = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else []
    for step in steps:
        found |= {(*start, step)} | all_paths(data[step], (*start, step))  # type: ignore[index]
    return found


def test_fractions_are_exact_and_dates_are_dates() -> None:
    tree, _ = read_toml("a = 0.10\nb = 2027-01-01\nc = 1e3\n", "p.toml")
    assert str(tree.data["a"]) == "0.10"
    assert tree.data["b"] == date(2027, 1, 1)
    assert tree.data["c"] == 1000


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a = 1\na = 2\n", ["2:1 STR04"]),
        ("[a]\nb = 1\nb = 2\n[a]\n", ["3:1 STR04", "4:2 STR04"]),
        ("[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2\n", ["5:1 STR04"]),
        ("a = x\n", ["1:5 STR03"]),
        ("a = no\n", ["1:5 STR03"]),
        ("a = 0478\n", ["1:6 STR03"]),
        ("a = 1.250,50\n", ["1:10 STR03"]),
        ("a\n", ["1:2 STR03"]),
        ("twee woorden = 1\n", ["1:6 STR03"]),
        ('a = "x\n', ["1:7 STR03"]),
        ('a = """x', ["1:9 STR03"]),
        ("a = [1\n", ["2:1 STR03"]),
        ("a = {b = 1\n}", ["1:11 STR03"]),
        ('a = "\\q"', ["1:8 STR03"]),
        ("- a\n", ["1:3 STR03"]),
        ("a = 1\n[a.b]\n", ["2:5 STR03"]),
        ("a = " + "[" * 5000, ["STR05"]),
        ("a = " + "9" * 5000, ["STR03"]),
    ],
)
def test_faults_of_spelling_have_their_place(text: str, faults: list[str]) -> None:
    findings = read_toml(text, "p.toml")[1]
    places = [str(finding.spot).removeprefix("p.toml").removeprefix(":") for finding in findings]
    assert [f"{place} {finding.id}".strip() for place, finding in zip(places, findings, strict=True)] == faults
    assert all(finding.message.nl != finding.message.en for finding in findings)


@given(st.text(alphabet="ab=[]{}.\"'\\\n #,1-é", max_size=40))
def test_any_text_gives_data_with_places_or_findings(text: str) -> None:
    tree, findings = read_toml(text, "p.toml")
    if not findings:
        assert all_paths(tree.data) <= set(tree.spots)


def test_control_characters_are_dropped_with_a_warning() -> None:
    tree, findings = read_toml("a = 'x\x0by'\nb = \"p\\u0001q\"\n", "p.toml")
    assert tree.data == {"a": "xy", "b": "pq"}
    assert [(str(finding.spot), finding.path) for finding in findings] == [("p.toml:1:7", ""), ("p.toml:2:5", "b")]


@pytest.mark.parametrize("dropped", ["\x07", "\x92", "\ufdd1", "\ufeff", "\\u0001"])
def test_characters_are_dropped_from_keys_too_with_all_places_below_them(dropped: str) -> None:
    text = f'"a{dropped}" = {{"{dropped}b" = "x", c = {{file = "t.md"}}}}\n[["d{dropped}"]]\ne = "{dropped}y"\n'
    tree, findings = read_toml(text, "p.toml")
    assert tree.data == {"a": {"b": "x", "c": {"file": "t.md"}}, "d": [{"e": "y"}]}
    assert set(tree.spots) == {(), *all_paths(tree.data)}
    assert tree.pointers == {("a", "c"): "t.md"}
    lines = text.split("\n")
    for path, start in {("a",): '"a', ("a", "b"): f'"{dropped}b', ("a", "c"): "c =", ("d",): '"d'}.items():
        spot = tree.keys[path]
        assert spot.line
        assert spot.column
        assert lines[spot.line - 1][spot.column - 1 :].startswith(start)
    assert {finding.id for finding in findings} == {"STR07"}
    assert {finding.spot.line for finding in findings if finding.spot} == {1, 2, 3}


def test_keys_that_only_differ_in_dropped_characters_are_the_same_key() -> None:
    text = "[a]\nb = 1\n['a\x07']\nb = 2\n[[c]]\nd = 1\n[['c\x07']]\nd = 2\n"
    findings = [finding for finding in read_toml(text, "p.toml")[1] if finding.id != "STR07"]
    assert [(finding.id, str(finding.spot), finding.path) for finding in findings] == [
        ("STR04", "p.toml:3:2", "a"),
        ("STR04", "p.toml:7:3", "c"),
    ]


def test_only_tables_that_name_a_text_file_are_pointers() -> None:
    text = "a = {file = 't.md'}\nb = {file = 'x.pdf'}\nc = [{file = 't.md'}]\nd = {file = 't.md', x = 1}\n"
    tree, _ = read_toml(text, "p.toml")
    assert tree.pointers == {("a",): "t.md"}
